"""Executed cells as blocks: our own displays, and whatever an analyst added."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attributed.errors import BadReport
from attributed.publish.cutting import cut
from attributed.publish.document import Document, document_of, notice
from attributed.publish.formulas import formula
from attributed.publish.markdown import Pictures, html_blocks, markdown_blocks
from attributed.show.codec import MEDIA_TYPE, from_json
from attributed.show.tree import Block, Figure, Preformatted

LEFT_OUT = {"remove-cell", "remove_cell"}  # tags that Jupyter Book and nbconvert use
OUTPUT_LEFT_OUT = LEFT_OUT | {"remove-output", "remove_output"}
WIDGET = "application/vnd.jupyter.widget-view+json"
BITMAPS = ("image/png", "image/jpeg", "image/gif", "image/webp")
OPTION = re.compile(r"^#\|\s*fig-(alt|cap):\s*(.+?)\s*$", re.MULTILINE)  # as Quarto writes it
ADDRESS = re.compile(r"<[\w. ]+.* at 0x[0-9a-f]+>")  # says nothing to a reader, and differs each run


def notebook_document(notebook: Any, *, name: str, folder: Path | None = None) -> Document:
    """What both formats print of an executed notebook; pictures of its prose lie in the folder."""
    return cut(document_of(cell_blocks(notebook, folder), name=name))


def cell_blocks(notebook: Any, folder: Path | None) -> Iterator[Block]:
    """What the cells of an executed notebook show, in order.

    Raises BadReport where a cell failed or shows an image without alternative text.
    """
    for number, cell in enumerate(notebook.cells, 1):
        tags = set(cell.get("metadata", {}).get("tags", ()))
        if tags & LEFT_OUT:
            continue
        if cell.cell_type == "markdown":
            pictures = Pictures(number, cell.get("attachments", {}), folder)
            yield from markdown_blocks(cell.source, pictures)
        elif cell.cell_type == "raw" and cell.source.strip():
            yield Preformatted(cell.source)
        elif cell.cell_type == "code":
            _refuse_errors(number, cell)
            if not tags & OUTPUT_LEFT_OUT:
                yield from _code_blocks(number, cell)


def _refuse_errors(number: int, cell: Any) -> None:
    for output in cell.outputs:
        if output.output_type == "error":
            raise BadReport(
                f"cell {number} failed ({output.ename}: {output.evalue}); run the notebook until every cell "
                "succeeds, then publish it"
            )


def _code_blocks(number: int, cell: Any) -> Iterator[Block]:
    options = dict(OPTION.findall(cell.source))
    printed = "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stdout")
    if printed.strip():
        yield Preformatted(printed.rstrip("\n"))
    shown = [output for output in cell.outputs if output.output_type in ("display_data", "execute_result")]
    draws = any(image_of(output.data) for output in shown)
    for output in shown:
        is_bare = set(output.data) == {"text/plain"}
        if not is_bare or not (draws or ADDRESS.search(joined(output.data["text/plain"]))):
            yield from output_blocks(number, output, options)


def output_blocks(number: int, output: Any, options: Mapping[str, str]) -> tuple[Block, ...]:
    """One display as blocks, by the richest of its forms that both formats can print."""
    data: Mapping[str, Any] = output.data
    if MEDIA_TYPE in data:
        blocks: tuple[Block, ...] = from_json(data[MEDIA_TYPE]["blocks"])
        return blocks
    if pictured := image_of(data):
        return (_analyst_figure(number, *pictured, output.get("metadata", {}), options),)
    if WIDGET in data:
        return (notice(f"The output of cell {number} is a widget: it is alive only in the notebook."),)
    if "text/latex" in data and not data.get("text/html"):
        return (formula(joined(data["text/latex"])),)
    if "text/markdown" in data:
        return tuple(markdown_blocks(joined(data["text/markdown"]), Pictures(number, {}, None)))
    if "text/html" in data and (parsed := html_blocks(joined(data["text/html"]))):
        return parsed
    words = joined(data.get("text/plain") or "")
    if words and "text/html" not in data:
        return (Preformatted(words),)
    return (notice(f"The output of cell {number} cannot be shown outside the notebook."),)


def image_of(data: Mapping[str, Any]) -> tuple[str, str] | None:
    """The media type and the data of an image, SVG before bitmaps."""
    for media in ("image/svg+xml", *BITMAPS):
        if media in data:
            return media, joined(data[media]).strip()
    return None


def _analyst_figure(number: int, media: str, data: str, metadata: Any, options: Mapping[str, str]) -> Figure:
    alt = options.get("alt") or metadata.get(media, {}).get("alt") or metadata.get("alt")
    if not alt:
        raise BadReport(
            f"cell {number} shows an image without alternative text; add a line "
            "'#| fig-alt: what the image shows, in a sentence' to the cell and run it again"
        )
    return Figure(media=media, data=data, alt=alt.strip("\"'"), title=options.get("cap", "").strip("\"'"))


def joined(lines: Any) -> str:
    """Notebooks keep long texts as one string or as a list of lines."""
    return "".join(lines) if isinstance(lines, list) else str(lines)
