"""The briefing of the two seeds as it would be if extraction made no mistake: built from the hand-marked claims."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any, ClassVar, cast

from attributed import paths
from attributed.briefing import Briefing, Making, Request
from attributed.drafting import build_briefing
from attributed.knowledge import EventType, Knowledge, read_knowledge
from attributed.model import (
    Article,
    Claim,
    Extraction,
    Findings,
    Form,
    Hedge,
    Known,
    Link,
    Mention,
    Passage,
    Polarity,
    Role,
    SourceKind,
)
from attributed.reading import read_article, read_page_words
from tests.made import facts_of

HEDGES = {"directive": "ordered", "hedged": "possible", "presupposed": "reported", "rhetorical": "reported"}
EVENTS = {  # gold's event type: (label, weight, status, noun)
    "execution": ("execution", 9, "executed", "execution"),
    "purge": ("purge", 8, "purged", "purge"),
    "dissolution_and_punishment": ("dissolution and punishment", 7, None, "dissolution"),
    "detention": ("detention", 6, "detained", "detention"),
    "condemnation": ("condemnation", 5, None, "condemnation"),
    "warning": ("warning", 4, None, "warning"),
    "directive_delivery": ("directive", 3, None, "directive"),
    "fear_reaction": ("fear of a purge", 2, None, "fear"),
    "leader_visit": ("visit", 1, None, "visit"),
    "absence": ("absence", 1, None, "absence"),
}
HANGUL = {"KJU": "김정은", "JST": "장성택", "KWH": "김원홍", "RSW": "리상원"}
KINDS = {"official_document": "document", "unstated": "unattributed_hearsay"}
MAY_BE_ONE = {"A:src1": ("A:src2",), "A:src2": ("A:src1",)}


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    hangul: str


class GoldKnowledge:
    """As much of a subject as drafting asks for."""

    subject: ClassVar = SimpleNamespace(id="north-korea", country="north-korea")
    organisations: ClassVar[dict[str, object]] = {}
    places: ClassVar[dict[str, object]] = {}
    corrections: ClassVar[tuple[object, ...]] = ()

    events: ClassVar = dict(read_knowledge().events) | {
        name: EventType(name, label, weight, status, verbs=frozenset(), nouns=frozenset({noun}), phrases=())
        for name, (label, weight, status, noun) in EVENTS.items()
    }
    index = read_knowledge().index
    outlets = read_knowledge().outlets
    people: ClassVar = {name: Person(name, name, hangul) for name, hangul in HANGUL.items()}


@cache
def gold_briefing() -> Briefing:
    """The hand-marked claims of the seeds as a briefing."""
    extractions = tuple(gold_extractions())
    return build_briefing(
        Request(name="seeds", as_of=date(2025, 3, 12)),
        extractions,
        Findings(facts_of(extractions)),
        cast("Knowledge", GoldKnowledge()),
        edition="2025-03-12",
        making=Making(
            versions={"attributed": "0.1.0", "spacy": "3.8.18"},
            fingerprints={"knowledge": "5c" * 32, "extractor": "7d" * 32},
            ledger_version={"articles": 1, "claims": 1},
        ),
    )


def gold_extractions() -> Iterator[Extraction]:
    lines = (paths.GOLD / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    marked = [record for record in map(json.loads, lines) if record["kind"] == "claim"]
    page = read_page_words()
    for path in sorted(paths.SEEDS.glob("*.txt")):
        article = read_article(path, page)
        yield Extraction(article, tuple(gold_claim(r, article) for r in marked if r["doc"] == path.name))


def gold_claim(record: dict[str, Any], article: Article) -> Claim:
    time = record["time"] or {}
    return Claim(
        id=record["id"],
        article=article.sha256,
        source=passages(record["source_spans"]),
        cue=passages(record["cue_spans"]),
        content=passages(record["content_spans"]),
        form=Form(record["quote"]) if record["quote"] in set(Form) else Form.UNATTRIBUTED,
        chain=tuple(gold_link(link) for link in record["chain"]),
        source_kind=SourceKind(record["source_type"]),
        hedge=Hedge(HEDGES.get(record["hedge"]["level"], record["hedge"]["level"])),
        polarity=Polarity.AFFIRMED,
        time=Known(time.get("edtf"), time.get("basis") or "unknown"),
        places=mentions(record["places"]),
        people=mentions(record["people"]),
        organisations=mentions(record["orgs"]),
        event=record["event_type"] if record["event_type"] in EVENTS else None,
        affected=mentions([p for p in record["people"] if p["id"] != "KJU"])
        if record["event_type"] in ("execution", "purge")
        else (),
        nested_in=record["nested_in"],
    )


def gold_link(link: dict[str, Any]) -> Link:
    kind = KINDS.get(link["type"], link["type"])
    root = link.get("root") or f"{link['role']}:{link['name']}"
    return Link(Role(link["role"]), link["name"], kind, root, undecided=MAY_BE_ONE.get(root, ()))


def passages(spans: list[dict[str, Any]]) -> tuple[Passage, ...]:
    return tuple(Passage(span["start"], span["end"]) for span in spans)


def mentions(records: list[dict[str, Any]]) -> tuple[Mention, ...]:
    return tuple(
        Mention(record["id"], record["canonical"], passages([record["mention"]])[0], rule="marked by hand")
        for record in records
        if record.get("mention")
    )
