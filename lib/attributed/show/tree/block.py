"""What stands below one another: paragraphs, lists, tables, figures, cards and the strips of chains."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from attributed.show.tree.inline import Foreign, Inline, Voice


class Manner(StrEnum):
    """What a paragraph is for."""

    PLAIN = "plain"
    LEAD = "lead"  # the first line of an entry, in semibold
    ENTRY = "entry"  # one line of a compact list
    NOTE = "note"  # how to read what stands beside it
    SMALL = "small"  # apparatus
    EMPTY = "empty"  # says that a section has nothing to show
    MISSING = "missing"  # says that an output cannot be shown here
    ARTICLE = "article"  # a line of an article as it was
    TITLE = "title"  # the title line of an article
    HEADING = "heading"  # a heading inside an article
    FURNITURE = "furniture"  # a line of an article that belongs to the page it came from


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title, level 2 opens a section."""

    level: int
    parts: tuple["Inline", ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words that belong together."""

    parts: tuple["Inline", ...]
    manner: Manner = Manner.PLAIN


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a few blocks."""

    items: tuple[tuple["Block", ...], ...]
    is_ordered: bool = False
    is_large: bool = False  # key takeaways: numbers hang in the margin


@dataclass(frozen=True, slots=True)
class Quotation:
    """An article's words, and where they stand."""

    parts: tuple["Inline", ...]
    origin: tuple["Inline", ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One pair of hands in a chain strip, with the words that lead to it when it is read aloud."""

    label: str
    voice: Voice = Voice.OWN
    is_named: bool = True
    is_word: bool = False  # something done on the way (translated), not somebody
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """The strip from origins to publisher, with the roots: how few and how many; None where no origin is given.

    Of several strips of one fact the last one has the roots of all of them `together`.
    """

    origins: tuple[Hop, ...]
    hops: tuple[Hop, ...]
    roots: tuple[int, int] | None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A short fact about a claim; open where it is not fully known."""

    label: str
    text: str
    is_open: bool = False
    own_script: "Foreign | None" = None  # a name as those write it whose name it is


@dataclass(frozen=True, slots=True)
class Chips:
    """The short facts about one claim in a row."""

    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; the first cell of a row names it."""

    header: tuple[tuple["Inline", ...], ...]
    rows: tuple[tuple[tuple["Inline", ...], ...], ...]
    caption: str = ""
    numeric: tuple[int, ...] = ()  # columns set flush right
    is_stacked: bool = False  # on narrow screens, a card for each row


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with what it shows in words; `data` is SVG text, or base64 of a bitmap."""

    media: str
    data: str
    alt: str
    title: str = ""
    table: Table | None = None
    is_inline: bool = False  # drawn by us: may take the page's colours


@dataclass(frozen=True, slots=True)
class Card:
    """A few blocks that belong together, with a rule on their left and an id to lead to."""

    blocks: tuple["Block", ...]
    id: str | None = None
    is_inner: bool = False
    is_judged: bool = False  # an analyst's own words


@dataclass(frozen=True, slots=True)
class Folded:
    """Blocks under a line that opens them on a page; on paper they stand open under a heading."""

    summary: tuple["Inline", ...]
    blocks: tuple["Block", ...]
    id: str | None = None
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what is to be said of it."""

    entries: tuple[tuple[str, tuple["Inline", ...]], ...]


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line breaks count."""

    text: str


@dataclass(frozen=True, slots=True)
class Data:
    """JSON for programs that read the page; nobody sees it, and paper has none of it."""

    media: str  # "application/ld+json"
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A break between two thoughts."""


@dataclass(frozen=True, slots=True)
class Title:
    """The head of a briefing: what a reader must see first, and what the file is called."""

    title: str
    tlp: str
    as_of: str  # ISO date: the document's own clock
    edition: str
    facts: tuple[str, ...]  # what it is built on, in short phrases


Block: TypeAlias = (
    Heading
    | Paragraph
    | Items
    | Quotation
    | Chain
    | Chips
    | Table
    | Figure
    | Card
    | Folded
    | Definitions
    | Preformatted
    | Data
    | Rule
    | Title
)
