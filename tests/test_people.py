"""People in claims: who is a person in no list, and to whom a surname alone leads."""

import pytest

from attributed.claims.names import Names, names_in
from attributed.claims.tree import Tree
from attributed.claims.words import read_words
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import UNKNOWN, Article, Known, ZoneKind
from attributed.model.article import Passage, Zone
from attributed.parsing import parse


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge("north-korea")


def names_of(text: str, knowledge: Knowledge, published: str | None = None) -> Names:
    """The names of an article with this text."""
    verbs = frozenset(verb for verb, stance in knowledge.english.reporting_verbs.items() if stance != "show")
    body = Zone(ZoneKind.BODY, Passage(0, len(text)))
    article = Article("a", "0" * 64, text, UNKNOWN, (body,), Known(published, "given by the user"), UNKNOWN)
    ((_, doc),) = parse([article])
    return names_in(Tree.of(doc), knowledge, read_words(verbs | {"according"}), article)


def printed(text: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    return [(mention.passage.of(text), mention.name) for mention in names_of(text, knowledge).people]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("They met Mairead Tagoe, who had walked from Wonsan.", "Mairead Tagoe"),
        ("Freed with him was Otho Warmblad, 21, of Ohio.", "Otho Warmblad"),
        ("Much is known to one longtime watcher, Zoltan Verebes, in Seoul.", "Zoltan Verebes"),
        ("The hearing was led by Leymah Okoro, a retired judge.", "Leymah Okoro"),
        ("The walk was joined by Gloriana Steinberg. It was long. “We tried,” Steinberg said.", "Gloriana Steinberg"),
        ("Organizer Christine Ahnert thanked them.", "Christine Ahnert"),
        ("The leader's brother, Marek Tolsin, stayed away.", "Marek Tolsin"),
        ("British Prime Minister Theresa May called on China to act.", "Theresa May"),
        ("The envoy, Robert King, left.", "Robert King"),
        ("It is owned by a man named Wang Qianqu.", "Wang Qianqu"),
        ("The list named Pak Song Gun and others.", "Pak Song Gun"),  # by the subject's way of writing names
        ("The ambassador to the UN Samantha Powell was among them.", "Samantha Powell"),
    ],
)
def test_what_only_people_have_makes_a_person_of_a_name(text: str, person: str, knowledge: Knowledge) -> None:
    assert person in {name for _, name in printed(text, knowledge)}


@pytest.mark.parametrize(
    "text",
    [
        "The law firm Steptoe & Johnson LLP, who represents it, was silent.",
        "The New Yorker, a magazine, reported it.",
        "They met the Chief Cabinet Secretary, the minister and others.",
        "The Trump-Moon summit is near.",
        "The train left Song Bong Gun station.",
        "They hired San Francisco-based CloudFlare, which said so.",
        "It was signed in Baltic Heights, a town by the sea.",
        "Cases rose in Cook County, Ill., and in Wayne County.",
        "The law was a boon to Chinese Malaysians, who welcomed it.",
        "They went to Baltic Ship Management, which said so.",
    ],
)
def test_a_body_or_a_town_is_no_person(text: str, knowledge: Knowledge) -> None:
    assert printed(text, knowledge) == []


def test_a_surname_behind_an_office_is_led_to_its_bearer(knowledge: Knowledge) -> None:
    text = "David Verebes spoke on Monday. Later Secretary of State Verebes left."
    assert printed(text, knowledge) == [("David Verebes", "David Verebes"), ("Verebes", "David Verebes")]


def test_a_surname_before_the_full_name_is_led_to_the_only_bearer(knowledge: Knowledge) -> None:
    text = "Critics faulted Kim for it. Later Kim Jong Un left the hall."
    assert printed(text, knowledge)[0] == ("Kim", "Kim Jong Un")


def test_a_surname_is_left_open_beside_a_namesake_who_has_just_spoken(knowledge: Knowledge) -> None:
    text = "Kim Jong Un left. Kim was ill. “He limps,” said Kim Sung-ho, a scholar. Kim will return."
    assert [words for words, _ in printed(text, knowledge)] == ["Kim Jong Un", "Kim", "Kim Sung-ho"]
    apart = text.replace(" Kim will", "\n\nKim will")
    assert printed(apart, knowledge)[-1] == ("Kim", "Kim Jong Un")


def test_a_surname_shares_what_is_undecided_of_its_bearer(knowledge: Knowledge) -> None:
    named, alone = names_of("Ri Yong Ho was seen. People greeted Ri.", knowledge).people
    assert (named.id, named.key) == (alone.id, alone.key) == (None, None)
    assert {"ri-yong-ho-army", "ri-yong-ho-foreign"} <= set(named.undecided) == set(alone.undecided)


def test_people_in_no_list_have_one_key_in_all_articles(knowledge: Knowledge) -> None:
    keys = {
        names_of(f"An analyst, {name}, said so.", knowledge).people[0].key
        for name in ("Zoltan Verebes", "Zoltan B. Verebes", "Zolt\u00e1n Verebes")
    }
    assert keys == {"name:zoltan verebes"}
    (titled,) = names_of("They met Mr. Verebes on Monday.", knowledge).people
    assert titled.key is None


def test_of_two_in_full_the_last_who_spoke_is_meant(knowledge: Knowledge) -> None:
    text = "Wang Yi said it. Wang Tong, a professor, said the border was quiet. “Nobody wants a war,” Wang said."
    assert printed(text, knowledge)[-1] == ("Wang", "Wang Tong")
    late = text.replace("“Nobody", "Wang Yi left. “Nobody")
    assert printed(late, knowledge)[-1] == ("Wang Yi", "Wang Yi")


def test_ms_is_not_the_brother(knowledge: Knowledge) -> None:
    text = "Kim Jong Un left. Kim’s sister, Kim Yo Jong, stayed. They met Ms. Kim."
    assert printed(text, knowledge)[-1] == ("Kim", "Kim Yo Jong")


def test_a_given_name_cut_short_is_the_same_person(knowledge: Knowledge) -> None:
    text = "Kenneth Varga, 40, was held. “I met Ken Varga,” he said. Later Varga was freed."
    assert {name for _, name in printed(text, knowledge)} == {"Kenneth Varga"}


def test_a_surname_alone_is_not_the_grandfather(knowledge: Knowledge) -> None:
    text = "Kim Jong Un rose on the birthday of his grandfather, Kim Il Sung. One of Kim’s aides waved."
    assert printed(text, knowledge)[-1] == ("Kim", "Kim Jong Un")


def test_a_surname_before_its_only_title_is_led_to_its_bearer(knowledge: Knowledge) -> None:
    text = "The envoy met Putin. Later they sent President Putin a letter."
    assert {name for _, name in printed(text, knowledge)} == {"Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("They met Hassan al-Sabri, a cleric. Sabri fell ill.", ["Hassan al-Sabri", "Hassan al-Sabri"]),
        ("Prosecutor Eric Van Der Loo came. Van Der Loo said so.", ["Eric Van Der Loo", "Eric Van Der Loo"]),
        ("It was signed by Fred and Cindy Warmblad.", ["Fred Warmblad", "Cindy Warmblad"]),
        (
            "Jeffrey Fowle and Mathius Millar were held. Millar is well.",
            ["Jeffrey Fowle", "Mathius Millar", "Mathius Millar"],
        ),
        ("Sviata Tsikhan, a candidate, held a rally. Tsikhan arrived late.", ["Sviata Tsikhan", "Sviata Tsikhan"]),
        ("Obama said so.", ["Barack Obama"]),
        (
            "His sister, Kim Yo Jong, rules. Kim fell ill, and no one has seen Kim Jong Un.",
            ["Kim Yo Jong", "Kim Jong Un"],
        ),
        ("William Bergen left. “Bill Bergen is no leader,” she said.", ["William Bergen", "William Bergen"]),
        ("The harbour’s Chief Executive Carla Lamm left.", ["Carla Lamm"]),
        ("President Trump came. With him was Ivanka Trump.", ["Donald Trump", "Ivanka Trump"]),
        ("The Undersecretary for Policy James Millar left.", ["James Millar"]),
        ("Otto Warmbier left. U.S. President Trump’s words were few.", ["Otto Warmbier", "Donald Trump"]),
        ("Miller said so in May.", []),  # a listed man of that surname, whom no office makes known
    ],
)
def test_people_go_by_parts_of_their_names(text: str, people: list[str], knowledge: Knowledge) -> None:
    assert [name for _, name in printed(text, knowledge)] == people


def test_a_ship_named_after_somebody_is_nobody(knowledge: Knowledge) -> None:
    assert printed("The USS John Paul Boyd and the carrier Robert Lee left the port on Monday.", knowledge) == []


def test_the_matter_of_an_office_is_no_name(knowledge: Knowledge) -> None:
    text = "Defence chief Carl Brunner resigned. Defence Secretary Brunner had been ill."
    assert ("Brunner", "Carl Brunner") in printed(text, knowledge)


def test_whom_and_joins_to_somebody_is_somebody(knowledge: Knowledge) -> None:
    text = "Armed men took Leocadio Lopez and Mayor Antonio Ruiz from their homes. Lilka Torni posted a video."
    assert {name for _, name in printed(text, knowledge)} == {"Leocadio Lopez", "Antonio Ruiz", "Lilka Torni"}


def test_two_with_one_address_and_members_of_a_party_are_people(knowledge: Knowledge) -> None:
    text = "Messrs. Trump and Macron met Republican Adam Boyd of Ohio, who was late, and Hasan Edmonds, who was not."
    assert [name for name, _ in printed(text, knowledge)] == ["Trump", "Macron", "Adam Boyd", "Hasan Edmonds"]
