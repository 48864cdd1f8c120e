"""From marked articles to examples: which token is a cue, which piece beside it is source or content."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints, Slots
from attributed.attribution.constituent_features import constituent_features
from attributed.attribution.constituents import Constituents, constituents_of
from attributed.attribution.cues import candidate_cues, cue_features
from attributed.attribution.drafting import OUTERMOST
from attributed.attribution.tokens import Tokens
from attributed.attribution.training.targets import Prepared
from attributed.attribution.weights import lemma_hashes
from attributed.attribution.word_vectors import WordVectors

REST_OF_CUE = 0.3  # weight of a word that stands in a cue but was not taken for its head
FITS = 0.3  # overlap with what is marked from which the best piece is the answer
NEARLY, SHARPNESS = 0.2, 15.0  # which other pieces share in the answer, and how fast their share falls
SHORTEST_PART = 2  # words
PART_FITS = 0.75  # overlap with one part of the content


@dataclass(frozen=True, slots=True)
class CueExamples:
    """Candidates of all articles: features, whether each is a cue, how much it counts, and its article."""

    slots: Slots
    dense: Floats
    is_cue: Bools
    weight: Floats
    article: Ints
    token: Ints


def cue_examples(articles: tuple[Prepared, ...], lemmas: tuple[str, ...], like: WordVectors) -> CueExamples:
    """Every candidate of every article."""
    hashes, columns = lemma_hashes(lemmas), []
    for number, article in enumerate(articles):
        tokens = article.tokens
        at = candidate_cues(tokens, hashes)
        is_cue = np.isin(at, [target.head for target in article.targets])
        in_cue = np.isin(at, np.concatenate([np.zeros(0, int), *(target.cue for target in article.targets)]))
        held = np.isin(at, np.concatenate([np.zeros(0, int), *(target.content for target in article.targets)]))
        weight = np.where(in_cue & ~is_cue, REST_OF_CUE, 1.0)
        weight = np.stack([weight, np.where(held & ~is_cue, 0.0, weight)], axis=1).astype(np.float32)
        columns.append((*cue_features(tokens, at, like), is_cue, weight, np.full(len(at), number), at))
    return CueExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))


@dataclass(frozen=True, slots=True)
class PieceExamples:
    """Pieces around all marked cues: features, the chances of being source and content, and the cue."""

    slots: Slots
    dense: Floats
    source: Floats
    main: Floats  # the chance of being the largest part of the content
    is_part: Floats  # whether it is one of the content's parts
    group: Ints
    article: Ints


def piece_examples(articles: tuple[Prepared, ...], likely: list[Floats]) -> PieceExamples:
    """Every piece around every marked cue."""
    columns, groups = [], 0
    for number, (article, probability) in enumerate(zip(articles, likely, strict=True)):
        targets = sorted({target.head: target for target in article.targets if len(target.content)}.items())
        if not targets:
            continue
        pieces = constituents_of(article.tokens, np.array([head for head, _ in targets]))
        features = constituent_features(article.tokens, pieces, probability[:, OUTERMOST])
        source, main, is_part = np.zeros((3, len(pieces.owner)), dtype=np.float32)
        for place, (_, target) in enumerate(targets):
            rows = np.flatnonzero(pieces.owner == place)
            source[rows] = best_fit(article.tokens, pieces, rows, target.source)
            main[rows] = best_fit(article.tokens, pieces, rows, target.content)
            for part in parts_of(article.tokens, target.content):
                _, fit = overlaps(article.tokens, pieces, rows, part)
                is_part[rows] = np.maximum(is_part[rows], fit >= PART_FITS)
        columns.append((*features, source, main, is_part, pieces.owner + groups, np.full(len(pieces.owner), number)))
        groups += len(targets)
    return PieceExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def overlaps(tokens: Tokens, pieces: Constituents, rows: Ints, marked: Ints) -> tuple[Floats, Floats]:
    """For each piece, the share of its words that are marked, and its intersection over union with them."""
    is_marked = np.zeros(tokens.count + 1, dtype=bool)
    is_marked[marked] = True
    is_marked &= tokens.is_word
    before = np.append(0, np.cumsum(is_marked))
    end = tokens.count

    def inside(first: Ints, last: Ints) -> Ints:
        found = before[np.minimum(last[rows] + 1, end)] - before[np.minimum(first[rows], end)]
        return np.where(last[rows] >= first[rows], found, 0)

    shared = inside(pieces.first, pieces.last) - inside(pieces.gap_first, pieces.gap_last)
    size = pieces.size[rows]
    return shared / size, shared / np.maximum(1, size + is_marked.sum() - shared)


def parts_of(tokens: Tokens, marked: Ints) -> list[Ints]:
    """The runs of what is marked: a gap with a word in it parts them."""
    words = marked[tokens.is_word[marked]]
    if not len(words):
        return []
    apart = tokens.words(words[:-1] + 1, words[1:] - 1) > 0
    return [part for part in np.split(words, np.flatnonzero(apart) + 1) if len(part) >= SHORTEST_PART]


def best_fit(tokens: Tokens, pieces: Constituents, rows: Ints, marked: Ints) -> Floats:
    """Shares of one for the pieces that fit what is marked best or nearly so; zeros where none fits."""
    _, fit = overlaps(tokens, pieces, rows, marked)
    best = fit.max(initial=0)
    weight = np.where(fit >= max(best - NEARLY, FITS), np.exp(SHARPNESS * (fit - best)), 0)
    return np.asarray(weight / max(1, weight.sum()), dtype=np.float32)
