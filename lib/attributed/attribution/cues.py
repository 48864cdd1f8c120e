"""Which words may be cues ("said", "according to", "plan"), and what tells whether they are."""

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Hashes, Ints, Slots, magnitude
from attributed.attribution.hashing import slots_of
from attributed.attribution.labels import PART, RELATION, TAG
from attributed.attribution.tokens import Tokens
from attributed.attribution.word_vectors import WordVectors

FAR = 64  # tokens; a quotation further away says nothing about a word
FRAME = RELATION.numbers(
    "nsubj nsubjpass dobj ccomp xcomp prep agent attr acomp advcl mark neg auxpass prt advmod poss acl relcl dative "
    "pobj pcomp parataxis oprd csubj expl cc conj intj npadvmod dep"
)
CORE = RELATION.numbers("nsubj nsubjpass dobj ccomp xcomp prep agent acomp pobj pcomp poss acl relcl")

SATELLITES = RELATION.numbers("aux auxpass neg prt")


def candidate_cues(tokens: Tokens, lemmas: Hashes) -> Ints:
    """Every verb, and every word whose lemma was a cue more than once in training."""
    place = np.minimum(np.searchsorted(lemmas, tokens.lemma[:-1]), len(lemmas) - 1)
    is_known = lemmas[place] == tokens.lemma[:-1]
    return np.flatnonzero((is_known | (tokens.part[:-1] == PART.number["VERB"])) & ~tokens.is_space[:-1])


def frame(tokens: Tokens, at: Ints, relations: Ints) -> Ints:
    """Which of the relations a word has children in, as bits."""
    return np.asarray((tokens.first_child[at[:, None], relations] < tokens.count) @ (1 << np.arange(len(relations))))


def beside(tokens: Tokens, at: Ints, step: int) -> Ints:
    """The token so many places on, the empty row beyond the ends."""
    there = at + step
    return np.where((there >= 0) & (there < tokens.count), there, tokens.count)


def quotation_distances(tokens: Tokens, at: Ints) -> tuple[Ints, Ints, Ints]:
    """How far the next and the last quotation are, and how long the next one is, on a coarse scale."""
    none = np.full(len(at), FAR)
    if not len(tokens.region_starts):
        return magnitude(none), magnitude(none), np.zeros_like(none)
    following = np.searchsorted(tokens.region_starts, at, side="right")
    after = np.minimum(following, len(tokens.region_starts) - 1)
    has_next = following < len(tokens.region_starts)
    ahead = np.where(has_next, tokens.region_starts[after] - at, FAR)
    behind = np.where(following > 0, at - tokens.region_ends[np.maximum(following - 1, 0)], FAR)
    length = np.where(has_next, tokens.region_ends[after] - tokens.region_starts[after], 0)
    return magnitude(np.minimum(ahead, FAR)), magnitude(np.clip(behind, 0, FAR)), magnitude(length)


def cue_features(tokens: Tokens, at: Ints, like: WordVectors) -> tuple[Slots, Floats]:
    """What is known of each candidate: its word, what that is like, its frame, its neighbours, quotations around."""
    lower, lemma, tag, part, relation = tokens.lower, tokens.lemma, tokens.tag, tokens.part, tokens.relation
    word, kind, role = lemma[at], tag[at], relation[at]
    subject, head = tokens.subject(at), tokens.head[at]
    above, aux, object_ = tokens.head[head], tokens.child(at, "aux"), tokens.child(at, "dobj")
    clause, open_clause, preposition = tokens.child(at, "ccomp"), tokens.child(at, "xcomp"), tokens.child(at, "prep")
    adverb, head_subject, mark = tokens.child(at, "advmod"), tokens.subject(head), tokens.child(clause, "mark")
    core = frame(tokens, at, CORE)
    here, end = tokens.sentence_starts[tokens.sentence[at]], tokens.sentence_ends[tokens.sentence[at]]
    quoted = np.ceil(4 * tokens.quoted_words(here, end) / np.maximum(1, tokens.words(here, end))).astype(np.int64)
    ahead, behind, length = quotation_distances(tokens, at)
    one, two, three = (beside(tokens, at, step) for step in (1, 2, 3))
    back_one, back_two, back_three = (beside(tokens, at, -step) for step in (1, 2, 3))
    features = [
        *[(word,), (word, kind), (word, role), (kind, role), (role, lemma[head]), (role, part[head]), (word, core)],
        *[(kind, frame(tokens, at, FRAME)), (core, role), (lemma[subject],), (word, lemma[subject])],
        *[(tag[subject], relation[subject]), (word, part[subject]), (lemma[head_subject], role)],
        *[(tag[head_subject], role, kind), (lower[aux], kind), (word, lower[aux]), (lemma[object_], word)],
        *[(lemma[object_],), (tag[object_],), (tag[clause], lower[mark]), (word, lower[mark], part[clause])],
        *[(lemma[open_clause],), (tag[open_clause], word), (lower[preposition],), (word, lower[preposition])],
        *[(lower[adverb],), (lower[tokens.child(at, "neg")], word), (lower[tokens.child(at, "prt")], word)],
        *[(lower[tokens.child(at, "poss")], kind), (lower[tokens.child(at, "pobj")], word), (lower[one], word)],
        *[(lower[back_one], word), (lower[one],), (lower[back_one],), (lower[two],), (lower[back_two],)],
        *[(tag[back_one], tag[one]), (tag[one], tag[two]), (tag[back_one], tag[back_two])],
        *[(tokens.is_quoted[at], quoted, kind), (word, quoted), (ahead, length, kind), (behind, kind)],
        *[(ahead, behind, word), (word, lemma[head], role), (magnitude(at - here), kind), (magnitude(end - at), kind)],
        *[(lower[three],), (lower[back_three],), (relation[head], relation[above], role)],
        *[(lemma[above], relation[head], role), (tokens.paragraph[at] == 0, kind)],
        (word, tag[open_clause], lower[tokens.child(open_clause, "aux")]),
    ]
    row = like.rows(lower)
    near = [like.vectors[row[place]] for place in (at, subject, head, object_, clause, open_clause)]
    return slots_of(features), np.hstack([tokens.vector[at], tokens.vector[subject], tokens.vector[head], *near])


def own_words(tokens: Tokens, cues: Ints) -> Bools:
    """Each cue's own words: itself, its auxiliaries, its negation, its particle, the "to" of "according to"."""
    own = np.zeros((len(cues), tokens.count + 1), dtype=bool)
    rows = np.arange(len(cues))
    own[rows[:, None], tokens.first_child[cues[:, None], SATELLITES]] = True
    own[rows, cues] = True
    is_preposition = (tokens.relation[cues] == RELATION.number["prep"]) & (tokens.tag[cues] == TAG.number["VBG"])
    own[rows, np.where(is_preposition, tokens.child(cues, "prep"), tokens.count)] = True
    own[:, -1] = False
    return own
