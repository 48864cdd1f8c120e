"""Picking a source and a content among the pieces around one cue."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.constituents import Constituents
from attributed.attribution.tokens import Tokens

TRIED = 8  # pieces of each role that are looked at
PART_BAR = 0.5  # chance from which a piece is added to the content
SHARED = 0.5  # share of a source's words from which it cannot go with a content


@dataclass(frozen=True, slots=True)
class Options:
    """The likeliest pieces for one role, and how much agreement with the truth is to be expected of each."""

    rows: Ints
    tokens: Bools  # pieces by tokens
    words: Bools
    worth: Floats
    none: float  # the chance that none of them is right


@dataclass(frozen=True, slots=True)
class Parts:
    """Pieces that may be one part of a content among others."""

    tokens: Bools
    likely: Floats


def options_of(tokens: Tokens, pieces: Constituents, rows: Ints, chance: Floats, *, none: float) -> Options:
    """The best pieces by expected agreement: many pieces differ by a word, and their chances support each other."""
    best = rows[np.argsort(-chance[rows], kind="stable")[:TRIED]]
    inside = tokens_of_pieces(tokens, pieces, best)
    words = inside & tokens.is_word
    counted = words.astype(np.float32)
    shared = counted @ counted.T
    size = counted.sum(1)
    agreement = shared / np.maximum(1, size[:, None] + size - shared)
    worth = agreement @ chance[best]
    order = np.argsort(-worth, kind="stable")
    return Options(best[order], inside[order], words[order], worth[order], none)


def tokens_of_pieces(tokens: Tokens, pieces: Constituents, rows: Ints) -> Bools:
    """The tokens of some pieces, blanks left out, one row a piece."""
    index = np.arange(tokens.count + 1)
    inside = (index >= pieces.first[rows, None]) & (index <= pieces.last[rows, None])
    gap = (index >= pieces.gap_first[rows, None]) & (index <= pieces.gap_last[rows, None])
    return inside & ~gap & ~tokens.is_space


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked for one cue."""

    source: Bools
    content: Bools
    main: int  # the row of the content's main piece
    worth: tuple[float, ...]  # of source and main the expected agreement and the chance of none; the surest other part


def pick(tokens: Tokens, sources: Options, mains: Options, parts: Parts) -> Picked:
    """The source, perhaps none, and the main content that are worth most together, and the content's other parts."""
    source, main = best_pair(sources, mains)
    nobody = np.zeros_like(mains.tokens[0])
    source_tokens = nobody if source is None else sources.tokens[source]
    content = mains.tokens[main]
    surest = 0.0
    for part, likely in zip(parts.tokens, parts.likely.tolist(), strict=True):
        if not (part & (content | source_tokens) & tokens.is_word).any():
            content, surest = content | part, max(surest, likely)
    return Picked(
        source=source_tokens,
        content=content,
        main=int(mains.rows[main]),
        worth=(
            *(0.0 if source is None else float(sources.worth[source]), sources.none),
            *(float(mains.worth[main]), mains.none),
            surest,
        ),
    )


def best_pair(source: Options, content: Options) -> tuple[int | None, int]:
    """Which source, perhaps none, and which content are worth most together and do not claim the same words."""
    shared = source.words.astype(np.float32) @ content.words.T.astype(np.float32)
    clash = shared >= SHARED * np.maximum(1, source.words.sum(1))[:, None]
    together = np.where(clash, -1.0, source.worth[:, None] + content.worth)
    pair = int(together.argmax())
    if together.flat[pair] <= source.none + content.worth[0]:
        return None, 0
    return divmod(pair, len(content.rows))


def parts_of(tokens: Tokens, pieces: Constituents, rows: Ints, is_part: Floats) -> Parts:
    """The pieces that are likely parts of the content, the likeliest first."""
    likely = rows[is_part[rows] >= PART_BAR]
    likely = likely[np.argsort(-is_part[likely], kind="stable")[:TRIED]]
    return Parts(tokens_of_pieces(tokens, pieces, likely), is_part[likely])
