"""How often each lemma was a cue in training, among the words that a judge had to decide on."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Hashes

FIGURES = 3
DOUBT = 5.0  # added to a lemma's count, at the rate of all, so that a rare one proves little


@dataclass(frozen=True, slots=True)
class Rates:
    """Lemmas in order; of each how right the best draft and the first one were on average, and how often it was seen.

    The last row of the figures stands for every other lemma.
    """

    lemmas: Hashes
    figures: Floats

    def __call__(self, lemma: Hashes) -> Floats:
        """The figures of some lemmas, one row each."""
        place = np.minimum(np.searchsorted(self.lemmas, lemma), len(self.lemmas) - 1)
        return np.asarray(self.figures[np.where(self.lemmas[place] == lemma, place, len(self.lemmas))])


def rates_of(lemma: Hashes, *, best: Bools, first: Bools) -> Rates:
    """The rates among some cues."""
    known, place = np.unique(lemma, return_inverse=True)
    count = np.bincount(place, minlength=len(known))
    columns = []
    for worth in (best, first):
        total = np.bincount(place, worth, minlength=len(known))
        columns.append(np.append((total + DOUBT * worth.mean()) / (count + DOUBT), worth.mean()))
    seen = np.append(np.log1p(count), 0)
    return Rates(known, np.stack([*columns, seen], axis=1).astype(np.float32))
