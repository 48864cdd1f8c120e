"""The report folder: exports that a spreadsheet cannot run, articles kept as received, a manifest that names all."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attributed.briefing import Briefing, Making, Request
from attributed.errors import BadReport
from attributed.model import UNKNOWN, Article, Claim, Extraction, Known, Link, Passage, Role
from attributed.publish import exports
from attributed.publish.annotations import annotations_jsonld
from attributed.publish.exports import claims_csv, facts_csv, read_csv
from attributed.publish.manifest import read_manifest
from attributed.publish.report import Original, complete_report
from tests import made
from tests.made import facts_of

SAID = "=HYPERLINK is what “the union” said.\nOn Monday, nobody asked.\n"
UNION_SAYS = Link(Role.ORIGIN, "the union", "official_body", "union")
PAPER = Link(Role.PUBLISHER, None, "outlet", "outlet")


def article(data: bytes, *, name: str = "a.txt", encoding: str = "utf-8", text: str | None = None) -> Article:
    read = made.article(data.decode(encoding) if text is None else text, id=name)
    return replace(read, sha256=hashlib.sha256(data).hexdigest(), encoding=Known(encoding, "detected"))


def claim(article: Article, words: str, *, number: int = 1) -> Claim:
    start = article.text.index(words)
    return made.claim(
        f"c{number:010}",
        UNION_SAYS,
        PAPER,
        article=article.sha256,
        content=(start, start + len(words)),
        event="warning",
    )


def briefing(*extractions: Extraction) -> Briefing:
    return Briefing(
        request=Request(name="mine", as_of=date(2025, 3, 12)),
        edition="2025-03-12",
        articles=tuple(extraction.article for extraction in extractions),
        claims=tuple(claim for extraction in extractions for claim in extraction.claims),
        facts=facts_of(extractions),
        takeaways=(),
        headline=(),
        sources=(),
        independent_roots=(1, 1),
        gaps=(),
        event_labels={"warning": "warning"},
        making=Making({"attributed": "0.1.0"}, {"extractor": "abc"}, {"articles": 1, "claims": 1}),
    )


def of_files(files: Mapping[str, bytes], claims: Mapping[str, tuple[str, ...]]) -> Briefing:
    """A briefing of some files, with a claim for each of some of their words."""
    extractions = []
    numbers = iter(range(1, 1000))
    for name, data in files.items():
        read = article(data, name=name)
        found = tuple(claim(read, words, number=next(numbers)) for words in claims.get(name, ()))
        extractions.append(Extraction(read, found))
    return briefing(*extractions)


def report(folder: Path, made_of: Briefing, *originals: Original) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text("<h1>Strike</h1>")
    by_hash = {hashlib.sha256(original.data).hexdigest(): original for original in originals}
    complete_report(folder, made_of, by_hash, edition=made_of.edition)
    return folder


STRIKE = of_files({"a.txt": SAID.encode()}, {"a.txt": ("=HYPERLINK", "“the union”")})


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless_and_read_back_as_it_was() -> None:
    rows = list(csv.DictReader(io.StringIO(claims_csv(STRIKE).decode("utf-8-sig"))))
    assert rows[0]["words"] == "'=HYPERLINK"
    assert [row["words"] for _, row in read_csv(claims_csv(STRIKE))] == ["=HYPERLINK", "“the union”"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_cell_is_read_back_as_it_was(cell: str) -> None:
    written = exports._csv({"cell": str, "next": lambda _: "x"}, [cell])  # noqa: SLF001 - the writer alone, for any text
    [(_, row)] = read_csv(written)
    assert row == {"cell": cell, "next": "x"}
    harmless = next(iter(list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))[1:]))[0]
    assert not harmless.startswith(exports.FORMULA)


def test_exports_open_in_excel_with_their_quotation_marks() -> None:
    assert claims_csv(STRIKE).startswith(b"\xef\xbb\xbf")


def test_a_claim_is_exported_with_passages_chain_and_number() -> None:
    _, row = list(read_csv(claims_csv(STRIKE)))[1]
    assert row["number"] == "2"
    assert row["passages"] == "19..30"
    assert row["chain"] == "origin: the union (official_body) → publisher: not named (outlet)"


def test_a_fact_is_exported_with_the_numbers_of_its_claims_and_its_roots() -> None:
    _, row = list(read_csv(facts_csv(STRIKE)))[1]
    assert (row["statement"], row["claim_numbers"], row["roots"]) == ("“the union”", "2", "the union")
    assert (row["fewest_independent_roots"], row["most_independent_roots"]) == ("1", "1")


def test_a_report_without_claims_has_exports_all_the_same(tmp_path: Path) -> None:
    folder = report(tmp_path / "r", of_files({"a.txt": b"Nobody spoke."}, {}), Original(b"Nobody spoke."))
    assert (folder / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,claim,")


def test_the_articles_are_kept_byte_for_byte(tmp_path: Path) -> None:
    latin = "Café workers strike.".encode("latin-1")
    read = article(latin, name="le café.txt", encoding="latin-1")
    folder = report(tmp_path / "r", briefing(Extraction(read, ())), Original(latin, "data/articles/le café.txt"))
    [kept] = read_manifest(folder).articles
    assert (folder / kept.file).read_bytes() == latin
    assert (kept.file, kept.encoding, kept.text_file) == ("articles/1-le_café.txt", "latin-1", None)
    assert kept.origin == "data/articles/le café.txt"


def test_where_the_text_is_not_simply_the_bytes_it_is_kept_too(tmp_path: Path) -> None:
    page = b"<p>We strike</p>"
    read = article(page, name="a.html", text="We strike")
    folder = report(tmp_path / "r", briefing(Extraction(read, (claim(read, "strike"),))), Original(page))
    [kept] = read_manifest(folder).articles
    assert kept.text_file == "articles/1-a.html.text.txt"
    assert (folder / kept.text_file).read_text() == "We strike"


def test_names_of_articles_stay_inside_the_report(tmp_path: Path) -> None:
    read = article(b"We strike", name="../../x\x00/é" + "y" * 300 + ".txt")
    folder = report(tmp_path / "r", briefing(Extraction(read, ())), Original(b"We strike"))
    assert [path.name for path in tmp_path.iterdir()] == ["r"]
    assert len(list((folder / "articles").iterdir())) == 1


def test_an_article_whose_file_changed_meanwhile_stops_the_report(tmp_path: Path) -> None:
    with pytest.raises(BadReport, match=r"a\.txt: its file changed or went away"):
        report(tmp_path / "r", STRIKE, Original(b"something else"))


def test_the_manifest_names_every_other_file_with_its_hash(tmp_path: Path) -> None:
    folder = report(tmp_path / "r", STRIKE, Original(SAID.encode(), "seeds/a.txt"))
    manifest = json.loads((folder / "manifest.json").read_text())
    assert list(manifest["files"]) == [
        "annotations.jsonld",
        "articles/1-a.txt",
        "claims.csv",
        "facts.csv",
        "index.html",
        "provenance.json",
        "sources.bib",
        "sources.csl.json",
    ]
    assert manifest["files"]["index.html"] == hashlib.sha256(b"<h1>Strike</h1>").hexdigest()
    assert manifest["parameters"]["as_of"] == "2025-03-12"
    assert (manifest["versions"], manifest["ledger"]) == ({"attributed": "0.1.0"}, {"articles": 1, "claims": 1})
    assert UNKNOWN.value is manifest["articles"][0]["outlet"]


def test_the_same_briefing_gives_the_same_bytes(tmp_path: Path) -> None:
    one = report(tmp_path / "one", STRIKE, Original(SAID.encode()))
    two = report(tmp_path / "two", STRIKE, Original(SAID.encode()))
    assert (one / "manifest.json").read_bytes() == (two / "manifest.json").read_bytes()


def test_a_passage_in_a_cell_is_no_date_to_a_spreadsheet() -> None:
    assert exports.passages_text((Passage(1, 12), Passage(20, 24))) == "1..12 20..24"
    assert exports.passages_of("1..12 20..24") == (Passage(1, 12), Passage(20, 24))


def test_an_annotation_names_the_same_words_by_quotation_and_by_position() -> None:
    page = json.loads(annotations_jsonld(STRIKE))
    text = STRIKE.articles[0].text
    selectors = [target["selector"] for item in page["items"] for target in item["target"]]
    assert [quotation["exact"] for quotation, _ in selectors] == ["=HYPERLINK", "“the union”"]
    for quotation, position in selectors:
        assert text[position["start"] : position["end"]] == quotation["exact"]
        assert quotation["prefix"] + quotation["exact"] + quotation["suffix"] in text
