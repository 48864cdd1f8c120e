"""An executed notebook becomes a page and a PDF: the same words, nothing that could harm, the same bytes."""

import base64
import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pandas as pd
import pypdf
import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from attributed import paths
from attributed.errors import BadReport
from attributed.model import Passage, Zone, ZoneKind
from attributed.publish import PageExporter, PdfExporter
from tests.executed import code, executed, failed, notebook_of, output, printed, prose
from tests.gold_briefing import gold_briefing

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>'
HOSTILE = 'Kim <script>alert(1)</script> <img src=x onerror=alert(1)> #read("x") *b* _i_ $m$ \\ `c` @r'


def page_of(notebook: Any) -> BeautifulSoup:
    return BeautifulSoup(PageExporter().from_notebook_node(notebook)[0], "html.parser")


def pdf_of(notebook: Any) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(PdfExporter().from_notebook_node(notebook)[0]))


def words_of(pdf: pypdf.PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages)).replace("\u200b", "")


@cache
def page() -> str:
    return str(PageExporter().from_notebook_node(executed())[0])


@cache
def pdf() -> bytes:
    return bytes(PdfExporter().from_notebook_node(executed())[0])


@cache
def soup() -> BeautifulSoup:
    return BeautifulSoup(page(), "html.parser")


def test_the_page_asks_no_address_and_has_one_script() -> None:
    assert not soup().find_all(["link", "iframe", "object", "embed"])
    data = {"application/ld+json", "application/json"}  # never run
    assert [script.get("type") for script in soup().find_all("script") if script.get("type") not in data] == [None]
    assert all(address.startswith("data:image/") for address in re.findall(r'(?:src|srcset|poster)="([^"]*)', page()))
    assert not re.findall(r"url\((?!data:font/|%23)", page())
    assert not [name for tag in soup().select("*") for name in tag.attrs if name.startswith("on")]


def test_the_page_allows_only_its_own_style_sheet_and_script() -> None:
    policy = soup().find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert isinstance(policy, Tag)
    allowed = str(policy["content"])
    assert re.fullmatch(
        "default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'",
        allowed,
    )


def test_the_page_has_a_title_a_language_landmarks_and_contents() -> None:
    html = soup().html
    assert isinstance(html, Tag)
    assert html["lang"] == "en"
    assert soup().title is not None
    assert [tag.name for tag in soup().find_all(["header", "nav", "main"])] == ["header", "nav", "main"]
    contents = [str(link["href"])[1:] for link in soup().select("nav a")]
    assert contents == [str(heading["id"]) for heading in soup().select("main h2")]


def test_headings_skip_no_level_and_there_is_one_of_the_first() -> None:
    levels = [int(tag.name[1]) for tag in soup().find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_of_the_page_leads_somewhere_and_no_id_is_given_twice() -> None:
    ids = [str(tag["id"]) for tag in soup().find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for a in soup().select('a[href^="#"]')} <= set(ids)


def test_a_claim_is_one_step_from_its_words_and_back() -> None:
    for number in range(1, len(gold_briefing().claims) + 1):
        card, words = soup().find(id=f"claim-{number}"), soup().find(id=f"words-{number}")
        assert isinstance(card, Tag)
        assert isinstance(words, Tag)
        leads = [str(a["href"]) for a in ([card] if card.name == "a" else card.find_all("a"))]
        assert f"#words-{number}" in leads
        assert words["href"] == f"#claim-{number}"


def test_the_page_is_light() -> None:
    assert len(page().encode()) < 400_000


def test_two_runs_make_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert PageExporter().from_notebook_node(executed())[0] == page()
    assert PdfExporter().from_notebook_node(executed())[0] == PdfExporter().from_notebook_node(executed())[0]


def test_the_pdf_is_tagged_titled_and_has_bookmarks() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf()))
    root = reader.root_object
    assert "'/Marked': true" in str(root["/MarkInfo"]).lower().replace("/marked", "/Marked")
    assert str(root["/Lang"]) == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == soup().select_one("h1").get_text()  # type: ignore[union-attr]
    bookmarks = [str(entry["/Title"]) for entry in flat(reader.outline)]
    assert {heading.get_text() for heading in soup().select("main h2")} <= set(bookmarks)


def flat(outline: Any) -> list[Any]:
    return [entry for part in outline for entry in (flat(part) if isinstance(part, list) else [part])]


def test_the_pdf_says_on_each_page_how_to_handle_it_and_where_one_is() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf()))
    for number, sheet in enumerate(reader.pages, 1):
        words = sheet.extract_text()
        assert "TLP:CLEAR" in words
        assert f"Page {number} of {len(reader.pages)}" in words


def test_the_pdf_has_a_link_to_each_claim_and_to_its_words() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf()))
    links = sum(
        annotation.get_object()["/Subtype"] == "/Link"
        for sheet in reader.pages
        for annotation in sheet.get("/Annots", [])
    )
    assert links >= 2 * len(gold_briefing().claims)


def test_hangul_in_the_pdf_copies_as_text() -> None:
    assert "장성택" in re.sub(r"\s", "", words_of(pypdf.PdfReader(io.BytesIO(pdf()))))


def test_the_pdf_is_small() -> None:
    assert len(pdf()) < 1_000_000


def test_no_code_and_no_instructions_are_printed() -> None:
    for words in (soup().get_text(), words_of(pypdf.PdfReader(io.BytesIO(pdf())))):
        assert "make_briefing" not in words
        assert "Run all" not in words


def test_what_an_analyst_adds_is_in_both_formats() -> None:
    frame = pd.DataFrame({"officials": [40, 3]}, index=["Nampo", "Chagang"])
    notebook = notebook_of(
        prose("# A note\n\n## Ours\n\nWe *think* so, see [38 North](https://www.38north.org).\n\n- first\n- second"),
        prose("| Place | Claims |\n|---|--:|\n| Hamhung | 2 |"),
        code("frame", output({"text/html": frame._repr_html_(), "text/plain": str(frame)})),  # type: ignore[operator]
        code("#| fig-alt: Two bars of unlike height\nplot()", output({"image/png": PIXEL, "text/plain": "<Figure>"})),
        code("draw()", output({"image/svg+xml": DRAWING}, **{"image/svg+xml": {"alt": "A square in a corner"}})),
        code("print('counted')", printed("counted 7 cases\n"), printed("a warning", name="stderr")),
    )
    page, pdf = page_of(notebook), pdf_of(notebook)
    for words in (page.get_text(" "), words_of(pdf)):
        for expected in ("A note", "Ours", "38 North", "second", "Hamhung", "officials", "Chagang", "counted 7 cases"):
            assert expected in words
        assert "a warning" not in words
    assert {image["alt"] for image in page.find_all("img")} == {"Two bars of unlike height", "A square in a corner"}
    assert b"Two bars of unlike height".decode() in str(alternatives(pdf))


def alternatives(reader: pypdf.PdfReader) -> list[str]:
    """The alternative texts of a PDF's structure tree."""
    found: list[str] = []
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [str(node["/Alt"])] if "/Alt" in node else []
            waiting += [node["/K"]] if "/K" in node and not isinstance(node["/K"], int) else []
    return found


@pytest.mark.parametrize(
    "cell",
    [
        prose(f"## Title {HOSTILE}\n\n{HOSTILE}\n\n<div onclick='x()'>{HOSTILE}</div>"),
        code("x", output({"text/html": f"<p onclick=x()>{HOSTILE}</p><style>p{{}}</style>"})),
        code("x", output({"text/plain": HOSTILE})),
        code("x", output({"text/markdown": f"[x](javascript:alert(1)) {HOSTILE}"})),
        code(
            "#| fig-alt: x\n",
            output({"image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'}),
        ),
    ],
)
def test_what_a_cell_shows_can_neither_run_nor_load_anything(cell: Any) -> None:
    page = page_of(notebook_of(cell))
    assert not page.find_all(["script", "iframe", "svg"])
    assert not [name for tag in page.select("*") for name in tag.attrs if name.startswith("on")]
    assert all(str(image["src"]).startswith("data:image/") for image in page.find_all("img"))
    assert all(str(a["href"]).startswith(("#", "http")) for a in page.find_all("a"))
    assert len(pdf_of(notebook_of(cell)).pages) == 1


def test_a_hostile_article_is_printed_as_it_is() -> None:
    briefing = gold_briefing()
    text = f"{HOSTILE} \u202etxt.exe {'x' * 10_000}\n\u0928\u092e\n"
    article = replace(briefing.articles[0], text=text, zones=(Zone(ZoneKind.BODY, Passage(0, len(text))),))
    emptied = ("claims", "facts", "takeaways", "histories", "cases", "outcomes", "sources", "gaps", "headline")
    gone: dict[str, Any] = dict.fromkeys(emptied, ())
    odd = replace(briefing, articles=(article,), **gone)
    page, pdf = page_of(executed(odd)), pdf_of(executed(odd))
    assert HOSTILE in page.get_text()
    assert "alert(1)" not in " ".join(script.get_text() for script in page.find_all("script"))
    words = words_of(pdf)
    assert HOSTILE in words
    assert "U+202E" in words
    assert "U+0928" in words  # no font here has it: said, not left out


def test_a_failed_cell_is_not_published() -> None:
    with pytest.raises(BadReport, match=r"cell 2 failed \(ValueError: no such place\)"):
        page_of(notebook_of(prose("## A"), code("1/0", failed())))


@pytest.mark.parametrize(
    "cell", [code("plot()", output({"image/png": PIXEL})), prose(f"![](data:image/png;base64,{PIXEL})")]
)
def test_an_image_without_words_is_refused_with_its_cell(cell: Any) -> None:
    for exporter in (PageExporter, PdfExporter):
        with pytest.raises(BadReport, match=r"cell 1.*alternative text"):
            exporter().from_notebook_node(notebook_of(cell))


def test_an_image_from_the_web_is_refused_with_its_cell() -> None:
    with pytest.raises(BadReport, match=r"cell 1: the image .* cannot be put into the report"):
        page_of(notebook_of(prose("![a cat](https://x.org/a.png)")))


def test_a_picture_beside_the_notebook_is_taken_in(tmp_path: Any) -> None:
    (tmp_path / "cat.png").write_bytes(base64.b64decode(PIXEL))
    resources = {"metadata": {"path": str(tmp_path), "name": "note"}}
    body, _ = PageExporter().from_notebook_node(notebook_of(prose("![a cat](cat.png)")), resources)
    assert 'alt="a cat"' in body


def test_a_picture_elsewhere_on_the_machine_is_not() -> None:
    resources = {"metadata": {"path": str(paths.NOTEBOOKS), "name": "note"}}
    with pytest.raises(BadReport, match="cell 1"):
        PageExporter().from_notebook_node(notebook_of(prose("![a cat](../../cat.png)")), resources)


def test_an_output_that_cannot_be_printed_is_said_with_its_cell() -> None:
    notebook = notebook_of(prose("## A"), code("m", output({"text/html": "<iframe src='x'></iframe>"})))
    assert "The output of cell 2 cannot be shown" in page_of(notebook).get_text()
    assert "The output of cell 2 cannot be shown" in words_of(pdf_of(notebook))


def test_a_cell_with_the_tag_remove_cell_is_left_out() -> None:
    notebook = notebook_of(prose("kept"), prose("secret", metadata={"tags": ["remove-cell"]}))
    assert "secret" not in page_of(notebook).get_text()


def test_a_table_with_spanning_cells_stays_regular() -> None:
    html = (
        "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td rowspan=2>1</td><td>2</td><td>3</td></tr>"
        "<tr><td>4</td><td>5</td></tr></table>"
    )
    rows = page_of(notebook_of(code("t", output({"text/html": html})))).find_all("tr")
    assert [[cell.get_text() for cell in row.find_all(["td", "th"])] for row in rows] == [
        ["a", "b", "b"],
        ["1", "2", "3"],
        ["1", "4", "5"],
    ]


def test_a_notebook_that_is_no_briefing_is_published_too() -> None:
    page = page_of(notebook_of(prose("# Notes on a case"), prose("## First\n\nWords.")))
    assert page.title is not None
    assert page.title.get_text() == "Notes on a case"
    assert "TLP" not in page.get_text()


def test_a_footnote_leads_to_its_words_and_back() -> None:
    page = page_of(notebook_of(prose("We think so.[^1]\n\n[^1]: Because *we* say so.")))
    there, back = page.find(id="noted-1-1"), page.find(id="note-1-1")
    assert isinstance(there, Tag)
    assert isinstance(back, Tag)
    assert (there["href"], back["href"]) == ("#note-1-1", "#noted-1-1")
    assert "Because we say so." in page.get_text()


def test_a_formula_is_drawn_with_its_source_as_words() -> None:
    notebook = notebook_of(
        prose("With $a = 3$:\n\n$$\n\\frac{1}{n} + 2\n$$"),
        code("x", output({"text/latex": "$\\displaystyle x^{2}$", "text/plain": "x**2"})),
        prose("$$\n\\unknown{\n$$"),
    )
    page, pdf = page_of(notebook), pdf_of(notebook)
    assert [image["alt"] for image in page.find_all("img")] == ["Formula: \\frac{1}{n} + 2", "Formula: x^{2}"]
    assert sorted(alternatives(pdf)) == ["Formula: \\frac{1}{n} + 2", "Formula: x^{2}"]
    assert "unknown{" in page.get_text()


def test_whoever_builds_the_pdf_is_told_what_it_cannot_show(caplog: pytest.LogCaptureFixture) -> None:
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "IntSlider()"}
    notebook = notebook_of(code("w", output(widget)), code("p", output({"text/html": "<script>plot()</script>"})))
    assert "IntSlider" not in words_of(pdf_of(notebook))
    assert [record.getMessage() for record in caplog.records if record.name == "attributed"] == [
        "The output of cell 1 is a widget: it is alive only in the notebook.",
        "The output of cell 2 cannot be shown outside the notebook.",
    ]
