"""Scoring files of attributions, claims or facts: which of the three they are, and the figures as rows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attributed.errors import BadRequest
from attributed.model import Attribution, Form
from attributed.reading import read_article, read_page_words
from attributed.scoring import read_rows, row_of, score_attributions, score_claims, score_facts

if TYPE_CHECKING:
    from attributed.attribution.training.annotations import Marked

Row = Mapping[str, Any]
Figures = tuple[tuple[str, ...], Sequence[tuple[Any, ...]]]  # column names, rows
ATTRIBUTION_COLUMNS = ("", "precision", "recall", "F1", "gold", "predicted", "95 % from", "to")
FACT_ROWS = frozenset({"fact", "mark"})
FACT_COLUMNS = ("", "precision", "recall", "F1", "right", "predicted", "gold")


def score_files(gold: Path, predicted: Path, articles: Path) -> Figures:
    """The figures for two files: of attributions where the gold's rows have "attributions", of facts or of claims."""
    marked, found = read_rows(gold), read_rows(predicted)
    if all("attributions" in row for row in marked):
        scores = score_attributions(_by_id(marked, gold), _by_id(found, predicted))
        return ATTRIBUTION_COLUMNS, scores.rows()
    if all(row.get("kind") in FACT_ROWS for row in marked):
        return FACT_COLUMNS, score_facts(marked, found, texts_of(articles)).rows()
    if not all("doc" in row for row in marked):
        raise BadRequest(
            f'{gold}: expected rows with "attributions", claims with "doc" as data/gold/claims.jsonl has, or facts as '
            "data/gold/facts_dev.jsonl has"
        )
    texts = texts_of(articles)
    if absent := sorted({row["doc"] for row in marked} - set(texts)):
        raise BadRequest(f"{articles}: no article {absent[0]}, which {gold.name} marks")
    return ("", "value"), score_claims(marked, found, texts).rows()


def score_weights(weights: Path, gold: Path) -> Figures:
    """The figures of trained weights on annotated articles, for the attributions that stand by themselves."""
    from attributed.attribution import find_attributions
    from attributed.attribution.training.annotations import read_annotations
    from attributed.attribution.weights import read_weights
    from attributed.parsing import load_pipeline

    learned, articles = read_weights(weights), read_annotations(gold)
    docs = load_pipeline().pipe(article.text for article in articles)
    found = {
        article.id: row_of(one for one in find_attributions(doc, weights=learned) if one.alone)
        for article, doc in zip(articles, docs, strict=True)
    }
    marked = {article.id: {"text": article.text, **row_of(map(_as_ours, article.attributions))} for article in articles}
    return ATTRIBUTION_COLUMNS, score_attributions(marked, found).rows()


def texts_of(articles: Path) -> dict[str, str]:
    """The texts that passages count in, by article: of a folder of text files, or of JSON lines with id and text."""
    if articles.is_dir():
        page = read_page_words()
        return {file.name: read_article(file, page).text for file in sorted(articles.glob("*.txt"))}
    return {str(row["id"]): row["text"] for row in read_rows(articles) if "id" in row and "text" in row}


def _as_ours(marked: "Marked") -> Attribution:
    # Only passages are scored: the form is read off the quotation marks.
    return Attribution(marked.source, marked.cue, marked.content, Form.INDIRECT, confidence=1.0)


def _by_id(rows: Sequence[Row], path: Path) -> dict[str, Row]:
    try:
        return {str(row.get("id") or row["doc_id"]): row for row in rows}
    except KeyError:
        raise BadRequest(f'{path}: a row has neither "id" nor "doc_id"') from None
