"""How far two ways of grouping the same things agree: by pairs, and by B-cubed."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall from counts; None where nothing was to be counted."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float | None:
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        both = self.predicted + self.gold
        return 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True)
class BCubed:
    """Averages over things: of its group's members, how many belong there; of those that belong, how many are in."""

    precision: float
    recall: float
    things: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[Thing, Hashable], predicted: Mapping[Thing, Hashable]) -> BCubed:
    """B-cubed (Bagga and Baldwin 1998) of two groupings, each from thing to group, over the gold's things."""
    together = Counter((gold[thing], predicted[thing]) for thing in gold)
    theirs, ours = Counter(gold.values()), Counter(predicted[thing] for thing in gold)
    count = len(gold)
    precision = sum(shared * shared / ours[group] for (_, group), shared in together.items())
    recall = sum(shared * shared / theirs[group] for (group, _), shared in together.items())
    return BCubed(precision / count if count else 0.0, recall / count if count else 0.0, count)
