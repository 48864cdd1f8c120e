"""Words around cues: how they stand to them, what the tagger says of them, how it is fitted."""

from functools import cache

import numpy as np
import pytest

from attributed.attribution.arrays import Floats, Ints
from attributed.attribution.network import Network, network_of
from attributed.attribution.picking import agreement_by_words
from attributed.attribution.surroundings import CLIMB, surroundings_of, ways
from attributed.attribution.tagger import Tagger
from attributed.attribution.tokens import Tokens, tokens_of
from attributed.attribution.training.fitting import Fit, first_weights
from attributed.attribution.training.tagging import (
    WordExamples,
    batch_of,
    first_layers,
    fitted_tagger,
    slopes,
    word_examples,
)
from attributed.attribution.training.targets import Prepared, Target
from attributed.attribution.word_vectors import WordVectors
from attributed.parsing import load_pipeline

TEXT = "The old mayor said that the bridge was safe.\nNobody crossed it. A clerk told us it would fall.\n"
NOTHING = WordVectors(np.zeros(0, np.uint64), np.zeros((1, 64), np.float32))
SMALL = Fit(hidden=6, outputs=2, epochs=60, dropout=0, features=400, seen=1, batch=2, rate=2e-2, decay=0)


@cache
def read() -> tuple[Tokens, dict[str, int]]:
    """The text's tokens, and where each word first stands."""
    doc = load_pipeline()(TEXT)
    return tokens_of(doc, TEXT), {token.text: token.i for token in reversed(doc)}


@cache
def examples() -> WordExamples:
    """Two cues with their sources and contents."""
    tokens, at = read()
    said = Target(at["said"], np.array([at["said"]]), np.arange(3), np.arange(at["that"], at["safe"] + 1))
    told = Target(at["told"], np.array([at["told"]]), np.arange(at["A"], at["told"]), np.array([at["fall"]]))
    return word_examples((Prepared(tokens, (said, told)),), [np.zeros((tokens.count + 1, 2), np.float32)], NOTHING)


def test_a_word_hangs_on_its_cue_by_the_steps_of_the_tree() -> None:
    tokens, at = read()
    words = np.array([at["said"], at["mayor"], at["old"], at["was"], at["bridge"], at["Nobody"]])
    up, down, _, _ = ways(tokens, np.full(len(words), at["said"]), words)
    assert list(zip(up.tolist(), down.tolist(), strict=True)) == [
        (0, 0),
        (0, 1),
        (0, 2),
        (0, 1),
        (0, 2),
        (CLIMB + 1, 0),
    ]
    up, down, _, _ = ways(tokens, np.array([at["was"]]), np.array([at["old"]]))
    assert (up.tolist(), down.tolist()) == ([1], [2])


def test_the_paragraphs_beside_a_cue_are_near() -> None:
    tokens, at = read()
    around = surroundings_of(tokens, np.array([at["said"]]))
    assert (around.start.tolist(), around.size.tolist()) == ([0], [tokens.count])


def test_what_is_said_of_a_cue_does_not_hang_on_the_cues_beside_it() -> None:
    tokens, at = read()
    tagger, likely = fitted_tagger(examples(), np.array([True, True]), SMALL), np.zeros(tokens.count + 1, np.float32)
    both = tagger(tokens, np.array([at["said"], at["told"]]), likely, NOTHING)
    alone = tagger(tokens, np.array([at["told"]]), likely, NOTHING)
    assert both[1] == pytest.approx(alone[0], abs=1e-5)


def test_a_fitted_tagger_finds_the_words_it_was_shown() -> None:
    tokens, at = read()
    tagger = fitted_tagger(examples(), np.array([True, True]), SMALL)
    source, content = tagger(tokens, np.array([at["said"]]), np.zeros(tokens.count + 1, np.float32), NOTHING)[0].T
    assert np.flatnonzero(source > 0.5).tolist() == [0, 1, 2]
    assert np.flatnonzero(content > 0.5).tolist() == list(range(at["that"], at["safe"] + 1))


def loss(weights: list[Floats], table: Ints) -> float:
    """What the gradients are those of, counted through the tagger itself."""
    tokens, at = read()
    known = np.flatnonzero(table)
    network: Network = network_of(known.astype(np.uint32), *weights[:5])
    cues = np.array([at["said"], at["told"]])
    chance = Tagger(network, *weights[5:])(tokens, cues, np.zeros(tokens.count + 1, np.float32), NOTHING)
    shown, around = examples(), surroundings_of(tokens, cues)
    found = chance[around.owner, around.token]
    right = np.where(shown.label > 0, found, 1 - found)[shown.is_word]
    return float(-np.log(np.maximum(right, 1e-12)).sum() / len(cues))


def test_gradients_are_those_of_the_loss() -> None:
    random, shown = np.random.default_rng(3), examples()
    table = np.zeros(1 << 22, np.int32)
    known = np.unique(shown.slots)
    table[known] = np.arange(1, len(known) + 1)
    dense = 2 * shown.vectors.shape[1] + shown.like.shape[1]
    weights = [*first_weights(len(known) + 1, shown.slots.shape[1], dense, SMALL, random), *first_layers(6, random)]
    weights[0][0] = 0
    batch = batch_of(shown, np.arange(2), table, len(known) + 1)
    found = slopes(weights, batch, 0, random)
    for part, slope in zip(weights[1:], found[1:], strict=True):
        place = np.unravel_index(np.abs(slope).argmax(), slope.shape)
        before, step = part[place], 5e-3
        part[place] = before + step
        above = loss(weights, table)
        part[place] = before - step
        below = loss(weights, table)
        part[place] = before
        assert slope[place] == pytest.approx((above - below) / (2 * step), rel=0.05)


def test_agreement_counts_likely_words_left_out() -> None:
    tagged = np.array([[1.0, 0], [1, 0], [0, 0.5], [0, 1]])
    rows = np.array([[1.0, 1, 0, 0], [0, 0, 0, 1]])
    found = agreement_by_words(rows, tagged, tagged.sum(0))
    assert found[0].tolist() == [1, 0]
    assert found[1, 1] == pytest.approx(1 / 1.5)
