"""The words around a cue, and how each of them stands to it."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Floats, Ints, Slots, laid_out
from attributed.attribution.constituent_features import CUE_FRAME
from attributed.attribution.cues import beside, frame
from attributed.attribution.hashing import Feature, slots_of
from attributed.attribution.tokens import Tokens

BEFORE, AFTER = 100, 120  # tokens; no further than the paragraphs beside the cue's
CLIMB = 5  # how many steps up the tree
DEEPEST = 12  # how many steps down from there
DEEP = 3  # from which on depths are alike
NEAR = 3  # sentences
QUOTATIONS = 4  # how many before and behind the cue are told apart
UNQUOTED = 9


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Stretches of tokens, one around each cue, laid end to end."""

    start: Ints  # first token of each stretch
    size: Ints
    owner: Ints  # which cue, counted from 0
    token: Ints


def surroundings_of(tokens: Tokens, cues: Ints) -> Surroundings:
    """The tokens of the paragraphs around each cue, so far as they are near."""
    numbers, own = tokens.paragraph[:-1], tokens.paragraph[cues]
    start = np.maximum(np.searchsorted(numbers, own - 1), cues - BEFORE)
    end = np.minimum(np.searchsorted(numbers, own + 1, side="right"), cues + AFTER + 1)
    owner, token = laid_out(start, end - start)
    return Surroundings(start, end - start, owner, token)


def surrounding_features(tokens: Tokens, cues: Ints, around: Surroundings, likely: Floats) -> Slots:
    """What is known of each token: its way from the cue, its distance, the quotations between, its own labels."""
    lower, lemma, tag, part, relation = tokens.lower, tokens.lemma, tokens.tag, tokens.part, tokens.relation
    at, cue = around.token, cues[around.owner]
    up, down, branch, below = ways(tokens, cue, at)
    way = (up * (DEEP + 1) + down) * 64 + branch
    word, core = lemma[cue], frame(tokens, cues, CUE_FRAME)[around.owner]
    side: Ints = np.sign(at - cue)
    far = distances(at - cue)
    sentence = np.clip(tokens.sentence[at] - tokens.sentence[cue], -NEAR, NEAR)
    paragraph, is_quoted = tokens.paragraph[at] - tokens.paragraph[cue], tokens.is_quoted[at]
    following = np.searchsorted(tokens.region_starts, cue, side="right")
    quotation = np.where(is_quoted, np.clip(tokens.region[at] - following, -QUOTATIONS, QUOTATIONS), UNQUOTED)
    is_same = tokens.is_quoted[cue] & (tokens.region[at] == tokens.region[cue])
    rival = np.minimum(9, 10 * likely[at]).astype(np.int64)
    features: list[Feature] = [
        *[(way,), (way, below), (way, word), (way, core), (way, core, side), (way, relation[cue], tag[cue])],
        *[(far,), (far, sentence), (sentence, paragraph, is_quoted, quotation, side), (quotation, word)],
        *[(lower[at],), (lemma[at], side), (tag[at], relation[at]), (tag[at], tag[beside(tokens, at, 1)])],
        (part[at], part[tokens.head[at]], relation[at]),
        *[(word, side, sentence), (core, side, sentence, relation[cue]), (rival, side, sentence)],
        (tokens.is_quoted[cue], is_same, is_quoted, quotation),
        (tokens.is_word[at], side, quotation),
    ]
    return slots_of(features)


def distances(steps: Ints) -> Ints:
    """Steps to the left or right on a scale that grows coarser."""
    return np.asarray(np.sign(steps) * np.ceil(2 * np.log2(np.abs(steps) + 1)), dtype=np.int64)


def ways(tokens: Tokens, cue: Ints, at: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Each token's way from its cue: steps up to the node above both, steps down, and the last two relations.

    A token that hangs on nothing within reach is one step further up than any other.
    """
    up, meeting, node = np.full(len(at), CLIMB + 1), at.copy(), cue
    for step in range(CLIMB + 1):
        holds = (up > CLIMB) & (tokens.left[node] <= at) & (at <= tokens.right[node])
        up[holds], meeting[holds] = step, node[holds]
        node = tokens.head[node]
    current, down = at, np.zeros(len(at), dtype=np.int64)
    branch, below = np.zeros_like(down), np.zeros_like(down)
    for _ in range(DEEPEST):
        apart = current != meeting
        below, branch = np.where(apart, branch, below), np.where(apart, tokens.relation[current], branch)
        current, down = np.where(apart, tokens.head[current], current), down + apart
    lost = current != meeting
    up[lost], down[lost], branch[lost], below[lost] = CLIMB + 1, 0, 0, 0
    return up, np.minimum(down, DEEP), branch, below
