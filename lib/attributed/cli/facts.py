"""The command that prints what articles say together: facts with their origins and conflicts."""

import itertools
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from attributed.cli.articles import Processes
from attributed.cli.progress import step_shown

if TYPE_CHECKING:
    from attributed.model import Article, Fact, Findings


def register(app: typer.Typer) -> None:
    """Add the command of this file."""
    app.command()(facts)


def facts(
    files: Annotated[list[Path] | None, typer.Argument(help="Article files, or folders with .txt files.")] = None,
    *,
    from_jsonl: Annotated[
        Path | None,
        typer.Option(help='Articles as {"id", "text"} with optional title, outlet, published, url; - is stdin.'),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a fact.")] = False,
    subject: Annotated[str, typer.Option(help="A folder of data/subjects.")] = "north-korea",
    processes: Processes = 1,
) -> None:
    """Print the facts of articles, each with its claims, independent origins and conflicts; the ledger is not touched.

    A bad article is told on stderr, the run goes on without it, and the exit status is 1.

    attributed facts seeds/*.txt

    attributed facts --from-jsonl ARTICLES.jsonl --jsonl > facts.jsonl
    """
    if not files and from_jsonl is None:
        raise typer.BadParameter("give article files, or --from-jsonl ARTICLES.jsonl")
    from attributed.claims import extract_claims
    from attributed.cli.reading import Refused, extractions_of, in_order, readings_of_files, readings_of_jsonl
    from attributed.facts import findings_of
    from attributed.grading import graded
    from attributed.history import histories_of, overturned
    from attributed.knowledge import read_knowledge

    knowledge = read_knowledge(subject)
    lines = readings_of_jsonl(from_jsonl) if from_jsonl else ()
    readings = itertools.chain(readings_of_files(files or ()), lines)
    refused: list[Refused] = []
    extracting = partial(extract_claims, knowledge=knowledge, processes=processes)
    extractions = []
    with step_shown() as tell:
        for extraction in extractions_of(in_order(readings, extracting), refused):
            extractions.append(extraction)
            tell(f"{len(extractions)} articles")
    found = findings_of(extractions, knowledge)
    with_statuses = overturned(found, histories_of(found, extractions, knowledge), knowledge)
    findings = graded(with_statuses, extractions, knowledge, {})
    (_print_contract if jsonl else _print_lines)(findings, [extraction.article for extraction in extractions])
    for refusal in refused:
        print(f"refused  {refusal.error}", file=sys.stderr)
    if refused:
        raise typer.Exit(1)


def _print_contract(findings: "Findings", articles: "list[Article]") -> None:
    from attributed.facts.contract import as_contract

    for row in as_contract(findings, articles):
        print(json.dumps(row, ensure_ascii=False), flush=True)


def _print_lines(findings: "Findings", articles: "list[Article]") -> None:
    """A line a fact: how many articles and origins it has, when, and the words that speak for it."""
    texts = {article.sha256: article for article in articles}
    for fact in findings.facts:
        print(_line(fact, texts[fact.claims[0].article]))


def _line(fact: "Fact", article: "Article") -> str:
    fewest, most = fact.independent_roots
    origins = str(fewest) if fewest == most else f"{fewest}–{most}"
    words = " ".join(fact.claims[0].text_in(article).split())
    told = f"{len(fact.articles)} art.  {origins} origins"
    return "  ".join((fact.id, told, fact.event or "-", fact.time.value or "-", words))
