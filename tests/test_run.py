"""A run: a notebook executed, rendered and moved into place whole; every way it can go wrong is told."""

import hashlib
import json
import os
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from attributed import making
from attributed.briefing import Briefing, Request
from attributed.errors import BadRequest
from attributed.gathering import Gathered
from attributed.knowledge import read_knowledge
from attributed.ledger import Ledger
from attributed.model import Extraction
from attributed.publish.verify import verify_report
from attributed.run import editions
from attributed.run.brief import brief
from attributed.run.kernel import running_kernel
from attributed.run.notebook import FailedRun, execute, read_notebook
from tests.test_report import article, briefing

WORDS = b"We strike, the union said."
PARAMETERS = 'name: str = "mine"\nas_of: str = "2025-03-12"\nedition: str = ""\ntitle: str | None = None\narticles = []'
Write = Callable[..., Path]


def code(name: str, source: str, *tags: str) -> dict[str, Any]:
    cell = {"cell_type": "code", "id": name, "metadata": {"tags": tags}, "source": source}
    return cell | {"outputs": [], "execution_count": None}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A notebook with a parameters cell and these code cells, in a folder of its own."""

    def written(*sources: str, parameters: str = PARAMETERS, tags: tuple[str, ...] = ("parameters",)) -> Path:
        cells = [code("parameters", parameters, *tags)]
        cells += [{"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# A strike"}]
        cells += [code(f"code-{number}", source) for number, source in enumerate(sources)]
        # A kernelspec that nobody has: the run must not depend on what is installed for the user.
        spec = {"name": "someone-elses-kernel", "display_name": "?", "language": "python"}
        notebook = {"cells": cells, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
        path = tmp_path / "notebooks {braces}" / "briefing.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(notebook))
        return path

    return written


@pytest.fixture
def request_of_mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    """A request for one article, whose briefing is made up here: extraction has its own tests."""
    file = tmp_path / "union.txt"
    file.write_bytes(WORDS)

    made_up = briefing(Extraction(article(WORDS, name="union.txt"), ()))

    def gathered(parameters: dict[str, Any], **_: Any) -> Gathered:
        request = Request.model_validate(parameters)
        return Gathered(request, read_knowledge(), made_up.articles, (), made_up.making, Ledger(tmp_path / "ledger"))

    def made(*, edition: str, **parameters: Any) -> Briefing:
        return replace(made_up, edition=edition, request=Request.model_validate(parameters))

    monkeypatch.setattr(editions, "gather", gathered)
    monkeypatch.setattr(making, "make_record", made)
    return Request.model_validate({"name": "mine", "as_of": "2025-03-12", "articles": [str(file)]})


def bytes_of(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def outputs(folder: Path) -> str:
    return (folder / "briefing.ipynb").read_text()


def test_a_report_has_all_its_files_and_stands_verified(write: Write, request_of_mine: Request, tmp_path: Path) -> None:
    folder = brief(request_of_mine, out=tmp_path / "reports", notebook=write("print('We strike')"))
    assert folder == tmp_path / "reports/mine/2025-03-12"
    assert sorted(bytes_of(folder)) == [
        "annotations.jsonld",
        "articles/1-union.txt",
        "briefing.ipynb",
        "briefing.pdf",
        "claims.csv",
        "facts.csv",
        "facts.json",
        "index.html",
        "manifest.json",
        "provenance.json",
        "sources.bib",
        "sources.csl.json",
    ]
    assert verify_report(folder) == []
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["index.html", "mine"]
    assert "mine/2025-03-12/index.html" in (tmp_path / "reports/index.html").read_text()


def test_the_same_request_again_gives_the_same_folder_with_the_same_bytes(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    cell = "import sys\nprint({'b', 'a', 'c'})\nprint('x', file=sys.stderr)\nprint('y', flush=True)"
    one = brief(request_of_mine, out=tmp_path / "one", notebook=write(cell))
    two = brief(request_of_mine, out=tmp_path / "two", notebook=write(cell))
    assert bytes_of(one) == bytes_of(two)
    assert brief(request_of_mine, out=tmp_path / "one", notebook=write(cell)) == one
    assert [path.name for path in (tmp_path / "one/mine").iterdir()] == ["2025-03-12"]


def test_no_path_of_this_machine_is_in_the_executed_notebook(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    notebook = write("1 + 1", parameters=PARAMETERS.replace("articles = []", ""))
    plain = request_of_mine.model_copy(update={"articles": ("seeds/*.txt",)})
    draft = tmp_path / "draft.ipynb"
    with running_kernel(tmp_path) as kernel:
        executed = execute(
            read_notebook(notebook), {"name": plain.name}, kernel, folder=tmp_path, draft=draft, tell=str
        )
    assert str(tmp_path) not in json.dumps(executed)


def test_other_content_of_the_same_day_is_another_edition_and_says_so(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    first = brief(request_of_mine, out=tmp_path, notebook=write("print(1, edition)"))
    before = bytes_of(first)
    second = brief(request_of_mine, out=tmp_path, notebook=write("print(2, edition)"))
    assert (first.name, second.name) == ("2025-03-12", "2025-03-12.2")
    assert bytes_of(first) == before
    assert "2 2025-03-12.2" in outputs(second)
    assert json.loads((second / "manifest.json").read_text())["edition"] == "2025-03-12.2"
    assert brief(request_of_mine, out=tmp_path, notebook=write("print(1, edition)")) == first


def test_an_edition_that_was_tampered_with_is_left_and_made_anew_beside(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    first = brief(request_of_mine, out=tmp_path, notebook=write("1"))
    (first / "index.html").write_text("forged")
    assert brief(request_of_mine, out=tmp_path, notebook=write("1")).name == "2025-03-12.2"
    assert (first / "index.html").read_text() == "forged"


def test_the_notebook_runs_in_its_own_folder_with_the_day_as_its_clock(
    write: Write, request_of_mine: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    cell = "import os\nprint(os.path.basename(os.getcwd()), os.environ['SOURCE_DATE_EPOCH'])"
    folder = brief(request_of_mine, out=tmp_path / "reports", notebook=write(cell))
    assert "notebooks {braces} 1741737600" in outputs(folder)
    assert os.environ.get("SOURCE_DATE_EPOCH") != "1741737600"


def test_values_reach_the_notebook_as_they_are(write: Write, request_of_mine: Request, tmp_path: Path) -> None:
    asked = request_of_mine.model_copy(update={"title": '007 "quoted" \\ {x}\nand a line'})
    folder = brief(asked, out=tmp_path, notebook=write("print(len(title), [title])"))
    assert "007" in outputs(folder)
    assert f"{len(asked.title or '')} [" in outputs(folder)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("import sys\nsys.exit(0)", "SystemExit: 0"),
        ("import os\nos._exit(0)", "the kernel died in this cell"),
        ("def broken(:", "SyntaxError"),
    ],
)
def test_a_failing_cell_is_shown_and_leaves_only_the_failed_notebook(
    write: Write, request_of_mine: Request, tmp_path: Path, cell: str, told: str
) -> None:
    with pytest.raises(FailedRun) as failed:
        brief(request_of_mine, out=tmp_path / "reports", notebook=write(cell, "print('never')"))
    assert "cell 4 failed" in str(failed.value)  # parameters, the injected ones, the title, this one
    assert cell.splitlines()[-1] in str(failed.value)
    assert told in str(failed.value)
    left = [str(path.relative_to(tmp_path / "reports")) for path in (tmp_path / "reports").rglob("*")]
    assert sorted(left) == [".failed", ".failed/mine.ipynb"]
    assert ".failed/mine.ipynb" in str(failed.value)


def test_a_cell_that_takes_too_long_is_stopped(write: Write, tmp_path: Path) -> None:
    notebook = read_notebook(write("import time\ntime.sleep(60)"))
    with (
        running_kernel(tmp_path) as kernel,
        pytest.raises(FailedRun, match=r"time\.sleep\(60\)\n\nthe cell took too long"),
    ):
        execute(notebook, {}, kernel, folder=tmp_path, draft=tmp_path / "draft.ipynb", tell=str, seconds=2)


def test_a_notebook_without_a_parameters_cell_is_refused_before_it_runs(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    with pytest.raises(BadRequest, match=r'no cell has the tag "parameters".*parameters are: name'):
        brief(request_of_mine, out=tmp_path / "reports", notebook=write("1 / 0", tags=()))
    assert not (tmp_path / "reports").exists()


def test_a_notebook_that_does_not_take_what_is_asked_is_refused_before_it_runs(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    notebook = write("1 / 0", parameters="name = 'mine'\nas_of = '2025-03-12'\narticles = []")
    with pytest.raises(BadRequest, match="its parameters cell does not have title"):
        brief(request_of_mine.model_copy(update={"title": "Strike"}), out=tmp_path / "reports", notebook=notebook)


@pytest.mark.parametrize("content", [b"not JSON", b"[]", b"\xff\xfe", b"{}"])
def test_a_file_that_is_no_notebook_is_refused(request_of_mine: Request, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ipynb"
    path.write_bytes(content)
    with pytest.raises(BadRequest, match=r"x\.ipynb"):
        brief(request_of_mine, out=tmp_path / "reports", notebook=path)


def test_a_notebook_that_never_comes_out_the_same_runs_in_a_fresh_kernel_for_the_next_edition(
    write: Write, request_of_mine: Request, tmp_path: Path
) -> None:
    notebook = write("import os\nprint(os.urandom(8).hex(), 'again' if 'seen' in globals() else 'first')\nseen = True")
    brief(request_of_mine, out=tmp_path, notebook=notebook)
    second = brief(request_of_mine, out=tmp_path, notebook=notebook)
    assert second.name == "2025-03-12.2"
    assert "first" in outputs(second)


def test_each_step_is_told(write: Write, request_of_mine: Request, tmp_path: Path) -> None:
    steps: list[str] = []
    brief(request_of_mine, out=tmp_path, notebook=write("1"), tell=steps.append)
    assert steps[0] == "reading"
    assert steps[-2:] == ["page and PDF", "exports and manifest"]
    assert "notebook: cell 4 of 4" in steps


def test_reports_that_cannot_be_written_are_named(write: Write, request_of_mine: Request, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file")
    with pytest.raises(Exception, match=r"reports: the report cannot be written"):
        brief(request_of_mine, out=tmp_path / "reports", notebook=write("1"))


def test_a_briefing_that_the_notebook_made_is_the_one_exported(
    write: Write, request_of_mine: Request, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = replace(briefing(Extraction(article(WORDS, name="union.txt"), ())), request=request_of_mine)
    left = tmp_path / "left.pickle"
    left.write_bytes(pickle.dumps(record))
    cell = f"import pickle\nfrom attributed import handover\nhandover.leave(pickle.load(open({str(left)!r}, 'rb')))"
    monkeypatch.delattr(making, "make_record")  # the run itself makes none
    folder = brief(request_of_mine, out=tmp_path / "reports", notebook=write(cell))
    assert verify_report(folder) == []
