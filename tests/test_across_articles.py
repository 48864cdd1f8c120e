"""What real articles of the pool say against each other, and what later ones make of earlier ones."""

import gzip
import json
from collections.abc import Iterator

import pytest

from attributed import paths
from attributed.claims import extract_claims
from attributed.facts import findings_of
from attributed.grading import graded
from attributed.history import histories_of, overturned
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import Conflict, Disagreement, Extraction
from attributed.outcomes import outcomes_of
from attributed.reading import article_from_text, read_page_words

POOL = paths.PROJECT.parent / "shared" / "corpora" / "pool" / "allsides_9k.jsonl.gz"
TWO_STUDIES = "abp-kUm61ygbcIbiZJ0F"  # of how many died in Puerto Rico
RESIGNED, FIRED = "abp-PthV82ohrxQFvdog", "abp-7l8lLQj3uvHdQjts"  # Michael Flynn, on one day
KILLED_2015, KILLED_2019 = "abp-eA8lGynnkurlomBd", "abp-JbW9TxwpjP38Qdgo"  # Abu Bakr al-Baghdadi
TO_BE_FIRED, WAS_FIRED = "abp-ReFQLEj11m9iHhbq", "abp-zxGQ9EugNrJSlRUE"  # Jeff Sessions
IDS = frozenset({TWO_STUDIES, RESIGNED, FIRED, KILLED_2015, KILLED_2019, TO_BE_FIRED, WAS_FIRED})

pytestmark = pytest.mark.skipif(not POOL.exists(), reason="the corpora lie beside the checkout of developers only")


@pytest.fixture(scope="module")
def rows() -> dict[str, dict[str, str]]:
    with gzip.open(POOL, "rt", encoding="utf-8") as lines:
        return {row["id"]: row for row in map(json.loads, lines) if row["id"] in IDS}


def extracted(knowledge: Knowledge, *rows: dict[str, str]) -> list[Extraction]:
    page = read_page_words()
    articles = [
        article_from_text(row["id"], row["text"], page, title=row["title"], published=row["date"], outlet=row["outlet"])
        for row in rows
    ]
    return list(extract_claims(articles, knowledge))


def sides(conflict: Conflict, extractions: list[Extraction]) -> Iterator[str]:
    text_of = {claim.id: claim.text_in(one.article) for one in extractions for claim in one.claims}
    return (text_of[claim] for claim in conflict.claims)


def test_two_studies_that_count_other_numbers_of_dead_contradict_each_other(rows: dict[str, dict[str, str]]) -> None:
    knowledge = read_knowledge("north-korea")
    extractions = extracted(knowledge, rows[TWO_STUDIES])
    (conflict,) = findings_of(extractions, knowledge).conflicts
    assert (conflict.about, conflict.values) == (Disagreement.COUNT, ("2,975", "4,140–5,060"))
    origins = {c.id: c.origin.name for one in extractions for c in one.claims}
    george_washington, harvard = (origins[claim] or "" for claim in conflict.claims)
    assert "George Washington" in george_washington
    assert "Harvard" in harvard


def test_fired_in_one_article_and_resigned_in_another(rows: dict[str, dict[str, str]]) -> None:
    knowledge = read_knowledge("us-administration")
    extractions = extracted(knowledge, rows[RESIGNED], rows[FIRED])
    (conflict,) = findings_of(extractions, knowledge).conflicts
    assert (conflict.about, conflict.values) == (Disagreement.STATUS, ("resigned", "dismissed"))
    assert [said.startswith("Flynn ") for said in sides(conflict, extractions)] == [True, True]


def test_who_was_killed_in_2019_was_not_killed_in_2015(rows: dict[str, dict[str, str]]) -> None:
    knowledge = read_knowledge("north-korea")
    extractions = extracted(knowledge, rows[KILLED_2015], rows[KILLED_2019])
    findings = findings_of(extractions, knowledge)
    findings = graded(
        overturned(findings, histories_of(findings, extractions, knowledge), knowledge), extractions, knowledge, {}
    )
    early = [fact for fact in findings.facts if fact.overturned_by]
    assert {fact.claims[0].article for fact in early} == {extractions[0].article.sha256}
    assert {fact.grade.information for fact in early} == {5}
    assert ("dead", "died later") in {conflict.values for conflict in findings.conflicts}


def test_a_forecast_is_borne_out_by_the_next_year_s_article(rows: dict[str, dict[str, str]]) -> None:
    knowledge = read_knowledge("us-administration")
    extractions = extracted(knowledge, rows[TO_BE_FIRED], rows[WAS_FIRED])
    findings = findings_of(extractions, knowledge)
    borne_out = [one for one in outcomes_of(findings, extractions, knowledge) if one.borne_out_by]
    text_of = {claim.id: claim.text_in(one.article) for one in extractions for claim in one.claims}
    assert ["would fire Sessions after the midterm" in text_of[one.claim] for one in borne_out] == [True]
    (fact,) = (fact for fact in findings.facts if fact.id in borne_out[0].borne_out_by)
    assert fact.time.value == "2018-11"
