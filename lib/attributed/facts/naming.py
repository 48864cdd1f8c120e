"""People whom articles name in two ways: with a middle name and without."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from attributed.facts.bodies import NAMED
from attributed.facts.telling import Telling
from attributed.knowledge import Knowledge


def with_one_name_each(tellings: Sequence[Telling], knowledge: Knowledge) -> list[Telling]:
    """Tellings in which a name of three words or more is that of the only person called by its first and last."""
    known = aliases(set().union(*(one.named | one.affected for one in tellings)), knowledge)
    return [_renamed(one, known) if not known.keys().isdisjoint(one.named | one.affected) else one for one in tellings]


def aliases(keys: Iterable[str], knowledge: Knowledge) -> dict[str, str]:
    """Each longer name of somebody in no list -> by what the same person is called elsewhere."""
    keys = set(keys)
    short: dict[str, set[str]] = {}
    for person in knowledge.people.values():
        short.setdefault(person.name.casefold(), set()).add(person.id)
    for key in keys:
        if key.startswith(NAMED):
            short.setdefault(key.removeprefix(NAMED), set()).add(key)
    found = {}
    for key in keys:
        words = key.removeprefix(NAMED).split()
        bearers = short.get(f"{words[0]} {words[-1]}", set()) if key.startswith(NAMED) and len(words) > 2 else set()
        if len(bearers) == 1 and (bearer := next(iter(bearers))) in keys:
            found[key] = bearer
    return found


def _renamed(telling: Telling, known: Mapping[str, str]) -> Telling:
    def known_as(keys: frozenset[str]) -> frozenset[str]:
        return frozenset(known.get(key, key) for key in keys)

    return replace(
        telling,
        named=known_as(telling.named),
        people=known_as(telling.people),
        meant=known_as(telling.meant),
        affected=known_as(telling.affected),
    )
