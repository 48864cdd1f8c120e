"""What single words say when two sentences are compared: how much (the rarer in news, the more), and whether no."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_table, read_toml

OF = 10_000  # sentences
RAREST = 10  # sentences of so many: a word that is not listed
EMPTY = 300  # a word of so many sentences says nothing
FEW = 50  # tellings
LEAST = 0.05  # of its weight, that a word keeps which all have
STEM = 6  # letters by which words are compared: "fractured" and "fractures" are one


class _Frequency(Strict):
    stem: str
    per_10000: int


@cache
def stem_weights(language: str = "english") -> Mapping[str, float]:
    """The weight of each common stem, 0 to 1; a stem that is not there weighs 1."""
    rows = read_table(paths.LANGUAGES / language / "frequencies.csv", _Frequency)
    return {row.stem: _weight(row.per_10000) for _, row in rows}


class _Synonyms(Strict):
    """synonyms.toml."""

    same: list[list[str]]


@cache
def synonyms(language: str = "english") -> Mapping[str, str]:
    """Words that say the same in news, by their first letters -> the first of them."""
    groups = read_toml(paths.LANGUAGES / language / "synonyms.toml", _Synonyms).same
    return {word[:STEM]: group[0][:STEM] for group in reversed(groups) for word in group}


def stem_of(word: str) -> str:
    """By what a word is compared: its first letters, or those of the first word that says the same."""
    return synonyms().get(word[:STEM], word[:STEM])


class _Where(Strict):
    """where.toml."""

    before: frozenset[str]


@cache
def locating(language: str = "english") -> frozenset[str]:
    """Words before a place that say that something is there."""
    return read_toml(paths.LANGUAGES / language / "where.toml", _Where).before


class _Negators(Strict):
    """negators.toml."""

    words: frozenset[str]


@cache
def negators(language: str = "english") -> frozenset[str]:
    """Words that say no."""
    return read_toml(paths.LANGUAGES / language / "negators.toml", _Negators).words


def _weight(sentences: int) -> float:
    return 0.0 if sentences >= EMPTY else min(1.0, math.log(OF / sentences) / math.log(OF / RAREST))


def weights_among(sets: Sequence[frozenset[str]], known: Mapping[str, float], *, common: float) -> dict[str, float]:
    """The weight of everything in some sets: what many of them have is the topic, and says little of any one.

    Up to a share that is common, what is known of it stands; from there it falls, to nearly nothing in what all have.
    """
    told = Counter(member for members in sets for member in members)
    many = max(len(sets), FEW)  # in a small ledger nothing is shown to be the topic
    least = math.log(1 / common if common else many / 2)
    return {
        member: known.get(member, 1.0) * max(LEAST, min(1.0, math.log(many / count) / least))
        for member, count in told.items()
    }
