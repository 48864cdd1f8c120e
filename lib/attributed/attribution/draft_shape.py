"""How a draft looks, in plain numbers: labels at its edges, distances, sizes, quotation marks."""

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.cues import beside
from attributed.attribution.drafting import KIND, Drafts
from attributed.attribution.labels import PART, RELATION
from attributed.attribution.tokens import Tokens

FRAME = RELATION.numbers("nsubj nsubjpass dobj ccomp xcomp prep agent acomp advcl pobj")
FAR = 60  # tokens


def edges(chosen: Bools) -> tuple[Ints, Ints]:
    """The first and last token of each row; the empty row where nothing was chosen."""
    count = chosen.shape[1] - 1
    some = chosen.any(1)
    first, last = chosen.argmax(1), count - chosen[:, ::-1].argmax(1)
    return np.where(some, first, count), np.where(some, last, count)


def shape_numbers(tokens: Tokens, drafts: Drafts) -> Floats:
    """One row a draft."""
    columns = [*label_columns(tokens, drafts), *place_columns(tokens, drafts), *size_columns(tokens, drafts)]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def label_columns(tokens: Tokens, drafts: Drafts) -> list[Ints | Bools]:
    """Tags and relations of the cue, of the edges of content and source, and of what stands beside them."""
    cue, (first, last), (source_first, source_last) = drafts.cue, edges(drafts.content), edges(drafts.source)
    outside = (beside(tokens, last, 1), beside(tokens, first, -1), beside(tokens, source_last, 1))
    places = (cue, tokens.head[cue], first, last, source_first, source_last, *outside)
    has_child = tokens.first_child[cue[:, None], FRAME] < tokens.count
    labels = [column[at] for column in (tokens.tag, tokens.relation) for at in places]
    return [*labels, *has_child.T, drafts.kind // KIND, drafts.kind % 64, drafts.kind % KIND // 64]


def place_columns(tokens: Tokens, drafts: Drafts) -> list[Ints | Bools]:
    """Where content and source begin and end, counted from the cue and from its sentence and paragraph."""
    cue, (first, last), (source_first, source_last) = drafts.cue, edges(drafts.content), edges(drafts.source)
    sentence, paragraph = tokens.sentence, tokens.paragraph
    here = sentence[cue]
    near = (first, last, source_first, source_last, tokens.sentence_starts[here], tokens.sentence_ends[here])
    return [
        *(np.clip(at - cue, -FAR, FAR) for at in (*near, tokens.head[cue])),
        *(sentence[at] - here for at in (first, last, source_first)),
        *(paragraph[at] - paragraph[cue] for at in (first, last)),
        first == tokens.sentence_starts[sentence[first]],
        last >= tokens.sentence_ends[sentence[last]] - 1,
        *(tokens.depth[cue], paragraph[cue]),
    ]


def size_columns(tokens: Tokens, drafts: Drafts) -> list[Ints | Bools | Floats]:
    """How many words, how many of them quoted, how many of the source's are names."""
    words = drafts.content & tokens.is_word
    size, (first, last) = words.sum(1), edges(drafts.content)
    return [
        *(size, (words & tokens.is_quoted).sum(1) / np.maximum(1, size)),
        *(tokens.is_quoted[at] for at in (drafts.cue, first, last)),
        *((drafts.source & tokens.is_word).sum(1), (drafts.source & (tokens.part == PART.number["PROPN"])).sum(1)),
        *(drafts.own.sum(1), np.full(len(size), tokens.count)),
    ]
