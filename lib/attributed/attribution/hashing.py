"""Features as slots of a large table: what a feature is, is hashed together with the values it takes."""

from collections.abc import Sequence

import numpy as np

from attributed.attribution.arrays import Bools, Hashes, Ints, Slots

SLOTS = 1 << 22
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_DROP = np.uint64(64 - 22)

Feature = tuple[Ints | Hashes | Bools, ...]  # one or more columns whose values are taken together


def slots_of(features: Sequence[Feature]) -> Slots:
    """One row an example, one column a feature: the slot of each."""
    columns = []
    for number, feature in enumerate(features, start=1):
        mixed = np.full(1, number, dtype=np.uint64) * _GOLDEN
        for values in feature:
            mixed = (mixed ^ values.astype(np.uint64)) * _MIX
            mixed = mixed ^ (mixed >> _HALF)
        columns.append((mixed * _GOLDEN) >> _DROP)
    return np.stack(columns, axis=1).astype(np.uint32)
