"""The briefing's notebook as if it had been run on the hand-marked claims, without waiting for a kernel."""

from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from attributed import paths, show
from attributed.briefing import Briefing
from attributed.show import Shown
from tests.gold_briefing import gold_briefing


def executed(briefing: Briefing | None = None) -> Any:
    """notebooks/briefing.ipynb with what its cells show."""
    notebook = nbformat.read(paths.NOTEBOOKS / "briefing.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith("show."):
            section = cell.source.removeprefix("show.").removesuffix("(briefing)")
            cell.outputs = [displayed(getattr(show, section)(briefing or gold_briefing()))]
    return notebook


def displayed(shown: Shown) -> Any:
    return new_output("execute_result", data=shown._repr_mimebundle_(), execution_count=1)  # type: ignore[no-untyped-call]


def notebook_of(*cells: Any) -> Any:
    return new_notebook(cells=list(cells))  # type: ignore[no-untyped-call]


def prose(source: str, **fields: Any) -> Any:
    return new_markdown_cell(source, **fields)  # type: ignore[no-untyped-call]


def code(source: str, *outputs: Any, tags: tuple[str, ...] = ()) -> Any:
    return new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})  # type: ignore[no-untyped-call]


def output(data: dict[str, Any], **metadata: Any) -> Any:
    return new_output("display_data", data=data, metadata=metadata)  # type: ignore[no-untyped-call]


def printed(text: str, *, name: str = "stdout") -> Any:
    return new_output("stream", name=name, text=text)  # type: ignore[no-untyped-call]


def failed() -> Any:
    return new_output("error", ename="ValueError", evalue="no such place", traceback=[])  # type: ignore[no-untyped-call]
