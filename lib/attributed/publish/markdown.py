"""Markdown, as an analyst writes it, into the tree."""

import base64
import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import mistune

from attributed.errors import BadReport
from attributed.publish.formulas import formula, inline_formula
from attributed.show.tree import (
    Block,
    Figure,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Manner,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    Style,
    Styled,
    Table,
    Text,
    plain,
)

PLUGINS = ("table", "strikethrough", "footnotes", "url", "math")
STYLES = {"strong": Style.STRONG, "emphasis": Style.EMPHASIS, "strikethrough": Style.STRUCK}
Token = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where the images of a cell are found, and the number of the cell for whoever must mend one."""

    cell: int
    attachments: Mapping[str, Mapping[str, str]]
    folder: Path | None

    def figure(self, address: str, alt: str, title: str) -> Figure:
        if not alt.strip():
            raise BadReport(
                f"cell {self.cell}: the image {address[:60]!r} has no alternative text: ![what it shows](…)"
            )
        media, data = self.content(address)
        if media == "image/svg+xml":
            data = base64.b64decode(data).decode("utf-8")
        return Figure(media=media, data=data, alt=alt, title=title)

    def content(self, address: str) -> tuple[str, str]:
        """Type and base64 data of an image: in the cell, in the address itself, or in a file beside the notebook."""
        if address.startswith("attachment:"):
            found = self.attachments.get(unquote(address.removeprefix("attachment:")), {})
            for media, data in found.items():
                return media, data
        elif address.startswith("data:image/") and ";base64," in address:
            media, _, data = address.removeprefix("data:").partition(";base64,")
            return media, data
        elif self.folder and "://" not in address:
            path = (self.folder / unquote(address)).resolve()
            media = mimetypes.guess_type(path.name)[0] or ""
            if path.is_relative_to(self.folder.resolve()) and path.is_file() and media.startswith("image/"):
                return media, base64.b64encode(path.read_bytes()).decode()
        raise BadReport(
            f"cell {self.cell}: the image {address[:60]!r} cannot be put into the report; attach it to the cell or "
            "lay it beside the notebook (a report asks no address on the web)"
        )


@cache
def _reader() -> mistune.Markdown:
    return mistune.create_markdown(renderer=None, plugins=list(PLUGINS))


def markdown_blocks(source: str, pictures: Pictures) -> Iterator[Block]:
    """The blocks of a Markdown text."""
    tokens = _reader()(source)
    for token in tokens if isinstance(tokens, list) else []:
        yield from _block_of(token, pictures)


def _block_of(token: Token, pictures: Pictures) -> Iterator[Block]:  # noqa: C901 - one case for each kind of token
    match token["type"]:
        case "heading":
            yield Heading(token["attrs"]["level"], _inlines(token["children"], pictures.cell))
        case "paragraph" | "block_text":
            yield from paragraph(token["children"], pictures)
        case "list":
            items = (tuple(_blocks_of(item["children"], pictures)) for item in token["children"])
            yield Items(tuple(items), is_ordered=token["attrs"]["ordered"])
        case "block_quote":
            inner = tuple(_blocks_of(token["children"], pictures))
            yield Quotation(tuple(part for block in inner if isinstance(block, Paragraph) for part in block.parts))
        case "block_code":
            yield Preformatted(token["raw"].rstrip("\n"))
        case "block_math":
            yield formula(token["raw"])
        case "table":
            yield _table_of(token, pictures.cell)
        case "thematic_break":
            yield Rule()
        case "block_html":
            yield from html_blocks(token["raw"])
        case "footnotes":
            yield from (_footnote(note, pictures) for note in token["children"])


def html_blocks(html: str) -> tuple[Block, ...]:
    """The blocks of an analyst's own HTML; only where there is any is its parser imported."""
    from attributed.publish.markup import markup_blocks

    return markup_blocks(html)


def _footnote(note: Token, pictures: Pictures) -> Block:
    """A note under the words it belongs to, leading back to them."""
    number = note["attrs"]["index"]
    inner = (block for block in _blocks_of(note["children"], pictures) if isinstance(block, Paragraph))
    back = _note_link(pictures.cell, number, "note", "noted")
    return Paragraph((back, Text(" "), *(part for block in inner for part in block.parts)), Manner.SMALL)


def _note_link(cell: int, number: int, here: str, there: str) -> Link:
    return Link(f"#{there}-{cell}-{number}", (Text(f"({number})"),), id=f"{here}-{cell}-{number}")


def _blocks_of(tokens: list[Token], pictures: Pictures) -> Iterator[Block]:
    for token in tokens:
        yield from _block_of(token, pictures)


def paragraph(tokens: list[Token], pictures: Pictures) -> Iterator[Block]:
    """A paragraph, with its images after it."""
    words = [token for token in tokens if token["type"] != "image"]
    if parts := _inlines(words, pictures.cell):
        yield Paragraph(parts)
    for token in tokens:
        if token["type"] == "image":
            attrs = token["attrs"]
            yield pictures.figure(
                attrs["url"], plain(_inlines(token["children"], pictures.cell)), attrs.get("title") or ""
            )


def _inlines(tokens: list[Token], cell: int) -> tuple[Inline, ...]:
    return tuple(part for token in tokens for part in _inline_of(token, cell))


def _inline_of(token: Token, cell: int) -> Iterator[Inline]:  # noqa: C901 - one case for each kind of token
    match token["type"]:
        case "text":
            yield Text(token["raw"])
        case "strong" | "emphasis" | "strikethrough":
            yield Styled(_inlines(token["children"], cell), STYLES[token["type"]])
        case "codespan":
            yield Styled((Text(token["raw"]),), Style.CODE)
        case "inline_math":
            yield inline_formula(token["raw"])
        case "link":
            yield Link(token["attrs"]["url"], _inlines(token["children"], cell))
        case "softbreak":
            yield Text(" ")
        case "linebreak":
            yield LineBreak()
        case "inline_html":
            from attributed.publish.markup import markup_text

            if words := markup_text(token["raw"]):
                yield Text(words)
        case "footnote_ref":
            yield _note_link(cell, token["attrs"]["index"], "noted", "note")


def _table_of(token: Token, cell_number: int) -> Table:
    head, *bodies = token["children"]
    header = tuple(_inlines(cell["children"], cell_number) for cell in head["children"])
    rows = tuple(
        tuple(_inlines(cell["children"], cell_number) for cell in row["children"])
        for body in bodies
        for row in body["children"]
    )
    numeric = tuple(n for n, cell in enumerate(head["children"]) if cell["attrs"].get("align") == "right")
    return Table(header, rows, numeric=numeric)
