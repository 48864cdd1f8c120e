"""What single words say when two sentences are compared: how much (the rarer in news, the more), and whether no."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_table, read_toml

OF = 10_000  # sentences
RAREST = 10  # sentences of so many: a word that is not listed
EMPTY = 300  # a word of so many sentences says nothing
FEW = 50  # tellings
FALL = 3.0  # natural logarithm of how many times that number leave nothing
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

    whole: frozenset[str]
    same: list[list[str]]


@cache
def synonyms(language: str = "english") -> Mapping[str, str]:
    """Words that say the same in news, whole or by their first letters -> the first of them."""
    listed = read_toml(paths.LANGUAGES / language / "synonyms.toml", _Synonyms)
    pairs = ((word, group[0][:STEM]) for group in reversed(listed.same) for word in group)
    return {word if word in listed.whole else word[:STEM]: first for word, first in pairs}


def stem_of(word: str) -> str:
    """By what a word is compared: its first letters, or those of the first word that says the same."""
    first = word[:STEM]
    return synonyms().get(word) or synonyms().get(first, first)


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
    idle: frozenset[str]
    since: frozenset[str]


@cache
def negators(language: str = "english") -> _Negators:
    """Words that say no, words beside which they do not deny what happened, and words that say no of the time since."""
    return read_toml(paths.LANGUAGES / language / "negators.toml", _Negators)


def _weight(sentences: int) -> float:
    return 0.0 if sentences >= EMPTY else min(1.0, math.log(OF / sentences) / math.log(OF / RAREST))


def forms_of(words: Iterable[str]) -> Iterator[str]:
    """Words with their regular endings."""
    for word in words:
        yield from (word, *(word + ending for ending in ("s", "d", "ed", "ing")))


def weights_among(sets: Sequence[frozenset[str]], known: Mapping[str, float]) -> dict[str, float]:
    """The weight of everything in some sets: what many of them have is the topic, and says little of any one."""
    told = Counter(member for members in sets for member in members)
    few = math.sqrt(max(len(sets), FEW))  # in a small ledger nothing is shown to be the topic
    return {
        member: known.get(member, 1.0) * max(LEAST, min(1.0, 1 - math.log(count / few) / FALL))
        for member, count in told.items()
    }
