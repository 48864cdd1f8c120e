"""What an article is: its text, the zones laid over it, and what is known of it with the ground for it."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A link's part in a chain, in the order in which words pass through hands."""

    ORIGIN = "origin"
    DOCUMENT = "document"
    RELAY = "relay"
    COLLECTOR = "collector"
    TRANSLATOR = "translator"
    WRITER = "writer"
    PUBLISHER = "publisher"


class ZoneKind(StrEnum):
    """What a stretch of an article's text is; claims come from titles, headings and bodies only."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    PICTURE = "picture"  # a picture's file name
    BYLINE = "byline"
    RELATED = "related"  # links to other articles
    FURNITURE = "furniture"  # comment forms, menus, notices


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: "Passage") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Known:
    """A value with the ground we have for it; the value is None where it cannot be known."""

    value: str | None
    basis: str
    passage: Passage | None = None


UNKNOWN = Known(None, "unknown")


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article's text and what it is."""

    kind: ZoneKind
    passage: Passage


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody whom the article's byline names for a part of the work."""

    role: Role  # COLLECTOR (reported by), TRANSLATOR or WRITER
    name: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Article:
    """One document as received: its text never changes, what is known of it is laid over it."""

    id: str  # the file's name, or the id that came with the text
    sha256: str  # of the bytes as received
    text: str
    encoding: Known
    zones: tuple[Zone, ...]
    published: Known  # EDTF
    outlet: Known  # the name as it is printed
    credits: tuple[Credit, ...] = ()
    url: str | None = None

    @property
    def title(self) -> Passage | None:
        return next((zone.passage for zone in self.zones if zone.kind is ZoneKind.TITLE), None)

    def zones_of(self, *kinds: ZoneKind) -> tuple[Zone, ...]:
        return tuple(zone for zone in self.zones if zone.kind in kinds)
