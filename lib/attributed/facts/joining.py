"""Tellings to facts: near ones are found by shared words, weighed, and put together where all of a group agree."""

import itertools
from collections.abc import Hashable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from attributed.facts.comparing import Comparer
from attributed.facts.shingles import hash_of
from attributed.facts.slots import overlap
from attributed.facts.telling import Mode, Telling

SURE = 0.3  # chance from which two tellings are put together
AGREED = -1.5  # log odds: what the nearest tellings of two groups must reach, taken over all members of both
AKIN = -2.5  # log odds that all pairs of both must reach on the average: a chain of likenesses makes no fact
CLASHING = 0.6  # chance from which two tellings are about one thing, though they disagree
COUNTING = 0.2  # the same of two that say how many at one place
MAY_BE = 0.15  # chance from which two facts may be the same
ASKED = 10  # members of a group that are compared with those of another
SAYS_MUCH = 0.3  # words lighter than this bring nobody together
SHARED, SHARE = 1.0, 0.2  # weight that two tellings must share to be compared, and its share of the lighter one
SLOT, ENOUGH = 0.5, 4.0  # the weight of a common slot, and of one that is enough to compare two tellings
FEW, NEAR = 40, 10  # a word of few tellings compares all of them, any other only neighbours in time


def candidates(tellings: Sequence[Telling], comparer: Comparer) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, as indices: they share words or slots that few others have, or stand near in time.

    Each telling meets a bounded number of others for each of its words, so the work grows with the ledger, not with
    its square.
    """
    order = sorted(range(len(tellings)), key=lambda i: _moment(tellings[i]))
    features = [_features(tellings[i], comparer) for i in order]
    total = np.array([comparer.totals[tellings[i].id] for i in order])
    for one, other in _neighbours(features, total).tolist():
        yield (order[one], order[other]) if order[one] < order[other] else (order[other], order[one])


def _moment(telling: Telling) -> int:
    dated = telling.published or telling.span
    return dated.first.toordinal() if dated and dated.has_year else 0


def _features(telling: Telling, comparer: Comparer) -> Mapping[int, float]:
    """Words and slots by which others are found, with their weights."""
    found = {hash_of(stem): w for stem in telling.stems if (w := comparer.stems[stem]) >= SAYS_MUCH}
    if telling.event:
        found |= {hash_of(f"{telling.event}|{key}"): SLOT for key in telling.named}
        if telling.span:
            found[hash_of(f"{telling.event}|{telling.span.first}")] = SLOT
    if telling.event and telling.count and not telling.affected:
        found |= {hash_of(f"{telling.event}|{place}|counted"): ENOUGH for place in telling.places - {comparer.home}}
    if telling.event in comparer.rules.once:
        found |= {hash_of(f"{telling.event}|{key}|affected"): ENOUGH for key in telling.affected or telling.meant}
    return found


def _neighbours(features: Sequence[Mapping[int, float]], total: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Pairs of positions that have enough in common, by weight and by share of the lighter one."""
    texts = np.repeat(np.arange(len(features), dtype=np.int64), [len(one) for one in features])
    hashes = np.fromiter((key for one in features for key in one), dtype=np.uint64, count=len(texts))
    weights = np.fromiter((w for one in features for w in one.values()), dtype=np.float64, count=len(texts))
    order = np.argsort(hashes, kind="stable")
    hashes, texts, weights = hashes[order], texts[order], weights[order]
    _, lengths = np.unique(hashes, return_counts=True)
    reach = np.repeat(np.where(lengths <= FEW, FEW, NEAR), lengths)
    keys, worth = [texts[:0]], [weights[:0]]
    for step in range(1, min(FEW, len(hashes))):
        together = (hashes[step:] == hashes[:-step]) & (reach[step:] >= step)
        keys.append(texts[:-step][together] << 32 | texts[step:][together])
        worth.append(weights[step:][together])
    found, which = np.unique(np.concatenate(keys), return_inverse=True)
    shared = np.bincount(which, weights=np.concatenate(worth), minlength=len(found))
    pairs = np.stack([found >> 32, found & 0xFFFFFFFF], axis=1)
    lighter = np.minimum(total[pairs[:, 0]], total[pairs[:, 1]])
    return np.asarray(pairs[(shared >= SHARED) & (shared >= SHARE * lighter)], dtype=np.int64)


class Groups:
    """Tellings put together, and pairs of groups that may be the same."""

    def __init__(self, tellings: Sequence[Telling], comparer: Comparer) -> None:
        self.tellings = tellings
        self.comparer = comparer
        self.group_of = list(range(len(tellings)))
        self.members = {index: [index] for index in self.group_of}
        self.kinds = {index: {self._slots(telling): telling} for index, telling in enumerate(tellings)}  # of each group
        self.clashing: list[tuple[int, int]] = []  # pairs of tellings alike in words that disagree in a slot

    def join(self) -> list[tuple[int, int]]:
        """Put together what tells the same, surest first; gives the pairs that may tell the same and stayed apart."""
        weighed = sorted(self._weighed())
        for chance, one, other in weighed:
            if -chance >= SURE:
                self._try(one, other)
        self._by_first()
        pairs = ((self.group_of[one], self.group_of[other]) for _, one, other in weighed)
        return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})

    def _weighed(self) -> Iterator[tuple[float, int, int]]:
        for one, other in candidates(self.tellings, self.comparer):
            a, b = self.tellings[one], self.tellings[other]
            chance = self.comparer.chance(a, b)
            if chance < MAY_BE or (a.article == b.article and overlap(a.stretch, b.stretch)):
                continue
            if not self.comparer.disagree(a, b):
                yield -chance, one, other
            elif chance >= CLASHING or (chance >= COUNTING and self.comparer.count_one_event(a, b)):
                self.clashing.append((one, other))

    def _try(self, one: int, other: int) -> None:
        left, right = self.group_of[one], self.group_of[other]
        if left == right or not self._agree(left, right):
            return
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        moved = self.members.pop(right)  # the smaller one moves, so that a large group costs no more than a small one
        self.members[left].extend(moved)
        self.kinds[left].update(self.kinds.pop(right))
        for index in moved:
            self.group_of[index] = left

    def _by_first(self) -> None:
        """Name each group by its first member."""
        self.members = {min(group): sorted(group) for group in self.members.values()}
        for first, group in self.members.items():
            for index in group:
                self.group_of[index] = first

    def _agree(self, left: int, right: int) -> bool:
        """Whether no two of both groups disagree, and whoever is in one has somebody like him in the other."""
        kinds = itertools.product(self.kinds[left].values(), self.kinds[right].values())
        if any(self.comparer.disagree(one, other) for one, other in kinds):
            return False
        ours, theirs = ([self.tellings[index] for index in _some(self.members[side])] for side in (left, right))
        odds = np.array([[self.comparer.odds(one, other) for other in theirs] for one in ours])
        nearest = (odds.max(axis=0).mean() + odds.max(axis=1).mean()) / 2
        return bool(nearest >= AGREED and odds.mean() >= AKIN)

    def _slots(self, telling: Telling) -> Hashable:
        """All by which tellings can disagree, whatever their words: of several with the same, one speaks for all."""
        own_words = telling.numbers if telling.mode is Mode.ORDERED else telling.claims[0].origin.root
        side = self.comparer.sides[telling.id], telling.id in self.comparer.noes
        bounds = (telling.count.fewest, telling.count.most) if telling.count else None
        slots = (telling.event, telling.mode, side, telling.span, telling.affected, telling.people, telling.places)
        return (*slots, telling.opens_with_pronoun, bounds, own_words)


def _some(members: Sequence[int]) -> Sequence[int]:
    """A few of a group, spread over it."""
    return members[:: max(1, len(members) // ASKED)]
