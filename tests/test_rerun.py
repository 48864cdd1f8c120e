"""Editions on real runs: what changed is told, and an old edition comes out again byte for byte when all has grown."""

from pathlib import Path

import pytest

from attributed.editions import NAME, read_record
from attributed.publish.manifest import hashes_of
from attributed.publish.verify import verify_report
from attributed.run.brief import brief
from attributed.run.request import read_request

STRIKE = "Strike at the port\n\nThe minister was dismissed on 3 March 2025, the union said.\n\nThe port said nothing.\n"
FLOOD = "Minister gone\n\nThe minister was dismissed on 3 March 2025, one official said.\n\nThe road is closed.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@pytest.fixture(scope="module")
def editions(folder: Path) -> dict[str, Path]:
    """Three editions: one article, two articles, and one again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTRIBUTED_LEDGER", str(folder / "ledger"))
        (folder / "strike.txt").write_text(STRIKE, encoding="utf-8")
        (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
        asked = {"2025-03-12": ["strike"], "2025-03-13": ["strike", "flood"], "2025-03-14": ["strike"]}
        return {day: made(folder, day, names) for day, names in asked.items()}


def made(folder: Path, day: str, names: list[str]) -> Path:
    files = ", ".join(f'"{folder}/{name}.txt"' for name in names)
    return brief(
        read_request("seeds", overrides=[f"as_of={day}", f"articles=[{files}]", "name=port", "notes="]), out=folder
    )


def page(edition: Path) -> str:
    return (edition / "index.html").read_text(encoding="utf-8")


def test_the_first_edition_says_so_and_the_next_ones_what_changed(editions: dict[str, Path]) -> None:
    first, second, third = (page(edition) for edition in editions.values())
    assert "First edition" in first
    assert "Since edition 2025-03-12:" in second
    assert "Since edition 2025-03-13:" in third
    assert "Withdrawn" in third


def test_every_edition_keeps_what_the_next_one_is_compared_with(editions: dict[str, Path]) -> None:
    kept = [read_record(edition) for edition in editions.values()]
    assert [record.earlier for record in kept if record] == [(), ("2025-03-12",), ("2025-03-12", "2025-03-13")]
    assert [verify_report(edition) for edition in editions.values()] == [[], [], []]


def test_an_old_edition_comes_out_again_byte_for_byte_when_ledger_and_editions_have_grown(
    folder: Path, editions: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTRIBUTED_LEDGER", str(folder / "ledger"))
    before = hashes_of(editions["2025-03-13"])
    # Made anew beside it and compared with it: with other bytes it would become 2025-03-13.2.
    assert made(folder, "2025-03-13", ["strike", "flood"]) == editions["2025-03-13"]
    assert hashes_of(editions["2025-03-13"]) == before
    assert NAME in before
