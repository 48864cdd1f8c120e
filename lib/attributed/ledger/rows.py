"""Extractions as rows of the two tables, and back.

Each row has typed columns for what one filters and counts by, and the whole thing as JSON in `record`. The columns can
be read by any Delta tool; the record gives exact objects back, and a new field of the model needs no new table:
where an old record lacks it, the field's default holds.
"""

from collections.abc import Iterable, Mapping, Sequence

from arro3.core import Array, DataType, Field, Schema, Table
from pydantic import TypeAdapter

from attributed.model import Article, Claim, Extraction

Cell = str | int | None

TEXT, NUMBER = DataType.string(), DataType.int64()

ARTICLES = Schema(
    [
        Field("sha256", TEXT, nullable=False),
        Field("fingerprint", TEXT, nullable=False),  # of the extractor
        Field("id", TEXT, nullable=False),
        Field("outlet", TEXT),
        Field("published", TEXT),
        Field("url", TEXT),
        Field("claims", NUMBER, nullable=False),  # how many rows of the other table belong to this one
        Field("record", TEXT, nullable=False),
    ]
)
CLAIMS = Schema(
    [
        Field("article", TEXT, nullable=False),  # sha256
        Field("fingerprint", TEXT, nullable=False),
        Field("position", NUMBER, nullable=False),  # from 0, in the order of the text
        Field("id", TEXT, nullable=False),
        Field("event", TEXT),
        Field("form", TEXT, nullable=False),
        Field("source_kind", TEXT),
        Field("hedge", TEXT, nullable=False),
        Field("polarity", TEXT, nullable=False),
        Field("edtf", TEXT),
        Field("origin", TEXT),  # root of the chain's first link
        Field("record", TEXT, nullable=False),
    ]
)

_ARTICLE = TypeAdapter(Article)
_CLAIM = TypeAdapter(Claim)


def article_rows(extractions: Iterable[Extraction], fingerprint: str) -> Table:
    """One row an article."""
    return _table(ARTICLES, [_article_row(extraction, fingerprint) for extraction in extractions])


def claim_rows(extractions: Iterable[Extraction], fingerprint: str) -> Table:
    """One row a claim."""
    rows = [
        _claim_row(claim, position, fingerprint)
        for extraction in extractions
        for position, claim in enumerate(extraction.claims)
    ]
    return _table(CLAIMS, rows)


def article_of(record: str) -> Article:
    """The article that a row's record holds."""
    return _ARTICLE.validate_json(record)


def claim_of(record: str) -> Claim:
    """The claim that a row's record holds."""
    return _CLAIM.validate_json(record)


def _article_row(extraction: Extraction, fingerprint: str) -> dict[str, Cell]:
    article = extraction.article
    return {
        "sha256": article.sha256,
        "fingerprint": fingerprint,
        "id": article.id,
        "outlet": article.outlet.value,
        "published": article.published.value,
        "url": article.url,
        "claims": len(extraction.claims),
        "record": _ARTICLE.dump_json(article).decode(),
    }


def _claim_row(claim: Claim, position: int, fingerprint: str) -> dict[str, Cell]:
    return {
        "article": claim.article,
        "fingerprint": fingerprint,
        "position": position,
        "id": claim.id,
        "event": claim.event,
        "form": claim.form.value,
        "source_kind": claim.source_kind and claim.source_kind.value,
        "hedge": claim.hedge.value,
        "polarity": claim.polarity.value,
        "edtf": claim.time.value,
        "origin": claim.chain[0].root if claim.chain else None,
        "record": _CLAIM.dump_json(claim).decode(),
    }


def _table(schema: Schema, rows: Sequence[Mapping[str, Cell]]) -> Table:
    columns = [Array([row[name] for row in rows], schema.field(name).type) for name in schema.names]
    return Table.from_arrays(columns, schema=schema)
