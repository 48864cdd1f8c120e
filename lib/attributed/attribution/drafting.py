"""From scores to drafts: for each likely cue, which tokens are its source and which its content."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Hashes, Ints
from attributed.attribution.constituent_features import constituent_features
from attributed.attribution.constituents import Constituents, constituents_of
from attributed.attribution.cues import candidate_cues, cue_features, own_words
from attributed.attribution.network import Network, probability
from attributed.attribution.tokens import Tokens

OUTERMOST, ANYWHERE = range(2)  # outputs of the cue network: a cue that no content holds; a cue wherever it stands
SOURCE, MAIN, REST = range(3)  # outputs of the constituent network
BEST = 4  # sources and contents that are tried with each other
SHARED = 0.5  # share of a source's words from which it cannot go with a content


@dataclass(frozen=True, slots=True)
class Drafts:
    """Attributions as tokens, one row each, before they have been compared with each other."""

    cue: Ints
    likely: Floats  # the cue network's two probabilities
    source: Bools  # rows by tokens
    own: Bools  # the cue's words
    content: Bools
    kind: Ints  # place, way and relation of the main content's piece
    scores: Floats  # how sure the choices were: source, main, rest, as log probabilities

    def __len__(self) -> int:
        return len(self.cue)


def cue_probabilities(tokens: Tokens, network: Network, lemmas: Hashes) -> Floats:
    """For every token the two probabilities of being a cue."""
    found = np.zeros((tokens.count + 1, 2), dtype=np.float32)
    candidates = candidate_cues(tokens, lemmas)
    if len(candidates):
        found[candidates] = probability(network(*cue_features(tokens, candidates)))
    return found


def likely_cues(likely: Floats, bars: Mapping[str, float]) -> Ints:
    """Tokens worth a draft."""
    outermost, anywhere = likely[:-1, OUTERMOST], likely[:-1, ANYWHERE]
    return np.flatnonzero((outermost >= bars["considered"]) | (anywhere >= bars["nested"]))


def drafts_of(tokens: Tokens, network: Network, likely: Floats, cues: Ints, allowed: Bools) -> Drafts:
    """A draft for every cue."""
    pieces = constituents_of(tokens, cues)
    outputs = network(*constituent_features(tokens, pieces, likely[:, OUTERMOST]))
    nothing = log_none(outputs, pieces.owner, len(cues))
    cuts = np.searchsorted(pieces.owner, np.arange(len(cues) + 1))
    own = own_words(tokens, cues)
    source, content = np.zeros_like(own), np.zeros_like(own)
    kind, scores = np.zeros(len(cues), dtype=np.int64), np.zeros((len(cues), 3), dtype=np.float32)
    for number in range(len(cues)):
        rows = np.arange(cuts[number], cuts[number + 1])
        if not len(rows):
            continue
        picked = best_pair(tokens, pieces, rows, outputs)
        rest = best_rest(tokens, pieces, rows, outputs, picked)
        for piece, role in ((picked[0], source), (picked[1], content), (rest, content)):
            if piece is not None:
                role[number] |= piece_tokens(tokens, pieces, piece)
        scores[number] = [
            nothing[number, output] + (0 if piece is None else outputs[piece, output])
            for output, piece in ((SOURCE, picked[0]), (MAIN, picked[1]), (REST, rest))
        ]
        kind[number] = kind_of(tokens, pieces, picked[1])
    source &= allowed & ~own
    content &= allowed & ~own & ~source
    return Drafts(cues, likely[cues], source, own, content, kind, scores)


def log_none(outputs: Floats, owner: Ints, count: int) -> Floats:
    """For every cue and choice, the log probability of "none of the pieces", whose score is 0."""
    highest = np.zeros((count, outputs.shape[1]), dtype=outputs.dtype)
    np.maximum.at(highest, owner, outputs)
    total = np.exp(-highest)
    np.add.at(total, owner, np.exp(outputs - highest[owner]))
    return np.asarray(-np.log(total) - highest)


def piece_tokens(tokens: Tokens, pieces: Constituents, row: int) -> Bools:
    """The tokens of one piece, blanks left out."""
    inside = np.zeros(tokens.count + 1, dtype=bool)
    inside[pieces.first[row] : pieces.last[row] + 1] = True
    if pieces.gap_last[row] >= pieces.gap_first[row]:
        inside[pieces.gap_first[row] : pieces.gap_last[row] + 1] = False
    return inside & ~tokens.is_space


def best_pair(tokens: Tokens, pieces: Constituents, rows: Ints, outputs: Floats) -> tuple[int | None, int]:
    """The source, perhaps none, and the main content that score best together and do not claim the same words."""
    sources = rows[np.argsort(-outputs[rows, SOURCE], kind="stable")[:BEST]]
    sources = sources[outputs[sources, SOURCE] > 0]
    contents = rows[np.argsort(-outputs[rows, MAIN], kind="stable")[:BEST]]
    if not len(sources):
        return None, int(contents[0])
    scores = outputs[sources, SOURCE][:, None] + outputs[contents, MAIN]
    order = np.argsort(-scores, axis=None, kind="stable")
    for source, content in zip(
        sources[order // len(contents)].tolist(), contents[order % len(contents)].tolist(), strict=True
    ):
        if outputs[source, SOURCE] + outputs[content, MAIN] < outputs[contents[0], MAIN]:
            break
        if not is_shared(tokens, pieces, source, content):
            return source, content
    return None, int(contents[0])


def is_shared(tokens: Tokens, pieces: Constituents, source: int, content: int) -> bool:
    """Whether much of the source lies in the content."""
    words = piece_tokens(tokens, pieces, source) & tokens.is_word
    return bool((words & piece_tokens(tokens, pieces, content)).sum() >= SHARED * words.sum())


def best_rest(
    tokens: Tokens, pieces: Constituents, rows: Ints, outputs: Floats, picked: tuple[int | None, int]
) -> int | None:
    """The second part of the content, if there is one: it shares no word with the first part or the source."""
    taken = piece_tokens(tokens, pieces, picked[1]) & tokens.is_word
    if picked[0] is not None:
        taken |= piece_tokens(tokens, pieces, picked[0]) & tokens.is_word
    for row in rows[np.argsort(-outputs[rows, REST], kind="stable")].tolist():
        if outputs[row, REST] <= 0:
            return None
        if not (piece_tokens(tokens, pieces, row) & taken).any():
            return int(row)
    return None


def kind_of(tokens: Tokens, pieces: Constituents, row: int) -> int:
    """Where a piece stands to its cue, as one number."""
    return int(pieces.place[row] * 4096 + pieces.way[row] % 4096)
