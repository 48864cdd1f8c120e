"""Fitting the tagger: which words around a marked cue are its source's, which its content's."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from attributed.attribution.arrays import Bools, Floats, Ints, Slots
from attributed.attribution.drafting import OUTERMOST
from attributed.attribution.hashing import SLOTS
from attributed.attribution.network import network_of, probability
from attributed.attribution.surroundings import surrounding_features, surroundings_of
from attributed.attribution.tagger import REACH, Tagger, dense_inputs, rows_of, shifted, with_neighbours
from attributed.attribution.training.fitting import Adam, Fit, dropped, first_weights, known_slots, rows_in_use
from attributed.attribution.training.targets import Prepared
from attributed.attribution.word_vectors import WordVectors

TAGGER_FIT = Fit(hidden=32, outputs=2, epochs=6, dropout=0.15, features=40_000, seen=12, batch=48, decay=1e-6)
LIKE_SIZE = 60  # tokens; stretches of a batch differ by no more or so


@dataclass(frozen=True, slots=True)
class WordExamples:
    """Words around all marked cues, one stretch a cue laid end to end; vectors of all tokens of all articles."""

    slots: Slots
    token: Ints
    is_word: Bools
    label: Floats  # of source, of content
    cue: Ints  # a token, one for each stretch, as the columns below
    start: Ints
    size: Ints
    article: Ints
    vectors: Floats
    like: Floats


def word_examples(articles: tuple[Prepared, ...], likely: Sequence[Floats], like: WordVectors) -> WordExamples:
    """Every word around every marked cue."""
    columns, before = [], 0
    for number, (article, chance) in enumerate(zip(articles, likely, strict=True)):
        tokens = article.tokens
        targets = sorted({target.head: target for target in article.targets if len(target.content)}.items())
        cues = np.array([head for head, _ in targets], dtype=np.int64)
        around = surroundings_of(tokens, cues)
        marked = np.zeros((len(cues), tokens.count + 1, 2), dtype=np.float32)
        for row, (_, target) in zip(marked, targets, strict=True):
            row[target.source, 0], row[target.content, 1] = 1, 1
        columns.append(
            (
                surrounding_features(tokens, cues, around, chance[:, OUTERMOST]),
                around.token + before,
                tokens.is_word[around.token],
                marked[around.owner, around.token],
                cues + before,
                around.size,
                np.full(len(cues), number),
            )
        )
        before += tokens.count + 1
    slots, token, is_word, label, cue, size, article_of = (
        np.concatenate(column) for column in zip(*columns, strict=True)
    )
    vectors = np.concatenate([article.tokens.vector for article in articles])
    words = np.concatenate([like.vectors[like.rows(article.tokens.lower)] for article in articles])
    return WordExamples(slots, token, is_word, label, cue, np.cumsum(size) - size, size, article_of, vectors, words)


def fitted_tagger(examples: WordExamples, used: Bools, fit: Fit = TAGGER_FIT) -> Tagger:
    """A tagger fitted to some of the stretches."""
    random = np.random.default_rng(fit.seed)
    stretches = np.flatnonzero(used)
    known = known_slots(examples.slots[np.repeat(used, examples.size)], fit)
    table = np.zeros(SLOTS, dtype=np.int32)
    table[known] = np.arange(1, len(known) + 1)
    dense = 2 * examples.vectors.shape[1] + examples.like.shape[1]
    outer = first_weights(len(known) + 1, examples.slots.shape[1], dense, fit, random)
    weights = [*outer, *first_layers(fit.hidden, random)]
    adam = Adam(weights, fit, steps=fit.epochs * (len(stretches) // fit.batch + 1))
    for _ in range(fit.epochs):
        for rows in batches(examples.size[stretches], fit, random):
            batch = batch_of(examples, stretches[rows], table, len(known) + 1)
            adam.update(weights, slopes(weights, batch, fit.dropout, random), batch.used, len(rows))
    weights[0][0] = 0
    return Tagger(network_of(known, *weights[:5]), *weights[5:])


def first_layers(hidden: int, random: np.random.Generator) -> list[Floats]:
    """Small random layers, and their biases."""
    scale = 0.7 / np.sqrt(3 * hidden)
    layers = (random.standard_normal((len(REACH), 3 * hidden, hidden)) * scale).astype(np.float32)
    return [layers, np.zeros((len(REACH), hidden), np.float32)]


def batches(size: Ints, fit: Fit, random: np.random.Generator) -> list[Ints]:
    """Stretches of about one length together, in random order."""
    order = np.argsort(size + LIKE_SIZE * random.random(len(size)), kind="stable")
    cuts = np.arange(fit.batch, len(order), fit.batch)
    found = np.split(order, cuts)
    return [found[number] for number in random.permutation(len(found))]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some stretches, ready to learn from."""

    is_there: Bools  # stretches by places
    used: Ints  # rows of the table of features that occur
    hot: sparse.csr_matrix  # words by used rows
    dense: Floats
    label: Floats
    weight: Floats  # 0 for what is no word


def batch_of(examples: WordExamples, stretches: Ints, table: Ints, known: int) -> Batch:
    """Stretches with the rows of their features."""
    size = examples.size[stretches]
    is_there = rows_of(size)
    at = (examples.start[stretches][:, None] + np.arange(is_there.shape[1]))[is_there]
    rows = table[examples.slots[at]]
    used, place = rows_in_use(rows, known)
    ends = np.arange(0, rows.size + 1, rows.shape[1])
    hot = sparse.csr_matrix((np.ones(rows.size, np.float32), place.ravel(), ends), shape=(len(rows), len(used)))
    dense = dense_inputs(examples.vectors, examples.like, examples.token[at], np.repeat(examples.cue[stretches], size))
    weight = examples.is_word[at][:, None] / np.float32(len(stretches))
    return Batch(is_there, used, hot, dense, examples.label[at], weight)


def slopes(weights: list[Floats], batch: Batch, dropout: float, random: np.random.Generator) -> list[Floats]:
    """The gradient of each of the weights; of the features' only the rows in use."""
    features, dense_weights, bias, output, output_bias, layers, biases = weights
    before = batch.hot @ features[batch.used] + batch.dense @ dense_weights + bias
    kept = dropped(before, dropout, random)
    state = np.zeros((*batch.is_there.shape, len(bias)), dtype=np.float32)
    state[batch.is_there] = before * kept
    trace = []
    for reach, layer, layer_bias in zip(REACH, layers, biases, strict=True):
        inputs = with_neighbours(state, reach)
        change = inputs @ layer + layer_bias
        on = dropped(change, dropout / 2, random) * batch.is_there[:, :, None]
        trace.append((inputs, on))
        state = state + change * on
    last = state[batch.is_there]
    wrong = ((probability(last @ output + output_bias) - batch.label) * batch.weight).astype(np.float32)
    back = np.zeros_like(state)
    back[batch.is_there] = wrong @ output.T
    layer_slopes, bias_slopes = np.zeros_like(layers), np.zeros_like(biases)
    for number in reversed(range(len(REACH))):
        inputs, on = trace[number]
        change = back * on
        layer_slopes[number], bias_slopes[number] = flat(inputs).T @ flat(change), flat(change).sum(0)
        left, own, right = np.split(change @ layers[number].T, 3, axis=2)
        back = back + shifted(left, -REACH[number]) + own + shifted(right, REACH[number])
    inner = back[batch.is_there] * kept
    first = [batch.hot.T @ inner, batch.dense.T @ inner, inner.sum(0)]
    return [*first, last.T @ wrong, wrong.sum(0), layer_slopes, bias_slopes]


def flat(rows: Floats) -> Floats:
    """All places of all rows below each other."""
    return rows.reshape(-1, rows.shape[2])
