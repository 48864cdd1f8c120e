"""How the files of a subject folder are written: one record a line, checked when it is read."""

import re
from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from attributed.knowledge.tables import Listed, Maybe, MaybeNumber, Strict

EDTF = re.compile(r"(?:\d{4}|\d{3}X|\d\dXX)(?:-(?:0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?$")


def _dated(value: str | None) -> str | None:
    if value is not None and not (EDTF.match(value) and _is_in_calendar(value.rstrip("~?%"))):
        raise ValueError("expected an EDTF date such as 2016, 2016-12 or 2016-12-15")
    return value


def _is_in_calendar(day: str) -> bool:
    """Whether a full date exists: 30 February does not."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return True
    year, month, number = map(int, day.split("-"))
    return month <= 12 and number <= monthrange(year, month)[1]


def _lasting(value: str | None) -> str | None:
    for day in value.split("/") if value else ():
        if day != "..":
            _dated(day)
    return value


Day = Annotated[str | None, BeforeValidator(lambda value: value or None), AfterValidator(_dated)]
Period = Annotated[str | None, BeforeValidator(lambda value: value or None), AfterValidator(_lasting)]
ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
Id = Annotated[str, Field(pattern=ID.pattern)]
EventId = Annotated[str, Field(pattern=r"^[a-z]+(?:_[a-z]+)*$")]
Filled = Annotated[str, Field(min_length=1)]


class NamedRecord(Strict):
    """Anything with names; every line says where it comes from."""

    id: Id
    name: Filled
    variants: Listed
    origin: Filled


class PersonRecord(NamedRecord):
    """A line of people.csv."""

    hangul: Maybe
    country: Maybe
    described: Maybe


class OfficeRecord(Strict):
    """A line of offices.csv."""

    person: Id
    title: Filled
    organisation: Maybe
    start: Day
    end: Day
    seen: Period
    origin: Filled


class PlaceRecord(NamedRecord):
    """A line of places.csv."""

    kind: Filled
    hangul: Maybe
    parent: Maybe
    latitude: MaybeNumber
    longitude: MaybeNumber


class OrganisationRecord(NamedRecord):
    """A line of organisations.csv."""

    kind: Filled
    hangul: Maybe
    parent: Maybe
    country: Maybe


class OutletRecord(NamedRecord):
    """A line of outlets.csv."""

    kind: Literal["agency", "newspaper", "magazine", "broadcaster", "site", "monitor"]
    state: Literal["yes", "no"]
    country: Maybe
    owner: Maybe
    language: Maybe
    sourcing: Maybe
    letter: Literal["A", "B", "C", "D", "E", "F"]
    hosts: Listed


class EventRecord(Strict):
    """An event of events.toml."""

    label: Filled
    weight: int
    status: str | None = None
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()


class EventsFile(Strict):
    """events.toml."""

    event: dict[EventId, EventRecord]


class PlaceKindRecord(Strict):
    """How a kind of place is printed (subject.toml)."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    bare: bool = True
    also: tuple[str, ...] = ()


class SubjectFile(Strict):
    """subject.toml."""

    name: Filled
    country: Id | None = None
    adjectives: tuple[str, ...] = ()
    place_kinds: dict[str, PlaceKindRecord] = Field(default_factory=dict)


class WritingStyle(Strict):
    """How the syllables of a given name are joined, and whether those after the first are in lower case."""

    joint: str = " "
    is_lower: bool = False


class RomanisationFile(Strict):
    """romanisation.toml, which a subject may lack."""

    countries: tuple[Id, ...] = ()
    rewrites: tuple[tuple[str, str], ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    surnames: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    syllable: str | None = None
    syllables: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    styles: dict[str, WritingStyle] = Field(default_factory=dict)
