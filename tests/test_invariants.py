"""What must hold for every briefing: words stand where a claim says, and all that is printed leads to claims."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag

from attributed.briefing import Briefing
from attributed.making import make_briefing
from attributed.model import ZoneKind
from attributed.publish import PageExporter
from tests.executed import executed
from tests.gold_briefing import gold_briefing

LISTS = ("key-takeaways", "timeline", "people-and-their-status", "places", "sources")
ENTRIES = "li, tbody tr"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATTRIBUTED_LEDGER", str(tmp_path_factory.mktemp("ledger")))
        return make_briefing(name="seeds", as_of="2025-03-12")


@pytest.fixture(scope="module")
def pages(seeds: Briefing) -> list[BeautifulSoup]:
    """The page of the seeds' briefing as we extract it, and as it would be from the claims marked by hand."""
    notebooks = [executed(seeds), executed(gold_briefing())]
    return [BeautifulSoup(PageExporter().from_notebook_node(notebook)[0], "html.parser") for notebook in notebooks]


def test_the_words_of_every_claim_stand_verbatim_in_the_body_of_its_article(
    seeds: Briefing, pages: list[BeautifulSoup]
) -> None:
    for claim in seeds.claims:
        article = seeds.article_of(claim)
        body = article.zones_of(ZoneKind.BODY)
        for passage in (*claim.content, *claim.source, *claim.cue):
            assert 0 <= passage.start < passage.end <= len(article.text)
            assert any(zone.passage.covers(passage) for zone in body)
        printed = pages[0].find(id=f"claim-{seeds.number_of(claim)}")
        assert isinstance(printed, Tag)
        entry = printed if printed.name != "a" else printed.parent
        assert isinstance(entry, Tag)
        words = squeezed(entry.get_text())
        assert all(squeezed(passage.of(article.text)) in words for passage in claim.content)


@pytest.mark.parametrize("section", LISTS)
def test_every_entry_of_a_section_leads_to_claims(pages: list[BeautifulSoup], section: str) -> None:
    for page in pages:
        told = list(entries(page, section))
        assert told
        assert all(entry.select("a[href^='#claim-']") for entry in told)


def test_every_name_number_and_date_of_a_fact_stands_in_the_card_of_a_claim(pages: list[BeautifulSoup]) -> None:
    for page in pages:
        for chip in page.select(".chips li"):
            assert chip.find_parent(id=re.compile(r"^claim-\d+$")), chip.get_text()


def test_every_count_of_the_head_can_be_counted_again(seeds: Briefing, pages: list[BeautifulSoup]) -> None:
    head = pages[0].find("header")
    assert isinstance(head, Tag)
    told = head.get_text(" ")
    own = sum(claim.is_the_articles_own for claim in seeds.claims)
    assert f"{len(seeds.claims)} claims: {own} the articles’ own words and {len(seeds.claims) - own} from" in told
    assert f"{len(seeds.articles)} articles" in told


def entries(page: BeautifulSoup, section: str) -> Iterator[Tag]:
    heading = page.find(id=section)
    assert isinstance(heading, Tag)
    around = heading.find_parent("section")
    assert isinstance(around, Tag)
    yield from around.select(ENTRIES)


def squeezed(text: str) -> str:
    """Letters without the white space that a page folds."""
    return re.sub(r"\s+", "", text)
