"""Boosted trees as plain arrays: small ones of 16 leaves, all asked at once.

Each node that an example passes on the right rules out the leaves on its left; the first leaf left is the answer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from attributed.attribution.arrays import Floats, Ints

LEAVES = 16
ALL = np.uint16(0xFFFF)
# The place of the lowest bit that is set, for every set of leaves.
FIRST = np.array([0, *((number & -number).bit_length() - 1 for number in range(1, 1 << LEAVES))], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Forest:
    """One column a tree, one row a node or a leaf."""

    feature: Ints
    threshold: Floats  # beyond it an example passes on the right
    kept: NDArray[np.uint16]  # the leaves that this leaves, as bits
    value: Floats
    start: Floats  # what every sum begins with

    def __call__(self, dense: Floats) -> Floats:
        """One number an example."""
        left = np.full((len(dense), self.feature.shape[1]), ALL)
        for feature, threshold, kept in zip(self.feature, self.threshold, self.kept, strict=True):
            left &= np.where(dense[:, feature] > threshold, kept, ALL)
        values = self.value[FIRST[left], np.arange(left.shape[1])]
        return np.asarray(values.sum(1, dtype=np.float64) + self.start[0])
