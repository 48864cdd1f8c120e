"""What single words say when two sentences are compared: how much (the rarer in news, the more), and whether no."""

import math
from collections.abc import Mapping
from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_table, read_toml

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


class _Negators(Strict):
    """negators.toml."""

    words: frozenset[str]


@cache
def negators(language: str = "english") -> frozenset[str]:
    """Words that say no."""
    return read_toml(paths.LANGUAGES / language / "negators.toml", _Negators).words


def _weight(sentences: int) -> float:
    return 0.0 if sentences >= EMPTY else min(1.0, math.log(OF / sentences) / math.log(OF / RAREST))
