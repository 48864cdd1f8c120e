"""Commands about articles: keep their claims in the ledger, or print them for other programs."""

import itertools
import json
import sys
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from attributed.cli.progress import counted, step_shown

if TYPE_CHECKING:
    from attributed.cli.reading import Refused
    from attributed.model import Extraction

Processes = Annotated[int, typer.Option(min=1, help="How many processes parse; worth it from some hundred articles.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(add)
    app.command()(extract)


def add(
    files: Annotated[list[Path], typer.Argument(help="Article files, or folders with .txt files.")],
    *,
    subject: Annotated[str, typer.Option(help="A folder of data/subjects.")] = "north-korea",
    ledger: Annotated[Path | None, typer.Option(help="Another ledger than data/ledger.", show_default=False)] = None,
    processes: Processes = 1,
) -> None:
    """Read articles into the ledger; those it holds are not read again.

    attributed add data/articles

    attributed add today/*.txt --processes 2
    """
    from attributed.cli.reading import Refused, extractions_of, in_order, readings_of_files
    from attributed.fingerprints import extractor_fingerprint
    from attributed.knowledge import read_knowledge
    from attributed.ledger import Ledger

    knowledge = read_knowledge(subject)
    fingerprint = extractor_fingerprint(knowledge.fingerprint)
    store = Ledger(ledger)
    readings = list(readings_of_files(files))
    read = {reading.sha256: reading for reading in readings if not isinstance(reading, Refused)}
    refused = [reading for reading in readings if isinstance(reading, Refused)]
    lacking = store.missing(read, fingerprint)
    if lacking:
        from attributed.claims import extract_claims  # takes a second: not where all is held

        extracting = partial(extract_claims, knowledge=knowledge, processes=processes)
        found = in_order((read[sha256] for sha256 in lacking), extracting)
        counting = counted(found, total=len(lacking), what="extracting")
        new = store.add(extractions_of(counting, refused), fingerprint=fingerprint).new
    else:
        new = ()
    for sha256 in new:
        print(f"new      {read[sha256].id}")
    for refusal in refused:
        print(f"refused  {refusal.error}", file=sys.stderr)
    print(f"{len(new)} new, {len(read) - len(lacking)} held before, {len(refused)} refused; {store.folder}")
    if refused:
        raise typer.Exit(1)


def extract(
    files: Annotated[list[Path] | None, typer.Argument(help="Article files, or folders with .txt files.")] = None,
    *,
    from_jsonl: Annotated[
        Path | None,
        typer.Option(help='Articles as {"id", "text"} with optional title, outlet, published, url; - is stdin.'),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object an article, in order.")] = False,
    attributed_only: Annotated[
        bool, typer.Option("--attributed-only", help="Leave out what the articles assert themselves.")
    ] = False,
    subject: Annotated[str, typer.Option(help="A folder of data/subjects.")] = "north-korea",
    processes: Processes = 1,
) -> None:
    """Print the claims of articles; the ledger is not touched.

    A bad article gives a line with its "error", the run goes on, and the exit status is 1.

    attributed extract seeds/*.txt

    attributed extract --from-jsonl ARTICLES.jsonl --jsonl > claims.jsonl
    """
    if not files and from_jsonl is None:
        raise typer.BadParameter("give article files, or --from-jsonl ARTICLES.jsonl")
    from attributed.claims import extract_claims
    from attributed.cli.reading import Refused, in_order, readings_of_files, readings_of_jsonl
    from attributed.cli.table import show_extraction
    from attributed.knowledge import read_knowledge

    lines = readings_of_jsonl(from_jsonl) if from_jsonl else ()
    readings = itertools.chain(readings_of_files(files or ()), lines)
    extracting = partial(extract_claims, knowledge=read_knowledge(subject), processes=processes)
    any_refused = False
    # On a terminal the articles themselves are the progress.
    with nullcontext(str) if sys.stdout.isatty() else step_shown() as tell:
        for number, found in enumerate(in_order(readings, extracting), 1):
            if isinstance(found, Refused):
                any_refused = True
                _print_refused(found, jsonl=jsonl)
            else:
                extraction = _attributed(found) if attributed_only else found
                (_print_contract if jsonl else show_extraction)(extraction)
            tell(f"{number} articles")
    if any_refused:
        raise typer.Exit(1)


def _print_refused(refused: "Refused", *, jsonl: bool) -> None:
    if jsonl:
        print(json.dumps({"id": refused.id, "error": refused.error}, ensure_ascii=False), flush=True)
    else:
        print(f"refused  {refused.error}", file=sys.stderr)


def _print_contract(extraction: "Extraction") -> None:
    from attributed.claims.contract import as_contract

    print(json.dumps(as_contract(extraction), ensure_ascii=False), flush=True)


def _attributed(extraction: "Extraction") -> "Extraction":
    from dataclasses import replace

    from attributed.model import SourceKind

    claims = tuple(claim for claim in extraction.claims if claim.source_kind is not SourceKind.REPORTER)
    return replace(extraction, claims=claims)
