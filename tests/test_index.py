"""The page over all reports: every edition is one step away, the newest first, and it needs manifests alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup

from attributed.briefing import Briefing
from attributed.model import Change, ChangeKind
from attributed.publish.index import write_index
from attributed.publish.manifest import NAME
from attributed.publish.report import Original
from tests.test_report import of_files, report

PORT = b"The port is shut, the union said.\n"
STRIKE = of_files({"port.txt": PORT}, {"port.txt": ("The port is shut",)})


def published(reports: Path, name: str, edition: str, made_of: Briefing = STRIKE, **request: object) -> Path:
    (reports / name).mkdir(parents=True, exist_ok=True)
    asked = made_of.request.model_copy(update={"name": name, "as_of": date.fromisoformat(edition[:10]), **request})
    return report(reports / name / edition, replace(made_of, request=asked, edition=edition), Original(PORT))


def index_of(reports: Path) -> BeautifulSoup:
    return BeautifulSoup(write_index(reports).read_text(encoding="utf-8"), "html.parser")


def links(page: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in page.select("main td a, main th a")]


def test_editions_stand_newest_first_and_the_tenth_of_a_day_after_the_ninth(tmp_path: Path) -> None:
    for edition in ("2025-03-12", "2025-03-12.10", "2025-03-12.9", "2025-04-01"):
        published(tmp_path, "port", edition)
    assert links(index_of(tmp_path)) == [
        "port/2025-04-01/index.html",
        "port/2025-03-12.10/index.html",
        "port/2025-03-12.9/index.html",
        "port/2025-03-12/index.html",
    ]


def test_the_briefing_with_the_newest_edition_stands_first(tmp_path: Path) -> None:
    published(tmp_path, "rail", "2025-05-01")
    published(tmp_path, "port", "2025-04-01")
    assert [heading.get_text() for heading in index_of(tmp_path).select("h2")] == ["rail", "port"]


def test_every_link_leads_to_a_file_beside_the_page(tmp_path: Path) -> None:
    published(tmp_path, "port und bahn", "2025-04-01")
    from urllib.parse import unquote

    assert all((tmp_path / unquote(link)).is_file() for link in links(index_of(tmp_path)))


def test_what_changed_is_told_with_titles(tmp_path: Path) -> None:
    changes = tuple(Change(kind, f"f{n}", f"Strike {n}") for n, kind in enumerate([ChangeKind.NEW] * 4))
    published(tmp_path, "port", "2025-04-01", replace(STRIKE, before="2025-03-01", changes=changes))
    words = index_of(tmp_path).get_text(" ")
    assert "since 2025-03-01: 4 new" in words
    assert "New: Strike 2" in words
    assert "and 1 more" in words


def test_a_first_edition_says_so(tmp_path: Path) -> None:
    published(tmp_path, "port", "2025-04-01")
    assert "first edition" in index_of(tmp_path).get_text(" ")


def test_the_page_is_handled_as_strictly_as_the_strictest_edition(tmp_path: Path) -> None:
    published(tmp_path, "port", "2025-04-01", tlp="GREEN")
    published(tmp_path, "rail", "2025-04-01", tlp="AMBER")
    head = index_of(tmp_path).select_one(".tlp")
    assert head is not None
    assert head.get_text() == "TLP:AMBER"


def test_a_report_that_was_changed_is_listed_without_a_link(tmp_path: Path) -> None:
    folder = published(tmp_path, "port", "2025-04-01")
    manifest = (folder / NAME).read_bytes()
    (folder / NAME).write_bytes(manifest.replace(b'"claims": 1', b'"claims": 2'))
    page = index_of(tmp_path)
    assert links(page) == []
    assert "its seal does not fit" in page.get_text()


def test_an_empty_folder_says_how_to_make_a_report(tmp_path: Path) -> None:
    assert "No report has been made yet" in index_of(tmp_path).get_text()


def test_writing_it_twice_makes_the_same_bytes_and_leaves_nothing_else(tmp_path: Path) -> None:
    published(tmp_path, "port", "2025-04-01")
    first = write_index(tmp_path).read_bytes()
    assert write_index(tmp_path).read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "port"]
