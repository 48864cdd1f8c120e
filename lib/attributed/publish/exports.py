"""Claims and facts for a spreadsheet: one line each, the words beside the passages they stand at."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Conflict, Count, Fact, Mention, Passage, text_at

Line = TypeVar("Line")

# A cell that starts with one of these is run as a formula by spreadsheets; an article's words must not be.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")

# Excel takes a CSV without a byte order mark for the local code page and spoils every curly quotation mark;
# pandas and Python's utf-8-sig read past the mark.
ENCODING = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with its number, its article and that one's number."""

    number: int
    claim: Claim
    article_number: int
    article: Article


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact with the words that speak for it and the numbers of its claims."""

    fact: Fact
    statement: str
    numbers: tuple[int, ...]
    conflicts: tuple[Conflict, ...] = ()


CLAIM_COLUMNS: Mapping[str, Callable[[ClaimLine], str]] = {
    "number": lambda line: str(line.number),
    "claim": lambda line: line.claim.id,
    "article_number": lambda line: str(line.article_number),
    "article": lambda line: line.article.id,
    "article_sha256": lambda line: line.claim.article,
    "words": lambda line: line.claim.text_in(line.article),
    "passages": lambda line: passages_text(line.claim.content),
    "source": lambda line: text_at(line.claim.source, line.article.text),
    "source_passages": lambda line: passages_text(line.claim.source),
    "cue": lambda line: text_at(line.claim.cue, line.article.text),
    "cue_passages": lambda line: passages_text(line.claim.cue),
    "form": lambda line: line.claim.form.value,
    "chain": lambda line: chain_text(line.claim),
    "source_kind": lambda line: line.claim.source_kind.value if line.claim.source_kind else "",
    "hedge": lambda line: line.claim.hedge.value,
    "polarity": lambda line: line.claim.polarity.value,
    "time": lambda line: line.claim.time.value or "",
    "time_basis": lambda line: line.claim.time.basis,
    "event": lambda line: line.claim.event or "",
    "event_time": lambda line: (line.claim.event_time.value or "") if line.claim.event else "",
    "people": lambda line: _names(line.claim.people),
    "places": lambda line: _names(line.claim.places),
    "organisations": lambda line: _names(line.claim.organisations),
    "outlet": lambda line: line.article.outlet.value or "",
    "published": lambda line: line.article.published.value or "",
    "nested_in": lambda line: line.claim.nested_in or "",
    "affected": lambda line: _names(line.claim.affected),
    "agents": lambda line: _names(line.claim.agents),
    "fewest": lambda line: _bound(line.claim.count, most=False),
    "most": lambda line: _bound(line.claim.count, most=True),
    "charge": lambda line: _at(line.claim.charge, line.article),
    "method": lambda line: _at(line.claim.method, line.article),
    "outlook": lambda line: line.claim.outlook.value if line.claim.outlook else "",
    "horizon": lambda line: line.claim.horizon.value or "",
    "access": lambda line: _of_links(line, "access"),
    "condition": lambda line: _of_links(line, "condition"),
}
FACT_COLUMNS: Mapping[str, Callable[[FactLine], str]] = {
    "fact": lambda line: line.fact.id,
    "event": lambda line: line.fact.event or "",
    "statement": lambda line: line.statement,
    "time": lambda line: line.fact.time.value or "",
    "time_basis": lambda line: line.fact.time.basis,
    "people": lambda line: _names(mention for claim in line.fact.claims for mention in claim.people),
    "places": lambda line: _names(mention for claim in line.fact.claims for mention in claim.places),
    "claim_numbers": lambda line: " ".join(map(str, line.numbers)),
    "claims": lambda line: " ".join(claim.id for claim in line.fact.claims),
    "articles": lambda line: str(len(line.fact.articles)),
    "roots": lambda line: "; ".join(root.name or root.id for root in line.fact.roots),
    "fewest_independent_roots": lambda line: str(line.fact.independent_roots[0]),
    "most_independent_roots": lambda line: str(line.fact.independent_roots[1]),
    "roots_why": lambda line: "; ".join(
        f"{step.ground.value}{'' if step.is_certain else ' (perhaps)'}: {', '.join(step.roots)}"
        for step in line.fact.steps
    ),
    "grade_source": lambda line: line.fact.grade.source,
    "grade_information": lambda line: str(line.fact.grade.information),
    "grade_why": lambda line: "; ".join(line.fact.grade.why),
    "grade_given_by": lambda line: line.fact.grade.given_by or "",
    "may_be": lambda line: " ".join(line.fact.may_be),
    "conflicts": lambda line: "; ".join(_conflict(line.fact, conflict) for conflict in line.conflicts),
    "overturned_by": lambda line: line.fact.overturned_by or "",
}


def claims_csv(briefing: Briefing) -> bytes:
    """Every claim of the briefing, by its number."""
    articles = {article.sha256: (number, article) for number, article in enumerate(briefing.articles, 1)}
    lines = (ClaimLine(number, claim, *articles[claim.article]) for number, claim in enumerate(briefing.claims, 1))
    return _csv(CLAIM_COLUMNS, lines)


def facts_csv(briefing: Briefing) -> bytes:
    """Every fact of the briefing, in reading order, with the numbers of its claims."""
    articles = {article.sha256: article for article in briefing.articles}
    numbers = {claim.id: number for number, claim in enumerate(briefing.claims, 1)}
    lines = (
        FactLine(
            fact,
            fact.claims[0].text_in(articles[fact.claims[0].article]),
            tuple(numbers[claim.id] for claim in fact.claims),
            tuple(conflict for conflict in briefing.conflicts if fact.id in conflict.facts),
        )
        for fact in briefing.facts
    )
    return _csv(FACT_COLUMNS, lines)


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


def chain_text(claim: Claim) -> str:
    """The hands a claim came through, origin first, in one line."""
    return " → ".join(f"{link.role.value}: {link.name or 'not named'} ({link.kind})" for link in claim.chain)


def _csv(columns: Mapping[str, Callable[[Line], str]], lines: Iterable[Line]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_harmless(cell(line)) for cell in columns.values()] for line in lines)
    return text.getvalue().encode(ENCODING)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _as_written(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


def _names(mentions: Iterable[Mention]) -> str:
    return "; ".join(dict.fromkeys(mention.name for mention in mentions))


def _bound(count: Count | None, *, most: bool) -> str:
    bound = None if count is None else count.most if most else count.fewest
    return "" if bound is None else str(bound)


def _at(passage: Passage | None, article: Article) -> str:
    return passage.of(article.text) if passage else ""


def _of_links(line: ClaimLine, name: str) -> str:
    """What the article says of how the people in a claim's chain know, or why they are not named."""
    passages = (getattr(link, name) for link in line.claim.chain)
    return "; ".join(dict.fromkeys(_at(passage, line.article) for passage in passages if passage))


def _conflict(fact: Fact, conflict: Conflict) -> str:
    side = conflict.facts.index(fact.id)
    here, there = conflict.values[side], conflict.values[1 - side]
    return f"{conflict.about.value}: {here}, against {there} in {conflict.facts[1 - side]}"
