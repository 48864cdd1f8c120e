"""One life from articles: the line, the sighting that overturns, the notebook in both formats."""

import json
from pathlib import Path

import nbformat
import pytest

from attributed import paths, show
from attributed.briefing import Life
from attributed.drafting import life_of
from attributed.errors import BadRequest
from attributed.making import make_life
from attributed.publish import PageExporter, PdfExporter
from attributed.show import life as shown
from tests.executed import displayed

REPORT = (
    "General executed\n\nThe ministry said that Kim Won Hong was executed in February 2017.\n\n"
    "A purge of others may follow, one expert said.\n"
)
SIGHTING = "General seen\n\nKim Won-hong reappeared on 15 April 2017, state television said.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("life")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.txt").write_text(SIGHTING, encoding="utf-8")
    return folder


def asked(folder: Path, person: str) -> Life:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTRIBUTED_LEDGER", str(folder / "ledger"))
        return make_life(person, name="person", as_of="2017-06-01", articles=[f"{folder}/*.txt"])


@pytest.fixture(scope="module")
def life(folder: Path) -> Life:
    return asked(folder, "Kim Wŏn-hong")


def test_somebody_is_found_by_any_spelling_and_by_the_id(folder: Path, life: Life) -> None:
    assert life.history.subject.id == "kim-won-hong"
    assert asked(folder, "kim-won-hong").history == life.history


def test_a_name_that_no_claim_has_is_refused_with_those_that_there_are(folder: Path) -> None:
    with pytest.raises(BadRequest, match=r"names 'Jang Song Thaek'; they name .*Kim Won Hong"):
        asked(folder, "Jang Song Thaek")


def test_the_page_says_what_was_overturned_and_since_when_nobody_was_seen(life: Life) -> None:
    assert "overturned by a later sighting or death" in str(shown.statuses(life))
    assert "not observed since 15 April 2017" in str(shown.headline(life)).replace("Not", "not")
    assert "executed (overturned)" in str(shown.line(life))


def test_only_what_is_told_of_them_stands_on_their_page(life: Life) -> None:
    words = [claim.text_in(life.briefing.article_of(claim)) for claim in life.briefing.claims]
    assert words
    assert not any("may follow" in text for text in words)


def test_every_number_of_the_page_leads_to_a_claim_of_the_page_in_both_formats(life: Life) -> None:
    notebook = nbformat.read(paths.NOTEBOOKS / "person.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source.startswith(("show.", "shown.")):
            module, section = cell.source.split("(")[0].split(".")
            told = life if module == "shown" else life.briefing
            cell.outputs = [displayed(getattr(shown if module == "shown" else show, section)(told))]
    page = PageExporter().from_notebook_node(notebook)[0]
    for number in range(1, len(life.briefing.claims) + 1):
        assert f'id="claim-{number}"' in page
    assert "Kim Won Hong" in json.dumps(page, ensure_ascii=False)
    assert PdfExporter().from_notebook_node(notebook)[0][:4] == b"%PDF"


def test_somebody_of_whom_nothing_is_told_but_the_name_has_a_page_too(folder: Path, life: Life) -> None:
    bare = life_of(life.history, life.briefing)
    assert bare.briefing.claims == life.briefing.claims
