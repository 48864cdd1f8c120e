"""What changed between two editions of a briefing; facts are the same where they share a claim."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from attributed import paths
from attributed.briefing import Briefing
from attributed.errors import BadReport
from attributed.model import Change, ChangeKind, Fact

REPORTS_VARIABLE = "ATTRIBUTED_REPORTS"  # where editions lie, else reports/
NAME = "facts.json"  # in the folder of each edition
EDITION = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.(\d+))?")


class KeptFact(BaseModel):
    """What the next edition compares a fact by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    time: str | None
    words: str
    claims: tuple[str, ...]
    roots: tuple[int, int]
    grade: str
    conflicts: tuple[str, ...]  # what they are about
    overturned: bool


class Record(BaseModel):
    """The contents of facts.json: the facts of an edition, and the editions it was compared with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    edition: str
    earlier: tuple[str, ...]  # oldest first; `changes` are counted from the last one
    made_with: Mapping[str, str]  # fingerprints
    facts: tuple[KeptFact, ...]


def reports_folder() -> Path:
    """Where editions lie."""
    return Path(os.environ.get(REPORTS_VARIABLE) or paths.REPORTS)


def record(briefing: Briefing) -> bytes:
    """What an edition's folder must keep, so that the next one can say what changed."""
    kept = Record(
        edition=briefing.edition,
        earlier=briefing.earlier,
        made_with=dict(sorted(briefing.making.fingerprints.items())),
        facts=kept_facts(briefing),
    )
    return (json.dumps(kept.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()


def read_record(folder: Path) -> Record | None:
    """The record of an edition; None where it keeps none, BadReport where it is spoilt."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return Record.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise BadReport(f"{path}: not the facts of an edition: {error.errors()[0]['msg']}") from error


def earlier_editions(reports: Path, edition: str) -> tuple[Record, ...]:
    """The records of the editions before this one, oldest first; `reports` is the folder of one briefing.

    An edition made again is compared with those that it was compared with at first, whatever was made since.
    """
    made = read_record(reports / edition)
    if made:
        names = list(made.earlier)
    else:
        found = [folder.name for folder in reports.glob("*") if EDITION.fullmatch(folder.name)]
        names = sorted((name for name in found if _place(name) < _place(edition)), key=_place)
    return tuple(kept for name in names if (kept := read_record(reports / name)))


def claims_of(kept: Record) -> frozenset[str]:
    """The ids of the claims that an edition rested on."""
    return frozenset(claim for fact in kept.facts for claim in fact.claims)


def _place(edition: str) -> tuple[str, int]:
    """By which editions are ordered: the day they are as of, then the count of those of that day."""
    match = EDITION.fullmatch(edition)
    return (match[1], int(match[2] or 1)) if match else (edition, 1)


def compared(briefing: Briefing, earlier: Sequence[Record]) -> Briefing:
    """The briefing with what changed since the last of some earlier editions."""
    if not earlier:
        return briefing
    last = earlier[-1]
    return replace(
        briefing,
        before=last.edition,
        earlier=tuple(kept.edition for kept in earlier),
        is_read_anew=dict(last.made_with) != dict(briefing.making.fingerprints),
        changes=changes(earlier, briefing),
    )


def changes(earlier: Sequence[Record], briefing: Briefing) -> tuple[Change, ...]:
    """What is new, changed, overturned and withdrawn since the last of the earlier editions, in reading order."""
    before = earlier[-1].facts
    holding = {claim: fact for fact in before for claim in fact.claims}
    found = [
        change
        for now in kept_facts(briefing)
        if (change := _change(_same(now, holding), now, [kept for kept in earlier if _uses(kept, now)]))
    ]
    held = {claim.id for claim in briefing.claims}
    gone = [fact for fact in before if held.isdisjoint(fact.claims)]
    return (*found, *(_told(ChangeKind.WITHDRAWN, fact) for fact in gone))


def kept_facts(briefing: Briefing) -> tuple[KeptFact, ...]:
    """The facts of a briefing as an edition keeps them."""
    about: dict[str, list[str]] = {}
    for conflict in briefing.conflicts:
        for fact in conflict.facts:
            about.setdefault(fact, []).append(conflict.about.value)
    return tuple(_kept(briefing, fact, about.get(fact.id, ())) for fact in briefing.facts)


def _kept(briefing: Briefing, fact: Fact, conflicts: Iterable[str]) -> KeptFact:
    claim = fact.claims[0]
    return KeptFact(
        id=fact.id,
        title=title(briefing, fact),
        time=fact.time.value,
        words=" ".join(claim.text_in(briefing.article_of(claim)).split()),
        claims=tuple(claim.id for claim in fact.claims),
        roots=fact.independent_roots,
        grade=f"{fact.grade.source}{fact.grade.information}",
        conflicts=tuple(sorted(conflicts)),
        overturned=fact.overturned_by is not None,
    )


def title(briefing: Briefing, fact: Fact) -> str:
    """The event and to whom it happened; empty where a fact has no event of the subject's list."""
    lead = [claim for claim in fact.claims if claim.article == fact.claims[0].article]
    affected = dict.fromkeys(mention.name for claim in lead for mention in claim.affected)
    label = briefing.event_labels.get(fact.event or "", "")
    return f"{label}: {', '.join(affected)}" if label and affected else label


def _same(now: KeptFact, holding: Mapping[str, KeptFact]) -> KeptFact | None:
    """The earlier fact that shares the most claims with this one."""
    shared = Counter(holding[claim].id for claim in now.claims if claim in holding)
    if not shared:
        return None
    best = min(shared, key=lambda name: (-shared[name], name))
    return next(holding[claim] for claim in now.claims if claim in holding and holding[claim].id == best)


def _uses(kept: Record, now: KeptFact) -> bool:
    """Whether an edition stated a fact, not yet overturned."""
    claims = set(now.claims)
    return any(not fact.overturned and not claims.isdisjoint(fact.claims) for fact in kept.facts)


def _change(before: KeptFact | None, now: KeptFact, used_in: Sequence[Record]) -> Change | None:
    if before is None:
        return _told(ChangeKind.NEW, now)
    if now.overturned and not before.overturned:
        return replace(_told(ChangeKind.OVERTURNED, now), editions=tuple(kept.edition for kept in used_in))
    differences = _differences(before, now)
    return replace(_told(ChangeKind.CHANGED, now), differences=differences) if differences else None


def _differences(before: KeptFact, now: KeptFact) -> tuple[tuple[str, str, str], ...]:
    """In what two states of one fact differ: (what, before, now)."""
    pairs = {
        "roots": (_range(before.roots), _range(now.roots)),
        "grade": (before.grade, now.grade),
        "conflicts": (", ".join(before.conflicts) or "none", ", ".join(now.conflicts) or "none"),
    }
    told = [(what, *pair) for what, pair in pairs.items() if pair[0] != pair[1]]
    if set(before.claims) != set(now.claims):
        kept = len(set(before.claims) & set(now.claims))
        gone, come = len(set(before.claims)) - kept, len(set(now.claims)) - kept
        come_and_gone = "".join([f", {come} new" if come else "", f", {gone} gone" if gone else ""])
        told.append(("claims", str(len(before.claims)), f"{len(now.claims)}{come_and_gone}"))
    return tuple(told)


def _range(roots: tuple[int, int]) -> str:
    few, many = roots
    return str(few) if few == many else f"{few}–{many}"


def _told(kind: ChangeKind, fact: KeptFact) -> Change:
    return Change(kind, fact.id, fact.title, time=fact.time, words=fact.words)
