"""data/language and data/subjects -> Knowledge; names file and line of anything wrong."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from attributed import paths
from attributed.errors import BadKnowledge
from attributed.knowledge import english
from attributed.knowledge.index import NameIndex, build_index
from attributed.knowledge.mentions import Mentions, mentions_in
from attributed.knowledge.records import (
    EventsFile,
    NamedRecord,
    OfficeRecord,
    OrganisationRecord,
    OutletRecord,
    PersonRecord,
    PlaceRecord,
    RomanisationFile,
    SubjectFile,
)
from attributed.knowledge.romanisation import Romanisation, from_rules
from attributed.knowledge.subject import EventType, Office, Organisation, Outlet, Person, Place, PlaceKind, Subject
from attributed.knowledge.tables import read_table, read_toml
from attributed.knowledge.tokens import words_of

Entity = TypeVar("Entity")
Named = TypeVar("Named", bound=NamedRecord)


@dataclass(frozen=True)
class Knowledge:
    """All that is known of one subject in one language."""

    subject: Subject
    people: Mapping[str, Person]  # by id, like the next four
    places: Mapping[str, Place]
    organisations: Mapping[str, Organisation]
    outlets: Mapping[str, Outlet]
    events: Mapping[str, EventType]
    english: english.Words
    fingerprint: str  # sha256 over all files read
    index: NameIndex = field(compare=False, repr=False)


def find_mentions(text: str, knowledge: Knowledge) -> Mentions:
    """Where a text names people, places, organisations and outlets of the subject's lists."""
    return mentions_in(text, knowledge.index)


@lru_cache(maxsize=8)
def read_knowledge(subject: str = "north-korea", *, language: str = "english") -> Knowledge:
    """The knowledge of one subject; raises BadKnowledge."""
    folder = _known_folder(paths.SUBJECTS, subject, "subject")
    words = _known_folder(paths.LANGUAGES, language, "language")
    about = _subject(folder)
    romanisation = _romanisation(folder / "romanisation.toml")
    places = _places(folder / "places.csv")
    if about.country is not None and about.country not in places:
        raise BadKnowledge(f"{subject}/subject.toml: country is {about.country!r}; no place in places.csv has that id")
    _check_reference(set(romanisation.countries) - set(places), f"{subject}/romanisation.toml: countries")
    organisations = _organisations(folder / "organisations.csv", places)
    people = _people(folder, places, organisations)
    outlets = _outlets(folder / "outlets.csv", places)
    return Knowledge(
        subject=about,
        people=people,
        places=places,
        organisations=organisations,
        outlets=outlets,
        events=_events(folder / "events.toml"),
        english=english.read_words(words),
        fingerprint=_fingerprint([*folder.iterdir(), *words.iterdir()]),
        index=build_index(
            romanisation,
            about.place_kinds,
            country=about.country,
            people=list(people.values()),
            places=list(places.values()),
            organisations=list(organisations.values()),
            outlets=list(outlets.values()),
        ),
    )


def _known_folder(folder: Path, name: str, kind: str) -> Path:
    known = sorted(entry.name for entry in folder.glob("*") if entry.is_dir())
    if name not in known:
        raise BadKnowledge(f"there is no {kind} {name!r}; known: {', '.join(known) or 'none'}")
    return folder / name


def _subject(folder: Path) -> Subject:
    written = read_toml(folder / "subject.toml", SubjectFile)
    kinds = {name: PlaceKind(**dict(kind)) for name, kind in written.place_kinds.items()}
    for name, kind in kinds.items():
        _check_reference(set(kind.also) - set(kinds), f"{folder.name}/subject.toml: place kind {name}")
    return Subject(folder.name, written.name, written.country, written.adjectives, kinds)


def _romanisation(path: Path) -> Romanisation:
    if not path.exists():
        return Romanisation()
    rules = read_toml(path, RomanisationFile)
    return from_rules(rules.rewrites, rules.surnames, rules.syllables, rules.countries)


def _places(path: Path) -> dict[str, Place]:
    rows = read_table(path, PlaceRecord)
    places = _by_id(path, rows, lambda row: Place(**dict(row)), namesakes=True)
    for line, row in rows:
        _check_reference({row.parent} - {None} - set(places), f"{path.name}, line {line}: parent")
    return places


def _organisations(path: Path, places: Mapping[str, Place]) -> dict[str, Organisation]:
    rows = read_table(path, OrganisationRecord)
    organisations = _by_id(path, rows, lambda row: Organisation(**dict(row)))
    for line, row in rows:
        _check_reference({row.parent} - {None} - set(organisations), f"{path.name}, line {line}: parent")
        _check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    return organisations


def _people(folder: Path, places: Mapping[str, Place], organisations: Mapping[str, Organisation]) -> dict[str, Person]:
    path, posts = folder / "people.csv", folder / "offices.csv"
    offices: dict[str, list[Office]] = defaultdict(list)
    rows = read_table(path, PersonRecord)
    ids = {row.id for _, row in rows}
    for line, office in read_table(posts, OfficeRecord):
        _check_reference({office.person} - ids, f"{posts.name}, line {line}: person")
        _check_reference(
            {office.organisation} - {None} - set(organisations), f"{posts.name}, line {line}: organisation"
        )
        offices[office.person].append(Office(**dict(office)))
    for line, row in rows:
        _check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    return _by_id(path, rows, lambda row: Person(**dict(row), offices=tuple(offices[row.id])), namesakes=True)


def _outlets(path: Path, places: Mapping[str, Place]) -> dict[str, Outlet]:
    rows = read_table(path, OutletRecord)
    for line, row in rows:
        _check_reference({row.country} - {None} - set(places), f"{path.name}, line {line}: country")
    return _by_id(path, rows, lambda row: Outlet(**{**dict(row), "state": row.state == "yes"}))


def _events(path: Path) -> dict[str, EventType]:
    return {name: EventType(name, **dict(event)) for name, event in read_toml(path, EventsFile).event.items()}


def _by_id(
    path: Path, rows: Iterable[tuple[int, Named]], build: Callable[[Named], Entity], *, namesakes: bool = False
) -> dict[str, Entity]:
    """Entities by id. People and places may share a name (two Ri Yong Ho, two Unsan); no variant leads to two."""
    entities: dict[str, Entity] = {}
    forms: dict[tuple[str, ...], tuple[str, int]] = {}
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
    return entities


def _check_reference(unknown: Collection[str | None], where: str) -> None:
    if unknown:
        raise BadKnowledge(f"{where} is {', '.join(repr(name) for name in sorted(map(str, unknown)))}; no such id")


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
