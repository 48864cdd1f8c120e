"""An executed notebook as one document: head, sections, and what could not be taken over."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from attributed.show.tree import Block, Card, Figure, Folded, Heading, Manner, Paragraph, Text, Title, plain, walk

SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 2 with what stands under it."""

    id: str
    heading: Heading
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What both formats print, in the same order."""

    title: Title
    opening: tuple[Block, ...]  # before the first section
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        inner = (block for section in self.sections for block in (section.heading, *section.blocks))
        return (*self.opening, *inner)


def document_of(blocks: Iterable[Block], *, name: str) -> Document:
    """Blocks in reading order as a document; without a Title, the first heading of level 1 or the name is its title."""
    blocks = list(blocks)
    title = next((block for block in blocks if isinstance(block, Title)), None)
    if title is None:
        first = next((block for block in blocks if isinstance(block, Heading) and block.level == 1), None)
        blocks = [block for block in blocks if block is not first]
        title = Title(plain(first.parts) if first else name, tlp="", as_of="", edition="", facts=())
    rest = [block for block in blocks if not isinstance(block, Title)]
    return Document(title, *parted(levelled(rest)))


def levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings below the title, none skipping a level: a reader moves among them by level."""
    above = 1
    for block in blocks:
        if isinstance(block, Heading):
            above = min(max(block.level, 2), above + 1)
            yield replace(block, level=above)
        elif isinstance(block, Card | Folded):
            yield replace(block, blocks=tuple(below(block.blocks, above)))
        else:
            yield block


def below(blocks: tuple[Block, ...], above: int) -> Iterator[Block]:
    """The headings of a card one level below the section they stand in."""
    for block in blocks:
        yield replace(block, level=min(above + 1, 3)) if isinstance(block, Heading) else block


def parted(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    """The blocks before the first heading of level 2, then a section for each."""
    opening: list[Block] = []
    sections: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            sections.append((block, []))
        else:
            (sections[-1][1] if sections else opening).append(block)
    given: set[str] = set()
    return tuple(opening), tuple(_section(heading, tuple(inner), given) for heading, inner in sections)


def _section(heading: Heading, blocks: tuple[Block, ...], given: set[str]) -> Section:
    slug = SLUG.sub("-", plain(heading.parts).lower()).strip("-") or "section"
    name, count = slug, 1
    while name in given:
        name, count = f"{slug}-{count + 1}", count + 1
    given.add(name)
    return Section(name, replace(heading, id=name), blocks)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text that a document prints, for choosing the letters of its fonts."""
    for node in walk(blocks):
        for name in getattr(node, "__slots__", ()):
            value = getattr(node, name)
            if isinstance(value, str) and not isinstance(node, Figure):
                yield value


def notice(words: str) -> Paragraph:
    """What a reader is told in place of an output that cannot be shown."""
    return Paragraph((Text(words),), Manner.MISSING)


def missing(document: Document) -> list[str]:
    """What the document says that it cannot show."""
    blocks = (block for block in document.blocks if isinstance(block, Paragraph))
    return [plain(block.parts) for block in blocks if block.manner is Manner.MISSING]
