"""Which body speaks, the same in every article: "the South's office of the Joint Chiefs", "a ministry spokesman"."""

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from attributed import paths
from attributed.facts.frequencies import stem_of
from attributed.facts.shingles import WORD
from attributed.knowledge import Knowledge
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import Link, SourceKind

Words = tuple[str, ...]
Stems = frozenset[str]
NAMED = "name:"  # how roots of names in no list begin
OF_STATE = ":"  # between the country and the words for a body of it, in a root
LONGEST = 6  # words for a country
LONG_NAME = 3  # words of a body's name that say which one is meant: "Foreign Ministry" may be anybody's
SPOKEN_FOR = frozenset({SourceKind.ANONYMOUS_OFFICIAL, SourceKind.DOCUMENT})


class _Bodies(Strict):
    """bodies.toml."""

    voices: frozenset[str]
    of: frozenset[str]
    idle: frozenset[str]
    state: frozenset[str]
    alone: frozenset[str]
    several: frozenset[str]
    capitals: Mapping[str, str]


@cache
def _bodies(language: str = "english") -> _Bodies:
    return read_toml(paths.LANGUAGES / language / "bodies.toml", _Bodies)


@cache
def _adjectives(language: str = "english") -> Mapping[str, Sequence[str]]:
    """Country -> its adjectives, from the list that claims are read by."""
    table = tomllib.loads((paths.LANGUAGES / language / "speakers.toml").read_text(encoding="utf-8"))
    return dict(table["adjectives"])


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies by the country and the words that a source calls them by."""

    nations: Mapping[Words, str]  # words for a country
    listed: Mapping[tuple[str | None, Stems], str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Bodies":
        nations = dict(_nations(knowledge))
        bare, called = cls(nations, {}), dict[tuple[str | None, Stems], set[str]]()
        for one in knowledge.organisations.values():
            for country, rest in map(bare.read, (one.name, *one.variants)):
                for key in {(country, rest), (country or one.country, rest)}:
                    called.setdefault(key, set()).add(one.id)
        return cls(nations, {key: next(iter(ids)) for key, ids in called.items() if len(ids) == 1})

    def root(self, link: Link) -> str | None:
        """The root of the body that a link is or speaks for; nothing where nobody can say which one."""
        name = _spoken_for(link)
        if not name or " and " in name:
            return None
        country, rest = self.read(name)
        known = self.listed.get((country, rest)) or self.listed.get(self.read(name.split(" in ")[0]))
        if known is not None or country is None:
            return known or (_named(name) if link.kind != SourceKind.DOCUMENT else None)
        if rest <= _stems(_bodies().state):
            return country
        is_one = rest & _stems(_bodies().alone) or (rest & _stems(_bodies().several) and len(rest) > 1)
        return f"{country}{OF_STATE}{' '.join(sorted(rest))}" if is_one else None

    def read(self, name: str) -> tuple[str | None, Stems]:
        """The country that some words name, and the rest of them in any order."""
        words = (*WORD.findall(name.casefold()), "s")  # so that "the South" ends like "the South's"
        for size in range(min(LONGEST, len(words)), 0, -1):
            for at in range(len(words) - size + 1):
                if (country := self.nations.get(words[at : at + size])) is not None:
                    return country, _stems((*words[:at], *words[at + size :]))
        return None, _stems(words)


def _nations(knowledge: Knowledge) -> Iterator[tuple[Words, str]]:
    """Names and adjectives of countries; "the North" beside "the South" where the subject's own is one of two."""
    countries = [place for place in knowledge.places.values() if place.kind == "country"]
    home = knowledge.places.get(knowledge.subject.country or "")
    for place in countries:
        own = knowledge.subject.adjectives if place is home else ()
        forms = (place.name, *place.variants, *_adjectives().get(place.name, ()), *own)
        yield from ((tuple(WORD.findall(form.casefold())), place.id) for form in forms)
    named = {place.name: place.id for place in countries}
    yield from (
        (tuple(WORD.findall(capital.casefold())), named[country])
        for capital, country in _bodies().capitals.items()
        if country in named
    )
    for place in countries if home and " " in home.name else ():
        first, _, rest = place.name.partition(" ")
        if home and rest == home.name.partition(" ")[2]:
            yield (first.casefold(), "s"), place.id


def _stems(words: Iterable[str]) -> Stems:
    return frozenset(stem_of(word) for word in words if word not in _bodies().idle)


def _named(name: str) -> str | None:
    """The root that a name in no list has wherever it is printed."""
    words = list(itertools.dropwhile(lambda word: word.casefold() in _bodies().idle, name.split()))
    if len(words) < LONG_NAME or not all(word[0].isupper() or word in _bodies().idle for word in words):
        return None
    return NAMED + " ".join(WORD.findall(" ".join(words).casefold()))


def _spoken_for(link: Link) -> str | None:
    """The words for the body itself: "the ministry" of "a spokesman for the ministry, who gave no name"."""
    if link.name is None or link.kind == SourceKind.OFFICIAL_BODY:
        return link.name
    if link.kind not in SPOKEN_FOR:
        return None
    listed = _bodies()
    voice = re.search(rf"\b(?:{'|'.join(sorted(listed.voices))})\b", name := link.name.split(",")[0], re.IGNORECASE)
    if voice is None:
        return None
    of, _, behind = name[voice.end() :].strip().partition(" ")
    before = re.sub(r"['’]s?$", "", name[: voice.start()].strip())
    return behind if of in listed.of else before if not of else None
