"""The words of the project as types: what an article, a claim, a chain and a fact are."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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


class Form(StrEnum):
    """How words are attributed: by quotation marks, by paraphrase, by both, or not at all."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    UNATTRIBUTED = "unattributed"


class SourceKind(StrEnum):
    """Who answers for a claim (values of gold/README.md)."""

    STATE_MEDIA = "state_media"
    OFFICIAL_BODY = "official_body"
    NAMED_OFFICIAL = "named_official"
    ANONYMOUS_OFFICIAL = "anonymous_official"
    ANONYMOUS_SOURCE = "anonymous_source"
    NAMED_EXPERT = "named_expert"
    ANONYMOUS_EXPERT = "anonymous_expert"
    OTHER_OUTLET = "other_outlet"
    DOCUMENT = "document"
    UNATTRIBUTED_HEARSAY = "unattributed_hearsay"
    REPORTER = "reporter"


class Role(StrEnum):
    """A link's part in a chain, in the order in which words pass through hands."""

    ORIGIN = "origin"
    DOCUMENT = "document"
    RELAY = "relay"
    COLLECTOR = "collector"
    TRANSLATOR = "translator"
    WRITER = "writer"
    PUBLISHER = "publisher"


class Hedge(StrEnum):
    """How firmly a claim is made, by its own words."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    HEARSAY = "hearsay"
    HYPOTHETICAL = "hypothetical"
    ORDERED = "ordered"


class Polarity(StrEnum):
    """Whether the claim says that something is so, is not so, or refuses somebody's word for it."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    DENIED = "denied"


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


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where an article says whose words these are: source, cue and content passages, any of the first two empty."""

    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]
    form: Form
    confidence: float  # of the cue, 0 to 1
    nested_in: int | None = None  # index of the attribution that holds this one, in the same list


@dataclass(frozen=True, slots=True)
class Link:
    """One pair of hands that a claim came through; the name is None where the article does not give it."""

    role: Role
    name: str | None
    kind: str  # a SourceKind, or collector, translator, writer, outlet
    root: str  # identity for counting origins; the same string is the same origin
    passage: Passage | None = None  # where the article names it
    undecided: tuple[str, ...] = ()  # other roots of this article that may be the same origin


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, place or organisation where the text names it; id is None outside the subject's lists."""

    id: str | None
    name: str  # canonical where listed, else as printed
    passage: Passage
    rule: str  # by which rule the words were matched


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that somebody is reported to have said, done or thought, or that the article asserts itself."""

    id: str
    article: str  # the article's sha256
    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]
    form: Form
    chain: tuple[Link, ...]  # origin first
    source_kind: SourceKind | None  # None: somebody is named, and what they are cannot be told
    hedge: Hedge
    polarity: Polarity
    time: Known  # EDTF; basis and passage of the expression
    places: tuple[Mention, ...] = ()
    people: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    event: str | None = None  # an event type of the subject
    affected: tuple[Mention, ...] = ()  # the people to whom the event is done, where the grammar says so
    nested_in: str | None = None  # id of the claim that holds this one

    def text_in(self, article: Article) -> str:
        """The claim's own words, as they stand in the article; an ellipsis where passages are apart."""
        return text_at(self.content, article.text)

    @property
    def origin(self) -> Link:
        return self.chain[0]

    @property
    def is_the_articles_own(self) -> bool:
        return self.source_kind is SourceKind.REPORTER

    @property
    def speakers(self) -> tuple[Link, ...]:
        """The links that vouch for the words, origin first; those who only collect, translate or print are left out."""
        return tuple(link for link in self.chain if link.role in (Role.ORIGIN, Role.DOCUMENT, Role.RELAY))

    @property
    def is_translated(self) -> bool:
        return any(link.role is Role.TRANSLATOR for link in self.chain)


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article and the claims found in it, in the order of the text."""

    article: Article
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin behind a fact."""

    id: str
    name: str | None
    kind: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more claims say, taken as one reported thing."""

    id: str
    claims: tuple[Claim, ...]  # the one that speaks for the fact first
    event: str | None
    time: Known
    roots: tuple[Root, ...]
    independent_roots: tuple[int, int]  # fewest and most that the sources allow

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim.article for claim in self.claims))


def text_at(passages: Iterable[Passage], text: str) -> str:
    """The words at some passages, in order, joined by an ellipsis."""
    return " … ".join(passage.of(text) for passage in passages)
