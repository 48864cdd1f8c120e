"""Who may import whom (the rows of the design): a module imports only from rows above its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import attributed

PACKAGE = Path(attributed.__file__).parent
ROWS = [
    {"errors", "paths", "model"},
    {"fingerprints"},
    {"knowledge", "reading"},
    {"parsing"},
    {"attribution"},
    {"claims"},
    {"ledger", "facts", "scoring", "notes"},
    {"history", "cases", "outcomes", "grading"},
    {"briefing"},
    {"editions", "drafting", "handover"},
    {"show"},
    {"publish"},
    {"gathering"},
    {"making"},
    {"auditing"},
    {"run"},
    {"cli"},
]
ROW_OF = {module: number for number, row in enumerate(ROWS) for module in row}
SPACY = {"parsing", "attribution", "claims"}
PAPERMILL = {"run"}
EXTRACTION = {"reading", "parsing", "attribution", "claims"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        station = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if station != "__init__":
            yield station, path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}" for alias in node.names) if node.module else ())


def test_a_module_imports_only_from_rows_above_its_own() -> None:
    assert [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for station, path in modules()
        for name in imports(path)
        if name.startswith("attributed.")
        and (other := name.split(".")[1]) != station
        and ROW_OF[other] >= ROW_OF[station]
    ] == []


def test_spacy_and_papermill_are_imported_only_where_they_are_used() -> None:
    assert [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for station, path in modules()
        for name in imports(path)
        if (name.split(".")[0] == "spacy" and station not in SPACY)
        or (name.split(".")[0] == "papermill" and station not in PAPERMILL)
    ] == []


def test_every_station_has_a_row() -> None:
    assert {station for station, _ in modules()} <= set(ROW_OF)


def test_what_is_shown_and_published_extracts_nothing() -> None:
    assert [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for station, path in modules()
        for name in imports(path)
        if station in {"show", "publish"} and name.startswith("attributed.") and name.split(".")[1] in EXTRACTION
    ] == []
