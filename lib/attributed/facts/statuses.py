"""What a subject says cannot both have become of one person: an end and a later sighting, dismissed and resigned."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attributed.facts.conflicts import ONE_AFFAIR, is_one_voice
from attributed.facts.rules import StatusRules, status_rules
from attributed.facts.spans import span_of
from attributed.facts.telling import Mode, Telling
from attributed.knowledge import Knowledge
from attributed.model import Conflict, Disagreement, Polarity

YEAR = 366  # days: a decade is no date of an event ("the 1950s star has died")


def status_conflicts(
    tellings: Iterable[Telling], fact_of: Mapping[str, str], knowledge: Knowledge
) -> tuple[Conflict, ...]:
    """Each fact by which somebody is gone, with the first later fact by which they were seen.

    And each by which somebody underwent one of two things that exclude each other, with the nearest by which the other.
    """
    rules = status_rules(knowledge)
    gone: dict[str, list[tuple[date, Telling]]] = {}
    seen: dict[str, list[tuple[date, Telling]]] = {}
    done: dict[str, list[tuple[date, Telling]]] = {}
    for telling in tellings:
        status = knowledge.events[telling.event].status if telling.event else None
        day = _day(telling)
        if day is None or telling.mode is not Mode.DONE or telling.polarity is not Polarity.AFFIRMED:
            continue
        for person in telling.affected if status in rules.overturned else ():
            gone.setdefault(person, []).append((day, telling))
        for person in telling.affected if status in rules.sightings else ():
            seen.setdefault(person, []).append((day, telling))
        for person in telling.affected if rules.is_exclusive(telling.event) else ():
            done.setdefault(person, []).append((day, telling))
    pairs = itertools.chain(_pairs(gone, seen, fact_of, knowledge), _excluding(done, rules, fact_of, knowledge))
    found = {conflict.facts: conflict for conflict in pairs}
    return tuple(found[facts] for facts in sorted(found))


def _pairs(
    gone: Mapping[str, list[tuple[date, Telling]]],
    seen: Mapping[str, list[tuple[date, Telling]]],
    fact_of: Mapping[str, str],
    knowledge: Knowledge,
) -> Iterator[Conflict]:
    for person in sorted(gone.keys() & seen.keys()):
        for day, end in gone[person]:
            later = [(when, telling) for when, telling in seen[person] if when > day]
            if later:
                sighting = min(later, key=lambda one: one[0])[1]
                facts = (fact_of[end.told.id], fact_of[sighting.told.id])
                values = (_status(end, knowledge), _status(sighting, knowledge))
                yield Conflict(Disagreement.STATUS, facts, (end.told.id, sighting.told.id), values)


def _excluding(
    done: Mapping[str, list[tuple[date, Telling]]],
    rules: StatusRules,
    fact_of: Mapping[str, str],
    knowledge: Knowledge,
) -> Iterator[Conflict]:
    for person in sorted(done):
        told: set[str] = set()
        for one, other in _side_by_side(sorted(done[person], key=lambda entry: entry[0]), rules):
            facts = (fact_of[one.told.id], fact_of[other.told.id])
            if not told.issuperset(facts):
                told.update(facts)
                values = (_status(one, knowledge), _status(other, knowledge))
                yield Conflict(Disagreement.STATUS, facts, (one.told.id, other.told.id), values)


def _side_by_side(dated: Sequence[tuple[date, Telling]], rules: StatusRules) -> Iterator[tuple[Telling, Telling]]:
    """Each of some tellings, in time, with the last before and the first behind it that excludes it."""
    for in_order in (dated, dated[::-1]):
        last: dict[str | None, tuple[date, Telling]] = {}
        for day, one in in_order:
            for when, other in last.values():
                near = abs((day - when).days) <= ONE_AFFAIR and rules.exclude(one.event, other.event)
                if near and not is_one_voice(one, other):
                    yield other, one
            last[one.event] = (day, one)


def _day(telling: Telling) -> date | None:
    """The last day that the event can have been on, where the year is known: of its own time, else of the article's."""
    own = span_of(telling.told.event_time.value)
    span = own if own and own.has_year else telling.published
    return span.last if span and span.has_year and span.days <= YEAR else None


def _status(telling: Telling, knowledge: Knowledge) -> str:
    return (knowledge.events[telling.event].status if telling.event else None) or ""
