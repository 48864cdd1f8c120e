"""Precision, recall and F1 from counts, with bootstrap intervals over articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 1000
SEED = 20161215
LOW, HIGH = 2.5, 97.5

Counts = NDArray[np.float64]


@dataclass(slots=True)
class Tally:
    """How many of the predicted and of the gold were right, in one article."""

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure over all articles, as shares of 1, with 95 % intervals; None where it has no meaning."""

    precision: float | None
    recall: float
    f1: float | None
    gold: int
    predicted: int
    right: int  # of the gold
    f1_interval: tuple[float, float] | None
    recall_interval: tuple[float, float]


def figures_of(articles: Sequence[Mapping[str, Tally]], *, recall_only: frozenset[str]) -> dict[str, Figure]:
    """Each measure over all articles; articles are drawn anew 1,000 times, with a fixed seed, for the intervals."""
    names = list(dict.fromkeys(name for article in articles for name in article))
    if not names:
        return {}
    empty = Tally()
    counts = np.array([[astuple(article.get(name, empty)) for name in names] for article in articles], dtype=float)
    draws = np.random.default_rng(SEED).multinomial(len(articles), [1 / len(articles)] * len(articles), size=ROUNDS)
    sums = counts.sum(axis=0)
    drawn = np.einsum("ra,amc->rmc", draws.astype(float), counts)
    return {
        name: figure(sums[place], drawn[:, place], recall_only=name in recall_only) for place, name in enumerate(names)
    }


def astuple(tally: Tally) -> tuple[int, int, int, int]:
    """The four counts in the order of the arrays."""
    return tally.right_predicted, tally.predicted, tally.right_gold, tally.gold


def figure(sums: Counts, drawn: Counts, *, recall_only: bool) -> Figure:
    """One measure from its counts and from the counts of each draw."""
    precision, recall, f1 = (float(value) for value in shares(sums))
    _, recalls, f1s = shares(drawn)
    return Figure(
        precision=None if recall_only else precision,
        recall=recall,
        f1=None if recall_only else f1,
        gold=int(sums[3]),
        predicted=int(sums[1]),
        right=int(sums[2]),
        f1_interval=None if recall_only else interval(f1s),
        recall_interval=interval(recalls),
    )


def shares(counts: Counts) -> tuple[Counts, Counts, Counts]:
    """Precision, recall and F1 of counts along the last axis; 0 where there is nothing to divide by."""
    precision = divided(counts[..., 0], counts[..., 1])
    recall = divided(counts[..., 2], counts[..., 3])
    return precision, recall, divided(2 * precision * recall, precision + recall)


def divided(above: Counts, below: Counts) -> Counts:
    """A quotient that is 0 where its divisor is."""
    positive = np.asarray(below) > 0
    quotient: Counts = np.asarray(above) / np.where(positive, below, 1)
    return np.where(positive, quotient, 0.0)


def interval(values: Counts) -> tuple[float, float]:
    """The middle 95 % of some values."""
    low, high = np.percentile(values, [LOW, HIGH])
    return float(low), float(high)
