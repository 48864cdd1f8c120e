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
class Picked:
    """What was picked for one cue: tokens from `start` on."""

    start: int
    source: Bools
    content: Bools
    main: int  # the row of the content's main piece
    worth: tuple[float, ...]  # of source and main the expected agreement and the chance of none; the surest other part


def pick(tokens: Tokens, pieces: Constituents, rows: Ints, chance: Floats, none: tuple[float, float]) -> Picked:
    """The source, perhaps none, and the main content that are worth most together, and the content's other parts.

    `chance` has a column each for source, main and part; `none` is the chance that there is no source, no main content.
    """
    roles = [best_rows(rows, chance[:, role]) for role in range(3)]
    roles[2] = roles[2][chance[roles[2], 2] >= PART_BAR]
    every = np.concatenate(roles)
    start, end = int(pieces.first[every].min()), int(pieces.last[every].max()) + 1
    inside = tokens_of_pieces(tokens, pieces, every, start, end)
    words = (inside & tokens.is_word[start:end]).astype(np.float32)
    shared = words @ words.T
    cuts = np.cumsum([0, *map(len, roles)])
    sources, mains, parts = (np.arange(cuts[role], cuts[role + 1]) for role in range(3))
    source_worth, main_worth = (
        expected(shared, at, chance[every[at], role]) for role, at in enumerate((sources, mains))
    )
    source, main = best_pair(shared, (sources, source_worth), (mains, main_worth), none[0])
    taken, content, surest = [main] if source is None else [main, source], inside[main].copy(), 0.0
    for part in parts.tolist():
        if not shared[part, taken].any():
            taken.append(part)
            content |= inside[part]
            surest = max(surest, float(chance[every[part], 2]))
    return Picked(
        start=start,
        source=np.zeros_like(content) if source is None else inside[source],
        content=content,
        main=int(every[main]),
        worth=(
            *(0.0 if source is None else float(source_worth[source - cuts[0]]), none[0]),
            *(float(main_worth[main - cuts[1]]), none[1]),
            surest,
        ),
    )


def best_rows(rows: Ints, chance: Floats) -> Ints:
    """The likeliest rows first."""
    return np.asarray(rows[np.argsort(-chance[rows], kind="stable")[:TRIED]])


def tokens_of_pieces(tokens: Tokens, pieces: Constituents, rows: Ints, start: int, end: int) -> Bools:
    """The tokens of some pieces from `start` to `end`, blanks left out, one row a piece."""
    index = np.arange(start, end)
    inside = (index >= pieces.first[rows, None]) & (index <= pieces.last[rows, None])
    gap = (index >= pieces.gap_first[rows, None]) & (index <= pieces.gap_last[rows, None])
    return np.asarray(inside & ~gap & ~tokens.is_space[start:end])


def expected(shared: Floats, at: Ints, chance: Floats) -> Floats:
    """How much agreement is to be expected: many pieces differ by a word, and their chances support each other."""
    both = shared[at[:, None], at]
    size = both.diagonal()
    return np.asarray((both / np.maximum(1, size[:, None] + size - both)) @ chance)


def best_pair(
    shared: Floats, source: tuple[Ints, Floats], main: tuple[Ints, Floats], no_source: float
) -> tuple[int | None, int]:
    """Which source, perhaps none, and which content are worth most together and do not claim the same words."""
    (sources, source_worth), (mains, main_worth) = source, main
    clash = shared[sources[:, None], mains] >= SHARED * np.maximum(1, shared[sources, sources])[:, None]
    together = np.where(clash, -1.0, source_worth[:, None] + main_worth)
    pair = int(together.argmax())
    if together.flat[pair] <= no_source + main_worth.max():
        return None, int(mains[main_worth.argmax()])
    best_source, best_main = divmod(pair, len(mains))
    return int(sources[best_source]), int(mains[best_main])
