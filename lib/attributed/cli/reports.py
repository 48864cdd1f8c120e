"""Commands about reports: make one, check one."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from attributed import paths
from attributed.cli.imports import left_out
from attributed.cli.progress import step_shown

MOST_PROBLEMS = 20
# jsonschema builds a grammar of addresses and of durations, papermill looks for file systems: two seconds for nothing.
UNUSED = ("rfc3987_syntax", "isoduration", "pyarrow")


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command()(brief)
    app.command()(verify)


def brief(
    briefing: Annotated[str, typer.Argument(help="A request in data/briefings by its name, or a .toml file.")],
    *,
    parameter: Annotated[
        list[str] | None,
        typer.Option("--parameter", "-p", metavar="KEY=VALUE", help="Put a value in place of the request's."),
    ] = None,
    notebook: Annotated[
        Path | None, typer.Option(help="Another notebook than notebooks/briefing.ipynb.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Another folder for reports than reports/.", show_default=False)
    ] = None,
) -> None:
    """Make a briefing: index.html, briefing.pdf and what they rest on; prints the report's folder.

    An article that cannot be read is named, the others go on, and the exit status is 1.

    attributed brief seeds

    attributed brief seeds -p as_of=2025-03-12 -p tlp=GREEN

    attributed brief seeds -p 'articles=["data/articles/*.txt"]' -p 'outlets={"a.txt" = "RFA"}'
    """
    from attributed.run.request import read_request

    request = read_request(briefing, overrides=parameter or ())
    with left_out(*UNUSED), step_shown() as tell:
        from attributed.publish.manifest import read_manifest
        from attributed.run.brief import NOTEBOOK, brief

        folder = brief(request, out=out or paths.REPORTS, notebook=notebook or NOTEBOOK, tell=tell)
    refused = read_manifest(folder).refused
    for _, why in refused:
        print(f"refused  {why}", file=sys.stderr)
    print(folder)
    if refused:
        raise typer.Exit(1)


def verify(
    report: Annotated[Path, typer.Argument(help="A report's folder, or BRIEFING/EDITION in reports/.")],
) -> None:
    """Hold a report against its manifest, and each of its claims against the articles' bytes.

    attributed verify reports/seeds/2025-03-12
    """
    with left_out(*UNUSED):
        from attributed.publish.manifest import read_manifest
        from attributed.publish.verify import verify_report

    folder = report if report.exists() else paths.REPORTS / report
    problems = verify_report(folder)
    for problem in problems[:MOST_PROBLEMS]:
        print(problem)
    if problems:
        more = len(problems) - MOST_PROBLEMS
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        print(f"{folder}: {count}" + (f", {more} of them not shown" if more > 0 else ""))
        raise typer.Exit(1)
    manifest = read_manifest(folder)
    print(
        f"{folder}: {len(manifest.files)} files have the bytes published, "
        f"{manifest.claims} claims stand verbatim in {len(manifest.articles)} articles"
    )
