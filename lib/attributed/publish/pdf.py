"""An executed notebook as a tagged PDF (PDF/UA-1), set by Typst: the same words, numbers and targets as the page."""

import logging
import os
import shutil
import tempfile
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import typst

from attributed.errors import BadReport
from attributed.publish.document import Document, missing
from attributed.publish.page import LANGUAGE
from attributed.show.dates import date_words
from attributed.show.fonts import can_print, font_files
from attributed.show.tree import Title, ids_in
from attributed.show.typst import TypstWriter, component_definitions, literal

LOG = logging.getLogger("attributed")
EPOCH = date(1980, 1, 1)  # where a notebook tells no date


def pdf_of(document: Document) -> bytes:
    """The whole PDF; the same bytes for the same document. What it cannot show is told to whoever builds it too."""
    for words in missing(document):
        LOG.warning(words)
    source = typst_source(document)
    with tempfile.TemporaryDirectory() as folder:
        # Typst searches folders, and the order of a folder's files is not the same everywhere: give it one face each.
        for name, path in font_files().items():
            shutil.copyfile(path, Path(folder, name))
        try:
            pdf = typst.compile(
                source.encode(),
                format="pdf",
                font_paths=typst.Fonts(include_system_fonts=False, font_paths=[folder]),
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
                timestamp=clock(document.title),
            )
        except typst.TypstError as error:
            raise BadReport(f"the PDF could not be set: {error.message} {' '.join(error.hints)}".strip()) from error
    return bytes(pdf)


def typst_source(document: Document) -> str:
    """The document as one Typst file."""
    writer = TypstWriter(ids_in(document.blocks), cannot_print=lambda character: not can_print(character))
    title = document.title
    day = _as_of(title)
    settings = [
        f"title: {literal(title.title)}",
        f"tlp: {literal(title.tlp)}",
        f"edition: {literal(edition_words(title))}",
        f"language: {literal(LANGUAGE)}",
        f"date: datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        f"head: [{writer.title(title)}]",
    ]
    return "\n".join(
        [
            component_definitions(),
            files("attributed.publish").joinpath("pages.typ").read_text(encoding="utf-8"),
            f"#show: briefing.with({', '.join(settings)})",
            writer.blocks(document.blocks),
        ]
    )


def edition_words(title: Title) -> str:
    """What stands beside the page number: "as of 12 March 2025, edition 2025-03-12.2"."""
    told = (
        f"as of {date_words(title.as_of)}" if title.as_of else "",
        f"edition {title.edition}" if title.edition else "",
    )
    return ", ".join(words for words in told if words)


def _as_of(title: Title) -> date:
    return date.fromisoformat(title.as_of) if title.as_of else EPOCH


def clock(title: Title) -> datetime:
    """The time that the file says it was made at: SOURCE_DATE_EPOCH, else the day that the briefing speaks of."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), tz=UTC)
    day = _as_of(title)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
