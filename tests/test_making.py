"""From a request to a briefing: what is asked, what is read, what the ledger gives."""

from pathlib import Path

import pytest

from attributed.errors import BadRequest
from attributed.gathering import gather
from attributed.ledger import Ledger
from attributed.making import make_briefing

STRIKE = "Strike at the port\n\nThe dockers will strike on Monday, the union said.\n\nThe port did not comment.\n"
FLOOD = "Flood in the valley\n\nThe bridge is gone, one resident said.\n\nThe road is closed.\n"


@pytest.fixture(autouse=True)
def own_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATTRIBUTED_LEDGER", str(tmp_path / "ledger"))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "strike.txt").write_text(STRIKE, encoding="utf-8")
    return folder


def asked(folder: Path, **more: object) -> dict[str, object]:
    return {"name": "mine", "as_of": "2025-03-12", "articles": [f"{folder}/*.txt"], **more}


def test_a_misspelt_parameter_is_refused_with_the_known_ones(articles: Path) -> None:
    with pytest.raises(BadRequest, match=r"asof.*parameters are: name, subject, articles, as_of"):
        make_briefing(**asked(articles, asof="2025-03-12"))


def test_a_day_that_does_not_exist_is_refused(articles: Path) -> None:
    with pytest.raises(BadRequest, match="as_of"):
        make_briefing(**asked(articles, as_of="2025-02-30"))


def test_a_pattern_that_matches_nothing_is_refused_with_the_pattern(articles: Path) -> None:
    with pytest.raises(BadRequest, match=r"nothing matches .*\*\.html"):
        make_briefing(**asked(articles, articles=[f"{articles}/*.html"]))


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(articles: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    briefing = make_briefing(**asked(articles))
    assert [article.id for article in briefing.articles] == ["strike.txt"]
    assert [name for name, _ in briefing.refused] == ["empty.txt"]


def test_extraction_tells_how_far_it_is_and_is_done_once(articles: Path) -> None:
    (articles / "flood.txt").write_text(FLOOD, encoding="utf-8")
    steps: list[str] = []
    gather(asked(articles), tell=steps.append)
    gather(asked(articles), tell=steps.append)
    assert steps == ["extracting: 1 of 2 articles", "extracting: 2 of 2 articles"]


def test_where_no_file_can_be_read_the_reasons_are_given(articles: Path) -> None:
    (articles / "strike.txt").write_bytes(b"")
    with pytest.raises(BadRequest, match=r"no article could be read.*\n.*strike\.txt: .*empty"):
        make_briefing(**asked(articles))


def test_the_same_text_under_two_names_is_one_article(articles: Path) -> None:
    (articles / "again.txt").write_text(STRIKE, encoding="utf-8")
    assert [article.id for article in make_briefing(**asked(articles)).articles] == ["again.txt"]


def test_an_outlet_that_the_user_gives_ends_the_chains_and_says_so(articles: Path) -> None:
    unnamed = make_briefing(**asked(articles))
    given = make_briefing(**asked(articles, outlets={"strike.txt": "Port Gazette"}))
    assert {claim.chain[-1].name for claim in unnamed.claims} == {None}
    assert {claim.chain[-1].name for claim in given.claims} == {"Port Gazette"}
    assert given.articles[0].outlet.basis == "given by the user"


def test_articles_added_later_do_not_change_the_version_that_a_briefing_rests_on(articles: Path) -> None:
    before = make_briefing(**asked(articles))
    (articles / "flood.txt").write_text(FLOOD, encoding="utf-8")
    make_briefing(**asked(articles))
    again = make_briefing(**asked(articles, articles=[f"{articles}/strike.txt"]))
    assert Ledger().version() != before.making.ledger_version
    assert again.making.ledger_version == before.making.ledger_version
    assert again.claims == before.claims


def test_an_unknown_style_of_names_is_refused_with_the_known_ones(articles: Path) -> None:
    with pytest.raises(BadRequest, match="romanisation is 'mine'; the subject north-korea has: listed, hyphenated"):
        make_briefing(name="x", as_of="2025-03-12", articles=[str(articles / "*.txt")], romanisation="mine")
    with pytest.raises(BadRequest, match=r"the subject us-administration has: listed$"):
        make_briefing(
            name="x",
            as_of="2025-03-12",
            subject="us-administration",
            articles=[str(articles / "*.txt")],
            romanisation="hyphenated",
        )
