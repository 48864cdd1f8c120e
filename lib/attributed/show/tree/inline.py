"""Words as they stand in a line: what they say, how they are set apart, where they lead."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Voice(StrEnum):
    """Who speaks: the only thing that colour stands for."""

    STATE = "state"
    OFFICIAL = "official"
    ANONYMOUS = "anonymous"
    EXPERT = "expert"
    OTHER = "other"  # another outlet, a document, somebody of unknown kind
    OWN = "own"  # the article itself, and the hands that only carry


class Style(StrEnum):
    """How a few words differ from those around them."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    QUIET = "quiet"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Text:
    """Words, printed exactly as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words set apart by style."""

    parts: tuple["Inline", ...]
    style: Style


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the document's."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to an id of this document ("#claim-3") or to an address."""

    target: str
    parts: tuple["Inline", ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The number of a claim, leading to it; with an id it can be led to, with a chain it tells it on focus."""

    number: int
    target: str
    id: str | None = None
    chain: str | None = None

    def landing(self, ids: Container[str]) -> str | None:
        """Where it leads on a page with these ids: its target, else the claim's words in the article, else nowhere."""
        places = (self.target[1:], f"words-{self.number}")
        return next((place for place in places if place in ids and place != self.id), None)


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of one or more claims where they stand; without a voice, the words that matter in a quotation."""

    parts: tuple["Inline", ...]
    voice: Voice | None = None
    chain: str | None = None
    claims: tuple[int, ...] = ()  # their numbers


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph."""


Inline: TypeAlias = Text | Styled | Foreign | Link | Citation | Marked | LineBreak
