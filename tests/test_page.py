"""The page in a real browser and the PDF on paper: nothing refused, nothing cut off, nothing blank."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from attributed.publish import PageExporter, PdfExporter
from tests.executed import executed

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND",  # the browser itself likes to call home
)
MEASURE = """<script>addEventListener("load", () => parent.postMessage(
[document.documentElement.scrollWidth, innerWidth,
 [...document.querySelectorAll("main *")].filter(e => !e.closest(".table, pre, .aloud, .tip") &&
  e.getBoundingClientRect().right > innerWidth + 1).length].join(" "), "*"))</script>"""
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@cache
def page() -> str:
    return str(PageExporter().from_notebook_node(executed())[0])


def chromium(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def refusals(folder: Path, html: str) -> list[str]:
    """What the page's policy keeps the browser from loading or running: whatever it would have asked for."""
    file = folder / "index.html"
    file.write_text(html, encoding="utf-8")
    log = chromium(folder, "--enable-logging=stderr", "--dump-dom", file.as_uri()).stderr
    return [line for line in log.splitlines() if "Content Security Policy" in line]


@needs_chromium
def test_the_page_asks_the_browser_for_nothing(tmp_path: Path) -> None:
    assert refusals(tmp_path, page()) == []


@needs_chromium
@pytest.mark.parametrize("added", ['<img src="http://127.0.0.1:9/x.png">', "<script>document.title = 1</script>"])
def test_whatever_got_into_the_page_would_be_refused(tmp_path: Path, added: str) -> None:
    assert len(refusals(tmp_path, page().replace("</main>", f"{added}</main>"))) == 1


@needs_chromium
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_hangs_over_the_edge(tmp_path: Path, width: int) -> None:
    measured = re.sub(r"<meta http-equiv=[^>]*>", "", page()).replace("</head>", f"{MEASURE}</head>")
    (tmp_path / "measured.html").write_text(measured, encoding="utf-8")
    outer = tmp_path / "outer.html"
    outer.write_text(
        "<body><script>onmessage = e => document.body.dataset.measured = e.data</script>"
        f'<iframe src="measured.html" style="width:{width}px;height:900px;border:0"></iframe>',
        encoding="utf-8",
    )
    dom = chromium(tmp_path, "--virtual-time-budget=4000", "--dump-dom", outer.as_uri()).stdout
    found = re.search(r'data-measured="(\d+) (\d+) (\d+)"', dom)
    assert found is not None
    wide, inner, over = map(int, found.groups())
    assert wide <= inner == width
    assert over == 0


@needs_chromium
@pytest.mark.parametrize(("dark", "brightness"), [(False, range(180, 256)), (True, range(70))])
def test_the_page_is_light_on_paper_and_dark_in_the_dark(tmp_path: Path, dark: bool, brightness: range) -> None:  # noqa: FBT001
    file = tmp_path / "index.html"
    file.write_text(page(), encoding="utf-8")
    options = ["--blink-settings=preferredColorScheme=0"] if dark else []
    chromium(tmp_path, *options, "--window-size=1280,1600", f"--screenshot={tmp_path / 'page.png'}", file.as_uri())
    pixels = np.asarray(Image.open(tmp_path / "page.png").convert("L"))
    assert int(np.median(pixels)) in brightness
    assert pixels.std() > 10


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_no_page_of_the_pdf_is_blank(tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    file.write_bytes(PdfExporter().from_notebook_node(executed())[0])
    subprocess.run(["pdftoppm", "-r", "30", "-gray", file, tmp_path / "sheet"], check=True, timeout=120)
    sheets = sorted(tmp_path.glob("sheet*.pgm"))
    assert sheets
    for sheet in sheets:
        inked = np.asarray(Image.open(sheet))[30:-30] < 200  # below the running title, above the page number
        assert inked.any(), sheet.name
