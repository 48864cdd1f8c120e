"""What a claim is: words, the chain of hands they came through, how firmly, when, where and about whom."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from attributed.model.article import UNKNOWN, Article, Known, Passage, Role


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


class Hedge(StrEnum):
    """How firmly a claim is made, by its own words."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    HEARSAY = "hearsay"
    HYPOTHETICAL = "hypothetical"
    ORDERED = "ordered"


class Outlook(StrEnum):
    """What a claim says of what is to come."""

    FORECAST = "forecast"  # something may or will happen
    SIGN = "sign"  # something that happened, or did not, is said to mean something
    INTENT = "intent"  # something is wanted, planned, tried or supposed, and not said to be done


class Polarity(StrEnum):
    """Whether the claim says that something is so, is not so, or refuses somebody's word for it."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where an article says whose words these are: source, cue and content passages, any of the first two empty."""

    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]
    form: Form
    confidence: float  # of the cue, 0 to 1
    nested_in: int | None = None  # index of the attribution that holds this one, in the same list
    alone: bool = True  # whether a reader would mark it by itself, wherever it lies


@dataclass(frozen=True, slots=True)
class Count:
    """How many, within bounds: "over 40" is (41, None), "40" is (40, 40), "dozens" is (24, None)."""

    fewest: int
    most: int | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Cause:
    """Two stretches of one claim of which the first is said to have led to the second."""

    cause: Passage
    effect: Passage
    cue: Passage


@dataclass(frozen=True, slots=True)
class Link:
    """One pair of hands that a claim came through; the name is None where the article does not give it."""

    role: Role
    name: str | None
    kind: str  # a SourceKind, or collector, translator, writer, outlet
    root: str  # identity for counting origins; the same string is the same origin
    passage: Passage | None = None  # where the article names it
    undecided: tuple[str, ...] = ()  # other roots of this article that may be the same origin
    access: Passage | None = None  # what the article says of how they know: "with connections to the military"
    condition: Passage | None = None  # why they are not named: "on condition of anonymity"
    count: Count | None = None  # how many people the words stand for, where it is said: "two sources"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, place or organisation where the text names it; id is None outside the subject's lists."""

    id: str | None
    name: str  # canonical where listed, else as printed
    passage: Passage
    rule: str  # by which rule the words were matched
    undecided: tuple[str, ...] = ()  # ids of namesakes of whom it may be any; id is None then

    @property
    def key(self) -> str | None:
        """By what mentions of several articles are one: the id, else the full name without case, marks and initials.

        None where the words do not say who is meant: namesakes that are undecided, a surname of nobody listed.
        """
        if self.id is not None or self.undecided:
            return self.id
        words = "".join(letter if letter.isalnum() else " " for letter in _unmarked(self.name)).split()
        full = [word for word in words if len(word) > 1]
        return f"name:{' '.join(full)}" if len(full) > 1 else None


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
    agents: tuple[Mention, ...] = ()  # people and bodies who do the event
    count: Count | None = None  # to how many it is done
    charge: Passage | None = None  # on what charge
    method: Passage | None = None  # by what means
    outlook: Outlook | None = None
    horizon: Known = UNKNOWN  # by when a forecast is to come true, EDTF
    causes: tuple[Cause, ...] = ()
    instead: tuple[str, ...] = ()  # event types that the words leave open beside `event`: "purged or punished"
    is_event_dated: bool = True  # whether `time` is when the event took place, and not something else that is told

    def text_in(self, article: Article) -> str:
        """The claim's own words, as they stand in the article; an ellipsis where passages are apart."""
        return text_at(self.content, article.text)

    @property
    def origin(self) -> Link:
        return self.chain[0]

    @property
    def event_time(self) -> Known:
        """When the event took place, as far as the words tell."""
        return self.time if self.is_event_dated else UNKNOWN

    @property
    def is_the_articles_own(self) -> bool:
        return self.source_kind is SourceKind.REPORTER

    @property
    def is_firm(self) -> bool:
        """Whether it says that something is so: not what may be, was ordered, is denied or is yet to come."""
        is_said = self.hedge in (Hedge.ASSERTED, Hedge.REPORTED) and self.polarity is Polarity.AFFIRMED
        return is_said and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether what it tells is yet to come, or only wanted."""
        return self.outlook in (Outlook.FORECAST, Outlook.INTENT)

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


def _unmarked(name: str) -> str:
    """A name in small letters, without marks over letters and without apostrophes: "Ch'ŏl" is "chol"."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(part for part in parts if not unicodedata.combining(part) and part not in "'’‘ʼ`´")
    return unicodedata.normalize("NFC", kept)


def text_at(passages: Iterable[Passage], text: str) -> str:
    """The words at some passages, in order, joined by an ellipsis."""
    return " … ".join(passage.of(text) for passage in passages)
