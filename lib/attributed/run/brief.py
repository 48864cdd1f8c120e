"""Making a report: its kernel starts first, and what the run itself needs is imported meanwhile."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from attributed import paths
from attributed.briefing import Request, Tell
from attributed.editions import REPORTS_VARIABLE
from attributed.errors import BadRequest
from attributed.run.kernel import running_kernel

NOTEBOOK = paths.NOTEBOOKS / "briefing.ipynb"


def brief(request: Request, *, out: Path = paths.REPORTS, notebook: Path = NOTEBOOK, tell: Tell = str) -> Path:
    """Execute the notebook for a request, render it, and give the folder of the report.

    The edition is named for `as_of`; where that one exists with other content, the next is `as_of`.2 and so on. The
    same request on the same inputs gives the folder that is there.
    `tell` is called with each step as it begins; the default tells nobody.
    """
    notebook, out = notebook.resolve(), out.resolve()
    if not notebook.is_file():
        raise BadRequest(f"{notebook}: no such file; expected a notebook")
    with surroundings(request.as_of, out), running_kernel(notebook.parent) as kernel:
        from attributed.run.editions import make_edition

        return make_edition(request, kernel, out=out, notebook=notebook, tell=tell)


@contextmanager
def surroundings(as_of: date, out: Path) -> Iterator[None]:
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
