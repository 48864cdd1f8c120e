"""Our claims against hand-marked ones, from files to scores: what audit.ipynb asks for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from attributed import paths
from attributed.errors import BadRequest
from attributed.gathering import article_files
from attributed.knowledge import read_knowledge
from attributed.model import Article
from attributed.reading import article_from_text, read_article, read_page_words
from attributed.scoring import ClaimScores, read_rows, score_claims


@dataclass(frozen=True, slots=True)
class Audit:
    """Scores with the texts that their passages count in."""

    scores: ClaimScores
    texts: Mapping[str, str]  # by article, as the marks name it


def audit_claims(*, gold: str, articles: Sequence[str], subject: str = "north-korea") -> Audit:
    """Extracts the marked articles anew and compares; raises BadRequest where a marked article is not given.

    `gold` and `articles` are paths or file patterns from the project's folder, or absolute; articles in a .jsonl file
    have "id" and "text", and may have title, outlet, published and url.
    """
    from attributed.claims import extract_claims  # spaCy takes a second to import
    from attributed.claims.contract import as_contract

    marks = read_rows(next(article_files((gold,))))
    marked = {PurePath(row["doc"]).name for row in marks if "doc" in row}
    if not marked:
        raise BadRequest(f'{gold}: no row has "doc"; expected claims marked as in {paths.GOLD.name}/claims.jsonl')
    found = [article for article in read_all(article_files(tuple(articles))) if article.id in marked]
    extractions = extract_claims(found, read_knowledge(subject))
    texts = {article.id: article.text for article in found}
    return Audit(score_claims(marks, map(as_contract, extractions), texts), texts)


def read_all(files: Iterable[Path]) -> Iterator[Article]:
    """The articles of some files; a .jsonl file holds one a line."""
    page = read_page_words()
    for file in files:
        if file.suffix != ".jsonl":
            yield read_article(file, page)
            continue
        for row in read_rows(file):
            known = {name: row.get(name) for name in ("title", "outlet", "published", "url")}
            yield article_from_text(str(row["id"]), row["text"], page, **known)
