"""The extract contract (DESIGN.md, 12): an extraction as plain data for other programs and for scoring.

Beside the keys of DESIGN 12 a claim has `affected` and `agents` (mentions, as in `people`; a state stands among the
agents by its place), `count` (bounds [fewest, most] and a passage; most is null where it is open), `charge` and
`method` (passages), `outlook` ("forecast", "sign", "intent" or null), `horizon` (as `time`) and `causes` (passages of
cause, effect and cue). A link of the chain has `access`, `condition` (passages) and `count` where the article says
them. All passages are [start, end].
"""

from collections.abc import Iterable
from typing import Any

from attributed.model import Cause, Claim, Count, Extraction, Known, Link, Mention, Passage, Role


def as_contract(extraction: Extraction) -> dict[str, Any]:
    """One article and its claims as the JSON object that `attributed extract --jsonl` prints."""
    article = extraction.article
    return {
        "id": article.id,
        "published": _time(article.published),
        "outlet": {"name": article.outlet.value, "basis": article.outlet.basis},
        "zones": [
            {"kind": zone.kind.value, "start": zone.passage.start, "end": zone.passage.end} for zone in article.zones
        ],
        "claims": [_claim(claim) for claim in extraction.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "source": _pairs(claim.source),
        "cue": _pairs(claim.cue),
        "content": _pairs(claim.content),
        "form": claim.form.value,
        # the contract's chain goes from mouth to print; who wrote the article down is not one of its roles
        "chain": [_link(link) for link in claim.chain if link.role is not Role.WRITER],
        "source_kind": claim.source_kind.value if claim.source_kind else None,
        "hedge": claim.hedge.value,
        "polarity": claim.polarity.value,
        "time": _time(claim.time),
        "places": _mentions(claim.places),
        "people": _mentions(claim.people),
        "organisations": _mentions(claim.organisations),
        "event": claim.event,
        "nested_in": claim.nested_in,
        "affected": _mentions(claim.affected),
        "agents": _mentions(claim.agents),
        "count": _count(claim.count),
        "charge": _pair(claim.charge),
        "method": _pair(claim.method),
        "outlook": claim.outlook.value if claim.outlook else None,
        "horizon": _time(claim.horizon),
        "instead": list(claim.instead),
        "event_dated": claim.is_event_dated,
        "causes": [_cause(cause) for cause in claim.causes],
    }


def _link(link: Link) -> dict[str, Any]:
    found: dict[str, Any] = {"role": link.role.value, "name": link.name, "kind": link.kind, "root": link.root}
    if link.undecided:
        found["undecided"] = list(link.undecided)
    standing = {"access": _pair(link.access), "condition": _pair(link.condition), "count": _count(link.count)}
    return found | {name: value for name, value in standing.items() if value is not None}


def _count(count: Count | None) -> dict[str, Any] | None:
    return {"bounds": [count.fewest, count.most], "passage": _pair(count.passage)} if count else None


def _cause(cause: Cause) -> dict[str, Any]:
    return {"cause": _pair(cause.cause), "effect": _pair(cause.effect), "cue": _pair(cause.cue)}


def _time(known: Known) -> dict[str, Any]:
    return {"edtf": known.value, "basis": known.basis, "passage": _pair(known.passage)}


def _mentions(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    return [_mention(mention) for mention in mentions]


def _mention(mention: Mention) -> dict[str, Any]:
    found: dict[str, Any] = {"id": mention.id, "name": mention.name, "passage": _pair(mention.passage)}
    return found | ({"undecided": list(mention.undecided)} if mention.undecided else {})


def _pairs(passages: Iterable[Passage]) -> list[list[int]]:
    return [[passage.start, passage.end] for passage in passages]


def _pair(passage: Passage | None) -> list[int] | None:
    return [passage.start, passage.end] if passage else None
