"""Summary sentences against the sources: who is named in the lead and borne out by nobody in the article."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from attributed import paths
from attributed.facts.frequencies import stem_of
from attributed.facts.shingles import WORD
from attributed.facts.telling import Telling
from attributed.knowledge import Knowledge
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import Article, Passage, SourceKind, Unsupported, ZoneKind

THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.UNATTRIBUTED_HEARSAY, SourceKind.OTHER_OUTLET})
LONGEST = 4  # words of a noun phrase


class _Joints(Strict):
    """leads.toml."""

    joints: frozenset[str]
    ends: frozenset[str]
    openers: frozenset[str]


@cache
def _joints() -> _Joints:
    return read_toml(paths.LANGUAGES / "english" / "leads.toml", _Joints)


class Part(NamedTuple):
    """One of several who are said to be concerned, and the event type whose word stands before."""

    passage: Passage
    event: str


def unsupported_in(article: Article, tellings: Sequence[Telling], knowledge: Knowledge) -> Iterator[Unsupported]:
    """Parts of the title's and the first paragraph's sentences that no source of the article bears out.

    Only people and bodies joined by "and" behind an event's word are looked at ("fears among officials and soldiers"):
    a part is borne out when somebody quoted tells of such an event with the part's last word.
    """
    end = lead_end(article)
    lead = [telling for telling in tellings if telling.stretch[0] < end]
    rest = [telling for telling in tellings if telling.stretch[0] >= end and not telling.claims[0].is_the_articles_own]
    words, people = _event_words(knowledge), _people_words(knowledge)
    parts = [(telling, list(_parts(telling, article.text, words))) for telling in lead]
    if not any(groups for _, groups in parts):
        return
    said = [(_events_of(telling, article, words), telling.stems) for telling in rest]
    for telling, groups in parts:
        for group in groups:
            borne_out = [
                any(part.event in events and _head(part, article) in stems for events, stems in said) for part in group
            ]
            # Where nobody speaks of any part, the article tells it itself: no source is contradicted by silence.
            if any(borne_out):
                yield from (
                    Unsupported(telling.told.id, part.passage)
                    for part, is_so in zip(group, borne_out, strict=True)
                    if not is_so and _are_people(part, telling, article, people)
                )


def lead_end(article: Article) -> int:
    """Where the first paragraph of the body ends."""
    body = next((zone.passage for zone in article.zones_of(ZoneKind.BODY)), None)
    if body is None:
        return 0
    line_end = article.text.find("\n", body.start)
    return line_end if 0 <= line_end < body.end else body.end


def _parts(telling: Telling, text: str, words: Mapping[str, str]) -> Iterator[list[Part]]:
    """Noun phrases joined by "and" behind an event's word, joined ones together."""
    for passage in telling.claims[0].content:
        found = list(WORD.finditer(text, passage.start, passage.end))
        for place, match in enumerate(found):
            if match.group().casefold() not in _joints().joints or not 0 < place < len(found) - 1:
                continue
            left, right = _phrase_before(found, place, text), _phrase_behind(found, place, text)
            event = _event_before(found, place, words)
            if left and right and event:
                yield [Part(left, event), Part(right, event)]


def _phrase_before(found: Sequence[re.Match[str]], place: int, text: str) -> Passage | None:
    first = place
    while first > 0 and place - first < LONGEST and _goes_on(found[first - 1], found[first], text):
        first -= 1
    return Passage(found[first].start(), found[place - 1].end()) if first < place else None


def _phrase_behind(found: Sequence[re.Match[str]], place: int, text: str) -> Passage | None:
    first = place + 1
    if found[first].group().casefold() in _joints().openers:
        first += 1
    last = first
    while last < len(found) and last - first < LONGEST and _goes_on(found[last], found[last - 1], text):
        last += 1
    return Passage(found[first].start(), found[last - 1].end()) if last > first else None


def _goes_on(word: re.Match[str], neighbour: re.Match[str], text: str) -> bool:
    """Whether a word belongs to the phrase of the one beside it: no mark between, and no word that ends phrases."""
    between = text[min(word.end(), neighbour.end()) : max(word.start(), neighbour.start())]
    return word.group().casefold() not in _joints().ends and not set(between) & set(".,;:()—–")


def _event_before(found: Sequence[re.Match[str]], place: int, words: Mapping[str, str]) -> str | None:
    """The event type whose word stands nearest before the joint, within the same sentence part."""
    for match in reversed(found[:place]):
        if (event := _event_of(match.group(), words)) is not None:
            return event
    return None


def _events_of(telling: Telling, article: Article, words: Mapping[str, str]) -> set[str | None]:
    text = telling.claims[0].text_in(article)
    return {claim.event for claim in telling.claims} | {
        _event_of(match.group(), words) for match in WORD.finditer(text)
    }


def _event_of(word: str, words: Mapping[str, str]) -> str | None:
    plain = word.casefold()
    forms = (
        plain,
        plain.removesuffix("s"),
        plain.removesuffix("es"),
        plain.removesuffix("ed"),
        plain.removesuffix("d"),
    )
    return next((words[form] for form in forms if form in words), None)


def _event_words(knowledge: Knowledge) -> dict[str, str]:
    return {word: event.id for event in knowledge.events.values() for word in event.words if " " not in word}


def _people_words(knowledge: Knowledge) -> set[str]:
    """Nouns for people and bodies."""
    return set().union(*(nouns for kind, nouns in knowledge.english.roles.items() if kind not in THINGS))


def _are_people(part: Part, telling: Telling, article: Article, people: set[str]) -> bool:
    """Whether a part names people or a body by a common noun ("officials"), not a place ("the United States")."""
    places = (mention.passage for claim in telling.claims for mention in claim.places)
    is_place = any(place.start < part.passage.end and part.passage.start < place.end for place in places)
    return not is_place and _last_word(part, article).removesuffix("s") in people


def _head(part: Part, article: Article) -> str:
    return stem_of(_last_word(part, article))


def _last_word(part: Part, article: Article) -> str:
    words: list[str] = WORD.findall(part.passage.of(article.text))
    return words[-1].casefold()
