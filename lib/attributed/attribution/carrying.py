"""Quotations without a cue of their own: they go on with a speaker of their paragraph, or of the one before."""

from dataclasses import dataclass, replace

import numpy as np

from attributed.attribution.arrays import Bools
from attributed.attribution.labels import TAG
from attributed.attribution.tokens import Tokens

COLON = TAG.number[":"]
SHORTEST = 5  # words; a shorter quotation is a word put in marks, not speech


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as tokens, after it was chosen."""

    cue: int
    confidence: float
    source: Bools
    own: Bools
    content: Bools
    holder: int | None
    alone: bool


def carried(tokens: Tokens, found: list[Found], allowed: Bools) -> list[Found]:
    """The same attributions with the uncued quotations added to them, or behind them as attributions of their own."""
    added = list(found)
    for region in uncued(tokens, found, allowed):
        inside = tokens.region == region
        start, end = int(tokens.region_starts[region]), int(tokens.region_ends[region])
        near = neighbour(tokens, added, start, end)
        if near is not None:
            added[near] = replace(added[near], content=added[near].content | inside)
        elif (before := speaker_before(tokens, added, region)) is not None:
            if runs_on(tokens, region, added[before]):
                added[before] = replace(added[before], content=added[before].content | inside)
            else:
                added.append(replace(added[before], content=inside))
    return added


def uncued(tokens: Tokens, found: list[Found], allowed: Bools) -> list[int]:
    """Quotations long enough to be speech, in which no attribution has any part."""
    taken = np.zeros(tokens.count + 1, dtype=bool)
    for one in found:
        taken |= one.source | one.own | one.content
    return [
        region
        for region, (start, end) in enumerate(zip(tokens.region_starts, tokens.region_ends, strict=True))
        if tokens.is_word[start : end + 1].sum() >= SHORTEST
        and not taken[start : end + 1].any()
        and allowed[start : end + 1].all()
    ]


def neighbour(tokens: Tokens, found: list[Found], start: int, end: int) -> int | None:
    """The attribution of the same paragraph that quotes: the last one before, else the first one after."""
    quoting = [
        (one.cue, number)
        for number, one in enumerate(found)
        if one.holder is None
        and tokens.paragraph[one.cue] == tokens.paragraph[start]
        and (one.content & tokens.is_quoted & tokens.is_word).any()
    ]
    before = [pair for pair in quoting if pair[0] < start]
    after = [pair for pair in quoting if pair[0] > end]
    return max(before)[1] if before else min(after)[1] if after else None


def speaker_before(tokens: Tokens, found: list[Found], region: int) -> int | None:
    """Who was quoted, or announced with a colon, in the paragraph before one that is all quotation."""
    start = int(tokens.region_starts[region])
    own = tokens.paragraph == tokens.paragraph[start]
    previous = np.flatnonzero((tokens.paragraph == tokens.paragraph[start] - 1) & tokens.is_word)
    if (own & tokens.is_word & ~tokens.is_quoted).any() or not len(previous):
        return None
    first = int(previous[0])
    speaking = [
        (int(np.flatnonzero(one.content & tokens.is_word)[-1]), number)
        for number, one in enumerate(found)
        if one.holder is None
        and ((one.content & tokens.is_quoted)[first:start].any() or ends_in_colon(tokens, one, start))
        and (one.content & tokens.is_word).any()
    ]
    return max(speaking)[1] if speaking else None


def ends_in_colon(tokens: Tokens, one: Found, start: int) -> bool:
    """Whether an attribution's paragraph announces what follows."""
    before = start - 1
    while before > one.cue and not tokens.is_word[before] and tokens.tag[before] != COLON:
        before -= 1
    same_paragraph = bool(tokens.paragraph[before] == tokens.paragraph[one.cue])
    return before > one.cue and bool(tokens.tag[before] == COLON) and same_paragraph


def runs_on(tokens: Tokens, region: int, one: Found) -> bool:
    """Whether the quotation before was left open, so that this one only opens it again, or a colon announces it."""
    start = int(tokens.region_starts[region])
    behind = int(tokens.region_ends[region - 1]) + 1 if region else tokens.count
    left_open = behind < tokens.count and bool(tokens.is_space[behind])
    return left_open or ends_in_colon(tokens, one, start)
