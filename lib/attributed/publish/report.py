"""The report folder around the rendered briefing: exports, the articles as received, the manifest."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from attributed import paths
from attributed.briefing import Briefing
from attributed.errors import BadReport
from attributed.model import Article
from attributed.publish import manifest
from attributed.publish.annotations import annotations_jsonld
from attributed.publish.exports import claims_csv, facts_csv
from attributed.publish.provenance import provenance_json
from attributed.publish.references import sources_bib, sources_csl
from attributed.show import headline
from attributed.show.tree import Title

ARTICLES, NOTES = "articles", "notes.md"
EXPORTS: Mapping[str, Callable[[Briefing], bytes]] = {
    "claims.csv": claims_csv,
    "facts.csv": facts_csv,
    "annotations.jsonld": annotations_jsonld,
    "provenance.json": provenance_json,
    "sources.csl.json": sources_csl,
    "sources.bib": sources_bib,
}
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Original:
    """An article's file as received, and where it lies, from the project's folder."""

    data: bytes
    origin: str | None = None


def complete_report(
    folder: Path,
    briefing: Briefing,
    originals: Mapping[str, Original],
    *,
    edition: str,
    fingerprints: Mapping[str, str] | None = None,
) -> manifest.Manifest:
    """Add exports, the articles' bytes and manifest.json to a folder that has all the rest.

    `originals` are found by sha256; BadReport where an article of the briefing is not among them.
    """
    for name, export in EXPORTS.items():
        (folder / name).write_bytes(export(briefing))
    _keep_notes(folder, briefing)
    (folder / ARTICLES).mkdir()
    kept = tuple(
        _keep(folder, number, article, originals.get(article.sha256))
        for number, article in enumerate(briefing.articles, 1)
    )
    written = manifest.Manifest(
        briefing=briefing.request.name,
        edition=edition,
        title=next(block.title for block in headline(briefing).blocks if isinstance(block, Title)),
        before=briefing.before,
        changes=tuple((change.kind.value, change.title) for change in briefing.changes),
        parameters=briefing.request.model_dump(mode="json"),
        versions=dict(briefing.making.versions),
        fingerprints=dict(briefing.making.fingerprints) | dict(fingerprints or {}),
        ledger=dict(briefing.making.ledger_version),
        articles=kept,
        refused=briefing.refused,
        claims=len(briefing.claims),
        facts=len(briefing.facts),
        files=manifest.hashes_of(folder),
    ).sealed()
    (folder / manifest.NAME).write_bytes(written.to_json())
    return written


def _keep_notes(folder: Path, briefing: Briefing) -> None:
    """The analyst's notes as they were, beside what was made of them."""
    if name := briefing.request.notes:
        (folder / NOTES).write_bytes((paths.REQUESTS / name).read_bytes())


def _keep(folder: Path, number: int, article: Article, original: Original | None) -> manifest.KeptArticle:
    if original is None or manifest.sha256_of(original.data) != article.sha256:
        raise BadReport(f"{article.id}: its file changed or went away while the briefing was made; make it again")
    file = f"{ARTICLES}/{number}-{_file_name(article.id)}"
    (folder / file).write_bytes(original.data)
    encoding = article.encoding.value or "utf-8"
    text_file = None
    if text_in(original.data, encoding) != article.text:
        text_file = f"{file}.text.txt"
        (folder / text_file).write_bytes(article.text.encode())
    return manifest.KeptArticle(
        number=number,
        id=article.id,
        sha256=article.sha256,
        file=file,
        encoding=encoding,
        text_file=text_file,
        origin=original.origin,
        outlet=article.outlet.value,
        published=article.published.value,
    )


def text_in(data: bytes, encoding: str) -> str | None:
    """The text of some bytes; None where they are not of this encoding."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _file_name(article_id: str) -> str:
    # The end is kept: it has the file's kind. Only letters, digits and a few marks are safe in every file system.
    return re.sub(r"[^\w.-]", "_", article_id)[-LONGEST_NAME:]
