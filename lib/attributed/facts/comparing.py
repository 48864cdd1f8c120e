"""How likely two tellings tell the same: by typed slots that forbid it, then by words and slots weighed."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attributed.facts.affairs import Affairs
from attributed.facts.frequencies import STEM, forms_of, negators, stem_weights, weights_among
from attributed.facts.rules import StatusRules, status_rules
from attributed.facts.shingles import phrases_shared
from attributed.facts.slots import (
    are_disjoint,
    are_one_mode,
    are_others,
    are_two_orders,
    count_the_same,
    have_other_numbers,
    is_narrow,
    name_others,
    other_news,
)
from attributed.facts.spans import are_compatible
from attributed.facts.telling import Telling
from attributed.facts.weights import joining
from attributed.knowledge import Knowledge
from attributed.model import Polarity, SourceKind

NEAR = 4  # words between a denial and what it denies
DATING = 6  # words between a date and the word of the event that it dates
LITTLE = 3.0  # weight of a statement's words below which it is too short to be contained in another
PLENTY, NAMES = 4.0, 2.0  # weight of shared words, and of shared names, from which more says no more
QUOTED = 2.0  # weight of quoted words from which more says no more
LEAST = -2.0  # a sum below this is no chance worth looking into
PEOPLE = frozenset({SourceKind.NAMED_OFFICIAL, SourceKind.NAMED_EXPERT})
SAME_WORDS = 0.8  # from here on two statements are two reports of one


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares tellings by one subject's knowledge, and by how common words and names are among them."""

    parents: Mapping[str, str | None]  # place -> the place it lies in
    countries: frozenset[str]
    kinds: Mapping[str, str]  # place -> city, province ...
    home: str | None  # the country that the subject is about
    rules: StatusRules
    events: Mapping[str, frozenset[str]]  # event type -> its words by their first letters
    phrases: Mapping[str, tuple[list[str], ...]]  # event type -> what it is told by beside single words
    stems: Mapping[str, float]  # the weight of each word that some telling has
    names: Mapping[str, float]  # the weight of each name, 0 to 1
    totals: Mapping[str, float]  # telling -> the weight of its words together
    sides: Mapping[str, Polarity]  # telling -> whether it says yes or no to its event
    affairs: Affairs
    noes: frozenset[str]  # tellings of an event by a word of denial: "not been seen"

    @classmethod
    def of(cls, knowledge: Knowledge, tellings: Sequence[Telling] = ()) -> "Comparer":
        places = knowledge.places.values()
        stems = weights_among([telling.stems for telling in tellings], stem_weights())
        return cls(
            {place.id: place.parent for place in places},
            frozenset(place.id for place in places if place.parent is None),
            {place.id: place.kind for place in places},
            knowledge.subject.country,
            status_rules(knowledge),
            {event.id: frozenset(form[:STEM] for form in forms_of(event.words)) for event in knowledge.events.values()},
            {event.id: tuple(phrase.split() for phrase in event.phrases) for event in knowledge.events.values()},
            stems,
            weights_among([telling.named for telling in tellings], {}),
            {telling.id: math.fsum(stems[stem] for stem in telling.stems) for telling in tellings},
            {telling.id: _side(telling, knowledge) for telling in tellings},
            Affairs(tellings, stems),
            frozenset(telling.id for telling in tellings if _is_told_by_no(telling, knowledge)),
        )

    def disagree(self, one: Telling, other: Telling) -> bool:
        """Whether two tellings cannot be one fact, whatever their words."""
        return (
            self.deny_each_other(one, other)
            or not are_one_mode(one.mode, other.mode)
            or not are_compatible(one.span, other.span)
            or self.rules.exclude(one.event, other.event)
            or are_disjoint(one.count, other.count)
            or are_others(one.affected, other.affected)
            or name_others(one, other)
            or self.are_apart(one.places, other.places)
            or are_two_orders(one, other)
            or self._are_two_opinions(one, other)
        )

    def deny_each_other(self, one: Telling, other: Telling) -> bool:
        """Whether one says yes and the other no; "not seen" is a yes to "absent", and a no beside what is no event."""
        if (one.event is None) != (other.event is None):
            return self._is_no(one) != self._is_no(other)
        are_alike = self.sides[one.id] == self.sides[other.id]
        are_opposites = one.event != other.event and self.event(one) == self.event(other)
        return are_alike == are_opposites

    def _is_no(self, telling: Telling) -> bool:
        return telling.id in self.noes or self.sides[telling.id] is Polarity.NEGATED

    def says_no(self, telling: Telling) -> bool:
        """Whether a word of denial stands shortly before the event's word, or anywhere where there is none."""
        words, places, listed = telling.words.split(), self.told_at(telling), negators()
        denied = [at for at in places if listed.idle.isdisjoint(words[max(0, at - NEAR) : at + NEAR])]
        near = [word for at in denied for word in words[max(0, at - NEAR) : at]]
        return not listed.words.isdisjoint(near if places else words)

    def told_at(self, telling: Telling) -> list[int]:
        """Where among a telling's words its event's words stand, of a phrase the first."""
        words, event = telling.words.split(), telling.event or ""
        stems, phrases = self.events.get(event, frozenset()), self.phrases.get(event, ())
        return [
            at
            for at, word in enumerate(words)
            if word[:STEM] in stems or any(words[at : at + len(phrase)] == phrase for phrase in phrases)
        ]

    def dates_event(self, telling: Telling) -> bool:
        """Whether a date stands near the event's word, as far as both can be found: else it may date something else."""
        places = self.told_at(telling)
        return telling.day_at is None or not places or min(abs(at - telling.day_at) for at in places) <= DATING

    def count_one_event(self, one: Telling, other: Telling) -> bool:
        """Whether both say how many, naming nobody, of what happened at one place, and nothing dates it apart.

        The country that the subject is about is no such place: nearly everything happens there.
        """
        if one.event is None or one.event != other.event or one.affected or other.affected:
            return False
        shared = (one.places & other.places) - {self.home}
        return bool(shared) and count_the_same(one, other) and are_compatible(one.span, other.span)

    def event(self, telling: Telling) -> str | None:
        """The kind of event, opposites as one."""
        return self.rules.opposites.get(telling.event or "", telling.event)

    def are_apart(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether each names places below a country, and none of one lies in or holds one of the other."""
        fine, other_fine = self.fine(one), self.fine(other)
        if not fine or not other_fine:
            return False
        return not any(
            a in self.around(b) or b in self.around(a) or self._may_hold(a, b) for a in fine for b in other_fine
        )

    def _may_hold(self, one: str, other: str) -> bool:
        """Whether a town may lie in a region, as far as lists tell: both are listed right under one country."""
        return self.parents[one] == self.parents[other] in self.countries and self.kinds[one] != self.kinds[other]

    def fine(self, places: frozenset[str]) -> frozenset[str]:
        """Listed places below a country: where others lie is not known."""
        return frozenset(place for place in places if place in self.parents and place not in self.countries)

    def around(self, place: str) -> list[str]:
        """A place and all that it lies in."""
        found = [place]
        while (parent := self.parents.get(found[-1])) is not None and parent not in found:
            found.append(parent)
        return found

    def _are_two_opinions(self, one: Telling, other: Telling) -> bool:
        """Statements without an event that two named people make, unless the words are the same."""
        if one.event or other.event:
            return False
        speaker, other_speaker = one.claims[0].origin, other.claims[0].origin
        if speaker.root == other_speaker.root or not {speaker.kind, other_speaker.kind} <= PEOPLE:
            return False
        return self.likeness(one, other) < SAME_WORDS

    def chance(self, one: Telling, other: Telling) -> float:
        """How likely both tell the same, 0 to 1."""
        return 1 / (1 + math.exp(-self.odds(one, other)))

    def odds(self, one: Telling, other: Telling) -> float:
        """The same as log odds, by their words and slots."""
        weights = joining().weights
        total = self._by_slots(one, other)
        shared = self.shared(one, other)
        if shared:
            less, more = sorted((self.totals[one.id], self.totals[other.id]))
            total += weights.plenty * min(1.0, shared / PLENTY)
            total += weights.contained * shared / max(less, LITTLE) + weights.longer * math.log((1 + more) / (1 + less))
        if total + weights.phrases > LEAST:  # phrases are looked at only where they can decide
            total += weights.phrases * phrases_shared(one.words, other.words)
        if total > LEAST and one.article != other.article:
            total += weights.other_affair * self.affairs.distance(one.article, other.article)
        return total

    def _by_slots(self, one: Telling, other: Telling) -> float:
        weights = joining().weights
        same_event = one.event is not None and self.event(one) == self.event(other)
        affected = bool((one.affected or one.meant) & (other.affected or other.meant))
        common = one.named & other.named
        return (
            weights.base
            + weights.same_event * same_event
            + weights.same_event_once * (same_event and affected and self._comes_once(one))
            + weights.same_names * min(1.0, math.fsum(self.names[name] for name in common) / NAMES)
            + weights.other_names * (bool(one.named and other.named) and not common)
            + weights.same_affected * affected
            + weights.same_speaker * bool(one.speakers & other.speakers)
            + weights.same_time * (is_narrow(one.span) and is_narrow(other.span))
            + weights.same_mode * (one.mode == other.mode)
            + weights.same_quoted * self._quoted(one, other)
            + weights.other_numbers * (have_other_numbers(one, other) and not self.count_one_event(one, other))
            + weights.other_news * other_news(one, other)
        )

    def _quoted(self, one: Telling, other: Telling) -> float:
        """How much the weightiest words say that one puts in quotation marks and the other has all as well, 0 to 1.

        Within one article they say nothing: a writer takes up a source's words to tell of something else.
        """
        if one.article == other.article:
            return 0.0
        shared = (
            math.fsum(self.stems[stem] for stem in words)
            for here, there in ((one, other), (other, one))
            for words in here.quoted
            if words <= there.stems
        )
        return min(1.0, max(shared, default=0.0) / QUOTED)

    def _comes_once(self, telling: Telling) -> bool:
        """Whether it tells as done what seldom comes to one person twice."""
        return telling.event in self.rules.once and telling.polarity is Polarity.AFFIRMED

    def shared(self, one: Telling, other: Telling) -> float:
        """The weight of the words that both have."""
        return math.fsum(self.stems[stem] for stem in one.stems & other.stems)  # exact, whatever the order of a set

    def likeness(self, one: Telling, other: Telling) -> float:
        """The weight of shared words as a share of all words of both (Dice)."""
        shared = self.shared(one, other)
        return 2 * shared / (self.totals[one.id] + self.totals[other.id]) if shared else 0.0


def _side(telling: Telling, knowledge: Knowledge) -> Polarity:
    """Whether a telling says yes or no to its event: "not been seen" is how an absence is told, and no denial of one.

    Who "was last seen in May" has not been seen since. A denial is a no, whoever is denied.
    """
    is_yes = telling.polarity is Polarity.AFFIRMED
    if telling.event is not None:
        listed, event = negators(), knowledge.events[telling.event]
        first = {phrase.split()[0] for phrase in (*event.words, *event.phrases)}
        if is_yes:
            is_yes = not any(a in listed.since and b in first for a, b in pairwise(telling.words.split()))
        elif telling.polarity is Polarity.NEGATED:
            is_yes = _is_told_by_no(telling, knowledge)
    return Polarity.AFFIRMED if is_yes else Polarity.NEGATED


def _is_told_by_no(telling: Telling, knowledge: Knowledge) -> bool:
    """Whether a denial is how its event is told: "not been seen"."""
    phrases = knowledge.events[telling.event].phrases if telling.event else ()
    return any(phrase in telling.words and not negators().words.isdisjoint(phrase.split()) for phrase in phrases)
