"""HTML that others made (pandas tables, an analyst's own) into the tree; nothing of it passes as HTML."""

import re
from collections.abc import Iterator

import nh3
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from attributed.show.tree import (
    Block,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Paragraph,
    Preformatted,
    Rule,
    Style,
    Styled,
    Table,
    Text,
    plain,
)

STYLES = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "s": Style.STRUCK,
    "del": Style.STRUCK,
    "small": Style.QUIET,
    "code": Style.CODE,
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = ("ul", "ol")
CONTAINERS = {"div", "section", "article", "main", "body", "figure", "blockquote", "details"}
BLOCKS = {"p", "table", "pre", "hr", *LISTS, *HEADINGS, *CONTAINERS}
KEPT = {*BLOCKS, *STYLES, "a", "br", "span", "li", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "sub", "sup"}
DROPPED = {"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "title", "head"}
SPACE = re.compile(r"\s+")


def markup_blocks(html: str) -> tuple[Block, ...]:
    """The words, lists and tables of some HTML; nothing where it has none."""
    return tuple(blocks_in(_cleaned(html)))


def markup_text(html: str) -> str:
    """The words of some HTML alone."""
    return _cleaned(html).get_text()


def _cleaned(html: str) -> BeautifulSoup:
    safe = nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags=DROPPED,
        attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
        link_rel=None,
    )
    return BeautifulSoup(safe, "html.parser")


def blocks_in(parent: Tag) -> Iterator[Block]:
    """The blocks of an element; words that stand free between them are paragraphs."""
    loose: list[Inline] = []
    for child in parent.children:
        if isinstance(child, Tag) and child.name in BLOCKS:
            yield from _flushed(loose)
            loose = []
            yield from _block_of(child)
        else:
            loose += _inline_of(child)
    yield from _flushed(loose)


def _flushed(parts: list[Inline]) -> Iterator[Block]:
    if any(not isinstance(part, Text) or part.text.strip() for part in parts):
        yield Paragraph(tuple(parts))


def _block_of(tag: Tag) -> Iterator[Block]:
    if tag.name in HEADINGS:
        yield Heading(HEADINGS[tag.name], _inlines(tag))
    elif tag.name == "table":
        yield from table_of(tag)
    elif tag.name in LISTS:
        items = (tuple(blocks_in(item)) for item in tag.find_all("li", recursive=False))
        yield Items(tuple(items), is_ordered=tag.name == "ol")
    elif tag.name == "pre":
        yield Preformatted(tag.get_text())
    elif tag.name == "hr":
        yield Rule()
    elif tag.name == "p":
        yield from _flushed(list(_inlines(tag)))
    else:
        yield from blocks_in(tag)


def _inlines(tag: Tag) -> tuple[Inline, ...]:
    return tuple(part for child in tag.children for part in _inline_of(child))


def _inline_of(node: object) -> Iterator[Inline]:
    if isinstance(node, NavigableString):
        yield Text(SPACE.sub(" ", str(node)))
    elif isinstance(node, Tag):
        if node.name in STYLES:
            yield Styled(_inlines(node), STYLES[node.name])
        elif node.name == "a":
            yield Link(str(node.get("href", "")), _inlines(node))
        elif node.name == "br":
            yield LineBreak()
        else:
            yield from _inlines(node)


def table_of(tag: Tag) -> Iterator[Block]:
    """A table with one header row: header rows of several levels are joined, spanning cells are repeated."""
    caption = tag.find("caption")
    rows = [(row, row.parent is not None and row.parent.name == "thead") for row in tag.find_all("tr")]
    grid = spread([row for row, _ in rows])
    if not grid:
        return
    heads = [cells for cells, (_, is_head) in zip(grid, rows, strict=True) if is_head] or grid[:1]
    body = grid[len(heads) :]
    width = max(map(len, grid))
    header = tuple(joined([row[column] for row in heads if column < len(row)]) for column in range(width))
    numeric = tuple(n for n in range(1, width) if body and all(_is_number(row[n]) for row in body if n < len(row)))
    yield Table(
        header,
        tuple(tuple(row) + ((),) * (width - len(row)) for row in body),
        caption=caption.get_text().strip() if caption else "",
        numeric=numeric,
    )


def spread(rows: list[Tag]) -> list[list[tuple[Inline, ...]]]:
    """The cells of rows, with a cell that spans rows or columns standing in each of them."""
    grid: list[list[tuple[Inline, ...]]] = []
    waiting: dict[int, tuple[int, tuple[Inline, ...]]] = {}  # column: (rows left, cell)
    for row in rows:
        cells: list[tuple[Inline, ...]] = []
        for cell in row.find_all(["th", "td"], recursive=False):
            _take_waiting(cells, waiting)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(across):
                if down > 1:
                    waiting[len(cells)] = (down - 1, _inlines(cell))
                cells.append(_inlines(cell))
        _take_waiting(cells, waiting)
        grid.append(cells)
    return grid


def _take_waiting(cells: list[tuple[Inline, ...]], waiting: dict[int, tuple[int, tuple[Inline, ...]]]) -> None:
    while len(cells) in waiting:
        left, cell = waiting.pop(len(cells))
        if left > 1:
            waiting[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _span(cell: Tag, name: str) -> int:
    given = str(cell.get(name, "1"))
    return max(1, min(int(given), 1000)) if given.isdigit() else 1


def joined(cells: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Header cells of one column as one, each wording once."""
    words = dict.fromkeys(text for cell in cells if (text := _text_of(cell)))
    return (Text(" · ".join(words)),) if words else ()


def _text_of(cell: tuple[Inline, ...]) -> str:
    return plain(cell).strip()


def _is_number(cell: tuple[Inline, ...]) -> bool:
    return re.fullmatch(r"[-+−]?[\d.,\s]*\d\s?%?|NaN|", _text_of(cell)) is not None
