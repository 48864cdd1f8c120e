"""Word vectors from running text: words are alike that have the same neighbours on the same side.

Positive pointwise mutual information with the words one and two places before and behind, cut to its first singular
vectors (Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned from word embeddings").
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd  # type: ignore[import-untyped]
from spacy.strings import get_string_id

from attributed.attribution.arrays import Ints
from attributed.attribution.word_vectors import WordVectors

WORD = re.compile(r"n't|'s|[^\W\d_]+?(?=n't)|[^\W\d_]+|\d+|[^\w\s]")
WORDS, SEEN = 20_000, 8  # the commonest words, seen so often, have a vector
NEIGHBOURS = 2_500  # the commonest words count as neighbours
PLACES = (-2, -1, 1, 2)
SIZE = 64
SMOOTHED = 0.75  # power of the neighbours' counts, so that rare ones do not look telling
ROUNDS = 4
STEPS = 127  # a number is kept in a byte


def word_vectors_of(texts: Sequence[str]) -> WordVectors:
    """The vectors of the commonest words; the same from the same texts."""
    written = [words_of(text) for text in texts]
    counts = Counter(word for text in written for word in text)
    known = [word for word, times in sorted(counts.items(), key=lambda one: (-one[1], one[0])) if times >= SEEN][:WORDS]
    if len(known) <= SIZE:  # nothing to learn from
        return WordVectors(np.zeros(0, np.uint64), np.zeros((1, SIZE), np.float32))
    weight = telling(beside(written, {word: row for row, word in enumerate(known)}))
    left, strength, _ = randomized_svd(weight, SIZE, n_iter=ROUNDS, random_state=1)
    vectors = left * np.sqrt(strength)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    hashes = np.array([get_string_id(word) for word in known], dtype=np.uint64)
    order = np.argsort(hashes)
    rounded = np.rint(vectors[order] * STEPS) / STEPS
    return WordVectors(hashes[order], np.vstack([rounded, np.zeros((1, SIZE))]).astype(np.float32))


def words_of(text: str) -> list[str]:
    """A text's words and marks in lower case, parted as spaCy parts them, all numbers alike."""
    return ["0" if word.isdigit() else word for word in WORD.findall(text.lower().replace("’", "'"))]


def beside(written: Sequence[list[str]], rows: dict[str, int]) -> sparse.csr_array:
    """How often each word, by row, has each neighbour at each place, by column."""
    pairs = [pairs_of(np.array([rows.get(word, -1) for word in text], dtype=np.int32)) for text in written]
    row, column = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return sparse.csr_array((np.ones(len(row), np.float32), (row, column)), shape=(len(rows), len(PLACES) * NEIGHBOURS))


def pairs_of(text: Ints) -> tuple[Ints, Ints]:
    """Row and column of every word of one text with every neighbour of it."""
    found = []
    for number, step in enumerate(PLACES):
        here, there = (text[:-step], text[step:]) if step > 0 else (text[-step:], text[:step])
        kept = (here >= 0) & (there >= 0) & (there < NEIGHBOURS)
        found.append((here[kept], there[kept] + number * NEIGHBOURS))
    row, column = (np.concatenate(side) for side in zip(*found, strict=True))
    return row, column


def telling(counts: sparse.csr_array) -> sparse.csr_array:
    """By how much more often than by chance each pair stands together, as a logarithm; nothing where it is less."""
    pairs = counts.tocoo()
    word, neighbour = (np.asarray(counts.sum(axis)).ravel() for axis in (1, 0))
    common = neighbour**SMOOTHED
    expected = word[pairs.row] * (common / common.sum())[pairs.col]
    value = np.log(np.maximum(pairs.data / np.maximum(expected, np.finfo(np.float32).tiny), 1))
    return sparse.csr_array((value.astype(np.float32), (pairs.row, pairs.col)), shape=counts.shape)
