"""The tables of a subject folder: people with their offices, places, organisations and outlets, each line checked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from attributed.errors import BadKnowledge
from attributed.knowledge.periods import days_of
from attributed.knowledge.records import (
    NamedRecord,
    OfficeRecord,
    OrganisationRecord,
    OutletRecord,
    PersonRecord,
    PlaceRecord,
)
from attributed.knowledge.subject import Office, Organisation, Outlet, Person, Place
from attributed.knowledge.tables import line_of, read_table, text_of
from attributed.knowledge.tokens import words_of

Entity = TypeVar("Entity")
Named = TypeVar("Named", bound=NamedRecord)
Child = TypeVar("Child", PlaceRecord, OrganisationRecord)


@dataclass(frozen=True, slots=True)
class Lists:
    """All whom and what a subject knows by name, by id."""

    people: Mapping[str, Person]
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    outlets: Mapping[str, Outlet]


def read_lists(folder: Path, place_kinds: Collection[str]) -> Lists:
    """The four tables of one subject; raises BadKnowledge."""
    places = _places(folder / "places.csv", place_kinds)
    organisations = _organisations(folder / "organisations.csv", places)
    return Lists(
        people=_people(folder, places, organisations),
        places=places,
        organisations=organisations,
        outlets=_outlets(folder / "outlets.csv", places),
    )


def check_reference(unknown: Collection[str | None], where: str) -> None:
    """Raises BadKnowledge where anything is unknown."""
    if unknown:
        raise BadKnowledge(f"{where} is {', '.join(repr(name) for name in sorted(map(str, unknown)))}; no such id")


def check_named(path: Path, named: Mapping[tuple[int | str, ...], Collection[str]], known: Collection[str]) -> None:
    """Raises BadKnowledge where a TOML file names, at any of some keys, what is not known."""
    for place, names in named.items():
        if unknown := set(names) - set(known):
            key = ".".join(part for part in place if isinstance(part, str))
            check_reference(unknown, f"{path.name}, line {line_of(text_of(path), place)}: {key}")


def _places(path: Path, kinds: Collection[str]) -> dict[str, Place]:
    rows = read_table(path, PlaceRecord)
    places = _by_id(path, rows, lambda row: Place(**dict(row)), namesakes=True)
    for line, row in rows:
        if kinds and row.kind not in kinds:
            known = ", ".join(kinds)
            raise BadKnowledge(
                f"{path.name}, line {line}: kind is {row.kind!r}; place_kinds of subject.toml are {known}"
            )
        check_reference({row.parent} - {None} - set(places), f"{path.name}, line {line}: parent")
    _check_circles(path, rows, places)
    return places


def _organisations(path: Path, places: Mapping[str, Place]) -> dict[str, Organisation]:
    rows = read_table(path, OrganisationRecord)
    organisations = _by_id(path, rows, lambda row: Organisation(**dict(row)))
    for line, row in rows:
        check_reference({row.parent} - {None} - set(organisations), f"{path.name}, line {line}: parent")
        check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    _check_circles(path, rows, organisations)
    return organisations


def _check_circles(path: Path, rows: Sequence[tuple[int, Child]], listed: Mapping[str, Place | Organisation]) -> None:
    """Nothing lies in itself, by however many steps."""
    for line, row in rows:
        above, parent = {row.id}, row.parent
        while parent is not None and parent not in above:
            above.add(parent)
            parent = listed[parent].parent
        if parent is not None:
            raise BadKnowledge(f"{path.name}, line {line}: parent is {row.parent!r}, which leads back to {parent!r}")


def _people(folder: Path, places: Mapping[str, Place], organisations: Mapping[str, Organisation]) -> dict[str, Person]:
    path, posts = folder / "people.csv", folder / "offices.csv"
    offices: dict[str, list[Office]] = defaultdict(list)
    rows = read_table(path, PersonRecord)
    ids = {row.id for _, row in rows}
    for line, office in read_table(posts, OfficeRecord):
        check_reference({office.person} - ids, f"{posts.name}, line {line}: person")
        check_reference({office.organisation} - {None} - set(organisations), f"{posts.name}, line {line}: organisation")
        if office.start and office.end and days_of(office.start)[0] > days_of(office.end)[1]:
            raise BadKnowledge(
                f"{posts.name}, line {line}: end is {office.end!r}; expected no day before {office.start}"
            )
        offices[office.person].append(Office(**dict(office)))
    for line, row in rows:
        check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    return _by_id(path, rows, lambda row: Person(**dict(row), offices=tuple(offices[row.id])), namesakes=True)


def _outlets(path: Path, places: Mapping[str, Place]) -> dict[str, Outlet]:
    rows = read_table(path, OutletRecord)
    for line, row in rows:
        check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    return _by_id(path, rows, lambda row: Outlet(**{**dict(row), "state": row.state == "yes"}))


def _by_id(
    path: Path, rows: Sequence[tuple[int, Named]], build: Callable[[Named], Entity], *, namesakes: bool = False
) -> dict[str, Entity]:
    """Entities by id. People and places may share a name (two Ri Yong Ho, two Unsan); no variant leads to two."""
    entities: dict[str, Entity] = {}
    forms = {words_of(row.name): (row.id, line) for line, row in rows} if namesakes else {}
    for line, row in rows:
        if row.id in entities:
            raise BadKnowledge(f"{path.name}, line {line}: the id {row.id!r} is taken already; ids stand once")
        entities[row.id] = build(row)
        for name in row.variants if namesakes else (row.name, *row.variants):
            taken, first = forms.setdefault(words_of(name), (row.id, line))
            if taken != row.id:
                raise BadKnowledge(
                    f"{path.name}, line {line}: {name!r} is a name of {taken!r} in line {first} already; "
                    "a form may lead to one entry only"
                )
        _check_variants(path, line, row)
    return entities


def _check_variants(path: Path, line: int, row: NamedRecord) -> None:
    printed = [row.name, *row.variants]
    for number, name in enumerate(printed):
        if name in printed[:number]:
            raise BadKnowledge(f"{path.name}, line {line}: {name!r} stands twice; a name or variant stands once")
