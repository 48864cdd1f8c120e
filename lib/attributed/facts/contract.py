"""The facts contract (DESIGN.md, 12): findings as plain data for other programs and for scoring."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attributed.model import Article, Conflict, Fact, Findings, Mention, Root, Step


def as_contract(findings: Findings, articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """Each fact as the JSON object that `attributed facts --jsonl` prints."""
    by_hash = {article.sha256: article for article in articles}
    conflicts: dict[str, list[dict[str, str]]] = {}
    for conflict in findings.conflicts:
        for own, other in ((0, 1), (1, 0)):
            conflicts.setdefault(conflict.facts[own], []).append(_conflict(conflict, own, other))
    for fact in findings.facts:
        yield _fact(fact, by_hash, conflicts.get(fact.id, []))


def _fact(fact: Fact, articles: Mapping[str, Article], conflicts: list[dict[str, str]]) -> dict[str, Any]:
    first = fact.claims[0]
    outlets = {articles[sha256].outlet.value for sha256 in fact.articles} - {None}
    return {
        "id": fact.id,
        "event": fact.event,
        "statement": " ".join(first.text_in(articles[first.article]).split()),
        "edtf": fact.time.value,
        "people": _names(mention for claim in fact.claims for mention in (*claim.affected, *claim.people)),
        "places": _names(mention for claim in fact.claims for mention in claim.places),
        "claims": [
            {
                "article": articles[claim.article].id,
                "claim": claim.id,
                "content": [[passage.start, passage.end] for passage in claim.content],
            }
            for claim in fact.claims
        ],
        "articles": len(fact.articles),
        "outlets": len(outlets),
        "roots": [_root(root, articles) for root in fact.roots],
        "independent_roots": list(fact.independent_roots),
        "steps": [_step(step) for step in fact.steps],
        "may_be": list(fact.may_be),
        "conflicts": conflicts,
        "overturned_by": fact.overturned_by,
        "grade": {
            "source": fact.grade.source,
            "information": fact.grade.information,
            "why": "; ".join(fact.grade.why),
        },
    }


def _names(mentions: Iterable[Mention]) -> list[str]:
    return list({mention.key or mention.name: mention.name for mention in mentions}.values())


def _root(root: Root, articles: Mapping[str, Article]) -> dict[str, Any]:
    held = [articles[sha256].id for sha256 in root.articles]
    return {"id": root.id, "name": root.name, "kind": root.kind, "articles": held}


def _step(step: Step) -> dict[str, Any]:
    return {
        "ground": step.ground.value,
        "roots": list(step.roots),
        "claims": list(step.claims),
        "certain": step.is_certain,
    }


def _conflict(conflict: Conflict, own: int, other: int) -> dict[str, str]:
    return {
        "with": conflict.facts[other],
        "about": conflict.about.value,
        "why": f"{conflict.values[own]} here, {conflict.values[other]} there",
    }
