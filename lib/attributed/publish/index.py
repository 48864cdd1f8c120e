"""reports/index.html: every briefing and every edition, newest first, with what changed; made from manifests alone."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from attributed.errors import BadReport
from attributed.publish.document import Document, Section
from attributed.publish.manifest import NAME, Manifest, read_manifest
from attributed.publish.page import page_of
from attributed.show.dates import date_words
from attributed.show.parts import empty
from attributed.show.tree import Block, Heading, Inline, LineBreak, Link, Style, Styled, Table, Text, Title
from attributed.show.wording import counted, listed, sentence

PAGE = "index.html"
HANDLING = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")  # from the most open to the strictest
CHANGES = ("new", "changed", "withdrawn", "overturned")
MOST_CHANGES = 3
COLUMNS = ("Edition", "Finding", "Rests on", "What changed", "Handling")
NUMBER = re.compile(r"\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Edition:
    """A report's folder with its manifest; None where the manifest cannot be trusted, and why."""

    folder: Path
    manifest: Manifest | None
    problem: str = ""

    @property
    def age(self) -> tuple[str, int, str]:
        """What editions are sorted by: the day they speak of, then their number on that day."""
        number = NUMBER.search(self.folder.name)
        return NUMBER.sub("", self.folder.name), int(number[1]) if number else 1, self.folder.name


def write_index(reports: Path) -> Path:
    """Write the index page of a reports folder and give its path; readers see the old page or the new one."""
    draft = reports / f".index-{os.getpid()}.html"
    draft.write_text(page_of(index_document(editions_in(reports))), encoding="utf-8")
    return draft.replace(reports / PAGE)


def editions_in(reports: Path) -> dict[str, list[Edition]]:
    """The editions of each briefing, newest first; the briefing with the newest edition first."""
    found: dict[str, list[Edition]] = {}
    for path in sorted(reports.glob(f"*/*/{NAME}")):
        if not path.parent.parent.name.startswith("."):
            found.setdefault(path.parent.parent.name, []).append(_edition(path.parent))
    for editions in found.values():
        editions.sort(key=lambda edition: edition.age, reverse=True)
    return dict(sorted(found.items(), key=lambda entry: entry[1][0].age[:2], reverse=True))


def _edition(folder: Path) -> Edition:
    try:
        return Edition(folder, read_manifest(folder))
    except BadReport as error:
        return Edition(folder, None, str(error).removeprefix(f"{folder / NAME}: "))


def index_document(briefings: dict[str, list[Edition]]) -> Document:
    """One section a briefing, one line an edition; handled as strictly as the strictest of them."""
    every = [edition for editions in briefings.values() for edition in editions]
    labels = [str(edition.manifest.parameters.get("tlp", "")) for edition in every if edition.manifest]
    strictest = max((label for label in labels if label in HANDLING), key=HANDLING.index, default="")
    facts = (counted(len(briefings), "briefing"), counted(len(every), "edition"))
    opening: tuple[Block, ...] = () if every else (empty("No report has been made yet: attributed brief seeds"),)
    sections = tuple(_section(name, editions) for name, editions in briefings.items())
    return Document(Title("Briefings", tlp=strictest, as_of="", edition="", facts=facts), opening, sections)


def _section(name: str, editions: Iterable[Edition]) -> Section:
    header = tuple((Text(word),) for word in COLUMNS)
    table = Table(header, tuple(_row(name, edition) for edition in editions), caption=f"Editions of {name}")
    return Section(f"briefing-{name}", Heading(2, (Text(name),), id=f"briefing-{name}"), (table,))


def _row(name: str, edition: Edition) -> tuple[tuple[Inline, ...], ...]:
    address = f"{quote(name)}/{quote(edition.folder.name)}"
    manifest = edition.manifest
    if manifest is None:
        return ((Text(edition.folder.name),), (Text(edition.problem),), (), (), ())
    as_of = str(manifest.parameters.get("as_of", ""))
    return (
        (Link(f"{address}/{PAGE}", (Text(manifest.edition),)),),
        (Text(manifest.title or date_words(as_of)), *_files(address, manifest)),
        (Text(rests_on(manifest)),),
        tuple(_changes(manifest)),
        (Text(f"TLP:{manifest.parameters.get('tlp', '')}"),),
    )


def _files(address: str, manifest: Manifest) -> Iterator[Inline]:
    if "briefing.pdf" in manifest.files:
        link = Link(f"{address}/briefing.pdf", (Text(f"PDF of {manifest.briefing}, {manifest.edition}"),))
        yield from (LineBreak(), Styled((link,), Style.QUIET))


def rests_on(manifest: Manifest) -> str:
    """As in "2 articles, 57 claims, 31 facts"."""
    told = f"{counted(len(manifest.articles), 'article')}, {counted(manifest.claims, 'claim')}"
    refused = f"; {counted(len(manifest.refused), 'file')} could not be read" if manifest.refused else ""
    return f"{told}, {counted(manifest.facts, 'fact')}{refused}"


def changes_words(manifest: Manifest) -> str:
    """As in "since 2025-03-01: 2 new, 1 overturned"; an older report does not say."""
    if "before" not in manifest.model_fields_set:
        return "not recorded"
    if manifest.before is None:
        return "first edition"
    counts = Counter(kind for kind, _ in manifest.changes)
    known = [*(kind for kind in CHANGES if kind in counts), *sorted(set(counts) - set(CHANGES))]
    return f"since {manifest.before}: {listed(f'{counts[kind]} {kind}' for kind in known) or 'nothing'}"


def _changes(manifest: Manifest) -> Iterator[Inline]:
    yield Text(changes_words(manifest))
    for kind, title in manifest.changes[:MOST_CHANGES]:
        yield from (LineBreak(), Styled((Text(f"{sentence(kind)}: {title}"),), Style.QUIET))
    if more := manifest.changes[MOST_CHANGES:]:
        yield from (LineBreak(), Styled((Text(f"and {len(more)} more"),), Style.QUIET))
