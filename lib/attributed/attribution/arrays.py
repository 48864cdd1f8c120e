"""The kinds of arrays that pass between the parts, and slices of different lengths laid end to end."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]
Bools = NDArray[np.bool_]
Floats = NDArray[np.floating[Any]]
Hashes = NDArray[np.uint64]
Slots = NDArray[np.uint32]


def laid_out(starts: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For slices given by start and length: whose each element is, and where it stands.

    laid_out([7, 2], [2, 3]) -> ([0, 0, 1, 1, 1], [7, 8, 2, 3, 4])
    """
    owner = np.repeat(np.arange(len(starts)), counts)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    return owner, np.repeat(starts, counts) + offset


def magnitude(values: Ints) -> Ints:
    """Counts on a coarse scale: 0 to 4 as they are, then a step for each doubling, at most 9."""
    doublings = np.log2(np.maximum(values, 1) / 4).astype(np.int64)
    return np.clip(np.where(values <= 4, values, 4 + doublings), 0, 9)
