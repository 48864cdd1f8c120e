"""What tells whether a piece of text beside a cue is its source, its content or neither."""

import numpy as np

from attributed.attribution.arrays import Floats, Ints, Slots, magnitude
from attributed.attribution.constituents import ABOVE, Constituents
from attributed.attribution.cues import beside, frame
from attributed.attribution.hashing import slots_of
from attributed.attribution.labels import RELATION
from attributed.attribution.tokens import Tokens

CUE_FRAME = RELATION.numbers(
    "nsubj nsubjpass dobj ccomp xcomp prep agent acomp pobj pcomp poss acl relcl expl attr dative advcl"
)
PIECE_FRAME = RELATION.numbers("nsubj nsubjpass mark aux det poss")
LEFT_OF_CUE, RIGHT_OF_CUE, AROUND_CUE, SPLIT_BY_CUE = range(4)


def constituent_features(tokens: Tokens, pieces: Constituents, cue_probability: Floats) -> tuple[Slots, Floats]:
    """What is known of each piece: its way from the cue, its words at both ends, its size, its quotation marks."""
    lower, lemma, tag, part, relation = tokens.lower, tokens.lemma, tokens.tag, tokens.part, tokens.relation
    cue, node = pieces.cue, pieces.node
    word, cue_tag, cue_relation, head = lemma[cue], tag[cue], relation[cue], tokens.head[cue]
    kind = (pieces.place * 64 + pieces.way) * (1 << 18) + pieces.way_down
    side = np.where(pieces.last < cue, LEFT_OF_CUE, np.where(pieces.first > cue, RIGHT_OF_CUE, AROUND_CUE))
    side = np.where(pieces.gap_last >= pieces.gap_first, SPLIT_BY_CUE, side)
    between_first = np.where(side == LEFT_OF_CUE, pieces.last, cue) + 1
    between_last = np.where(side == LEFT_OF_CUE, cue, np.where(side == RIGHT_OF_CUE, pieces.first, 0)) - 1
    gap = np.maximum(between_last - between_first + 2, 0)
    between = tokens.words(between_first, between_last)
    quoted = tokens.quoted_words(pieces.first, pieces.last) - tokens.quoted_words(pieces.gap_first, pieces.gap_last)
    share = np.ceil(3 * quoted / pieces.size).astype(np.int64)
    size, core = magnitude(pieces.size), frame(tokens, cue, CUE_FRAME)
    mark, first_word = lower[tokens.child(node, "mark")], lower[pieces.first]
    is_same_region = tokens.is_quoted[cue] & (tokens.region[cue] == tokens.region[pieces.first])
    rival = magnitude((10 * cue_probability[node]).astype(np.int64))
    after, before = lower[beside(tokens, pieces.last, 1)], lower[beside(tokens, pieces.first, -1)]
    own_subject = np.where(pieces.place == ABOVE, tokens.child(node, "nsubj"), tokens.count)
    cut, is_at_line_end = pieces.cut, tokens.paragraph[beside(tokens, pieces.last, 1)] != tokens.paragraph[pieces.last]
    severed = relation[cut] * 64 + tag[beside(tokens, cut, -1)] + (tokens.part[tokens.head[cut]] << 12)
    cut_rival = magnitude((10 * cue_probability[cut]).astype(np.int64))
    cut_frame = (tokens.subject(cut) < tokens.count) + 2 * (tokens.is_quoted[cut])
    cut_mark = lower[tokens.child(cut, "mark")]
    torn = tears(tokens, beside(tokens, pieces.first, -1), pieces.first)
    torn = torn + 2 * tears(tokens, pieces.last, beside(tokens, pieces.last, 1))
    fits = tokens.sentence_ends[tokens.sentence[cue]] - pieces.last <= 2
    features = [
        *[(kind,), (kind, word), (kind, side, magnitude(gap)), (kind, tag[node]), (kind, cue_tag, cue_relation)],
        *[(kind, core), (kind, word, mark), (kind, mark, part[node]), (kind, first_word), (kind, share, size)],
        *[(kind, lemma[node]), (lemma[node],), (tag[node], relation[node], side), (first_word, side), (word, core)],
        *[
            (word, lower[node], pieces.place),
            (kind, after),
            (kind, before),
            (side, magnitude(between), pieces.place, share),
        ],
        *[(side, share, is_same_region, pieces.place), (kind, frame(tokens, node, PIECE_FRAME)), (word, side, share)],
        *[(size, kind), (kind, rival), (kind, core, word), (lower[beside(tokens, cue, 1)], kind)],
        *[(lower[beside(tokens, cue, -1)], kind), (lemma[head], cue_relation, kind), (kind, lower[own_subject])],
        *[(kind, part[head]), (tag[pieces.last], kind), (kind, tokens.is_quoted[cue], share), (pieces.place, severed)],
        *[(severed, lower[tokens.left[cut]]), (severed, part[cut], tag[tokens.left[cut]]), (kind, relation[cut])],
        *[(severed, word), (relation[cut], magnitude(pieces.size), side), (kind, relation[cut], fits, is_at_line_end)],
        *[(relation[cut], tag[node], tag[cut]), (lemma[cut], lemma[tokens.head[cut]])],
        *[(relation[cut], cut_rival, cut_frame), (relation[cut], cut_frame, part[cut], cut_mark), (kind, cut_rival)],
        *[(torn, pieces.place, share), (torn, kind), (torn, relation[cut], side)],
    ]
    numbers = [
        cue_probability[cue],
        cue_probability[node],
        cue_probability[cut],
        pieces.size / 20,
        np.minimum(gap, 40) / 20,
    ]
    counted = np.stack([*numbers, between / 10, share / 3], axis=1).astype(np.float32)
    return slots_of(features), np.hstack([tokens.vector[node], tokens.vector[cue], tokens.vector[cut], counted])


def tears(tokens: Tokens, before: Ints, after: Ints) -> Ints:
    """Whether an edge runs through the middle of a quotation."""
    return np.asarray(tokens.is_quoted[before] & (tokens.region[before] == tokens.region[after]), dtype=np.int64)
