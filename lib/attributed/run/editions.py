"""One edition: made beside the reports, moved into place whole, never over another one."""

import itertools
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from attributed import paths
from attributed.briefing import Briefing, Request
from attributed.editions import NAME as KEPT
from attributed.editions import record
from attributed.errors import AttributedError, BadReport, BadRequest
from attributed.making import REPORTS_VARIABLE, article_files, make_record
from attributed.publish import PageExporter, PdfExporter
from attributed.publish.index import write_index
from attributed.publish.manifest import NAME, hashes_of, read_manifest, sha256_of
from attributed.publish.report import Original, complete_report
from attributed.run.notebook import FailedRun, Tell, declared_parameters, execute, read_notebook
from attributed.run.request import known_parameters

NOTEBOOK = paths.NOTEBOOKS / "briefing.ipynb"
FAILED = ".failed"
RENDERED: Mapping[str, Any] = {"index.html": PageExporter, "briefing.pdf": PdfExporter}


@dataclass(frozen=True, slots=True)
class Order:
    """What every edition of one run is made from."""

    briefing: Briefing
    notebook: NotebookNode
    folder: Path  # the notebook's, in which it runs as it does in JupyterLab
    parameters: Mapping[str, Any]
    fingerprints: Mapping[str, str]
    originals: Mapping[str, Original]


def brief(request: Request, *, out: Path = paths.REPORTS, notebook: Path = NOTEBOOK, tell: Tell = str) -> Path:
    """Execute the notebook for a request, render it, and give the folder of the report.

    The edition is named for `as_of`; where that one exists with other content, the next is `as_of`.2 and so on. The
    same request on the same inputs gives the folder that is there.
    `tell` is called with each step as it begins; the default tells nobody.
    """
    notebook = notebook.resolve()
    source = read_notebook(notebook)
    parameters = _parameters(request, source, notebook)
    with _surroundings(request.as_of, out.resolve()):
        tell("reading and extracting")
        briefing = make_record(**request.model_dump(mode="json"))
        fingerprints = {"notebook": sha256_of(notebook.read_bytes())}
        order = Order(briefing, source, notebook.parent, parameters, fingerprints, _originals(request))
        try:
            folder = _first_fitting(order, out.resolve(), tell)
            write_index(out.resolve())
            return folder
        except OSError as error:
            raise AttributedError(f"{out}: the report cannot be written: {error}") from error


def _first_fitting(order: Order, out: Path, tell: Tell) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    request = order.briefing.request
    names = (f"{request.as_of}" + (f".{number}" if number > 1 else "") for number in itertools.count(1))
    for edition in names:
        target = out / request.name / edition
        if target.exists() and not _has_same_inputs(target, order):
            continue
        with tempfile.TemporaryDirectory(prefix=".making-", dir=out) as work:
            # A folder inside: the temporary one is for its owner only, and a report keeps the rights it is made with.
            made = Path(work) / "report"
            _make(order, made, edition=edition, out=out, tell=tell)
            if _settled(made, target):
                return target
    raise AssertionError  # the names do not end


def _make(order: Order, made: Path, *, edition: str, out: Path, tell: Tell) -> None:
    failed = out / FAILED / f"{order.briefing.request.name}.ipynb"
    made.mkdir()
    draft = made / "briefing.ipynb"
    parameters = dict(order.parameters) | ({"edition": edition} if "edition" in order.parameters else {})
    try:
        executed = execute(order.notebook, parameters, folder=order.folder, draft=draft, tell=tell)
    except FailedRun as error:
        failed.parent.mkdir(exist_ok=True)
        draft.replace(failed)
        raise FailedRun(f"{error}\n\nThe notebook as far as it ran: {failed}") from error
    resources = {"metadata": {"name": "briefing", "path": str(order.folder)}}  # where pictures of the prose lie
    for file, exporter in RENDERED.items():
        tell(file)
        body, _ = exporter().from_notebook_node(executed, resources)
        (made / file).write_bytes(body.encode() if isinstance(body, str) else body)
    tell("exports and manifest")
    briefing = order.briefing
    if briefing.edition != edition:  # what is exported and kept is what the notebook showed
        briefing = make_record(**briefing.request.model_dump(mode="json"), edition=edition)
    (made / KEPT).write_bytes(record(briefing))
    complete_report(made, briefing, order.originals, edition=edition, fingerprints=order.fingerprints)


def _settled(made: Path, target: Path) -> bool:
    """Move a report to its place; True too where the very same one stands there already."""
    target.parent.mkdir(exist_ok=True)
    try:
        made.rename(target)
    except OSError:
        if not target.is_dir():
            raise
        same = (made / NAME).read_bytes() == (target / NAME).read_bytes() if (target / NAME).is_file() else False
        return same and hashes_of(made) == hashes_of(target)
    return True


def _has_same_inputs(target: Path, order: Order) -> bool:
    try:
        manifest = read_manifest(target)
    except BadReport:
        return False
    briefing, making = order.briefing, order.briefing.making
    return (
        manifest.parameters == briefing.request.model_dump(mode="json")
        and [article.sha256 for article in manifest.articles] == [article.sha256 for article in briefing.articles]
        and manifest.versions == dict(making.versions)
        and manifest.fingerprints == dict(making.fingerprints) | dict(order.fingerprints)
        and manifest.ledger == dict(making.ledger_version)
    )


def _parameters(request: Request, notebook: NotebookNode, path: Path) -> dict[str, Any]:
    """What the notebook is given; papermill itself would write any name into any notebook, and only warn."""
    declared = declared_parameters(notebook)
    if declared is None:
        raise BadRequest(f'{path}: no cell has the tag "parameters". {known_parameters()}')
    default = Request(name=request.name, as_of=request.as_of).model_dump(mode="json")
    values = request.model_dump(mode="json")
    needed = {"name", "as_of"} | {key for key in values if values[key] != default[key]}
    if lacking := sorted(needed - declared):
        raise BadRequest(f"{path}: its parameters cell does not have {', '.join(lacking)}. {known_parameters()}")
    edition = {"edition": ""} if "edition" in declared else {}
    return {key: value for key, value in values.items() if key in declared} | edition


def _originals(request: Request) -> dict[str, Original]:
    originals: dict[str, Original] = {}
    for path in article_files(request.articles):
        data = path.read_bytes()
        origin = path.relative_to(paths.PROJECT).as_posix() if path.is_relative_to(paths.PROJECT) else None
        originals.setdefault(sha256_of(data), Original(data, origin))
    return originals


@contextmanager
def _surroundings(as_of: date, out: Path) -> Iterator[None]:
    """For all that asks while a report is made, here and in the kernel: the time is `as_of`, reports lie in `out`."""
    seconds = int(datetime.combine(as_of, time(), UTC).timestamp())
    told = {"SOURCE_DATE_EPOCH": str(seconds), REPORTS_VARIABLE: str(out)}
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
