"""From probabilities to drafts: for each likely cue, which tokens are its source and which its content."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.constituent_features import constituent_features
from attributed.attribution.constituents import Constituents, constituents_of
from attributed.attribution.cues import candidate_cues, cue_features, is_own_part
from attributed.attribution.network import probability
from attributed.attribution.tokens import Tokens
from attributed.attribution.weights import Weights


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as tokens, before it has been compared with the others."""

    cue: int
    confidence: float
    source: Bools
    own: Bools  # the cue's words
    content: Bools

    def is_at(self, token: int) -> bool:
        return bool(self.source[token] or self.own[token] or self.content[token])


def cue_probabilities(tokens: Tokens, weights: Weights) -> Floats:
    """For every token, how likely it is the cue of an attribution."""
    found = np.zeros(tokens.count + 1, dtype=np.float32)
    candidates = candidate_cues(tokens, weights.lemma_hashes)
    if len(candidates):
        found[candidates] = probability(weights.cue(*cue_features(tokens, candidates)))[:, 0]
    return found


def drafts_of(tokens: Tokens, weights: Weights, likely: Floats, allowed: Bools) -> list[Draft]:
    """A draft for every cue that passes the lowest bar and has a content."""
    cues = np.flatnonzero(likely[:-1] >= weights.bars["cue_considered"])
    if not len(cues):
        return []
    pieces = constituents_of(tokens, cues)
    outputs = weights.constituent(*constituent_features(tokens, pieces, likely))
    is_content = probability(outputs[:, 1])
    cuts = np.searchsorted(pieces.owner, np.arange(len(cues) + 1))
    drafts = []
    for cue, start, end in zip(cues.tolist(), cuts[:-1].tolist(), cuts[1:].tolist(), strict=True):
        rows = np.arange(start, end)
        own = is_own_part(tokens, cue)
        source = source_tokens(tokens, pieces, rows, outputs[:, 0]) & allowed & ~own
        content = content_tokens(tokens, pieces, rows, is_content, weights) & allowed & ~own & ~source
        if (content & tokens.is_word).any():
            drafts.append(Draft(cue, float(likely[cue]), source, own, content))
    return drafts


def piece_tokens(tokens: Tokens, pieces: Constituents, row: int) -> Bools:
    """The tokens of one piece, blanks left out."""
    inside = np.zeros(tokens.count + 1, dtype=bool)
    inside[pieces.first[row] : pieces.last[row] + 1] = True
    if pieces.gap_last[row] >= pieces.gap_first[row]:
        inside[pieces.gap_first[row] : pieces.gap_last[row] + 1] = False
    return inside & ~tokens.is_space


def source_tokens(tokens: Tokens, pieces: Constituents, rows: Ints, score: Floats) -> Bools:
    """The best source, or none: "no source" has the score 0."""
    best = rows[score[rows].argmax()] if len(rows) else -1
    if best < 0 or score[best] <= 0:
        return np.zeros(tokens.count + 1, dtype=bool)
    return piece_tokens(tokens, pieces, int(best))


def content_tokens(
    tokens: Tokens, pieces: Constituents, rows: Ints, is_content: Floats, weights: Weights
) -> Bools:
    """All pieces that are likely content, or at least the likeliest one."""
    content = np.zeros(tokens.count + 1, dtype=bool)
    if not len(rows):
        return content
    best = is_content[rows].max()
    bar = min(weights.bars["content"], best) if best >= weights.bars["content_at_least"] else 2.0
    for row in rows[is_content[rows] >= bar].tolist():
        content |= piece_tokens(tokens, pieces, row)
    return content
