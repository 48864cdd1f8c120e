"""data/language and data/subjects -> Knowledge; names file and line of anything wrong."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from attributed import paths
from attributed.errors import BadKnowledge
from attributed.knowledge import english
from attributed.knowledge.correcting import corrected, corrected_lists
from attributed.knowledge.corrections import Correction, read_corrections
from attributed.knowledge.index import NameIndex, build_index
from attributed.knowledge.lists import check_named, read_lists
from attributed.knowledge.mentions import Mentions, mentions_in
from attributed.knowledge.namesakes import told_apart_by_time
from attributed.knowledge.records import EventsFile, RomanisationFile, SubjectFile
from attributed.knowledge.romanisation import Romanisation, from_rules
from attributed.knowledge.subject import EventType, Organisation, Outlet, Person, Place, PlaceKind, Subject
from attributed.knowledge.tables import read_toml
from attributed.model import Article, Mention


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
    corrections: tuple[Correction, ...] = ()

    def corrected(
        self, mentions: Iterable[Mention], kind: str, *, text: str, article: Article | None
    ) -> Sequence[Mention]:
        """Mentions of one kind with the corrections done that are about this article."""
        entities: Mapping[str, Person | Place | Organisation | Outlet] = getattr(self, kind)
        return corrected(
            mentions, kind, self.corrections, text=text, article=article, name_of=lambda id_: entities[id_].name
        )

    def told_apart(self, mentions: Iterable[Mention], when: str | None) -> tuple[Mention, ...]:
        """People with namesakes decided by who was in office at a claim's time (EDTF)."""
        return tuple(told_apart_by_time(mention, when, self.index.people) for mention in mentions)


def find_mentions(text: str, knowledge: Knowledge, article: Article | None = None) -> Mentions:
    """Where a text names people, places, organisations and outlets of the subject's lists.

    The article, where the text is one's, tells namesakes apart by its date and says which corrections are about it.
    """
    found = mentions_in(text, knowledge.index, day=article.published.value if article else None)
    if not knowledge.corrections:
        return found
    kinds = ("people", "places", "organisations", "outlets")
    return Mentions(
        **{kind: tuple(knowledge.corrected(getattr(found, kind), kind, text=text, article=article)) for kind in kinds}
    )


@lru_cache(maxsize=8)
def read_knowledge(subject: str = "north-korea", *, language: str = "english") -> Knowledge:
    """The knowledge of one subject; raises BadKnowledge."""
    folder = _known_folder(paths.SUBJECTS, subject, "subject")
    words = _known_folder(paths.LANGUAGES, language, "language")
    about = _subject(folder)
    romanisation = _romanisation(folder / "romanisation.toml")
    written = folder / "corrections.toml"
    corrections = read_corrections(written)
    lists = corrected_lists(written, corrections, read_lists(folder, about.place_kinds))
    _check_countries(folder, about, romanisation, lists.places)
    return Knowledge(
        subject=about,
        people=lists.people,
        places=lists.places,
        organisations=lists.organisations,
        outlets=lists.outlets,
        events=_events(folder / "events.toml"),
        english=english.read_words(words),
        fingerprint=_fingerprint([*folder.iterdir(), *words.iterdir()]),
        index=build_index(
            romanisation,
            about.place_kinds,
            country=about.country,
            people=list(lists.people.values()),
            places=list(lists.places.values()),
            organisations=list(lists.organisations.values()),
            outlets=list(lists.outlets.values()),
        ),
        corrections=corrections,
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
        check_named(folder / "subject.toml", {("place_kinds", name, "also"): kind.also}, kinds)
    return Subject(folder.name, written.name, written.country, written.adjectives, kinds)


def _check_countries(folder: Path, about: Subject, romanisation: Romanisation, places: Mapping[str, Place]) -> None:
    if about.country:
        check_named(folder / "subject.toml", {("country",): [about.country]}, places)
    if romanisation.countries:
        check_named(folder / "romanisation.toml", {("countries",): romanisation.countries}, places)


def _romanisation(path: Path) -> Romanisation:
    if not path.exists():
        return Romanisation()
    rules = read_toml(path, RomanisationFile)
    return from_rules(
        rules.rewrites, rules.surnames, rules.syllables, rules.countries, rules.never, rules.syllable, rules.words
    )


def _events(path: Path) -> dict[str, EventType]:
    return {name: EventType(name, **dict(event)) for name, event in read_toml(path, EventsFile).event.items()}


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
