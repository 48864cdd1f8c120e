"""A subject of another field: the same code reads it, and no code knows either subject.

wikinews_2019-09-12.txt: "US president Trump ousts national security advisor Bolton", Wikinews, 12 September 2019,
https://en.wikinews.org/wiki/US_president_Trump_ousts_national_security_advisor_Bolton, licence CC BY 2.5
(https://creativecommons.org/licenses/by/2.5/); changed: empty lines taken out, the title put on top.
"""

import ast
import shutil
from pathlib import Path

import pytest

import attributed
from attributed import paths
from attributed.cases import cases_of
from attributed.cases.rules import case_rules
from attributed.claims import extract_claims
from attributed.errors import BadKnowledge
from attributed.facts import findings_of
from attributed.facts.rules import status_rules
from attributed.grading import graded
from attributed.history import histories_of
from attributed.knowledge import Knowledge, find_mentions, read_knowledge
from attributed.model import Claim, Disagreement, Extraction
from attributed.reading import article_from_text, read_page_words

ARTICLE = Path(__file__).parent / "wikinews_2019-09-12.txt"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge("us-administration")


@pytest.fixture(scope="module")
def extraction(knowledge: Knowledge) -> Extraction:
    article = article_from_text(ARTICLE.name, ARTICLE.read_text(encoding="utf-8"), read_page_words())
    return next(iter(extract_claims([article], knowledge)))


def about(person: str, event: str, extraction: Extraction) -> list[Claim]:
    return [c for c in extraction.claims if c.event == event and person in {mention.id for mention in c.affected}]


def test_the_second_subject_has_people_with_offices_and_an_origin_each(knowledge: Knowledge) -> None:
    assert len(knowledge.people) >= 60
    assert sum(bool(person.offices) for person in knowledge.people.values()) >= 60
    assert all(office.origin for person in knowledge.people.values() for office in person.offices)
    assert sum(bool(office.end) for person in knowledge.people.values() for office in person.offices) >= 30
    assert {"dismissal", "resignation", "appointment", "nomination", "indictment"} <= set(knowledge.events)


def test_claims_name_its_people_and_its_events(extraction: Extraction) -> None:
    assert about("john-bolton", "resignation", extraction)
    named = {mention.id for claim in extraction.claims for mention in claim.people}
    assert {"donald-trump", "john-bolton", "mike-pompeo"} <= named


def test_surnames_lead_to_its_people(extraction: Extraction) -> None:
    text = extraction.article.text
    printed = {m.passage.of(text) for claim in extraction.claims for m in claim.people if m.id == "john-bolton"}
    assert {"Bolton", "John R. Bolton"} <= printed


def test_no_post_and_no_ocean_is_taken_for_an_outlet(knowledge: Knowledge) -> None:
    text = "Vice President Pence flew across the Atlantic. He told Vice News and The Atlantic of Reason and the Week."
    assert [mention.id for mention in find_mentions(text, knowledge).outlets] == ["vice", "the-atlantic"]


def test_its_namesakes_are_told_apart_by_the_post(knowledge: Knowledge) -> None:
    (secretary,) = find_mentions("It led to the firing of Navy Secretary Richard Spencer.", knowledge).people
    (other,) = find_mentions("A rioter hit the white nationalist Richard Spencer.", knowledge).people
    (alone,) = find_mentions("They spoke of Richard Spencer.", knowledge).people
    assert (secretary.id, other.id) == ("richard-spencer-navy", "richard-spencer-activist")
    assert alone.undecided == ("richard-spencer-activist", "richard-spencer-navy")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("statuses.toml", 'sightings = ["seem"]'),
        ("statuses.toml", 'once = ["dismisal"]'),
        ("statuses.toml", 'exclusive = [["dismissal", "resignaton"]]'),
        ("cases.toml", 'affairs = ["dismisal"]'),
        ("cases.toml", '[[fill]]\nfield = "charge"\nevents = ["dismisal"]'),
    ],
)
def test_a_rule_about_an_event_that_is_not_listed_is_told_with_its_line(
    name: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.SUBJECTS / "us-administration", tmp_path / "copy")
    (tmp_path / "copy" / name).write_text(f"# Rules\n{line}\n")
    monkeypatch.setattr(paths, "SUBJECTS", tmp_path)
    knowledge = read_knowledge("copy")
    with pytest.raises(BadKnowledge, match=rf"{name}, line {2 + line.count(chr(10))}: .*; no such id"):
        (status_rules if name == "statuses.toml" else case_rules)(knowledge)


def test_a_subject_without_rules_has_no_cases_and_grades_nothing(
    extraction: Extraction, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(paths.SUBJECTS / "us-administration", tmp_path / "bare")
    for name in ("cases.toml", "grading.toml", "statuses.toml"):
        (tmp_path / "bare" / name).unlink()
    monkeypatch.setattr(paths, "SUBJECTS", tmp_path)
    bare = read_knowledge("bare")
    findings = graded(findings_of([extraction], bare), [extraction], bare, {})
    assert {(fact.grade.source, fact.grade.information) for fact in findings.facts} == {("F", 6)}
    assert cases_of(findings, [extraction], bare) == ()
    (bolton, *_) = histories_of(findings, [extraction], bare)
    assert "resigned" in {status.status for status in (*bolton.statuses, *bolton.unfirm)}


@pytest.mark.parametrize("subject", ["north-korea", "us-administration"])
def test_no_code_knows_a_name_of_a_subject(subject: str) -> None:
    knowledge = read_knowledge(subject)
    listed = (knowledge.people, knowledge.organisations, knowledge.outlets)
    names = {e.name for entities in listed for e in entities.values() if " " in e.name}  # "Reason" is a word too
    names |= {e.id for entities in listed for e in entities.values() if "-" in e.id}
    names |= {p.name for p in knowledge.places.values() if p.kind in {"province", "county", "state", "country"}}
    found = [
        f"{path.name}: {word!r}"
        for path in sorted(Path(attributed.__file__).parent.rglob("*.py"))
        for word in strings_of(path)
        if any(name in word for name in names)
    ]
    assert found == []


def strings_of(path: Path) -> list[str]:
    """The strings of a module that do something: no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents
    ]


def test_fired_by_one_report_and_resigned_by_another_is_a_conflict_that_makes_both_doubtful() -> None:
    knowledge = read_knowledge("us-administration")
    lines = {
        "2019-09-10": "President Trump fired John Bolton on Tuesday, an official said.",
        "2019-09-11": "John Bolton resigned on Tuesday, his lawyer said.",
        "2019-12-20": "John Bolton resigned from the board of the bank on Friday, its head said.",
    }
    articles = [article_from_text(day, line, read_page_words(), published=day) for day, line in lines.items()]
    extractions = list(extract_claims(articles, knowledge))
    findings = graded(findings_of(extractions, knowledge), extractions, knowledge, {})
    (conflict,) = findings.conflicts
    assert (conflict.about, conflict.values) == (Disagreement.STATUS, ("dismissed", "resigned"))
    doubtful = {fact.id for fact in findings.facts if fact.grade.information == 4}
    assert doubtful == set(conflict.facts)
