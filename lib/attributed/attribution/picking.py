"""Picking a source and a content among the pieces around one cue."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.constituents import Constituents
from attributed.attribution.tokens import Tokens

TRIED = 8  # pieces of each role that are looked at
PART_BAR = 0.5  # chance from which a piece is added to the content
PART_TRIED = 0.15  # chance from which its words are looked at
RIGHT = 0.5  # overlap from which two passages count as the same when scores are counted
BY_RIGHT = 0.6  # how much of a piece's worth is the chance of being right by that, the rest is the overlap itself
BY_WORDS = (1.0, 0.6)  # how much what is said of each word adds to the worth of a source, of a content
OPTIONS = 5  # pairs of source and content that are kept for each cue
SAME = 0.9  # overlap from which two pieces are one option
SHARED = 0.5  # share of a source's words from which it cannot go with a content


@dataclass(frozen=True, slots=True)
class Picked:
    """What was picked for one cue: tokens from `start` on."""

    start: int
    source: Bools
    content: Bools
    main: int  # the row of the content's main piece
    worth: tuple[float, ...]  # of source and main the expected agreement and the chance of none; the surest other part


def pick(
    tokens: Tokens, pieces: Constituents, rows: Ints, chance: Floats, none: tuple[float, float], tagged: Floats
) -> list[Picked]:
    """Sources, perhaps none, with main contents and the contents' other parts; what is worth most together is first.

    `chance` has a column each for source, main and part; `none` is the chance that there is no source, no main content;
    `tagged` has for every token the chances that it belongs to the source, to the content.
    """
    roles = [best_rows(rows, chance[:, role]) for role in range(3)]
    roles[2] = roles[2][chance[roles[2], 2] >= PART_TRIED]
    every = np.concatenate(roles)
    start, end = int(pieces.first[every].min()), int(pieces.last[every].max()) + 1
    inside = tokens_of_pieces(tokens, pieces, every, start, end)
    words = (inside & tokens.is_word[start:end]).astype(np.float32)
    shared = words @ words.T
    cuts = np.cumsum([0, *map(len, roles)])
    sources, mains, parts = (np.arange(cuts[role], cuts[role + 1]) for role in range(3))
    by_words = agreement_by_words(words, tagged[start:end], tagged.sum(0))
    source_worth, main_worth = (
        expected(shared, at, chance[every[at], role]) + BY_WORDS[role] * by_words[at, role]
        for role, at in enumerate((sources, mains))
    )
    sure = parts[sure_first(chance[every[parts], 2], words[parts], tagged[start:end, 1])].tolist()
    touches = (shared > 0).tolist()
    found = []
    no_source = none[0] * (1 + BY_WORDS[0])
    for source, main in best_pairs(shared, (sources, source_worth), (mains, main_worth), no_source):
        added = other_parts(sure, [main] if source is None else [main, source], touches)
        picked_source = 0.0 if source is None else float(source_worth[source])
        worth_alone = float(main_worth[main - cuts[1]])
        found.append(
            Picked(
                start=start,
                source=np.zeros(end - start, dtype=bool) if source is None else inside[source],
                content=np.asarray(inside[[main, *added]].any(0)),
                main=int(every[main]),
                worth=(
                    *(picked_source, none[0], worth_alone, none[1]),
                    max((float(chance[every[part], 2]) for part in added), default=0.0),
                    (no_source if source is None else picked_source) + worth_alone,
                    *(float(chance[every[main], 1]), 0.0 if source is None else float(chance[every[source], 0])),
                ),
            )
        )
    return found


def sure_first(chance: Floats, words: Floats, tagged: Floats) -> Ints:
    """Which parts are likelier than not, asked as pieces and word by word; the surest first."""
    sure = (chance + words @ tagged / np.maximum(1, words.sum(1))) / 2
    return np.asarray(np.argsort(-sure, kind="stable")[: int((sure >= PART_BAR).sum())])


def other_parts(parts: list[int], taken: list[int], touches: list[list[bool]]) -> list[int]:
    """The surest parts of a content that share no word with what is taken, nor with each other."""
    added: list[int] = []
    for part in parts:
        if not any(touches[part][other] for other in (*taken, *added)):
            added.append(part)
    return added


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
    overlap = both / np.maximum(1, size[:, None] + size - both)
    return np.asarray(((1 - BY_RIGHT) * overlap + BY_RIGHT * (overlap >= RIGHT)) @ chance)


def agreement_by_words(words: Floats, tagged: Floats, total: Floats) -> Floats:
    """The overlap that rows of words have with what is likely word by word; `total` is how many are to be expected."""
    shared = words @ tagged
    return np.asarray(shared / np.maximum(1, words.sum(1)[:, None] + total - shared))


def best_pairs(
    shared: Floats, source: tuple[Ints, Floats], main: tuple[Ints, Floats], no_source: float
) -> list[tuple[int | None, int]]:
    """Which sources, perhaps none, and contents are worth most together and do not claim the same words, best first."""
    (sources, source_worth), (mains, main_worth) = source, main
    clash = shared[sources[:, None], mains] >= SHARED * np.maximum(1, shared[sources, sources])[:, None]
    together = np.where(clash, -1.0, source_worth[:, None] + main_worth)
    together = np.vstack([together, no_source + main_worth]).ravel()
    size = shared.diagonal()
    alike = (shared >= SAME * (size[:, None] + size - shared)).tolist()
    speakers: list[int | None] = [*sources.tolist(), None]
    found: list[tuple[int | None, int]] = []
    for place in np.argsort(-together, kind="stable").tolist():
        row, column = divmod(place, len(mains))
        one, other = speakers[row], int(mains[column])
        if together[place] < 0 or len(found) == OPTIONS:
            break
        if not any(alike[other][known] and same_source(one, before, alike) for before, known in found):
            found.append((one, other))
    return found


def same_source(one: int | None, other: int | None, alike: list[list[bool]]) -> bool:
    """Whether two sources are the same but for a word in ten, or both none."""
    return one == other if one is None or other is None else alike[one][other]
