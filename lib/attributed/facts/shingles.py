"""Stretches of words that two texts share, found without comparing every text with every other one."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from attributed.facts.frequencies import STEM, stem_weights
from attributed.model import Passage

WORD = re.compile(r"[^\W_]+")
MIX = 0x9E3779B97F4A7C15  # an odd 64-bit number: mixes the hashes of neighbouring words
Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of some passages of a text: their hashes, and where each begins and ends."""

    hashes: Hashes
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.hashes)

    def passage(self, first: int, last: int) -> Passage:
        """From a word to another one, both included."""
        return Passage(int(self.starts[first]), int(self.ends[last]))


@lru_cache(maxsize=1 << 17)
def hash_of(word: str) -> int:
    """A number for a word, the same on every machine."""
    return crc32(word.encode())


def wording_of(text: str, passages: Sequence[Passage]) -> Wording:
    """The words of a text inside some passages, without regard to capitals and marks."""
    found = [match for passage in passages for match in WORD.finditer(text, passage.start, passage.end)]
    hashes = [hash_of(match.group().casefold()) for match in found]
    return Wording(
        np.array(hashes, dtype=np.uint64),
        np.array([match.start() for match in found], dtype=np.int64),
        np.array([match.end() for match in found], dtype=np.int64),
    )


def shingles(words: Hashes, size: int) -> Hashes:
    """One hash for each run of so many words."""
    if len(words) < size:
        return np.empty(0, dtype=np.uint64)
    count = len(words) - size + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        mixed = (mixed + words[offset : offset + count] + np.uint64(1)) * np.uint64(MIX)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def picked(hashes: Hashes, window: int) -> Hashes:
    """The least hash of every window: any stretch as long as a window keeps one in each text that has it.

    Winnowing, after Schleimer, Wilkerson and Aiken (SIGMOD 2003).
    """
    if len(hashes) <= window:
        return np.unique(hashes)
    views = np.lib.stride_tricks.sliding_window_view(hashes, window)
    return np.unique(views.min(axis=1))


@dataclass(frozen=True, slots=True)
class Postings:
    """Which texts have which shingles: both arrays in the order of the hashes, and of the texts within one hash."""

    hashes: Hashes
    texts: npt.NDArray[np.int32]
    starts: npt.NDArray[np.int64]  # where each hash's run begins

    @classmethod
    def of(cls, sets: Sequence[Hashes]) -> "Postings":
        """From one set of hashes a text."""
        if not sets:
            nothing = np.empty(0, dtype=np.int64)
            return cls(nothing.astype(np.uint64), nothing.astype(np.int32), nothing)
        hashes = np.concatenate(sets)
        texts = np.repeat(np.arange(len(sets), dtype=np.int32), [len(one) for one in sets])
        order = np.argsort(hashes, kind="stable")
        hashes, texts = hashes[order], texts[order]
        return cls(hashes, texts, np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]] if len(hashes) else []))

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """How many texts have each hash."""
        return np.asarray(np.diff(np.r_[self.starts, len(self.hashes)]), dtype=np.int64)


def pairs_sharing(
    postings: Postings, *, fewest: int, without: npt.NDArray[np.bool_] | None = None
) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share so many shingles, each later text with the first one that has the shingle; in order.

    One pair for each further text, so that what stands in a hundred texts gives a hundred pairs and not five
    thousand. `without` marks, hash by hash, what is not to count.
    """
    lengths = postings.lengths
    first = np.repeat(postings.texts[postings.starts], lengths)
    counts = np.repeat(~without, lengths) if without is not None else np.ones(len(first), dtype=bool)
    later = counts & (postings.texts != first)
    keys = first[later].astype(np.int64) << 32 | postings.texts[later]
    found, shared = np.unique(keys, return_counts=True)
    for key in found[shared >= fewest]:
        yield int(key >> 32), int(key & 0xFFFFFFFF)


def phrases_shared(one: str, other: str) -> float:
    """Pairs of neighbouring words that both have, as a share of all pairs of both."""
    here, there = pairs_in(one), pairs_in(other)
    return 2 * len(here & there) / (len(here) + len(there)) if here and there else 0.0


@lru_cache(maxsize=1 << 13)
def pairs_in(words: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words of which one at least says something."""
    weights = stem_weights()
    pairs = itertools.pairwise(words.split())
    return frozenset(pair for pair in pairs if any(weights.get(word[:STEM], 1.0) > 0 for word in pair))
