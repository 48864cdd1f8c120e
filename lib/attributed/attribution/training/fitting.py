"""Fitting a network: Adam over shuffled batches, the same numbers each time from the same examples."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np
from scipy import sparse

from attributed.attribution.arrays import Bools, Floats, Ints, Slots
from attributed.attribution.hashing import SLOTS
from attributed.attribution.network import Network, network_of


class Loss(Protocol):
    """What a network is fitted to."""

    def __call__(self, outputs: Floats, rows: Ints) -> Floats:
        """The gradient of the outputs, for those rows of the examples."""
        ...


KEPT_SPARSE = 0  # which of the parameters has a row a feature


@dataclass(frozen=True, slots=True)
class Fit:
    """How a network is fitted."""

    hidden: int
    outputs: int
    epochs: int
    dropout: float
    features: int  # at most so many, the commonest first
    seen: int  # a feature has to be seen so often
    batch: int = 1024
    rate: float = 2e-3
    decay: float = 1e-7
    seed: int = 1


def known_slots(slots: Slots, fit: Fit) -> Slots:
    """The features worth a row: seen often enough, and among the commonest."""
    counts = np.bincount(slots.ravel(), minlength=SLOTS)
    known = np.flatnonzero(counts >= fit.seen)
    if len(known) > fit.features:
        known = known[np.argsort(-counts[known], kind="stable")[: fit.features]]
    return np.sort(known).astype(np.uint32)


def batches(groups: Ints, fit: Fit, random: np.random.Generator) -> list[Ints]:
    """Rows of one epoch in random order; rows of one group stay together."""
    starts = np.flatnonzero(np.append(True, groups[1:] != groups[:-1]))
    ends = np.append(starts[1:], len(groups))
    order = random.permutation(len(starts))
    size = max(1, fit.batch * len(starts) // len(groups))
    return [
        np.concatenate([np.arange(starts[group], ends[group]) for group in np.sort(order[at : at + size])])
        for at in range(0, len(order), size)
    ]


def fitted(slots: Slots, dense: Floats, groups: Ints, loss: Loss, *, fit: Fit) -> Network:
    """A network fitted to examples: one row each of features, vectors and group."""
    random = np.random.default_rng(fit.seed)
    known = known_slots(slots, fit)
    table = np.zeros(SLOTS, dtype=np.int32)
    table[known] = np.arange(1, len(known) + 1)
    rows = table[slots]
    weights = first_weights(len(known) + 1, rows.shape[1], dense.shape[1], fit, random)
    adam = Adam(weights, fit, steps=fit.epochs * len(batches(groups, fit, np.random.default_rng(0))))
    for _ in range(fit.epochs):
        for batch in batches(groups, fit, random):
            step(weights, adam, rows[batch], dense[batch], partial(loss, rows=batch), fit, random)
    weights[0][0] = 0
    return network_of(known, *weights)


def first_weights(count: int, width: int, dense: int, fit: Fit, random: np.random.Generator) -> list[Floats]:
    """Small random weights, by the number of inputs that are added up."""
    shapes = [((count, fit.hidden), 0.5 / np.sqrt(width)), ((dense, fit.hidden), 0.5 / np.sqrt(max(1, dense)))]
    first = [(random.standard_normal(shape) * scale).astype(np.float32) for shape, scale in shapes]
    output = (random.standard_normal((fit.hidden, fit.outputs)) / np.sqrt(fit.hidden)).astype(np.float32)
    first[0][0] = 0
    return [*first, np.zeros(fit.hidden, np.float32), output, np.zeros(fit.outputs, np.float32)]


class Adam:
    """Adam with a rate that falls to nothing; of a large table only the rows in use are touched."""

    def __init__(self, weights: list[Floats], fit: Fit, *, steps: int) -> None:
        self.fit, self.steps, self.step = fit, steps, 0
        self.mean = [np.zeros_like(values) for values in weights]
        self.square = [np.zeros_like(values) for values in weights]

    def update(self, weights: list[Floats], gradients: list[Floats], used: Ints, examples: int) -> None:
        self.step += 1
        rate = self.fit.rate * (1 - self.step / (self.steps + 1))
        rate *= np.sqrt(1 - 0.999**self.step) / (1 - 0.9**self.step)
        for number, (values, gradient) in enumerate(zip(weights, gradients, strict=True)):
            at = used if number == KEPT_SPARSE else slice(None)
            slope = gradient + self.fit.decay * examples * values[at]
            mean = self.mean[number][at] * 0.9 + 0.1 * slope
            square = self.square[number][at] * 0.999 + 0.001 * slope * slope
            self.mean[number][at], self.square[number][at] = mean, square
            values[at] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)


def step(
    weights: list[Floats],
    adam: Adam,
    rows: Ints,
    dense: Floats,
    gradient_of: Callable[[Floats], Floats],
    fit: Fit,
    random: np.random.Generator,
) -> None:
    """One batch: forward, backward, update."""
    features, dense_weights, bias, output, output_bias = weights
    used, place = rows_in_use(rows, len(features))
    ones = (rows.ravel() > 0).astype(np.float32)
    ends = np.arange(0, rows.size + 1, rows.shape[1])
    examples = sparse.csr_matrix((ones, place.ravel(), ends), shape=(len(rows), len(used)))
    before = examples @ features[used] + dense @ dense_weights + bias
    kept = dropped(before, fit.dropout, random)
    hidden = before * kept
    slope = (gradient_of(hidden @ output + output_bias) / len(rows)).astype(np.float32)
    back = (slope @ output.T) * kept
    gradients = [examples.T @ back, dense.T @ back, back.sum(0), hidden.T @ slope, slope.sum(0)]
    adam.update(weights, gradients, used, len(rows))


def rows_in_use(rows: Ints, count: int) -> tuple[Ints, Ints]:
    """The different rows in order, and the place of each row among them: np.unique without its sorting."""
    is_used = np.zeros(count, dtype=bool)
    is_used[rows.ravel()] = True
    used = np.flatnonzero(is_used)
    place = np.zeros(count, dtype=np.int32)
    place[used] = np.arange(len(used))
    return used, place[rows]


def dropped(before: Floats, rate: float, random: np.random.Generator) -> Floats:
    """What passes: positive units, some of them switched off at random and the rest made up for it."""
    on: Bools = random.random(before.shape, dtype=np.float32) >= rate
    return ((before > 0) & on).astype(np.float32) / np.float32(1 - rate)
