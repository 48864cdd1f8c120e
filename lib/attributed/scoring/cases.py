"""One article with the marks on it and our claims, and who is paired with whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from attributed.errors import BadRequest
from attributed.scoring.words import WORD, Words, one_to_one, overlap

HALF = 0.5
REPORTER = "reporter"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One article: its text, the marks on it, our claims, and who is paired with whom."""

    name: str
    text: str
    marked: Sequence[Row]
    others: Sequence[Row]  # marked as no claims
    found: Sequence[Row]
    pairs: Sequence[tuple[int, int]]  # marked, found


def words_at(text: str, spans: Iterable[Sequence[int]] | None) -> Words:
    """The words within some passages, each by where it starts."""
    return frozenset(start + word.start() for start, end in spans or () for word in WORD.finditer(text[start:end]))


def cases_of(gold: Iterable[Row], predicted: Iterable[Row], texts: Mapping[str, str]) -> Iterator[Case]:
    """The articles in the order of the gold; raises BadRequest for one whose text is not given."""
    marks: dict[str, list[Row]] = defaultdict(list)
    for row in gold:
        if row["kind"] != "document":
            marks[row["doc"]].append(row)
    ours = {PurePath(row["id"]).name: row.get("claims", []) for row in predicted}
    for name, rows in marks.items():
        if name not in texts:
            raise BadRequest(f"{name}: marked by hand, but its text is not among the {len(texts)} articles given")
        text = texts[name]
        claims = [worded(row, text) for row in rows if row["kind"] == "claim"]
        found = ours.get(name) or ours.get(PurePath(name).stem) or []
        others = [row for row in rows if row["kind"] != "claim"]
        yield Case(name, text, claims, others, found, paired(text, claims, found))


def worded(row: Row, text: str) -> Row:
    """A mark whose source passages carry their words: marks on texts that may not be copied are offsets only."""
    spans = [{**span, "text": text[span["start"] : span["end"]]} for span in row["source_spans"]]
    return {**row, "source_spans": spans}


def paired(text: str, marked: Sequence[Row], found: Sequence[Row]) -> list[tuple[int, int]]:
    """One-to-one, by overlap of the contents; a shared source is worth half an overlap."""
    ours = [words_at(text, claim["content"]) for claim in found]
    candidates = []
    for i, row in enumerate(marked):
        theirs = words_at(text, ends(row["content_spans"]))
        for j, words in enumerate(ours):
            alike = overlap(theirs, words)
            if alike >= HALF:
                bonus = HALF if same_source(text, row, found[j]) else 0.0
                candidates.append((alike + bonus, i, j))
    return one_to_one(sorted(candidates, reverse=True))


def ends(spans: Iterable[Any] | None) -> list[tuple[int, int]]:
    """Passages of either notation as pairs of offsets."""
    return [(span["start"], span["end"]) if isinstance(span, Mapping) else (span[0], span[1]) for span in spans or ()]


def same_source(text: str, row: Row, claim: Row) -> bool:
    """Whether the source's words overlap by half; a marked claim without a source wants none."""
    theirs, mine = words_at(text, ends(row["source_spans"])), words_at(text, claim.get("source"))
    return overlap(theirs, mine) >= HALF if theirs else not mine


def is_own(row: Row) -> bool:
    """Whether a marked claim is the article's own assertion."""
    return bool(row["source_type"] == REPORTER)


def words_of(case: Case, kinds: frozenset[str]) -> Words:
    """The words of all non-claims of some kinds."""
    spans = [span for row in case.others if row["kind"] in kinds for span in ends(row.get("content_spans"))]
    return words_at(case.text, spans)


def lies_in(words: Words, place: Words) -> bool:
    """Whether half of some words or more are of a place."""
    return bool(words) and len(words & place) >= len(words) * HALF
