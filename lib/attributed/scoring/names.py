"""When two names are the same: of places and people without romanisation, of speakers by most of their words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attributed.scoring.lists import ScoringWords

SHARED = 0.6  # share of words from which two descriptions of a speaker are the same
NAMED_LINKS = {"origin", "relay", "document"}


def plain_words(name: str | None) -> list[str]:
    """The words of a name in small letters, without the possessive."""
    return [word for word in re.findall(r"\w+", (name or "").lower().replace("’", "'")) if word != "s"]


def key(name: str | None, lists: ScoringWords) -> str:
    """A name by which spellings of one place or person are equal."""
    kept = [word for word in plain_words((name or "").split(",")[0]) if word not in lists.place_kinds]
    return "".join(lists.same.get(word, word) for word in kept)


def keys(mentions: Iterable[Any] | None, lists: ScoringWords) -> set[str]:
    """The names of a claim's places or people: plain strings, or records with a canonical or printed name."""
    return {
        key(one if isinstance(one, str) else one.get("canonical") or one.get("name"), lists) for one in mentions or ()
    }


def is_speaker(said: str, forms: Iterable[str], lists: ScoringWords) -> bool:
    """Whether a name is one of a speaker's forms: equal, the telling words of one within the other, or most shared."""
    mine = set(plain_words(said))
    for form in forms:
        theirs = set(plain_words(form))
        told_mine, told_theirs = mine - lists.small, theirs - lists.small
        within = bool(told_mine and told_theirs) and (told_mine <= told_theirs or told_theirs <= told_mine)
        if mine and theirs and (within or mine == theirs or len(mine & theirs) / len(mine | theirs) >= SHARED):
            return True
    return False


def forms_of(link: Mapping[str, Any], claim: Mapping[str, Any], lists: ScoringWords) -> list[str]:
    """How a marked claim names a link: canonically, in its source passages, and for short."""
    name, spans = link.get("name"), claim["source_spans"]
    alone = "origin" if len(spans) == 1 else None
    printed = [span["text"] for span in spans if span.get("role", alone) == link["role"]]
    return [*([name] if name else []), *printed, *lists.short.get(name or "", ())]


def chain_agrees(claim: Mapping[str, Any], ours: Mapping[str, Any], lists: ScoringWords) -> bool:
    """Every origin, relay and document of the marked chain in order, and nobody foreign to it."""
    marked = [link for link in claim["chain"] if link.get("name")]
    said = [link["name"] for link in ours.get("chain") or () if link.get("name") and link.get("role") != "publisher"]
    place = 0
    for name in said:
        place = next_like(name, marked, place, claim, lists)
        if place < 0:
            return False
    return all(link["role"] not in NAMED_LINKS for link in marked[place:])


def next_like(
    name: str, marked: Sequence[Mapping[str, Any]], place: int, claim: Mapping[str, Any], lists: ScoringWords
) -> int:
    """The place after the next link that a name fits; -1 where a link that may not be left out comes first."""
    for number in range(place, len(marked)):
        if is_speaker(name, forms_of(marked[number], claim, lists), lists):
            return number + 1
        if marked[number]["role"] in NAMED_LINKS:
            return -1
    return -1


def origin_agrees(claim: Mapping[str, Any], ours: Mapping[str, Any], lists: ScoringWords) -> bool:
    """Whether the first speaker is the marked one, or open in both."""
    marked, said = origin(claim.get("chain")), origin(ours.get("chain"))
    if not marked.get("name"):
        return not said.get("name")
    return bool(said.get("name")) and is_speaker(said["name"], forms_of(marked, claim, lists), lists)


def origin(chain: Iterable[Mapping[str, Any]] | None) -> Mapping[str, Any]:
    """The first origin of a chain; empty where there is none."""
    return next((link for link in chain or () if link.get("role") == "origin"), {})
