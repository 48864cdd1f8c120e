from attributed.facts import findings_of
from attributed.knowledge import read_knowledge
from tests.stories import source, story, told

SOURCE = source("source")


def flagged(*claims: object) -> list[str]:
    made = story("a", *claims)  # type: ignore[arg-type]
    found = findings_of([made], read_knowledge()).unsupported
    return [one.passage.of(made.article.text) for one in found]


def test_a_part_of_the_lead_that_nobody_bears_out_is_flagged() -> None:
    lead = told("The order raised fears among party officials and army commanders", event="fear")
    body = told("The commanders are afraid of what may come", SOURCE, event="fear")
    assert flagged(lead, body) == ["party officials"]


def test_a_lead_whose_parts_are_all_borne_out_is_not_flagged() -> None:
    lead = told("The order raised fears among party officials and army commanders", event="fear")
    body = told("The commanders are afraid of what may come", SOURCE, event="fear")
    more = told("The officials live in fear as well", SOURCE, event="fear")
    assert flagged(lead, body, more) == []


def test_the_article_s_own_words_bear_nothing_out() -> None:
    lead = told("The order raised fears among party officials and army commanders", event="fear")
    body = told("The commanders are afraid of what may come", SOURCE, event="fear")
    own = told("The officials live in fear as well", event="fear")
    assert flagged(lead, body, own) == ["party officials"]


def test_joined_verbs_and_things_are_no_parts() -> None:
    lead = told("He had surgery to treat both ankles and remains in hospital", event="illness")
    body = told("The surgery on his ankles took hours", SOURCE, event="illness")
    assert flagged(lead, body) == []
