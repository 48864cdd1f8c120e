"""Executing a notebook with papermill: checked before, watched while it runs, the same bytes each time after."""

import ast
import itertools
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill  # type: ignore[import-untyped]
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError  # type: ignore[import-untyped]

from attributed.briefing import Tell
from attributed.errors import AttributedError, BadRequest
from attributed.run.kernel import ThisInterpreter

CELL_SECONDS = 900  # papermill and nbclient have no limit of their own
INJECTED = "injected-parameters"


class FailedRun(AttributedError):
    """A notebook that did not run to its end; says which cell, its source, and what went wrong."""


def read_notebook(path: Path) -> NotebookNode:
    """A notebook from a file; BadRequest where it is none."""
    try:
        return _loaded(path)
    except OSError as error:
        raise BadRequest(f"{path}: {error.strerror or error}; expected a notebook") from error
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError, AttributeError) as error:
        raise BadRequest(f"{path}: not a notebook: {str(error)[:200]}") from error


def declared_parameters(notebook: NotebookNode) -> set[str] | None:
    """The names that the cell tagged "parameters" assigns; None where no cell has the tag."""
    cell = next((cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])), None)
    if cell is None:
        return None
    try:
        statements = ast.parse(cell.source).body
    except SyntaxError as error:
        raise BadRequest(f"the notebook's parameters cell, line {error.lineno}: {error.msg}") from error
    targets = [
        target
        for statement in statements
        if isinstance(statement, ast.Assign | ast.AnnAssign)
        for target in (statement.targets if isinstance(statement, ast.Assign) else [statement.target])
    ]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def execute(
    notebook: NotebookNode,
    parameters: Mapping[str, Any],
    kernel: ThisInterpreter,
    *,
    folder: Path,
    draft: Path,
    tell: Tell,
    seconds: int = CELL_SECONDS,
) -> NotebookNode:
    """The executed notebook, normalised; it runs in a folder, and what was reached of it is written to a draft file.

    Raises FailedRun where a cell fails, exits, takes too long or kills the kernel.
    """
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # what it would warn of is checked here
    progress = _Progress(notebook, len(notebook.cells) + 1, tell)
    problem = None
    try:
        papermill.execute_notebook(
            notebook,
            None,  # papermill would write the file twice a cell: half of the time of a run
            parameters=dict(parameters),
            kernel_name="python3",
            language="python",
            progress_bar=False,
            cwd=folder,
            execution_timeout=seconds,
            km=kernel,
            on_notebook_start=progress.begun,
            on_cell_start=progress.started,
        )
    except (PapermillExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        problem = error
    finally:
        kernel.stop()
    executed = _normalised(progress.notebook, notebook)
    nbformat.write(executed, draft)  # type: ignore[no-untyped-call]
    if failure := _failure(executed, progress.reached, problem):
        raise FailedRun(failure) from problem
    return executed


@dataclass
class _Progress:
    """How far a run has come, also where its kernel dies."""

    notebook: NotebookNode
    total: int  # cells, the injected parameters among them
    tell: Tell
    reached: int = 0

    def begun(self, notebook: NotebookNode, **_: Any) -> None:
        self.notebook = notebook

    def started(self, cell_index: int, **_: Any) -> None:
        self.reached = cell_index
        self.tell(f"notebook: cell {cell_index + 1} of {self.total}")


def _loaded(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def _normalised(executed: NotebookNode, source: NotebookNode) -> NotebookNode:
    """Without what differs from run to run: times, paths, random cell ids, the cutting of printed output."""
    executed.metadata.pop("papermill", None)
    executed.cells = [
        cell for cell in executed.cells if "papermill-error-cell-tag" not in cell.metadata.get("tags", [])
    ]
    known = {cell.get("id") for cell in source.cells}
    for number, cell in enumerate(executed.cells):
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell.id = INJECTED
        elif cell.get("id") not in known:
            cell.id = f"cell-{number}"
        if cell.cell_type == "code":
            cell.outputs = _joined_streams(cell.outputs)
    return executed


def _joined_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    # Where printed output is cut into messages, and how stdout and stderr interleave, is a matter of timing.
    joined: list[NotebookNode] = []
    for is_stream, group in itertools.groupby(outputs, key=lambda output: output.output_type == "stream"):
        if not is_stream:
            joined += group
            continue
        streams = sorted(group, key=lambda stream: str(stream.name), reverse=True)  # stdout first
        for name, parts in itertools.groupby(streams, key=lambda stream: str(stream.name)):
            text = "".join(part.text for part in parts)
            joined.append(nbformat.v4.new_output("stream", name=name, text=text))  # type: ignore[no-untyped-call]
    return joined


def _failure(executed: NotebookNode, reached: int, problem: Exception | None) -> str | None:
    """What went wrong, with the cell's source; None where every cell ran to its end."""
    errors = [
        (number, output)
        for number, cell in enumerate(executed.cells)
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]
    if errors and not isinstance(problem, CellTimeoutError):
        # sys.exit(0) in a cell ends the run too, and papermill takes that for success.
        number, error = errors[0]
        return _told(number, executed.cells[number], f"{error.ename}: {error.evalue}")
    return _told(reached, executed.cells[reached], _reason(problem)) if problem else None


def _reason(problem: Exception) -> str:
    if isinstance(problem, CellTimeoutError):
        return "the cell took too long and was stopped"
    if isinstance(problem, DeadKernelError):
        return "the kernel died in this cell"
    return str(problem).strip().splitlines()[0]


def _told(number: int, cell: NotebookNode, what: str) -> str:
    source = "\n".join(f"    {line}" for line in cell.source.strip().splitlines())
    return f"cell {number + 1} failed\n\n{source}\n\n{what}"
