from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attributed.facts import findings_of
from attributed.knowledge import read_knowledge
from attributed.model import Extraction, Fact, Ground, Link, Role, SourceKind
from tests.stories import source, story, told

WORDS = [
    "Army chief Hyon Yong Chol was executed in Pyongyang this month on charges of corruption and factionalism",
    "Hyon Yong Chol, the army's chief, was executed in Pyongyang this month for corruption and factionalism",
    "The execution of army chief Hyon Yong Chol in Pyongyang this month followed charges of corruption, factionalism",
]
KCNA = source("kcna", SourceKind.STATE_MEDIA)
NAMES = ["the D.P.R.K.", "North Korea", "DPRK"]
YONHAP = source("yonhap", SourceKind.OTHER_OUTLET)


def article(name: str, number: int, *speakers: Link, outlet: str | None = None, day: str | None = None) -> Extraction:
    words = told(WORDS[number], *speakers, event="execution", time="2016-02")
    return story(name, words, outlet=outlet or f"outlet {name}", day=day)


def only_fact(*stories: Extraction) -> Fact:
    (fact,) = findings_of(stories, read_knowledge()).facts
    return fact


def grounds(fact: Fact) -> set[Ground]:
    return {step.ground for step in fact.steps}


def test_articles_that_retell_one_agency_share_its_root() -> None:
    fact = only_fact(article("a", 0, KCNA), article("b", 1, KCNA))
    assert fact.independent_roots == (1, 1)
    assert [(root.id, len(root.articles)) for root in fact.roots] == [("kcna", 2)]
    assert Ground.SAME_ORIGIN in grounds(fact)


def test_outlets_of_one_state_are_one_voice() -> None:
    fact = only_fact(article("a", 0, KCNA), article("b", 1, source("rodong-sinmun", SourceKind.STATE_MEDIA)))
    assert fact.independent_roots == (1, 1)


def test_an_article_that_cites_another_one_s_outlet_hangs_on_its_origin() -> None:
    first = article("a", 0, source("a--------:official"), outlet="yonhap", day="2016-02-10")
    retelling = article("b", 1, YONHAP, day="2016-02-10")
    findings = findings_of([first, retelling], read_knowledge())
    (fact,) = findings.facts
    assert fact.independent_roots == (1, 1)
    assert Ground.RETELLING in grounds(fact)
    assert [(copy.article[0], copy.of[0], copy.kind.value) for copy in findings.copies] == [("b", "a", "retelling")]


def test_two_people_who_told_one_outlet_are_one_report() -> None:
    told_yonhap = Link(Role.COLLECTOR, "Yonhap", "outlet", "yonhap")
    a = article("a", 0, source("a---------:official"), told_yonhap)
    b = article("b", 1, source("b---------:source"), told_yonhap)
    fact = only_fact(a, b)
    assert fact.independent_roots == (1, 1)
    assert Ground.SAME_REPORT in grounds(fact)


def test_unnamed_people_of_one_day_may_be_one_and_that_is_no_proof() -> None:
    expert = [source(f"{name}---------:expert", SourceKind.ANONYMOUS_EXPERT) for name in "ab"]
    fact = only_fact(article("a", 0, expert[0], day="2016-02-10"), article("b", 1, expert[1], day="2016-02-10"))
    assert fact.independent_roots == (1, 2)
    (step,) = [step for step in fact.steps if step.ground is Ground.SAME_MOMENT]
    assert not step.is_certain


def test_named_people_are_independent() -> None:
    one, other = source("lee", SourceKind.NAMED_OFFICIAL), source("park", SourceKind.NAMED_OFFICIAL)
    assert only_fact(article("a", 0, one), article("b", 1, other)).independent_roots == (2, 2)


def test_an_article_s_summary_of_its_source_adds_no_root() -> None:
    sentences = [told(WORDS[0], event="execution"), told(WORDS[1], KCNA, event="execution")]
    lead = article("b", 2, KCNA)
    facts = findings_of([story("a", *sentences, outlet="x"), lead], read_knowledge()).facts
    assert all(fact.independent_roots[1] == 1 for fact in facts if len(fact.articles) > 1)


SPEAKERS: list[Sequence[Link]] = [
    (),
    (KCNA,),
    (YONHAP,),
    (source("lee", SourceKind.NAMED_OFFICIAL),),
    (source("a---------:official"),),
    (source("a---------:official"), Link(Role.RELAY, "Yonhap", SourceKind.OTHER_OUTLET, "yonhap")),
    (source("b---------:expert", SourceKind.ANONYMOUS_EXPERT),),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(range(len(SPEAKERS))), min_size=1, max_size=3),
    st.sampled_from([None, "yonhap", "another"]),
    st.integers(0, 2),
)
def test_a_copy_adds_an_article_and_never_a_root(told_by: list[int], outlet: str | None, which: int) -> None:
    stories = [
        article("abc"[i], i, *SPEAKERS[speaker], day=f"2016-02-1{i}", outlet="ours" if i == 2 else None)
        for i, speaker in enumerate(told_by)
    ]
    number = which % len(told_by)
    copy = article("z", number, *SPEAKERS[told_by[number]], day="2016-02-20", outlet=outlet)
    before = findings_of(stories, read_knowledge()).facts
    after = findings_of([*stories, copy], read_knowledge()).facts
    assert [fact.independent_roots for fact in after] == [fact.independent_roots for fact in before]
    assert sum(len(fact.articles) for fact in after) == sum(len(fact.articles) for fact in before) + 1


@pytest.mark.parametrize("kind", [SourceKind.OTHER_OUTLET, SourceKind.STATE_MEDIA])
def test_an_outlet_s_name_inside_a_description_is_that_outlet(kind: SourceKind) -> None:
    name = "the South's Yonhap news agency" if kind is SourceKind.OTHER_OUTLET else "the North's KCNA news agency"
    described = Link(Role.ORIGIN, name, kind, "a---------:words")
    known = YONHAP if kind is SourceKind.OTHER_OUTLET else KCNA
    assert only_fact(article("a", 0, described), article("b", 1, known)).independent_roots == (1, 1)


def test_a_country_is_one_voice_however_it_is_written() -> None:
    spoken = [Link(Role.ORIGIN, name, SourceKind.OFFICIAL_BODY, f"name:{name.lower()}") for name in NAMES]
    fact = only_fact(*(article("abc"[number], number, link) for number, link in enumerate(spoken)))
    assert fact.independent_roots == (1, 1)


def test_an_unnamed_source_of_a_long_statement_is_known_again_by_its_words() -> None:
    said = "Hyon Yong Chol dozed at a rally in April and guards took him away before the speech was over"
    first = story("a", told(said, source("a---------:1")), outlet="x", day="2016-02-01")
    again = story("b", told(f"The general {said}", source("b---------:2")), outlet="y", day="2016-02-09")
    (fact,) = findings_of([first, again], read_knowledge()).facts
    assert fact.independent_roots == (1, 1)
    assert Ground.COPY in grounds(fact)


def test_an_unnamed_source_in_an_article_that_took_words_over_is_the_same() -> None:
    long = "The guards at the eastern gate counted all lorries that left before dawn and wrote the plates into a book"
    short = "the rumors of a mutiny at the gate are rubbish"
    stories = [
        story(name, told(long), told(words, _guard(name)), outlet=name)
        for name, words in (("a", short), ("b", short.replace("are", "were")))
    ]
    found = [fact for fact in findings_of(stories, read_knowledge()).facts if len(fact.articles) == 2]
    assert [fact.independent_roots for fact in found][-1] == (1, 1)


def _guard(article_name: str) -> Link:
    return Link(Role.ORIGIN, "a guard at the gate", SourceKind.ANONYMOUS_SOURCE, f"{article_name}---------:guard")


def test_a_body_named_in_short_is_the_one_that_another_article_names_in_full() -> None:
    words = "the missile was fired from a boat off the coast {} dawn"
    names = ("South Korean Joint Chiefs of Staff", "Joint Chiefs of Staff", "U.S. Joint Chiefs of Staff")
    bodies = [replace(source(name, SourceKind.OFFICIAL_BODY), name=name) for name in names]
    when = ("at", "before", "after")
    told_by = [story(w, told(words.format(w), body), day="2016-04-23") for w, body in zip(when, bodies, strict=True)]
    assert only_fact(*told_by[:2]).independent_roots == (1, 1)
    assert only_fact(*told_by).independent_roots == (3, 3)


def test_a_copy_may_say_more_clearly_who_spoke() -> None:
    words = "the marshal was suffering from a discomfort that kept him from the parade in the square that evening"
    report = source("a---------: a report", SourceKind.OTHER_OUTLET)  # known by this article alone
    a = story("a", told(words, report), day="2016-04-23")
    b = story("b", told(words, source("b tv", SourceKind.STATE_MEDIA)), day="2016-04-24")
    other = told(words.replace("that evening", "at dusk"), source("c tv", SourceKind.STATE_MEDIA))
    c = story("c", other, day="2016-04-23")
    assert only_fact(a, c).independent_roots == (2, 2)
    assert only_fact(a, b, c).independent_roots == (1, 1)


def test_two_papers_without_a_name_may_be_one() -> None:
    paper = source("{:-<10}: a newspaper", SourceKind.OTHER_OUTLET)
    a, b = (article(n, i, replace(paper, root=paper.root.format(n)), day="2016-02-10") for i, n in enumerate("ab"))
    assert only_fact(a, b).independent_roots == (1, 2)


@pytest.mark.parametrize(
    ("one", "other", "kind", "are_one"),
    [
        ("the South Korean military", "South Korea's military", SourceKind.OFFICIAL_BODY, True),
        ("the South Korean military", "the North Korean military", SourceKind.OFFICIAL_BODY, False),
        ("the North Korean government", "the North", SourceKind.OFFICIAL_BODY, True),
        ("the Japanese ministry", "Japan's ministry", SourceKind.OFFICIAL_BODY, False),  # it has several
        (
            "an unnamed spokesman for the South's foreign ministry",
            "a spokeswoman of the South Korean Foreign Ministry in Seoul",
            SourceKind.ANONYMOUS_OFFICIAL,
            True,
        ),
        ("a Pentagon spokesman", "a spokeswoman for the Defense Department, who", SourceKind.ANONYMOUS_OFFICIAL, True),
        ("a Pentagon official", "an official at the Pentagon", SourceKind.ANONYMOUS_OFFICIAL, False),
        ("a spokesman for the World Ski Club", "a World Ski Club spokeswoman", SourceKind.ANONYMOUS_OFFICIAL, True),
        ("a spokesman", "a spokesman", SourceKind.ANONYMOUS_OFFICIAL, False),
        ("a statement from the Pentagon", "the Pentagon's statement", SourceKind.DOCUMENT, True),
    ],
)
def test_whoever_speaks_for_a_body_is_that_body_in_all_articles(
    one: str, other: str, kind: SourceKind, *, are_one: bool
) -> None:
    told_by = [Link(Role.ORIGIN, name, kind, f"{w}---------:it") for w, name in (("a", one), ("b", other))]
    fact = only_fact(*(article("ab"[number], number, link) for number, link in enumerate(told_by)))
    assert fact.independent_roots[1] == (1 if are_one else 2)


@pytest.mark.parametrize(("name", "most"), [("The Chosun Ilbo", 1), ("The paper", 2)])
def test_an_unnamed_paper_is_the_one_whose_name_its_article_prints(name: str, most: int) -> None:
    paper = Link(Role.ORIGIN, "a South Korean newspaper", SourceKind.OTHER_OUTLET, "a---------:paper")
    vague = story(
        "a", told(WORDS[0], paper, event="execution", time="2016-02"), told(f"{name} printed it first"), outlet="x"
    )
    named = article("b", 1, source("chosun-ilbo", SourceKind.OTHER_OUTLET))
    facts = findings_of([vague, named], read_knowledge()).facts
    assert [fact.independent_roots[1] for fact in facts if len(fact.articles) == 2] == [most]


def test_whoever_copies_an_article_s_summary_hangs_on_that_article_s_sources() -> None:
    summary = told(WORDS[0], event="execution", time="2016-02")
    first = story("a", summary, told(WORDS[1], KCNA, event="execution", time="2016-02"), outlet="x", day="2016-02-10")
    copied = story("b", summary, outlet="y", day="2016-02-11")
    (fact,) = findings_of([first, copied], read_knowledge()).facts
    assert [(root.id, [name[0] for name in root.articles]) for root in fact.roots] == [("kcna", ["a", "b"])]


def _body(root: str) -> Link:
    return source(root, SourceKind.OFFICIAL_BODY)


def test_a_capital_that_speaks_is_its_country() -> None:
    pyongyang = Link(Role.ORIGIN, "Pyongyang", SourceKind.OFFICIAL_BODY, "name:pyongyang")
    fact = only_fact(article("a", 0, _body("north-korea")), article("b", 1, pyongyang))
    assert fact.independent_roots == (1, 1)


@pytest.mark.parametrize(("other", "fewest"), [("white-house", 1), ("united-states:militar", 1), ("china:militar", 2)])
def test_a_government_and_its_own_body_may_be_one_voice(other: str, fewest: int) -> None:
    fact = only_fact(article("a", 0, _body("united-states")), article("b", 1, _body(other)))
    assert fact.independent_roots == (fewest, 2)


def test_what_articles_tell_themselves_on_other_days_may_have_one_origin() -> None:
    fact = only_fact(article("a", 0, day="2016-02-10"), article("b", 1, day="2016-02-16"))
    assert fact.independent_roots == (1, 2)
    assert Ground.OWN_WORDS in grounds(fact)


def test_unnamed_people_of_other_days_are_one_only_where_one_outlet_describes_them_alike() -> None:
    def told_on(name: str, number: int, words: str, day: str) -> Extraction:
        return article(name, number, source(f"{name}---------:{words}"), outlet="x", day=day)

    first = told_on("a", 0, "guard", "2016-02-10")
    assert only_fact(first, told_on("b", 1, "guard@120", "2016-02-20")).independent_roots == (1, 2)
    assert only_fact(first, told_on("b", 1, "cook", "2016-02-20")).independent_roots == (2, 2)


DAM = [
    "The new dam at Huichon cracked after the floods and two turbines stopped",
    "The dam at Huichon cracked after heavy floods and the turbines stopped",
    "Two turbines at Huichon stopped after the heavy floods",
]


def test_what_is_told_in_other_words_bears_nothing_out_for_sure() -> None:
    """It may tell of something else: the fewest origins, the event and the date leave it out."""
    bodies = [source(f"name:{name}", SourceKind.OFFICIAL_BODY) for name in "abc"]
    like, unlike = (told(DAM[1], bodies[1]), told(DAM[2], bodies[2], event="death", time="2016-02-03"))
    stories = [story("a", told(DAM[0], bodies[0])), story("b", like), story("c", unlike)]
    fact = only_fact(*stories)
    assert fact.independent_roots == (2, 3)
    (beside,) = (step for step in fact.steps if step.ground is Ground.OTHER_WORDS)
    assert (beside.claims, beside.roots) == (("c:0",), ("name:c",))
    assert (fact.event, fact.time.value) == (None, None)


@pytest.mark.parametrize(("mark", "most"), [('"', 1), ("", 2)])
def test_a_statement_without_a_name_is_whose_longer_quotation_it_is(mark: str, most: int) -> None:
    said = f"{mark}the marshals shall drown that cursed fortress with thunderous artillery{mark}"
    statement = source("a---------:statement", SourceKind.DOCUMENT)
    a = story("a", told(f"The army warned at dawn that {said}", statement), outlet="x")
    b = story("b", told(f"It added that {said}", KCNA), outlet="y")
    assert only_fact(a, b).independent_roots == (most, most)
