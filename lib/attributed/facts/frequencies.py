"""How much a word says when two sentences are compared: the rarer it is in news, the more."""

import math
from collections.abc import Mapping
from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_table

OF = 10_000  # sentences
RAREST = 10  # sentences of so many: a word that is not listed
EMPTY = 300  # a word of so many sentences says nothing


class _Frequency(Strict):
    stem: str
    per_10000: int


@cache
def stem_weights(language: str = "english") -> Mapping[str, float]:
    """The weight of each common stem, 0 to 1; a stem that is not there weighs 1."""
    rows = read_table(paths.LANGUAGES / language / "frequencies.csv", _Frequency)
    return {row.stem: _weight(row.per_10000) for _, row in rows}


def _weight(sentences: int) -> float:
    return 0.0 if sentences >= EMPTY else min(1.0, math.log(OF / sentences) / math.log(OF / RAREST))
