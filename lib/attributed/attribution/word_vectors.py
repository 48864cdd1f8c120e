"""What common words are like: a short vector each, near to those of words that stand among the same neighbours."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Floats, Hashes, Ints


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Lower-case words, as spaCy numbers them and in that order, and their vectors of length 1; zeros stand last."""

    words: Hashes
    vectors: Floats

    def rows(self, lower: Hashes) -> Ints:
        """Each word's row; a word that is not known has the last one."""
        if not len(self.words):
            return np.zeros(len(lower), dtype=np.int64)
        place = np.minimum(np.searchsorted(self.words, lower), len(self.words) - 1)
        return np.where(self.words[place] == lower, place, len(self.words))
