"""How likely two tellings tell the same: by typed slots that forbid it, then by words and slots weighed."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from attributed import paths
from attributed.facts.spans import Span, are_compatible, gap_between
from attributed.facts.telling import Mode, Telling, weight_of
from attributed.knowledge import Knowledge
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import Count, SourceKind

NEWS = 14  # days after which an article brings other news
PLENTY = 4.0  # weight of shared words from which more says no more
NARROW = 31  # days: a stretch no longer than this dates an event
PEOPLE = frozenset({SourceKind.NAMED_OFFICIAL, SourceKind.NAMED_EXPERT})
SAME_WORDS = 0.8  # from here on two statements are two reports of one


class _Weights(Strict):
    base: float
    dice: float
    shared: float
    same_event: float
    other_event: float
    same_names: float
    other_names: float
    same_time: float
    same_mode: float
    other_numbers: float
    other_news: float
    same_article: float
    same_affected: float


class _Joining(Strict):
    """joining.toml."""

    definite: frozenset[str]
    again: frozenset[str]
    weights: _Weights


@cache
def joining(language: str = "english") -> _Joining:
    """By what tellings of a language are joined; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / language / "joining.toml", _Joining)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares tellings by one subject's knowledge of places."""

    parents: Mapping[str, str | None]  # place -> the place it lies in
    countries: frozenset[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Comparer":
        places = knowledge.places.values()
        return cls(
            {place.id: place.parent for place in places},
            frozenset(place.id for place in places if place.parent is None),
        )

    def disagree(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings cannot be one fact, whatever their words."""
        return (
            one.polarity != other.polarity
            or not are_one_mode(one.mode, other.mode)
            or not are_compatible(one.span, other.span)
            or are_disjoint(one.count, other.count)
            or bool(one.affected and other.affected and not one.affected & other.affected)
            or self.are_apart(one.places, other.places)
            or _are_two_orders(one, other)
            or _are_two_opinions(one, other)
        )

    def are_apart(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether each names places below a country, and none of one lies in or holds one of the other."""
        fine, other_fine = self.fine(one), self.fine(other)
        if not fine or not other_fine:
            return False
        return not any(a in self.around(b) or b in self.around(a) for a in fine for b in other_fine)

    def fine(self, places: frozenset[str]) -> frozenset[str]:
        """Listed places below a country: where others lie is not known."""
        return frozenset(place for place in places if place in self.parents and place not in self.countries)

    def around(self, place: str) -> list[str]:
        """A place and all that it lies in."""
        found = [place]
        while (parent := self.parents.get(found[-1])) is not None and parent not in found:
            found.append(parent)
        return found

    def chance(self, one: Telling, other: Telling) -> float:
        """How likely both tell the same, 0 to 1, by their words and slots."""
        weights = joining().weights
        dice, shared = overlaps(one, other)
        total = (
            weights.base
            + weights.dice * dice
            + weights.shared * shared
            + weights.same_event * (one.event is not None and one.event == other.event)
            + weights.other_event * (bool(one.event and other.event) and one.event != other.event)
            + weights.same_names * bool(one.named & other.named)
            + weights.other_names * (bool(one.named and other.named) and not one.named & other.named)
            + weights.same_time * (is_narrow(one.span) and is_narrow(other.span))
            + weights.same_mode * (one.mode == other.mode)
            + weights.other_numbers * have_other_numbers(one, other)
            + weights.other_news * are_other_news(one, other)
            + weights.same_article * (one.article == other.article)
            + weights.same_affected * bool(one.affected & other.affected)
        )
        return 1 / (1 + math.exp(-total))


def overlaps(one: Telling, other: Telling) -> tuple[float, float]:
    """The weight of shared words: as a share of all words of both (Dice), and as a share of what is plenty."""
    shared = weight_of(one.stems & other.stems)
    if not shared:
        return 0.0, 0.0
    return 2 * shared / (one.weight + other.weight), min(1.0, shared / PLENTY)


def have_other_numbers(one: Telling, other: Telling) -> bool:
    """Whether both give numbers, and none in common."""
    return bool(one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))


def are_other_news(one: Telling, other: Telling) -> bool:
    """Whether their articles lie weeks apart and at least one of them says nothing of the time."""
    if one.published is None or other.published is None or (one.span and other.span):
        return False
    return gap_between(one.published, other.published) > NEWS


def is_narrow(span: Span | None) -> bool:
    """Whether a date is known to the month."""
    return span is not None and span.days <= NARROW


def are_disjoint(one: Count | None, other: Count | None) -> bool:
    """Whether no number lies within both bounds."""
    if one is None or other is None:
        return False
    return (one.most is not None and one.most < other.fewest) or (other.most is not None and other.most < one.fewest)


def are_one_mode(one: Mode, other: Mode) -> bool:
    """What is possible may be what others report as done; what is to come, ordered or supposed is neither."""
    firm = {Mode.DONE, Mode.POSSIBLE}
    return one == other or {one, other} <= firm


def _are_two_orders(one: Telling, other: Telling) -> bool:
    """Orders whose numbers differ do not order the same."""
    return one.mode is other.mode is Mode.ORDERED and have_other_numbers(one, other)


def _are_two_opinions(one: Telling, other: Telling) -> bool:
    """Statements without an event that two named people make, unless the words are the same."""
    if one.event or other.event:
        return False
    speaker, other_speaker = one.claims[0].origin, other.claims[0].origin
    if speaker.root == other_speaker.root or not {speaker.kind, other_speaker.kind} <= PEOPLE:
        return False
    return overlaps(one, other)[0] < SAME_WORDS


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of one text have a character in common."""
    return one[0] < other[1] and other[0] < one[1]
