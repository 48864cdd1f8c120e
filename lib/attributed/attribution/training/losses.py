"""What the networks are fitted to: yes or no for cues and contents, one of many or none for sources."""

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.network import probability
from attributed.attribution.training.examples import PieceExamples
from attributed.attribution.training.fitting import Loss


def yes_or_no(answer: Bools, weight: Floats) -> Loss:
    """Logistic loss of each output against the same answer, one column of weights an output."""

    def gradient(outputs: Floats, rows: Ints) -> Floats:
        return weight[rows] * (probability(outputs) - answer[rows, None])

    return gradient


def source_and_content(examples: PieceExamples) -> Loss:
    """Two choices among a cue's pieces and "none", which scores 0: source and main content; then part of it or not."""

    def gradient(outputs: Floats, rows: Ints) -> Floats:
        group = examples.group[rows]
        source = choice(outputs[:, 0], group) - examples.source[rows]
        main = choice(outputs[:, 1], group) - examples.main[rows]
        part = probability(outputs[:, 2]) - examples.is_part[rows]
        return np.stack([source, main, part], axis=1)

    return gradient


def choice(score: Floats, group: Ints) -> Floats:
    """The chance of each row among its group's, where "none of them" takes part with the score 0."""
    starts = np.flatnonzero(np.append(True, group[1:] != group[:-1]))
    counts = np.diff(np.append(starts, len(group)))
    highest = np.maximum(np.maximum.reduceat(score, starts), 0)
    weight = np.exp(score - np.repeat(highest, counts))
    total = np.add.reduceat(weight, starts) + np.exp(-highest)
    return np.asarray(weight / np.repeat(total, counts))
