"""The page in a real browser, with its script and without: everybody can read it, and it asks nobody for anything."""

import json
import shutil
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from attributed import show
from attributed.publish import PageExporter
from tests.executed import executed
from tests.gold_briefing import gold_briefing

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = find_spec("axe_playwright_python")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, PHONE = {"width": 1180, "height": 900}, {"width": 390, "height": 844}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE},
    "print": {"viewport": WIDE},
}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(AXE is None, reason="axe-playwright-python, which brings axe-core, is not installed"),
]


@cache
def page_source() -> str:
    return str(PageExporter().from_notebook_node(executed())[0])


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("page") / "index.html"
    file.write_text(page_source(), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def faults(page: Any) -> list[str]:
    """What axe-core finds; evaluated from outside, since the page itself would refuse to run it."""
    assert AXE is not None
    assert AXE.origin is not None
    axe = Path(AXE.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    run = f"axe.run(document, {json.dumps({'runOnly': RULES})}).then(found => JSON.stringify(found.violations))"
    session = page.context.new_cdp_session(page)
    answer = session.send(
        "Runtime.evaluate", {"expression": f"{axe};{run}", "awaitPromise": True, "returnByValue": True}
    )
    violations = json.loads(answer["result"]["value"])
    return [f"{fault['id']}: {node['html'][:120]}" for fault in violations for node in fault["nodes"]]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_and_nothing_is_asked_for(browser: Any, address: str, look: str) -> None:
    context = browser.new_context(**LOOKS[look])
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    if look == "print":
        page.emulate_media(media="print")
    assert faults(page) == []
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert complaints == []
    context.close()


def test_everything_that_can_be_used_is_reached_by_tab(page: Any) -> None:
    reachable = page.evaluate(
        "[...document.querySelectorAll('a[href],button,select,input,summary,[tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility() && !e.classList.contains('skip')).length"
    )
    reached = 0
    page.keyboard.press("Tab")  # the skip link
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        reached += 1
    assert reached == reachable


def test_without_a_script_all_is_told_and_no_control_is_dead(browser: Any, address: str) -> None:
    context = browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator(".steps").count() == 0
    assert page.locator("a.number:visible").count() > 0
    context.close()


def test_a_number_tells_its_chain_on_focus_and_on_hover(page: Any) -> None:
    tip = page.locator("#words-1 .tip")
    assert tip.bounding_box()["width"] <= 1
    page.locator("#words-1").focus()
    assert tip.bounding_box()["width"] > 100
    page.keyboard.press("Escape")
    assert tip.bounding_box()["width"] <= 1
    page.locator("#words-1 + mark").hover()
    assert tip.bounding_box()["width"] > 100


def test_n_and_p_step_through_the_claims_until_they_are_switched_off(page: Any) -> None:
    def focused() -> str:
        return str(page.evaluate("document.activeElement.id"))

    page.keyboard.press("n")
    first = focused()
    assert first.startswith("words-")
    page.keyboard.press("n")
    assert focused() != first
    page.keyboard.press("p")
    assert focused() == first
    page.get_by_label("keys n and p step").uncheck()
    page.keyboard.press("n")
    assert not focused().startswith("words-")


def test_a_filter_leaves_the_claims_that_fit_and_says_how_many(page: Any) -> None:
    every = page.locator("a.number[id^=words-]").count()
    page.locator(".steps select").first.select_option(label="State media")
    left = page.locator("a.number[id^=words-]:visible").count()
    assert 0 < left < every
    assert page.locator(".steps output").text_content() == f"{left} of {every} claims"


def test_a_link_to_a_claim_that_is_filtered_out_takes_the_filter_away(page: Any) -> None:
    page.locator(".steps select").first.select_option(label="State media")
    hidden = page.locator("a.number.out").first.get_attribute("id")
    page.evaluate(f"location.hash = '{hidden}'")
    page.wait_for_function(f"document.getElementById('{hidden}').checkVisibility()")
    assert page.locator(".steps select").first.input_value() == ""


def test_a_filter_in_jupyterlab_hides_what_does_not_fit_and_is_worked_by_keys(browser: Any) -> None:
    shown = show.reported(gold_briefing())
    page = browser.new_page()
    page.set_content(shown.html())
    claims = page.locator(".claim")
    count, source = claims.count(), page.get_by_label("Source")
    source.focus()
    page.keyboard.press("ArrowDown")
    chosen = source.locator("option:checked").inner_text()
    seen = [claim for claim in claims.all() if claim.is_visible()]
    assert 0 < len(seen) < count
    assert all(chosen.lower() in claim.inner_text().lower() for claim in seen)
    assert all(card.locator(".claim:visible").count() for card in page.locator(".card:visible").all())


def test_an_article_is_picked_in_jupyterlab(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(show.articles(gold_briefing()).html())
    page.locator(".filters select").first.select_option("Article 2")
    assert [page.locator(f"#article-{number}").is_visible() for number in (1, 2)] == [False, True]


def test_filters_are_for_jupyterlab_alone(page: Any) -> None:
    assert page.locator(".filters, [data-f]").count() == 0
