from attributed.facts import findings_of
from attributed.knowledge import read_knowledge
from attributed.model import Fact, Hedge, Polarity, SourceKind
from tests.stories import source, story, told

EXECUTED = "Army chief Hyon Yong Chol was executed in Pyongyang this month on charges of corruption and factionalism"
ALSO_EXECUTED = "Hyon Yong Chol, the army's chief, was executed in Pyongyang this month for corruption and factionalism"
OFFICIAL, ENVOY = source("official"), source("envoy")


def facts(*stories: object) -> tuple[Fact, ...]:
    return findings_of(stories, read_knowledge()).facts  # type: ignore[arg-type]


def shared(found: tuple[Fact, ...]) -> list[set[str]]:
    """The facts that more than one article tells, by the first letter of their articles' names."""
    return [{article[0] for article in fact.articles} for fact in found if len(fact.articles) > 1]


def test_two_articles_that_tell_one_execution_of_one_person_give_one_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_words_that_a_whole_ledger_has_bring_no_two_statements_together() -> None:
    topic = "Envoys spoke of missile sanctions"
    places = [f"{letter}{other}burg" for letter in "bcdfghjklmnp" for other in "aeiouwxyz"]
    ledger = [story(f"{name}", told(f"{topic} at {name} before dawn", OFFICIAL)) for name in places]
    assert shared(facts(*ledger[:2])) != []
    assert shared(facts(*ledger)) == []


def test_the_same_words_of_two_people_are_two_facts() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story(
        "b", told(EXECUTED.replace("Hyon Yong Chol", "Jang Song Thaek"), ENVOY, event="execution", time="2016-02")
    )
    assert shared(facts(a, b)) == []


def test_a_denial_is_never_the_same_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02", polarity=Polarity.DENIED))
    assert shared(facts(a, b)) == []


def test_what_is_supposed_or_ordered_is_not_what_was_done() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution"))
    for hedge in (Hedge.HYPOTHETICAL, Hedge.ORDERED):
        assert shared(facts(a, story("b", told(EXECUTED, ENVOY, event="execution", hedge=hedge)))) == []


def test_counts_that_exclude_each_other_keep_facts_apart() -> None:
    words = "The ministry punished officials of the trade office for taking bribes from smugglers"
    a = story("a", told(words, OFFICIAL, event="punishment", count=(40, None)))
    b = story("b", told(words, ENVOY, event="punishment", count=(20, 20)))
    assert shared(facts(a, b)) == []


def test_days_that_exclude_each_other_keep_facts_apart() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02-03"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-03-03"))
    assert shared(facts(a, b)) == []


def test_a_day_without_a_year_brings_two_affairs_not_together() -> None:
    a = story("a", told("Kim warned officials against forming cliques", OFFICIAL, event="warning", time="XXXX-12-09"))
    b = story("b", told("Kim told soldiers to harvest rice quickly", ENVOY, event="warning", time="2024-12-09"))
    assert shared(facts(a, b)) == []


def test_opinions_of_two_people_stay_two_facts_unless_they_are_the_same_words() -> None:
    one, other = source("lee", SourceKind.NAMED_EXPERT), source("park", SourceKind.NAMED_EXPERT)
    a = story("a", told("The purge shows that the leadership feels weak and fears rivals in the army", one))
    b = story("b", told("The purge shows that the leadership is strong and has no rivals to fear", other))
    assert shared(facts(a, b)) == []


def test_two_reports_of_one_quotation_are_one_fact() -> None:
    words = "We have always treated the prisoners as the laws of our country demand of us"
    a, b = (story(name, told(words, source(f"official of {name}"))) for name in "ab")
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_what_may_be_the_same_is_said_apart() -> None:
    a = story(
        "a",
        told("Hyon Yong Chol was executed by firing squad in February", OFFICIAL, event="execution"),
        told("Nobody speaks of the execution in the streets", OFFICIAL, event="execution", befalls=False),
    )
    one, other = facts(a)
    assert one.may_be == (other.id,)
    assert other.may_be == (one.id,)


def test_a_fact_keeps_its_id_when_a_later_article_joins_it() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"), day="2016-02-10")
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"), day="2016-02-11")
    (alone,) = facts(a)
    (together,) = facts(b, a)
    assert alone.id == together.id
    assert len(together.claims) == 2


def test_removing_an_article_removes_its_claims_and_no_other() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    before = {claim.id for fact in facts(a, b) for claim in fact.claims}
    after = {claim.id for fact in facts(a) for claim in fact.claims}
    assert after == {claim.id for claim in a.claims}
    assert before - after == {claim.id for claim in b.claims}


def test_the_most_precise_date_dates_a_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    (fact,) = facts(a, b)
    assert fact.time.value == "2016-02"
