"""The command line: results on stdout, everything else on stderr, an exit status that tells."""

import signal
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from rich.console import Console

from attributed.cli import articles, facts, learning, reports
from attributed.errors import AttributedError

app = typer.Typer(
    name="attributed",
    help="Who said what, through whom: briefings whose every statement leads back to the words it rests on.",
    epilog="attributed brief seeds -p as_of=2025-03-12  makes the briefing of data/briefings/seeds.toml.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for station in (reports, articles, facts, learning):
    station.register(app)


def main() -> None:
    """Run the command; what Attributed refuses is told on stderr, without a traceback, and ends with status 1."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a run that is stopped clears up after itself
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app()
    except AttributedError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(f"attributed: {error}", markup=False)
        sys.exit(1)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it so
    if asked:
        print(f"attributed {version('attributed')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    show_version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and end.")
    ] = False,
) -> None:
    pass
