"""The ledger: adding twice, adding together, being killed, and reading what was there before."""

import hashlib
import json
import multiprocessing
import subprocess
import sys
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from arro3.core import Table
from deltalake import DeltaTable

from attributed.errors import AttributedError, BadRequest
from attributed.ledger import Ledger
from attributed.ledger.tables import append
from attributed.model import (
    Article,
    Cause,
    Claim,
    Count,
    Extraction,
    Form,
    Hedge,
    Known,
    Link,
    Mention,
    Outlook,
    Passage,
    Polarity,
    Role,
    SourceKind,
    Zone,
    ZoneKind,
)

FINGERPRINT = "f" * 64


def extraction(words: str, *, claims: int = 1) -> Extraction:
    """An article whose every claim is “<words>,” the union said."""
    text = f"“{words},” the union said."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    said = Passage(1, 1 + len(words))
    article = Article(
        id=f"{words}.txt",
        sha256=sha256,
        text=text,
        encoding=Known("utf-8", "decodes as such"),
        zones=(Zone(ZoneKind.BODY, Passage(0, len(text))),),
        published=Known("2025-02-25", "the related list", Passage(0, 3)),
        outlet=Known(None, "unknown"),
    )
    found = tuple(
        Claim(
            id=f"c{sha256[:8]}{position:02}",
            article=sha256,
            source=(Passage(len(words) + 4, len(words) + 13),),
            cue=(),
            content=(said,),
            form=Form.DIRECT,
            chain=(Link(Role.ORIGIN, "the union", "official_body", "union", undecided=("union-2",)),),
            source_kind=SourceKind.OFFICIAL_BODY,
            hedge=Hedge.REPORTED,
            polarity=Polarity.AFFIRMED,
            time=Known("XXXX-12-09", "no year is given", said),
            people=(Mention(None, "O’Brien", said, "as printed"),),
            event="warning",
        )
        for position in range(claims)
    )
    return Extraction(article, found)


STRIKE, PORT, PEACE = (
    extraction("We strike", claims=3),
    extraction("The port is shut"),
    extraction("We stay out", claims=0),
)
ALL = [STRIKE, PORT, PEACE]


def hashes(extractions: list[Extraction]) -> list[str]:
    return [extraction.article.sha256 for extraction in extractions]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "ledger")


def test_what_is_read_is_exactly_what_was_added_in_the_order_asked_for(ledger: Ledger) -> None:
    ledger.add(ALL, fingerprint=FINGERPRINT)
    backwards = ALL[::-1]
    assert ledger.extractions(hashes(backwards), FINGERPRINT) == backwards


def test_a_claim_comes_back_with_all_its_particulars(ledger: Ledger) -> None:
    plain = extraction("strike")
    here = Passage(1, 4)
    count = Count(41, None, here)
    (claim,) = plain.claims
    link = replace(claim.chain[0], access=here, condition=here, count=Count(2, 2, here))
    full = replace(
        claim,
        chain=(link,),
        agents=(Mention("kim", "Kim", here, "listed"),),
        count=count,
        charge=here,
        method=here,
        outlook=Outlook.FORECAST,
        horizon=Known("2026", "next year", here),
        causes=(Cause(here, Passage(5, 7), Passage(4, 5)),),
    )
    ledger.add([replace(plain, claims=(full,))], fingerprint=FINGERPRINT)
    (read,) = ledger.extractions(None, FINGERPRINT)
    assert read.claims == (full,)


def test_adding_twice_changes_nothing_not_even_the_version(ledger: Ledger) -> None:
    first = ledger.add(ALL, fingerprint=FINGERPRINT)
    version = ledger.version()
    second = ledger.add([*ALL, STRIKE], fingerprint=FINGERPRINT)
    assert (list(first.new), first.held) == (hashes(ALL), ())
    assert (second.new, list(second.held)) == ((), hashes(ALL))
    assert ledger.version() == version


def test_only_articles_not_held_are_missing(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    assert ledger.missing(hashes([PORT, STRIKE, PORT]), FINGERPRINT) == hashes([PORT])
    assert ledger.holds(STRIKE.article.sha256, FINGERPRINT)


def test_another_extractor_reads_the_article_anew(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    assert not ledger.holds(STRIKE.article.sha256, "another's")
    assert ledger.add([STRIKE], fingerprint="another's").new == (STRIKE.article.sha256,)


def test_an_empty_ledger_holds_nothing_and_reading_it_makes_no_folder(ledger: Ledger) -> None:
    assert ledger.version() == {"articles": 0, "claims": 0}
    assert ledger.extractions(None, FINGERPRINT) == []
    assert not ledger.folder.exists()


def test_an_article_that_is_not_held_is_named(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    with pytest.raises(BadRequest, match=PORT.article.sha256[:12]):
        ledger.extractions(hashes([STRIKE, PORT]), FINGERPRINT)


def test_an_old_version_is_read_as_it_was(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    version = ledger.version()
    ledger.add(ALL, fingerprint=FINGERPRINT)
    assert ledger.extractions(None, FINGERPRINT, version) == [STRIKE]
    assert len(ledger.extractions(None, FINGERPRINT)) == 3


def test_the_version_that_holds_some_articles_stays_the_same_when_the_ledger_grows(ledger: Ledger) -> None:
    ledger.add([PORT], fingerprint=FINGERPRINT)
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    version = ledger.version()
    for words in ("one", "two", "three", "four"):
        ledger.add([extraction(words)], fingerprint=FINGERPRINT)
    assert ledger.version() != version
    assert ledger.version_holding(hashes([STRIKE, PORT]), FINGERPRINT) == version
    assert ledger.extractions(hashes([STRIKE]), FINGERPRINT, version) == [STRIKE]


def test_old_versions_never_expire(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    for table in ("articles", "claims"):
        configuration = DeltaTable(ledger.folder / table).metadata().configuration
        assert configuration["delta.logRetentionDuration"] == "interval 36500 days"
        assert configuration["delta.deletedFileRetentionDuration"] == "interval 36500 days"


def test_a_run_killed_between_claims_and_article_leaves_no_half_article(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed_before_articles(table: DeltaTable, rows: Table) -> None:
        if table.table_uri.rstrip("/").endswith("articles"):
            raise KeyboardInterrupt
        append(table, rows)

    monkeypatch.setattr("attributed.ledger.store.append", killed_before_articles)
    with pytest.raises(KeyboardInterrupt):
        ledger.add([STRIKE], fingerprint=FINGERPRINT)
    assert not ledger.holds(STRIKE.article.sha256, FINGERPRINT)
    monkeypatch.undo()
    assert ledger.add([STRIKE], fingerprint=FINGERPRINT).new == (STRIKE.article.sha256,)
    assert ledger.extractions(None, FINGERPRINT) == [STRIKE]
    assert DeltaTable(ledger.folder / "claims").count() == 3


def _add_side_by_side(folder: Path, together: Barrier) -> None:
    ledger = Ledger(folder)
    for number in range(8):
        together.wait(60)
        ledger.add([extraction(f"Word {number}", claims=2)], fingerprint=FINGERPRINT)


def test_two_writers_of_the_same_articles_leave_each_once(ledger: Ledger) -> None:
    spawn = multiprocessing.get_context("spawn")
    together = spawn.Barrier(2)
    writers = [spawn.Process(target=_add_side_by_side, args=(ledger.folder, together)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert DeltaTable(ledger.folder / "articles").count() == 8
    assert DeltaTable(ledger.folder / "claims").count() == 16
    assert len(ledger.extractions(None, FINGERPRINT)) == 8


def test_claims_that_went_missing_are_noticed(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    DeltaTable(ledger.folder / "claims").delete("position = 1")
    with pytest.raises(AttributedError, match="2 claims, its row says 3"):
        ledger.extractions(None, FINGERPRINT)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "ledger").write_text("a file, not a folder")
    with pytest.raises(AttributedError, match=r"ledger: the ledger cannot be written"):
        Ledger(tmp_path / "ledger").add([STRIKE], fingerprint=FINGERPRINT)


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTRIBUTED_LEDGER", str(tmp_path / "elsewhere"))
    assert Ledger().folder == tmp_path / "elsewhere"


def test_the_columns_can_be_read_without_attributed(ledger: Ledger) -> None:
    ledger.add([STRIKE], fingerprint=FINGERPRINT)
    row = next(iter(DeltaTable(ledger.folder / "claims").scan(predicate="position = 0").read_all().to_batches()))
    cell = {name: row.column(name)[0].as_py() for name in row.schema.names}
    assert (cell["event"], cell["edtf"], cell["origin"]) == ("warning", "XXXX-12-09", "union")
    assert json.loads(cell["record"])["id"] == cell["id"]


def test_a_program_that_read_the_ledger_ends_well(ledger: Ledger) -> None:
    ledger.add(ALL, fingerprint=FINGERPRINT)
    reading = f"Ledger(Path(sys.argv[1])).extractions(None, {FINGERPRINT!r})"
    program = f"import sys; from pathlib import Path; from attributed.ledger import Ledger; print(len({reading}))"
    ended = subprocess.run(
        [sys.executable, "-c", program, str(ledger.folder)], check=False, capture_output=True, text=True
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "3\n", "")
