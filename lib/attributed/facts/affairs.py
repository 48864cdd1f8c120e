"""Whether two articles tell of one affair: by the words that what they tell has in common."""

import math
from collections.abc import Mapping, Sequence

from attributed.facts.telling import Telling

CLOSE = 0.25  # share of their words from which two articles may well tell of one affair
ENOUGH = 20.0  # weight of the words below which an article says too little to tell


class Affairs:
    """The words of all that each article tells, as far as they say anything."""

    def __init__(self, tellings: Sequence[Telling], weights: Mapping[str, float]) -> None:
        stems: dict[str, set[str]] = {}
        for telling in tellings:
            stems.setdefault(telling.article, set()).update(telling.stems)
        self.weights = weights
        self.stems = stems
        self.totals = {article: self._weight(words) for article, words in stems.items()}
        self.known: dict[tuple[str, str], float] = {}

    def distance(self, one: str, other: str) -> float:
        """How far two articles lie apart: 0 where they may tell of one affair, 1 where they share no word."""
        pair = min(one, other), max(one, other)
        if pair not in self.known:
            less = min(self.totals[one], self.totals[other])
            share = self._weight(self.stems[one] & self.stems[other]) / less if less >= ENOUGH else CLOSE
            self.known[pair] = max(0.0, 1 - share / CLOSE)
        return self.known[pair]

    def _weight(self, stems: set[str]) -> float:
        return math.fsum(self.weights[stem] for stem in stems)
