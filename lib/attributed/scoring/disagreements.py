"""What we and the marks see differently: every miss, false alarm and misread field, with its sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from attributed.model import Passage
from attributed.scoring.cases import REPORTER, Case, Row, ends, is_own, lies_in, same_source, words_at, words_of
from attributed.scoring.lists import ScoringWords
from attributed.scoring.names import chain_agrees, keys, origin_agrees

# A full stop after a short capitalised word ("Dec. 9", "Mt. Paektu") ends no sentence, as far as one can tell.
SENTENCE_END = re.compile(r"(?<![A-Z])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.!?][”’\"')\]]*\s(?=\W*[A-Z])|\n")


class Cause(StrEnum):
    """Why a claim of ours and a marked one do not agree."""

    MISSED = "missed"
    MISSED_OWN = "missed, the article's own"
    FALSE_ALARM = "false alarm"
    FURNITURE = "from the page's furniture"
    SAID = "the article's own, taken for somebody's word"
    SOURCE = "other source words"
    CHAIN = "chain"
    ORIGIN = "origin"
    SOURCE_KIND = "source kind"
    TIME = "time"
    PLACES = "places"
    PEOPLE = "people"


FIELDS = (Cause.CHAIN, Cause.ORIGIN, Cause.SOURCE_KIND, Cause.TIME, Cause.PLACES, Cause.PEOPLE)
OF_SPEAKERS = {Cause.CHAIN, Cause.ORIGIN}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that we and the marks see differently."""

    cause: Cause
    article: str
    passages: tuple[Passage, ...]  # of the content
    sentence: Passage  # the sentences that hold it
    gold: str | None
    predicted: str | None


def missed(case: Case) -> Iterator[Disagreement]:
    """Marked claims that none of ours matches."""
    hit = {i for i, _ in case.pairs}
    for i, row in enumerate(case.marked):
        if i not in hit:
            cause = Cause.MISSED_OWN if is_own(row) else Cause.MISSED
            yield disagreement(case, cause, ends(row["content_spans"]), chain_text(row), None)


def false_alarms(case: Case, lists: ScoringWords) -> Iterator[Disagreement]:
    """Claims of ours that somebody is said to make and no mark matches, or that lie in furniture."""
    hit = {j for _, j in case.pairs}
    junk, optional = words_of(case, lists.furniture), words_of(case, lists.optional)
    for j, claim in enumerate(case.found):
        words = words_at(case.text, claim["content"])
        said = claim.get("source_kind") != REPORTER and not lies_in(words, optional)
        if lies_in(words, junk):
            yield disagreement(case, Cause.FURNITURE, claim["content"], None, chain_text(claim))
        elif j not in hit and said:
            yield disagreement(case, Cause.FALSE_ALARM, claim["content"], None, chain_text(claim))


def misread(case: Case, lists: ScoringWords) -> Iterator[Disagreement]:
    """What is wrong with the claims that match."""
    for i, j in case.pairs:
        row, claim = case.marked[i], case.found[j]
        where = ends(row["content_spans"])
        if is_own(row) and claim.get("source_kind") != REPORTER:
            yield disagreement(case, Cause.SAID, where, None, chain_text(claim))
        elif not is_own(row) and not same_source(case.text, row, claim):
            yield disagreement(
                case, Cause.SOURCE, where, printed(case, ends(row["source_spans"])), printed(case, claim.get("source"))
            )
        for cause, theirs, mine in differences(row, claim, lists):
            if not (is_own(row) and cause in OF_SPEAKERS):
                yield disagreement(case, cause, where, theirs, mine)


def differences(row: Row, claim: Row, lists: ScoringWords) -> Iterator[tuple[Cause, str | None, str | None]]:
    """The fields of a matched claim that differ: cause, marked value, ours."""
    if not chain_agrees(row, claim, lists):
        yield Cause.CHAIN, chain_text(row), chain_text(claim)
    if not origin_agrees(row, claim, lists):
        yield Cause.ORIGIN, chain_text(row), chain_text(claim)
    if row["source_type"] != claim.get("source_kind"):
        yield Cause.SOURCE_KIND, row["source_type"], claim.get("source_kind")
    time, ours = row.get("time") or {}, (claim.get("time") or {}).get("edtf")
    if ours not in [time.get("edtf"), *time.get("accept", [])]:
        yield Cause.TIME, time.get("edtf"), ours
    for cause, name in ((Cause.PLACES, "places"), (Cause.PEOPLE, "people")):
        if keys(row.get(name), lists) != keys(claim.get(name), lists):
            yield cause, listed(row.get(name)), listed(claim.get(name))


def chain_text(claim: Row) -> str:
    """A chain in one line, origin first."""
    return " → ".join(f"{link.get('name') or 'not named'} ({link.get('role')})" for link in claim.get("chain") or ())


def listed(mentions: Iterable[Any] | None) -> str | None:
    """Names in one line."""
    names = [one if isinstance(one, str) else one.get("canonical") or one.get("name") for one in mentions or ()]
    return ", ".join(sorted(str(name) for name in names)) or None


def printed(case: Case, spans: Iterable[Sequence[int]] | None) -> str | None:
    """The words at some passages."""
    return " … ".join(case.text[start:end] for start, end in spans or ()) or None


def disagreement(
    case: Case, cause: Cause, spans: Iterable[Sequence[int]], gold: str | None, predicted: str | None
) -> Disagreement:
    """A disagreement with its sentence."""
    passages = tuple(Passage(start, end) for start, end in spans)
    hull = Passage(min(p.start for p in passages), max(p.end for p in passages)) if passages else Passage(0, 0)
    return Disagreement(cause, case.name, passages, sentence_around(case.text, hull), gold, predicted)


def sentence_around(text: str, passage: Passage) -> Passage:
    """The whole sentences that hold a passage, within its lines."""
    before = [
        found.end() for found in SENTENCE_END.finditer(text, 0, passage.start + 1) if found.end() <= passage.start
    ]
    after = SENTENCE_END.search(text, max(passage.end - 2, passage.start))
    while after and after.end() < passage.end:
        after = SENTENCE_END.search(text, after.end())
    return Passage(before[-1] if before else 0, after.start() + len(after.group().rstrip()) if after else len(text))
