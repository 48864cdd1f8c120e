"""How the files of a subject folder are written: one record a line, checked when it is read."""

import re
from calendar import monthrange
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from attributed.knowledge.periods import days_of
from attributed.knowledge.tables import Maybe, Strict, listed, optional
from attributed.knowledge.tokens import words_of

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
    if value is None:
        return None
    days = value.split("/")
    for day in days:
        if day != "..":
            _dated(day)
    if len(days) > 2 or set(days) == {".."}:
        raise ValueError("expected an EDTF date or interval such as 2012, 2012-04/2013 or 2012/..")
    first, last = days_of(value)
    if first > last:
        raise ValueError("expected the earlier day first")
    return value


def _worded(value: str) -> str:
    if not words_of(value):
        raise ValueError("expected a name with a letter or a digit")
    return value


def _in_hangul(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[가-힣 ·]+", value):
        raise ValueError("expected Hangul")
    return value


def _is_host(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", value):
        raise ValueError("expected a host such as kcna.kp, without https:// and path")
    return value


def _compiles(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"expected a regular expression; {error}") from error
    return value


Day = Annotated[str | None, BeforeValidator(lambda value: value or None), AfterValidator(_dated)]
Period = Annotated[str | None, BeforeValidator(lambda value: value or None), AfterValidator(_lasting)]
ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
Id = Annotated[str, Field(pattern=ID.pattern)]
EventId = Annotated[str, Field(pattern=r"^[a-z]+(?:_[a-z]+)*$")]
Filled = Annotated[str, Field(min_length=1)]
Name = Annotated[Filled, AfterValidator(_worded)]
Hangul = Annotated[Maybe, AfterValidator(_in_hangul)]
Host = Annotated[str, AfterValidator(_is_host)]
Latitude = Annotated[Annotated[float, Field(ge=-90, le=90)] | None, BeforeValidator(optional)]
Longitude = Annotated[Annotated[float, Field(ge=-180, le=180)] | None, BeforeValidator(optional)]
Rule = Annotated[str, AfterValidator(_compiles)]


class NamedRecord(Strict):
    """Anything with names; every line says where it comes from."""

    id: Id
    name: Name
    variants: Annotated[tuple[Name, ...], BeforeValidator(listed)]
    origin: Filled


class PersonRecord(NamedRecord):
    """A line of people.csv."""

    hangul: Hangul
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
    hangul: Hangul
    parent: Maybe
    latitude: Latitude
    longitude: Longitude

    @model_validator(mode="after")
    def _is_a_point(self) -> "PlaceRecord":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("expected both latitude and longitude, or neither")
        return self


class OrganisationRecord(NamedRecord):
    """A line of organisations.csv."""

    kind: Filled
    hangul: Hangul
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
    hosts: Annotated[tuple[Host, ...], BeforeValidator(listed)]


class EventRecord(Strict):
    """An event of events.toml."""

    label: Filled
    weight: int
    status: str | None = None
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    done_to: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()


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
    rewrites: tuple[tuple[Rule, str], ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    surnames: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    syllable: Rule | None = None
    syllables: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    styles: dict[str, WritingStyle] = Field(default_factory=dict)
