"""The printed forms under which the subject's names are looked up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from attributed.knowledge.namesakes import Bearer
from attributed.knowledge.periods import Days, days_of, hull
from attributed.knowledge.romanisation import Romanisation
from attributed.knowledge.subject import Office, Organisation, Outlet, Person, Place, PlaceKind
from attributed.knowledge.tokens import words_of

# From the strongest to the weakest; the position is the rank.
RULES = (
    "listed name",
    "listed variant",
    "kind of place by another word",
    "kind of place left out",
    "romanisation",
    "surname spelling",
    "given name first",
    "looser romanisation",
)
LONGEST_PARTICLE = 3  # "of", "the", "and" say nothing of a post
# A variant counts as much as the name itself: whom both lead to is undecided.
ARTICLE = "The"
RANK = {rule: max(rank, 1) for rank, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed name under one of its forms."""

    kind: str  # people, places, organisations, outlets
    id: str
    name: str
    rule: str
    form: str | None = None  # the listed form where capitals count: "US" is not "us", "The Hill" is not "the hill"
    article: str = ""  # the word that stands before the form: "the Guardian" in the middle of a sentence
    given: str = ""  # of a person whose name may be spelt otherwise: the given name as listed, in one word


@dataclass(slots=True)
class NameIndex:
    """Forms of names -> entries, by plain words and by normal forms of romanised words."""

    romanisation: Romanisation
    plain: dict[str, list[Entry]] = field(default_factory=dict)
    normal: dict[str, list[Entry]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)  # first word -> most words of a name that begins so
    longest_normal: dict[str, int] = field(default_factory=dict)
    syllables: set[str] = field(default_factory=set)  # normal forms of the words of given names
    people: dict[str, Bearer] = field(default_factory=dict)  # what tells namesakes apart, by id
    places: dict[str, Bearer] = field(default_factory=dict)

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """List an entry under its plain words."""
        _put(self.plain, self.longest, words, entry)

    def add_normal(self, words: Sequence[str], entry: Entry) -> None:
        """List an entry under normal forms."""
        _put(self.normal, self.longest_normal, words, entry)


def build_index(
    romanisation: Romanisation,
    place_kinds: Mapping[str, PlaceKind],
    *,
    country: str | None,
    people: Sequence[Person],
    places: Sequence[Place],
    organisations: Sequence[Organisation],
    outlets: Sequence[Outlet],
) -> NameIndex:
    """An index over all names of a subject; of places, only its own country's are looked for in other spellings."""
    index = NameIndex(romanisation)
    for person in people:
        _add_person(index, person)
    by_id = {place.id: place for place in places}
    for place in places:
        _add_place(
            index,
            place,
            place_kinds,
            romanised=_country_of(place, by_id) == country and country in romanisation.countries,
        )
    for kind, listed in (("organisations", organisations), ("outlets", outlets)):
        for entity in listed:
            _add_named(index, kind, entity)
    return index


def _put(forms: dict[str, list[Entry]], longest: dict[str, int], words: Sequence[str], entry: Entry) -> None:
    if not words:
        return
    entries = forms.setdefault(" ".join(words), [])
    if all((known.kind, known.id) != (entry.kind, entry.id) for known in entries):
        entries.append(entry)
    longest[words[0]] = max(longest.get(words[0], 0), len(words))


def _printed(entity: Person | Place | Organisation | Outlet) -> Iterator[tuple[str, str]]:
    """The forms of a name that the files list, with the rule that each stands for."""
    yield entity.name, "listed name"
    for variant in entity.variants:
        yield variant, "listed variant"
    if not isinstance(entity, Outlet) and entity.hangul:
        yield entity.hangul, "listed variant"


def _add_named(index: NameIndex, kind: str, entity: Organisation | Outlet) -> None:
    for printed, rule in _printed(entity):
        entry = Entry(kind, entity.id, entity.name, rule, printed)
        index.add(words_of(printed), entry)
        article, _, rest = printed.partition(" ")
        if isinstance(entity, Outlet) and article == ARTICLE and rest not in entity.variants:
            index.add(words_of(rest), replace(entry, form=rest, article=article.lower()))
        if printed.isupper() and printed.isalpha():
            index.add(words_of(".".join(printed)), entry)  # "K.C.N.A.", as some papers print it


def _country_of(place: Place, by_id: Mapping[str, Place]) -> str:
    while place.parent is not None:
        place = by_id[place.parent]
    return place.id


def _add_person(index: NameIndex, person: Person) -> None:
    index.people[person.id] = _bearer(person)
    for printed, rule in _printed(person):
        words = words_of(printed)
        is_romanised = len(words) > 1 and person.country in index.romanisation.countries
        given = "".join(words[1:]) if is_romanised else ""
        index.add(words, Entry("people", person.id, person.name, rule, given=given))
        if is_romanised:
            _add_spellings(index, person, words)


def _bearer(person: Person) -> Bearer:
    titles = [office.title for office in person.offices] + [person.described or ""]
    posts = tuple(
        frozenset(word for word in words_of(title) if len(word) > LONGEST_PARTICLE) for title in titles if title
    )
    return Bearer(person.name, posts, tuple(term for office in person.offices if (term := _term(office))))


def _term(office: Office) -> Days | None:
    """From the first to the last day that origins give for a post."""
    return hull(days_of(day) for day in (office.start, office.end, office.seen) if day)


def _add_spellings(index: NameIndex, person: Person, words: tuple[str, ...]) -> None:
    """Other spellings of a name with its surname first, as the subject's languages write it."""
    rules = index.romanisation
    surname, given = words[0], words[1:]
    listed = "".join(given)
    normal = tuple(rules.normal(word) for word in given)
    index.syllables.update(normal)
    # "Jongun" for "Jong Un": the normal form of the whole word, since rules look across syllables.
    given_forms = dict.fromkeys((normal, (rules.normal("".join(given)),)))
    for own, rule in (
        (surname, "romanisation"),
        *((other, "surname spelling") for other in rules.surname_forms(surname)),
    ):
        for form in given_forms:
            index.add_normal((rules.normal(own), *form), Entry("people", person.id, person.name, rule, given=listed))
            if len(given) > 1:  # "Chol Jin" for Jin Chol would be found inside "Han Chol Jin"
                entry = Entry("people", person.id, person.name, "given name first", given=listed)
                index.add_normal((*form, rules.normal(own)), entry)
        for form in sorted(rules.looser(given)):
            entry = Entry("people", person.id, person.name, "looser romanisation", given=listed)
            index.add_normal((rules.normal(own), *form), entry)
            index.add_normal((rules.normal(own), "".join(form)), entry)


def _add_place(index: NameIndex, place: Place, kinds: Mapping[str, PlaceKind], *, romanised: bool) -> None:
    kind = kinds.get(place.kind, PlaceKind())
    index.places[place.id] = Bearer(place.name, parent=place.parent)
    for printed, rule in _printed(place):
        words = words_of(printed)
        exact = printed if printed.isupper() else None
        base = _without_kind(words, kind)
        for form, form_rule in _place_forms(base, words, kind, kinds, rule):
            index.add(form, Entry("places", place.id, place.name, form_rule, exact))
            if romanised and exact is None:
                normal = tuple(index.romanisation.normal(word) for word in form)
                index.add_normal(normal, Entry("places", place.id, place.name, "romanisation"))


def _without_kind(words: tuple[str, ...], kind: PlaceKind) -> tuple[str, ...]:
    if len(words) > 1 and words[-1] in kind.after:
        return words[:-1]
    if len(words) > 1 and words[0] in kind.before:
        return words[1:]
    return words


def _place_forms(
    base: tuple[str, ...], words: tuple[str, ...], kind: PlaceKind, kinds: Mapping[str, PlaceKind], rule: str
) -> Iterator[tuple[tuple[str, ...], str]]:
    """A place's name with and without its kind: "Chagang Province", "Chagang", "Chagang-do", "Chagangdo"."""
    yield words, rule
    if kind.bare and base != words and rule == "listed name":  # a variant listed with its kind stands for itself
        yield base, "kind of place left out"
    for accepted in (kind, *(kinds[name] for name in kind.also)):
        for word in accepted.after:
            yield (*base, word), "kind of place by another word"
        for word in accepted.before:
            yield (word, *base), "kind of place by another word"
        for ending in accepted.endings:
            yield (*base[:-1], base[-1] + ending), "kind of place by another word"
