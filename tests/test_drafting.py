"""What a briefing puts first."""

from dataclasses import replace

from attributed.cases.news import headlined
from attributed.drafting import Order, headline, roots_behind, sources, takeaways
from attributed.facts.leads import lead_end
from attributed.knowledge import read_knowledge
from attributed.model import Extraction, Hedge, Passage, Role, SourceKind, Zone, ZoneKind
from tests.made import article, claim, facts_of, speaker

WEIGHTS = {"execution": 100, "purge": 80, "meeting": 10}


def order(*, headlined: frozenset[str] = frozenset(), lead: int = 0) -> Order:
    return Order(WEIGHTS, {"sha-of-a.txt": headlined}, {"sha-of-a.txt": lead})


def test_an_old_execution_told_as_background_stands_behind_the_news() -> None:
    news = claim("news", speaker("agency"), event="purge", content=(0, 10))
    background = claim("background", speaker("expert"), event="execution", content=(500, 510))
    facts = facts_of([Extraction(article("x"), (background, news))])
    assert [fact.event for fact in takeaways(facts, order(headlined=frozenset({"purge"})))] == ["purge", "execution"]
    assert headline(facts, order(lead=100)) == (("purge", Hedge.REPORTED, 1),)


def test_what_is_said_firmly_comes_before_what_is_only_possible() -> None:
    possible = replace(claim("possible", speaker("a"), event="purge", content=(0, 9)), hedge=Hedge.POSSIBLE)
    firm = claim("firm", speaker("b"), event="purge", content=(50, 60))
    facts = facts_of([Extraction(article("x"), (possible, firm))])
    assert [fact.claims[0].id for fact in takeaways(facts, order())] == ["firm"]


def test_a_fact_without_an_event_of_the_subject_is_no_takeaway() -> None:
    facts = facts_of([Extraction(article("x"), (claim("a", speaker("s")),))])
    assert takeaways(facts, order(lead=100)) == ()


def test_a_title_names_its_events_in_any_regular_form() -> None:
    text = "Leader warns of purges\nHe spoke."
    titled = replace(article(text), zones=(Zone(ZoneKind.TITLE, Passage(0, 22)), Zone(ZoneKind.BODY, Passage(23, 32))))
    assert {"warning", "purge"} <= headlined(titled, read_knowledge())
    assert "execution" not in headlined(titled, read_knowledge())


def test_the_lead_is_the_first_line_of_the_body() -> None:
    assert lead_end(article("First paragraph.\nSecond.")) == len("First paragraph.")


def test_the_article_s_own_words_are_no_source() -> None:
    own = claim("own", speaker("publisher"), kind=SourceKind.REPORTER)
    told = claim("told", speaker("kim"), speaker("agency", role=Role.RELAY))
    assert [source.root for source in sources([own, told])] == ["kim", "agency"]
    assert roots_behind([own, told]) == (1, 1)
