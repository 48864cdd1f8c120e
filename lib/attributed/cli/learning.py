"""Commands about how good the extraction is, and making it better."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from attributed import paths
from attributed.cli.progress import step_shown

WIDE = 120  # columns where stdout is no terminal


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(score)
    app.command()(train)


def score(
    gold: Annotated[Path, typer.Argument(help="Hand-marked attributions, claims or facts, as JSON lines.")],
    predicted: Annotated[
        Path, typer.Argument(help="Ours: for claims what extract --jsonl printed, for facts what facts --jsonl did.")
    ],
    articles: Annotated[
        Path | None,
        typer.Argument(
            help="The texts of claims or facts: a folder, or JSON lines with id and text; by default seeds/."
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object in place of a table.")] = False,
) -> None:
    """Score attributions, claims or facts against hand-marked ones; which of the three, the files tell.

    attributed extract seeds --jsonl > ours.jsonl

    attributed score data/gold/claims.jsonl ours.jsonl

    attributed score gold_attributions.jsonl our_attributions.jsonl
    """
    from attributed.cli.scores import score_files

    columns, rows = score_files(gold, predicted, articles or paths.SEEDS)
    if as_json:
        print(json.dumps({name: values[0] if len(columns) == 2 else values for name, *values in rows}))
    else:
        _show(columns, rows)


def train(
    source: Annotated[Path, typer.Argument(help="A folder of annotations, or one .jsonl file.")],
    *,
    out: Annotated[Path, typer.Option(help="The folder for the weights and their card.")],
    dev: Annotated[Path | None, typer.Option(help="Annotations to score on; never trained on.")] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(help="Articles without marks (.jsonl, .jsonl.gz), to learn what words are like."),
    ] = None,
) -> None:
    """Train the attribution weights on annotations that you have, and print the scores.

    attributed train annotations --dev dev.jsonl --out data/models
    """
    from attributed.attribution.training import train, write_card
    from attributed.attribution.training.annotations import read_annotations
    from attributed.cli.scores import score_weights

    with step_shown() as tell:
        tell("training; some minutes for some hundred articles")
        report = train(source, dev=dev, out=out, texts=texts or ())
    if dev:
        columns, rows = score_weights(out, dev)
        _show(columns, rows)
        write_card(report, out, figures=rows, dev_articles=len(read_annotations(dev)))


def _show(columns: tuple[str, ...], rows: Any) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None)
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left")
    for row in rows:
        table.add_row(*map(_printed, row))
    Console(highlight=False, width=None if sys.stdout.isatty() else WIDE).print(table)


def _printed(value: object) -> str:
    if value is None:
        return "–"
    return f"{100 * value:.1f}" if isinstance(value, float) else str(value)
