"""Which drafts to believe: each is judged with its own scores, beside its cue's other drafts, and beside its rivals."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Floats
from attributed.attribution.draft_shape import shape_numbers
from attributed.attribution.drafting import OUTERMOST, Drafts
from attributed.attribution.rates import Rates
from attributed.attribution.tokens import Tokens
from attributed.attribution.trees import Forest

RIVAL = 0.3  # overlap from which another cue's content claims the same words


@dataclass(frozen=True, slots=True)
class Judge:
    """Trees, and the lemma rates that they look at too."""

    trees: Forest
    rates: Rates

    def __call__(self, tokens: Tokens, drafts: Drafts) -> Floats:
        """How right each draft is likely to be, from 0 to 1."""
        return self.trees(np.hstack([judge_numbers(tokens, drafts), self.rates(tokens.lemma[drafts.cue])]))


def overlaps(tokens: Tokens, drafts: Drafts, others: Drafts) -> tuple[Floats, Floats]:
    """Of contents of different cues the intersection over union; and how much of a draft's words the other's holds."""
    content, other = ((some.content & tokens.is_word).astype(np.float32) for some in (drafts, others))
    everything = ((drafts.content | drafts.source | drafts.own) & tokens.is_word).astype(np.float32)
    shared = content @ other.T
    union = content.sum(1)[:, None] + other.sum(1) - shared
    inside = (everything @ other.T) / np.maximum(1, everything.sum(1))[:, None]
    same = shared / np.maximum(1, union)
    itself = drafts.cue[:, None] == others.cue
    return np.where(itself, 0, same), np.where(itself, 0, inside)


def judge_numbers(tokens: Tokens, drafts: Drafts) -> Floats:
    """What is known of each draft, one row each."""
    best = drafts.taken(np.flatnonzero(drafts.rank == 0))
    first = best.taken(np.searchsorted(best.cue, drafts.cue))
    scores = np.hstack([drafts.likely, drafts.scores, drafts.scores - first.scores])
    others = np.stack([*rival_columns(tokens, drafts, best), *beside_best(tokens, drafts, first)], axis=1)
    return np.hstack([scores, others, shape_numbers(tokens, drafts)]).astype(np.float32)


def rival_columns(tokens: Tokens, drafts: Drafts, best: Drafts) -> list[Floats]:
    """What the likely cues around claim: who holds this one, who is held by it, who wants the same words."""
    same, inside = overlaps(tokens, drafts, best)
    weight = best.likely[:, OUTERMOST]
    other = best.cue != drafts.cue[:, None]
    return [
        (best.content[:, drafts.cue].T * weight * other).max(axis=1, initial=0),
        ((same > RIVAL) * weight).max(axis=1, initial=0),
        (drafts.content[:, best.cue] * weight).max(axis=1, initial=0),
        (inside * weight).max(axis=1, initial=0),
        same.max(axis=1, initial=0),
        inside.max(axis=1, initial=0),
        ((drafts.content | drafts.source)[:, best.cue] * weight).sum(1),
        (tokens.sentence[drafts.cue][:, None] == tokens.sentence[best.cue]).sum(1),
        np.full(len(drafts), len(best)),
        np.full(len(drafts), weight.mean()),
    ]


def beside_best(tokens: Tokens, drafts: Drafts, first: Drafts) -> list[Floats]:
    """How a draft differs from the first one of its cue: words more and words less, another source."""
    words, known = drafts.content & tokens.is_word, first.content & tokens.is_word
    return [
        drafts.rank,
        (words & ~known).sum(1),
        (known & ~words).sum(1),
        words.sum(1) / np.maximum(1, known.sum(1)),
        (drafts.source != first.source).any(1),
        drafts.source.sum(1) - first.source.sum(1),
    ]
