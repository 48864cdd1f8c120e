"""One edition: made beside the reports, moved into place whole, never over another one."""

import itertools
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from attributed import handover, paths
from attributed.briefing import Briefing, Request, Tell
from attributed.editions import NAME as KEPT
from attributed.editions import record
from attributed.errors import AttributedError, BadReport, BadRequest
from attributed.gathering import Gathered, article_files, gather
from attributed.publish.cells import notebook_document
from attributed.publish.index import write_index
from attributed.publish.manifest import NAME, hashes_of, read_manifest, sha256_of
from attributed.publish.page import page_of
from attributed.publish.pdf import pdf_of
from attributed.publish.report import Original, complete_report
from attributed.run.kernel import ThisInterpreter, running_kernel
from attributed.run.notebook import FailedRun, declared_parameters, execute, read_notebook
from attributed.run.request import known_parameters

FAILED = ".failed"


@dataclass(frozen=True, slots=True)
class Order:
    """What every edition of one run is made from."""

    gathered: Gathered
    notebook: NotebookNode
    folder: Path  # the notebook's, in which it runs as it does in JupyterLab
    kernel: ThisInterpreter
    parameters: Mapping[str, Any]
    fingerprints: Mapping[str, str]
    originals: Mapping[str, Original]


def make_edition(request: Request, kernel: ThisInterpreter, *, out: Path, notebook: Path, tell: Tell) -> Path:
    """The folder of a request's report, made by a notebook that runs in a kernel; see `brief`."""
    source = read_notebook(notebook)
    parameters = _parameters(request, source, notebook)
    tell("reading")
    gathered = gather(request.model_dump(mode="json"), tell=tell)
    fingerprints = {"notebook": sha256_of(notebook.read_bytes())}
    order = Order(gathered, source, notebook.parent, kernel, parameters, fingerprints, _originals(request))
    try:
        folder = _first_fitting(order, out, tell)
        write_index(out)
        return folder
    except OSError as error:
        raise AttributedError(f"{out}: the report cannot be written: {error}") from error


def _first_fitting(order: Order, out: Path, tell: Tell) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    request = order.gathered.request
    names = (f"{request.as_of}" + (f".{number}" if number > 1 else "") for number in itertools.count(1))
    with ExitStack() as kernels:
        for edition in names:
            target = out / request.name / edition
            if target.exists() and not _has_same_inputs(target, order):
                continue
            with tempfile.TemporaryDirectory(prefix=".making-", dir=out) as work:
                # A folder inside: the temporary one is for its owner only; a report keeps the rights it is made with.
                made = Path(work) / "report"
                _make(order, made, edition=edition, out=out, tell=tell)
                if _settled(made, target):
                    return target
            order = replace(order, kernel=kernels.enter_context(running_kernel(order.folder)))  # a used one is stopped
    raise AssertionError  # the names do not end


def _make(order: Order, made: Path, *, edition: str, out: Path, tell: Tell) -> None:
    failed = out / FAILED / f"{order.gathered.request.name}.ipynb"
    made.mkdir()
    draft = made / "briefing.ipynb"
    parameters = dict(order.parameters) | ({"edition": edition} if "edition" in order.parameters else {})
    try:
        executed = execute(order.notebook, parameters, order.kernel, folder=order.folder, draft=draft, tell=tell)
    except FailedRun as error:
        failed.parent.mkdir(exist_ok=True)
        draft.replace(failed)
        raise FailedRun(f"{error}\n\nThe notebook as far as it ran: {failed}") from error
    tell("page and PDF")
    document = notebook_document(executed, name="briefing", folder=order.folder)
    with ThreadPoolExecutor() as side_by_side:  # Typst works outside Python
        pdf = side_by_side.submit(pdf_of, document)
        (made / "index.html").write_text(page_of(document), encoding="utf-8")
        (made / "briefing.pdf").write_bytes(pdf.result())
    tell("exports and manifest")
    briefing = _record(order, edition)
    (made / KEPT).write_bytes(record(briefing))
    complete_report(made, briefing, order.originals, edition=edition, fingerprints=order.fingerprints)


def _record(order: Order, edition: str) -> Briefing:
    """What is exported and kept: the briefing that the notebook showed, else the one that the request asks for."""
    request = order.gathered.request
    if record := handover.taken(order.kernel.handed, request, edition):
        return record
    from attributed.making import make_record

    return make_record(**request.model_dump(mode="json"), edition=edition)


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
    gathered, making = order.gathered, order.gathered.making
    return (
        manifest.parameters == gathered.request.model_dump(mode="json")
        and [article.sha256 for article in manifest.articles] == [article.sha256 for article in gathered.articles]
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
