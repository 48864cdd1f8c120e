"""What a subject folder knows: people, places, organisations, outlets and the events of one field."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """A post that somebody held; dates are EDTF, open where no origin gives them."""

    person: str
    title: str
    organisation: str | None
    start: str | None
    end: str | None
    seen: str | None  # a day, or the first and last, on which an origin shows the person in this post
    origin: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the subject knows by name; two people of one name are two entries."""

    id: str
    name: str
    hangul: str | None
    variants: tuple[str, ...]
    country: str | None
    described: str | None  # as an origin describes them
    origin: str
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A country, province, county, city, mountain … with the place it lies in."""

    id: str
    name: str
    kind: str
    hangul: str | None
    variants: tuple[str, ...]
    parent: str | None
    latitude: float | None
    longitude: float | None
    origin: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A ministry, party body, army unit, company or foreign body."""

    id: str
    name: str
    kind: str
    hangul: str | None
    variants: tuple[str, ...]
    parent: str | None
    country: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: an agency, paper, broadcaster or site, with the Admiralty letter of its reliability."""

    id: str
    name: str
    kind: str
    state: bool  # whether it is the voice of a state or its ruling party
    country: str | None
    owner: str | None
    language: str | None
    sourcing: str | None  # what it is known to say of its sources
    letter: str  # A to F; F: cannot be judged
    variants: tuple[str, ...]
    hosts: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event of this field, the words that report it, and what it makes of the person it happens to."""

    id: str
    label: str
    weight: int  # higher stands first in a briefing
    status: str | None  # of the person to whom it happened
    verbs: frozenset[str]
    nouns: frozenset[str]
    phrases: tuple[str, ...]
    done_to: frozenset[str] = frozenset()  # lemmas: its verbs tell it of these alone; empty: of anything
    never: tuple[str, ...] = ()  # phrases whose words do not report it

    @property
    def words(self) -> frozenset[str]:
        return self.verbs | self.nouns


@dataclass(frozen=True, slots=True)
class Subject:
    """The field itself: what it is called and which country it is about."""

    id: str
    name: str
    country: str | None  # a place id
    adjectives: tuple[str, ...]  # "North Korean"
    place_kinds: Mapping[str, "PlaceKind"]


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """How a kind of place is printed with a name: words after it, words before it, endings joined to it."""

    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    bare: bool = True  # whether the name alone is taken for the place ("Chung" is a surname, "Chung District" a place)
    also: tuple[str, ...] = ()  # kinds whose words are accepted too, since places change their rank
