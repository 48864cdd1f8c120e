"""A small network over hashed features and vectors: one hidden layer, numpy alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attributed.attribution.arrays import Floats, Slots
from attributed.attribution.hashing import SLOTS


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of one network; `slots` are the features it knows, every other feature adds nothing."""

    slots: Slots
    features: Floats  # one row a known slot, a row of zeros first
    dense: Floats
    hidden_bias: Floats
    output: Floats
    output_bias: Floats
    table: NDArray[np.int32]  # slot -> row of `features`

    def __call__(self, slots: Slots, dense: Floats) -> Floats:
        """The outputs before any squashing, one row an example."""
        return self.outputs(self.hidden(slots, dense))

    def hidden(self, slots: Slots, dense: Floats) -> Floats:
        """What the hidden units pass on."""
        rows = self.table[slots]
        hidden = dense @ self.dense + self.hidden_bias
        for column in range(rows.shape[1]):
            hidden += self.features[rows[:, column]]
        return np.asarray(np.maximum(hidden, 0, out=hidden))

    def outputs(self, hidden: Floats) -> Floats:
        return np.asarray(hidden @ self.output + self.output_bias)


def network_of(
    slots: Slots, features: Floats, dense: Floats, hidden_bias: Floats, output: Floats, output_bias: Floats
) -> Network:
    """A network with its table of known slots."""
    table = np.zeros(SLOTS, dtype=np.int32)
    table[slots] = np.arange(1, len(slots) + 1)
    return Network(slots, features, dense, hidden_bias, output, output_bias, table)


def probability(output: Floats) -> Floats:
    """Outputs as probabilities; beyond the clip there is nothing left to tell apart."""
    return np.asarray(1 / (1 + np.exp(-np.clip(output, -30, 30))))
