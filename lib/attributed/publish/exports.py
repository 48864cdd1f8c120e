"""Claims and facts for a spreadsheet: one line each, the words beside the passages they stand at."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Fact, Known, Link, Mention, Passage, text_at

# A cell that starts with one of these is run as a formula by spreadsheets; an article's words must not be.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")

# Excel takes a CSV without a byte order mark for the local code page and spoils every curly quotation mark;
# pandas and Python's utf-8-sig read past the mark.
ENCODING = "utf-8-sig"


def claims_csv(briefing: Briefing) -> bytes:
    """Every claim of the briefing, by its number."""
    articles = {article.sha256: (number, article) for number, article in enumerate(briefing.articles, 1)}
    return _csv(_claim_row(number, claim, *articles[claim.article]) for number, claim in enumerate(briefing.claims, 1))


def facts_csv(briefing: Briefing) -> bytes:
    """Every fact of the briefing, in reading order, with the numbers of its claims."""
    articles = {article.sha256: article for article in briefing.articles}
    numbers = {claim.id: str(number) for number, claim in enumerate(briefing.claims, 1)}
    return _csv(_fact_row(fact, articles, numbers) for fact in briefing.facts)


def read_csv(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of an export with the line each ends on, cells as they were before they were made harmless."""
    reader = csv.DictReader(io.StringIO(data.decode(ENCODING), newline=""))
    for row in reader:
        yield reader.line_num, {str(name): _as_written(cell or "") for name, cell in row.items()}


def passages_text(passages: Iterable[Passage]) -> str:
    """Passages as a cell: "59..164 170..180"; spreadsheets take 1-12 for a date and 1:12 for a time."""
    return " ".join(f"{passage.start}..{passage.end}" for passage in passages)


def passages_of(cell: str) -> tuple[Passage, ...]:
    """The passages that a cell names; ValueError where it is none."""
    pairs = [part.split("..") for part in cell.split()]
    return tuple(Passage(int(start), int(end)) for start, end in pairs)


def _claim_row(number: int, claim: Claim, article_number: int, article: Article) -> dict[str, str]:
    return {
        "number": str(number),
        "claim": claim.id,
        "article_number": str(article_number),
        "article": article.id,
        "article_sha256": claim.article,
        "words": claim.text_in(article),
        "passages": passages_text(claim.content),
        "source": text_at(claim.source, article.text),
        "source_passages": passages_text(claim.source),
        "cue": text_at(claim.cue, article.text),
        "cue_passages": passages_text(claim.cue),
        "form": claim.form.value,
        "chain": " → ".join(map(_link, claim.chain)),
        "source_kind": claim.source_kind.value if claim.source_kind else "",
        "hedge": claim.hedge.value,
        "polarity": claim.polarity.value,
        "time": claim.time.value or "",
        "time_basis": claim.time.basis,
        "event": claim.event or "",
        "people": _names(claim.people),
        "places": _names(claim.places),
        "organisations": _names(claim.organisations),
        "outlet": _known(article.outlet),
        "published": _known(article.published),
        "nested_in": claim.nested_in or "",
    }


def _fact_row(fact: Fact, articles: Mapping[str, Article], numbers: Mapping[str, str]) -> dict[str, str]:
    first = fact.claims[0]
    fewest, most = fact.independent_roots
    return {
        "fact": fact.id,
        "event": fact.event or "",
        "statement": first.text_in(articles[first.article]),
        "time": fact.time.value or "",
        "time_basis": fact.time.basis,
        "people": _names(mention for claim in fact.claims for mention in claim.people),
        "places": _names(mention for claim in fact.claims for mention in claim.places),
        "claim_numbers": " ".join(numbers[claim.id] for claim in fact.claims),
        "claims": " ".join(claim.id for claim in fact.claims),
        "articles": str(len(fact.articles)),
        "roots": "; ".join(root.name or root.id for root in fact.roots),
        "fewest_independent_roots": str(fewest),
        "most_independent_roots": str(most),
    }


def _csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row)
        writer.writerow([_harmless(cell) for cell in row.values()])
    return text.getvalue().encode(ENCODING)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _as_written(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def _link(link: Link) -> str:
    return f"{link.role.value}: {link.name or 'not named'} ({link.kind})"


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(dict.fromkeys(mention.name for mention in mentions))


def _known(known: Known) -> str:
    return known.value or ""
