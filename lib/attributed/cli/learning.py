"""Commands about how good the extraction is, and making it better."""

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(train)


def train(
    source: Annotated[Path, typer.Argument(help="A folder of annotations, or one .jsonl file.")],
    *,
    dev: Annotated[Path, typer.Option(help="Annotations to score on; never trained on.")],
    out: Annotated[Path, typer.Option(help="The folder for the weights and their card.")],
) -> None:
    """Train the attribution weights on annotations that you have, and print the scores.

    attributed train annotations --dev annotations/dev.jsonl --out data/models/attribution
    """
