"""Which drafts to believe: each is judged with its own scores and beside its rivals."""

import numpy as np

from attributed.attribution.arrays import Floats, Ints, Slots, magnitude
from attributed.attribution.drafting import ANYWHERE, OUTERMOST, Drafts
from attributed.attribution.hashing import slots_of
from attributed.attribution.tokens import Tokens

FLOOR = 1e-6


def overlaps(tokens: Tokens, drafts: Drafts) -> tuple[Floats, Floats]:
    """Of each two contents the intersection over union; and how much of a draft's words lies in another's content."""
    content = (drafts.content & tokens.is_word).astype(np.float32)
    everything = ((drafts.content | drafts.source | drafts.own) & tokens.is_word).astype(np.float32)
    shared = content @ content.T
    size = content.sum(1)
    union = size[:, None] + size - shared
    inside = (everything @ content.T) / np.maximum(1, everything.sum(1))[:, None]
    same = shared / np.maximum(1, union)
    np.fill_diagonal(same, 0)
    np.fill_diagonal(inside, 0)
    return same, inside


def judge_features(tokens: Tokens, drafts: Drafts) -> tuple[Slots, Floats]:
    """What is known of a draft: how sure each step was, how it looks, and what its rivals claim."""
    same, inside = overlaps(tokens, drafts)
    likely = drafts.likely[:, OUTERMOST]
    words = drafts.content & tokens.is_word
    size = words.sum(1)
    quoted = (words & tokens.is_quoted).sum(1) / np.maximum(1, size)
    holds = drafts.content[:, drafts.cue]  # row: holder, column: held
    holder = (holds * likely[:, None]).max(axis=0, initial=0)
    rival = ((same > 0.3) * likely).max(axis=1, initial=0)
    held = (holds * likely).max(axis=1, initial=0)
    covered = (inside * likely).max(axis=1, initial=0)
    in_sentence = (tokens.sentence[drafts.cue][:, None] == tokens.sentence[drafts.cue]).sum(1)
    has_source = drafts.source.any(1)
    source_start = np.where(has_source, drafts.source.argmax(1), tokens.count)
    source_size = (drafts.source & tokens.is_word).sum(1)
    lemma, tag = tokens.lemma[drafts.cue], tokens.tag[drafts.cue]
    share = np.ceil(3 * quoted).astype(np.int64)
    features = [
        *[(lemma,), (lemma, has_source), (lemma, share), (lemma, drafts.kind), (drafts.kind,), (tag, drafts.kind)],
        *[(tokens.lower[source_start],), (tokens.tag[source_start], lemma), (magnitude(source_size), has_source)],
        *[(magnitude(size), share), (magnitude(size), lemma), (tokens.relation[drafts.cue], tag, share)],
        *[(steps(holder), steps(likely)), (steps(rival), steps(likely)), (steps(held), steps(likely))],
        *[(steps(covered), steps(holder)), (steps(drafts.likely[:, ANYWHERE]), steps(likely)), (in_sentence,)],
        *[(tokens.is_quoted[drafts.cue], share), (steps(drafts.scores[:, 0]), steps(drafts.scores[:, 1]))],
        *[(steps(drafts.scores[:, 2]), drafts.kind), (steps(likely), lemma)],
    ]
    odds = np.log((drafts.likely + FLOOR) / (1 - drafts.likely + FLOOR))
    rivals = [holder, rival, held, covered, same.max(axis=1, initial=0), inside.max(axis=1, initial=0)]
    counts = [likely, has_source, quoted, size / 20, source_size / 10, in_sentence / 5]
    numbers = [*odds.T, *drafts.scores.T, *np.log(drafts.scores + FLOOR).T / 5, *rivals, *counts]
    return slots_of(features), np.stack(numbers, axis=1).astype(np.float32)


def steps(share: Floats) -> Ints:
    """Probabilities in tenths."""
    return np.clip(share * 10, 0, 10).astype(np.int64)
