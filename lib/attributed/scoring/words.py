"""Passages as sets of words, so that quotation marks, commas and blanks never count, and how far two sets agree."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
MARKS = re.compile(r"“|``|”|''|\"|\n")
OPENING, CLOSING = {"“", "``"}, {"”", "''", "\n"}
DIRECT = 0.9  # share of words in quotation marks from which content counts as direct

Words = frozenset[int]


class WordIndex:
    """The words of a text by number, and which of them stand in double quotation marks.

    A mark left open runs to the end of its line: articles open a quotation again in each paragraph.
    """

    def __init__(self, text: str) -> None:
        found = [(word.start(), word.end()) for word in WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        self.quoted = quoted_words(text, self.starts)

    def at(self, passages: Iterable[Sequence[int]] | None) -> Words:
        """The numbers of the words that some passages touch."""
        found: set[int] = set()
        for start, end in passages or ():
            if max(start, 0) < end:
                found.update(range(bisect_right(self.ends, max(start, 0)), bisect_left(self.starts, end)))
        return frozenset(found)

    def form(self, words: Words) -> str:
        """Direct, indirect or mixed, by the share of words in quotation marks; none without words."""
        if not words:
            return "none"
        share = len(words & self.quoted) / len(words)
        return "direct" if share >= DIRECT else "mixed" if share else "indirect"


def quoted_words(text: str, starts: Sequence[int]) -> Words:
    """The words whose first character stands inside double quotation marks."""
    quoted: set[int] = set()
    opened: int | None = None
    for mark in [*MARKS.finditer(text), None]:
        kind, place = (mark.group(), mark.start()) if mark else ("\n", len(text))
        if opened is not None:
            quoted.update(range(bisect_left(starts, opened), bisect_left(starts, place)))
        opens = kind in OPENING or (kind == '"' and opened is None)
        opened = place if opens else None
    return frozenset(quoted)


def overlap(one: Words, other: Words) -> float:
    """Shared words over all words of both; nothing is like nothing in no way."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


Fits = Callable[[float, int, int], bool]


def pairs(gold: Sequence[Words], predicted: Sequence[Words], fits: Fits) -> list[tuple[int, int]]:
    """One-to-one pairs that fit, the most alike first."""
    holders: dict[int, list[int]] = defaultdict(list)
    for j, words in enumerate(predicted):
        for word in words:
            holders[word].append(j)
    candidates = []
    for i, words in enumerate(gold):
        for j in {j for word in words for j in holders[word]}:
            alike = overlap(words, predicted[j])
            if fits(alike, i, j):
                candidates.append((-alike, i, j))
    return one_to_one(sorted(candidates))


def at_least(least: float) -> Fits:
    """Pairs fit whose words agree that far."""
    return lambda alike, _i, _j: alike >= least


def one_to_one(candidates: Iterable[tuple[Any, int, int]]) -> list[tuple[int, int]]:
    """The first pair of each row and column, in the order given."""
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for _, i, j in candidates:
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            chosen.append((i, j))
    return chosen
