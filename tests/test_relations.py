"""Relations between claims of the seeds, marked by hand: each that the two articles can show holds in our findings."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest

from attributed import paths
from attributed.claims import extract_claims
from attributed.claims.contract import as_contract
from attributed.facts import findings_of
from attributed.knowledge import read_knowledge
from attributed.model import Claim, Extraction, Fact, Findings, Passage
from attributed.reading import read_article, read_page_words
from attributed.scoring.cases import cases_of

Relation = Mapping[str, Any]
RELATIONS = [json.loads(line) for line in (paths.GOLD / "relations.jsonl").read_text(encoding="utf-8").splitlines()]
MARKS = [json.loads(line) for line in (paths.GOLD / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
EXTERNAL = "external"  # begins the type of a relation to an article that is not here


class Seen(NamedTuple):
    """What we make of the seeds."""

    findings: Findings
    claims: Mapping[str, Claim]  # by the mark's id
    extractions: tuple[Extraction, ...]

    def facts_with(self, *claims: Claim) -> list[Fact]:
        ids = {claim.id for claim in claims}
        return [fact for fact in self.findings.facts if ids <= {claim.id for claim in fact.claims}]


@cache
def seen() -> Seen:
    page, knowledge = read_page_words(), read_knowledge()
    seeds = [read_article(path, page) for path in sorted(paths.SEEDS.glob("*.txt"))]
    extractions = tuple(extract_claims(seeds, knowledge))
    ours = {extraction.article.id: extraction.claims for extraction in extractions}
    texts = {article.id: article.text for article in seeds}
    claims = {
        case.marked[i]["id"]: ours[case.name][j]
        for case in cases_of(MARKS, [as_contract(extraction) for extraction in extractions], texts)
        for i, j in case.pairs
    }
    return Seen(findings_of(extractions, knowledge), claims, extractions)


def others(relation: Relation) -> list[Claim]:
    named = relation["b"] if isinstance(relation["b"], list) else [relation["b"]]
    return [seen().claims[name] for name in named]


def roots(claim: Claim) -> set[str]:
    return {link.root for link in claim.speakers}


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether a fact holds both, or two facts are said to be perhaps the same."""
    if seen().facts_with(one, other):
        return True
    ours, theirs = seen().facts_with(one), seen().facts_with(other)
    return any(b.id in a.may_be or a.id in b.may_be for a in ours for b in theirs)


def told_twice(one: Claim, other: Claim) -> bool:
    """Whether a fact counts the two as independent without doubt."""
    return any(
        fact.independent_roots[0] > 1
        and not any({one.origin.root, other.origin.root} <= set(s.roots) for s in fact.steps)
        for fact in seen().facts_with(one, other)
        if one.origin.root != other.origin.root
    )


def is_one_thing(relation: Relation) -> None:
    assert may_be_one(seen().claims[relation["a"]], *others(relation))


def has_one_root(relation: Relation) -> None:
    (other,) = others(relation)
    claim = seen().claims[relation["a"]]
    assert roots(claim) & roots(other)
    assert claim.origin.root == other.origin.root


def is_not_independent(relation: Relation) -> None:
    assert not told_twice(seen().claims[relation["a"]], *others(relation))


def is_one_or_two_persons(relation: Relation) -> None:
    (other,) = others(relation)
    claim = seen().claims[relation["a"]]
    assert claim.origin.root != other.origin.root
    assert other.origin.root in claim.origin.undecided
    assert not told_twice(claim, other)


def corroborates(relation: Relation) -> None:
    (other,) = others(relation)
    claim = seen().claims[relation["a"]]
    assert may_be_one(claim, other)
    assert not roots(claim) & roots(other)
    assert all(fact.independent_roots[1] > 1 for fact in seen().facts_with(claim, other))


def sums_up(relation: Relation) -> None:
    """The lead's source is one of the body's or nobody; what no source in the body says is flagged."""
    claim = seen().claims[relation["a"]]
    lead = {claim.origin.root, *claim.origin.undecided}
    assert {other.origin.root for other in others(relation)} <= lead
    assert not any(told_twice(claim, other) for other in others(relation))
    text = next(e.article.text for e in seen().extractions if e.article.sha256 == claim.article)
    flagged = [one.passage.of(text) for one in seen().findings.unsupported if one.claim == claim.id]
    if "NO support" in relation["note"]:
        assert any("ruling party officials" in words for words in flagged)
        assert not any("military" in words for words in flagged)
    else:
        assert flagged == []


def is_two_things(relation: Relation) -> None:
    (other,) = others(relation)
    mark = next(mark for mark in MARKS if mark["id"] == relation["a"])
    if mark["kind"] == "claim":
        assert not may_be_one(seen().claims[relation["a"]], other)
    else:
        caption = [Passage(span["start"], span["end"]) for span in mark["content_spans"]]
        said = [e.claims for e in seen().extractions if e.article.id == mark["doc"]]
        assert not any(place.covers(inner) for c in said[0] for inner in c.content for place in caption)


def has_one_place(relation: Relation) -> None:
    assert common_ids(relation, lambda claim: [place.id for place in claim.places])


def has_one_person(relation: Relation) -> None:
    assert common_ids(relation, lambda claim: [person.id for person in claim.people])


def common_ids(relation: Relation, ids: Callable[[Claim], Sequence[str | None]]) -> set[str | None]:
    (other,) = others(relation)
    return set(ids(seen().claims[relation["a"]])) & set(ids(other)) - {None}


CHECKS: Mapping[str, Callable[[Relation], None]] = {
    "same_event": is_one_thing,
    "same_content": is_one_thing,
    "same_root": has_one_root,
    "probably_same_root": is_not_independent,
    "echo": is_not_independent,
    "identity_undetermined": is_one_or_two_persons,
    "corroborates": corroborates,
    "summary_of": sums_up,
    "must_not_merge": is_two_things,
    "same_place": has_one_place,
    "same_person": has_one_person,
}


def named(relation: Relation) -> str:
    return f"{relation['type']} {relation['a']} {relation.get('b', '')}"


@pytest.mark.parametrize("relation", [r for r in RELATIONS if not r["type"].startswith(EXTERNAL)], ids=named)
def test_a_relation_that_the_two_articles_show_holds(relation: Relation) -> None:
    CHECKS[relation["type"]](relation)


@pytest.mark.parametrize("relation", [r for r in RELATIONS if r["type"].startswith(EXTERNAL)], ids=named)
def test_a_relation_to_an_article_that_is_not_here_is_not_shown(relation: Relation) -> None:
    pytest.skip(f"needs the article at {relation['external']}: {relation['note']}")
