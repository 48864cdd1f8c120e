"""From article files to a report that stands: the shipped notebook on the seeds, and on articles that mean harm."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import nbformat
import pypdf
import pytest
from bs4 import BeautifulSoup

from attributed import paths
from attributed.publish import PageExporter, PdfExporter
from attributed.publish.exports import read_csv
from attributed.publish.manifest import read_manifest
from attributed.publish.verify import verify_report
from attributed.run.brief import NOTEBOOK, brief
from attributed.run.request import read_request

HOSTILE = {
    "a <img onerror=1>.txt": (
        "Strike\n\n“<script>alert(1)</script> <img src=x onerror=alert(2)>,” the union said.\n".encode()
    ),
    "bidi.txt": "The port\n\nThe minister said that “\u202eneppah ton did ti\u202c,” one source reported.\n".encode(),
    "binary.txt": bytes(range(256)) * 8,
    "empty.txt": b"",
    "formula.txt": "Prices\n\n“=cmd|' /C calc'!A0 is what we pay,” the farmer said.\n".encode(),
    "long.txt": b"Strike\n\n" + b"The union said that it would strike and " * 250 + b"end.\n" + b"x" * 10_000 + b"\n",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("ledger")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTRIBUTED_LEDGER", str(folder))
        yield folder


@pytest.fixture(scope="module")
def seeds(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return brief(read_request("seeds", overrides=["as_of=2025-03-12"]), out=tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="module")
def hostile(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data)
    overrides = ["name=hostile", "notes=", "as_of=2025-03-12", f'articles=["{folder}/*.txt"]']
    return brief(read_request("seeds", overrides=overrides), out=tmp_path_factory.mktemp("reports"))


def papermill(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    """Plain papermill, from another directory."""
    command = [sys.executable, "-m", "papermill", NOTEBOOK, "out.ipynb", "--no-progress-bar", *arguments]
    return subprocess.run(list(map(str, command)), cwd=folder, capture_output=True, text=True, check=False)


def test_the_seeds_report_stands_verified(seeds: Path) -> None:
    assert verify_report(seeds) == []
    manifest = read_manifest(seeds)
    assert [article.origin for article in manifest.articles] == [
        "seeds/000_157757184664cf05.txt",
        "seeds/002_6dd5d368ea1b03a9.txt",
    ]
    assert manifest.claims > 0


def test_the_same_request_gives_the_same_bytes(seeds: Path, ledger: Path, tmp_path: Path) -> None:
    again = brief(read_request("seeds", overrides=["as_of=2025-03-12"]), out=tmp_path)
    assert (again / "manifest.json").read_bytes() == (seeds / "manifest.json").read_bytes()
    assert verify_report(again) == []


def test_nbconvert_makes_the_same_page_and_pdf_of_the_reports_notebook(seeds: Path) -> None:
    notebook = nbformat.read(seeds / "briefing.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1741737600")
        assert PageExporter().from_notebook_node(notebook)[0] == (seeds / "index.html").read_text(encoding="utf-8")
        assert PdfExporter().from_notebook_node(notebook)[0] == (seeds / "briefing.pdf").read_bytes()


def test_no_outlet_and_no_date_is_printed_that_the_seeds_do_not_give(seeds: Path) -> None:
    first, second = read_manifest(seeds).articles
    assert (first.outlet, first.published) == (None, "2025-02-25")
    assert (second.outlet, second.published) == ("RFA", None)


def test_every_number_of_the_export_leads_to_the_claim_on_the_page_and_to_its_words(seeds: Path) -> None:
    page = (seeds / "index.html").read_text(encoding="utf-8")
    numbers = [row["number"] for _, row in read_csv((seeds / "claims.csv").read_bytes())]
    places = [f'{kind}-{number}"' for number in numbers for kind in ('id="claim', 'href="#claim', 'id="words')]
    assert numbers
    assert [place for place in places if place not in page] == []


def test_no_path_of_this_machine_is_in_the_report(seeds: Path) -> None:
    files = [path for path in seeds.rglob("*") if path.is_file()]
    assert [path.name for path in files if str(paths.PROJECT).encode() in path.read_bytes()] == []


def test_plain_papermill_runs_the_notebook_from_any_directory(ledger: Path, tmp_path: Path) -> None:
    ended = papermill("-p", "tlp", "GREEN", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr[-2000:]
    assert "TLP:GREEN" in (tmp_path / "out.ipynb").read_text()


def test_plain_papermill_fails_on_a_wrong_parameter_and_names_the_known_ones(ledger: Path, tmp_path: Path) -> None:
    ended = papermill("-p", "tlp", "PINK", folder=tmp_path)
    assert ended.returncode != 0
    assert "parameters are: name, subject, articles, as_of" in ended.stderr


def test_articles_that_mean_harm_do_none_in_the_page(hostile: Path) -> None:
    page = (hostile / "index.html").read_text(encoding="utf-8")
    assert "alert(1)" in page
    *data, own = BeautifulSoup(page, "html.parser").select("script")
    assert all(json.loads(script.get_text()) for script in data)
    assert [script["type"] for script in data] == ["application/json", "application/ld+json"]
    assert own.get_text() == files("attributed.publish").joinpath("page.js").read_text(encoding="utf-8")
    assert "<img src=x" not in page
    assert "<img onerror" not in page


def test_articles_that_mean_harm_do_none_in_a_spreadsheet(hostile: Path) -> None:
    cells = (hostile / "claims.csv").read_text(encoding="utf-8-sig").replace("\n", ",").split(",")
    assert [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "@"))] == []


def test_articles_that_mean_harm_are_reported_all_the_same(hostile: Path) -> None:
    assert verify_report(hostile) == []
    assert [article.id for article in read_manifest(hostile).articles] == [
        "a <img onerror=1>.txt",
        "bidi.txt",
        "formula.txt",
        "long.txt",
    ]


def test_files_that_are_no_articles_are_named_with_the_reason(hostile: Path) -> None:
    refused = dict(read_manifest(hostile).refused)
    assert sorted(refused) == ["binary.txt", "empty.txt"]
    assert "binary file" in refused["binary.txt"]
    assert "empty" in refused["empty.txt"]


def test_the_executed_notebook_can_be_run_again(seeds: Path) -> None:
    notebook = json.loads((seeds / "briefing.ipynb").read_text(encoding="utf-8"))
    assert [cell["id"] for cell in notebook["cells"] if "injected-parameters" in cell["metadata"].get("tags", [])] == [
        "injected-parameters"
    ]
    assert "papermill" not in notebook["metadata"]


@pytest.fixture(scope="module")
def protected(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    overrides = ["as_of=2025-03-12", "notes=", "protect_sources=true", "romanisation=hyphenated"]
    return brief(read_request("seeds", overrides=overrides), out=tmp_path_factory.mktemp("protected"))


def text_of_pdf(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_what_could_tell_who_a_source_is_is_in_general_words_in_page_and_pdf(protected: Path) -> None:
    told = [(protected / "index.html").read_text(encoding="utf-8"), text_of_pdf(protected / "briefing.pdf")]
    for words in ("Jagang province", "a party official in", "connections to the military"):
        assert [words in text for text in told] == [False, False]
    assert "Jagang province" in (protected / "claims.csv").read_text(encoding="utf-8")
    assert verify_report(protected) == []


def test_names_are_written_in_the_reader_s_style_and_articles_as_they_were(protected: Path) -> None:
    assert "Kim Jong Un" in (protected / "claims.csv").read_text(encoding="utf-8")
    page = (protected / "index.html").read_text(encoding="utf-8")
    assert '<b class="official">Kim Jong-un</b>' in page
    assert "“Ri Sang Won, the Yanggang provincial party chairman" in page


def test_names_stand_in_hangul_beside_their_first_mention(seeds: Path) -> None:
    page = (seeds / "index.html").read_text(encoding="utf-8")
    assert page.count('<span lang="ko">량강도</span>') == 2  # on the first card that names it, and among the places
