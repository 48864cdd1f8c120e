"""Reading: what is decoded, what is struck out, and what is known of date, outlet and authors, with its basis."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attributed import paths
from attributed.errors import BadArticle, BadKnowledge
from attributed.model import Article, Role, ZoneKind
from attributed.reading import article_from_text, read_article, read_page_words

PAGE = read_page_words()
CORPORA = paths.PROJECT.parent / "shared" / "corpora"
PARAGRAPH = "The ministry said on Monday that two deputy directors had been removed from their posts."


def article(text: str, **known: str) -> Article:
    return article_from_text("a", text, PAGE, **known)


def kinds(read: Article) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.passage.of(read.text)) for zone in read.zones]


def seed(name: str) -> Article:
    return read_article(next(paths.SEEDS.glob(f"{name}*.txt")), PAGE)


def test_first_seed_is_dated_by_its_own_entry_in_the_related_list_and_has_no_outlet() -> None:
    read = seed("000")
    assert read.published.value == "2025-02-25"
    assert read.published.basis == "the related list repeats this title with a date"
    assert read.published.passage is not None
    assert (read.published.passage.start, read.published.passage.end) == (3831, 3848)
    assert read.outlet.value is None


def test_second_seed_names_its_outlet_and_authors_in_the_byline_and_has_no_date() -> None:
    read = seed("002")
    assert read.published.value is None
    assert read.outlet.passage is not None
    assert (read.outlet.value, read.outlet.passage.of(read.text)) == ("RFA", "RFA")
    assert [(credit.role, credit.name) for credit in read.credits] == [
        (Role.COLLECTOR, "RFA’s Korean Service"),
        (Role.COLLECTOR, "Sung-hui Moon"),
        (Role.TRANSLATOR, "Soo Min Jo"),
        (Role.WRITER, "Richard Finney"),
    ]


def test_every_non_claim_of_the_gold_lies_in_its_own_zone() -> None:
    expected = {
        "headline": ZoneKind.TITLE,
        "heading": ZoneKind.HEADING,
        "related_list": ZoneKind.RELATED,
        "related_list_self": ZoneKind.RELATED,
        "image_file_name": ZoneKind.PICTURE,
        "photo_caption": ZoneKind.CAPTION,
        "byline": ZoneKind.BYLINE,
        "comment_form": ZoneKind.FURNITURE,
        "navigation": ZoneKind.FURNITURE,
    }
    for line in (paths.GOLD / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] in expected:
            zones = seed(row["doc"][:3]).zones
            span = row["content_spans"][0]
            assert (expected[row["kind"]], span["start"], span["end"]) in {
                (zone.kind, zone.passage.start, zone.passage.end) for zone in zones
            }, row["id"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Add comment", "furniture"),
        ("Sign up for our daily newsletter", "furniture"),
        ("Copyright © 2019 The Daily Post, LLC. All rights reserved.", "furniture"),
        ("Read more: Why the ministry was purged", "related"),
        ("- Army chief seen again - March 4, 2019", "related"),
        ("By Jane Doe, Daily Post", "byline"),
        ("(Reporting by Jane Doe and Ri Min; Editing by John Roe)", "byline"),
        ("The Daily Post contributed to this report.", "byline"),
        ("Ida Brandt contributed to this report. The Daily Post also contributed to this report.", "byline"),
        ("Information from the Daily Post was used in this report.", "furniture"),
        ("CLOSE A court has dropped its case against the miners. Video provided by the Daily Post", "caption"),
        ("Published: 12 May 2014", "byline"),
        ("File photo: officers salute at a parade", "caption"),
        ("officers-salute-feb-2013.jpg", "picture"),
        ("How the ministry fell", "heading"),
        ("TENSIONS WITH THE U.S.", "heading"),
        (
            "RUSSIAN SUSPECT IN $4B FRAUD IS SUED IN OHIO; ROME, PARIS SEEK HIS EXTRADITION FROM A COURT IN TOLEDO",
            "heading",
        ),
        ("Out of step: The minister is believed to wear boots that hide how short he is", "heading"),
        ("1 of 3The minister at his desk(Daily Post)The minister has not been seen since May.(Daily Post)", "caption"),
        # No reporter's sentence may be taken for furniture.
        ("Two things remain: The army has not moved, and nobody has seen the minister.", "body"),
        ("“I do not know him,” he said", "body"),
        ("By Tuesday the ministry had denied the report.", "body"),
        ("Comments by the minister were not published.", "body"),
        ("He said the file list.jpg had been deleted.", "body"),
        ("“Sign up for the army,” the officer told them.", "body"),
        ("The minister was last seen on March 4, 2019.", "body"),
    ],
)
def test_a_line_between_paragraphs_is_told_by_its_own_words(line: str, kind: str) -> None:
    read = article(f"Minister gone\n\n{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}")
    zone = next(zone for zone in read.zones if line in zone.passage.of(read.text))
    assert zone.kind.value == kind


def test_headlines_below_read_more_are_no_sentences_of_the_article() -> None:
    below = "Read more:\n\nTown mourns the captain, 'one of us.'\n\nLee warns of a war"
    read = article(f"Minister gone\n\n{PARAGRAPH}\n\n{below}\n\n{PARAGRAPH}")
    assert [kind for kind, _ in kinds(read)] == ["title", "body", "related", "related", "related", "body"]


def test_a_picture_line_is_split_in_file_name_and_caption() -> None:
    read = article(f"Minister gone\n\nparade-2013.jpg Officers salute at a parade.\n\n{PARAGRAPH}")
    assert kinds(read)[1:3] == [("picture", "parade-2013.jpg"), ("caption", "Officers salute at a parade.")]


def test_labels_before_a_caption_are_furniture_and_the_caption_is_no_body() -> None:
    read = article(f"Image copyright Some Agency Image caption Officers salute\n\n{PARAGRAPH}")
    assert [kind for kind, _ in kinds(read)] == ["furniture", "caption", "furniture", "caption", "body"]


def test_the_names_that_open_a_page_are_its_byline_not_its_title() -> None:
    read = article(f"Jane Doe and John B. Roe\n\nDAILY POST\n\n{PARAGRAPH}\n\n{PARAGRAPH}")
    assert [kind for kind, _ in kinds(read)] == ["byline", "byline", "body"]
    assert [credit.name for credit in read.credits] == ["Jane Doe", "John B. Roe"]


def test_paragraphs_in_a_row_are_one_body_without_the_newlines_around_it() -> None:
    read = article(f"Minister gone\r\n\r\n{PARAGRAPH}\r\n\r\n{PARAGRAPH}\r\n\r\n")
    assert kinds(read) == [("title", "Minister gone"), ("body", f"{PARAGRAPH}\r\n\r\n{PARAGRAPH}")]


@pytest.mark.parametrize(
    ("text", "url", "day", "basis"),
    [
        (f"{PARAGRAPH}\n\nPublished: 12 May 2014", None, "2014-05-12", "a line of its own says “Published”"),
        (f"Updated 3 June 2015\n\nPosted on May 12, 2014\n\n{PARAGRAPH}", None, "2014-05-12", "“Posted on”"),
        (f"Monday, May 12, 2014\n\n{PARAGRAPH}", None, "2014-05-12", "a date on a line of its own"),
        (PARAGRAPH, "https://post.example/2016/12/15/minister", "2016-12-15", "address slug"),
        (PARAGRAPH, "https://post.example/news/minister-12152016134649.html", "2016-12-15", "address slug"),
        (f"SEOUL, March 3, 2014 (Yonhap) -- {PARAGRAPH}", None, "2014-03-03", "the dateline"),
        (f"{PARAGRAPH} He was seen on March 3, 2014.", None, None, "unknown"),
        (f"parade-feb-2013.jpg A parade.\n\n{PARAGRAPH}", None, None, "unknown"),
        (PARAGRAPH, "https://post.example/2016/13/45/minister", None, "unknown"),
    ],
)
def test_a_date_of_publication_has_a_basis_or_is_unknown(
    text: str, url: str | None, day: str | None, basis: str
) -> None:
    read = article_from_text("a", text, PAGE, url=url)
    assert read.published.value == day
    assert basis in read.published.basis
    if day and read.published.passage:
        assert day[:4] in read.published.passage.of(text)


def test_what_the_user_gives_counts_before_what_the_page_says() -> None:
    read = article(f"{PARAGRAPH}\n\nPublished: 12 May 2014", published="2014-05-11", outlet="Daily Post")
    assert (read.published.value, read.published.basis) == ("2014-05-11", "given")
    assert (read.outlet.value, read.outlet.basis) == ("Daily Post", "given")


def test_a_wire_credit_is_the_outlet_or_else_the_collector() -> None:
    text = f"SEOUL (Yonhap) -- {PARAGRAPH}"
    assert article(text).outlet.value == "Yonhap"
    assert [credit.name for credit in article(text, outlet="Daily Post").credits] == ["Yonhap"]


def test_a_given_date_that_is_none_is_refused_with_what_would_be_right() -> None:
    with pytest.raises(BadArticle, match="'last May'; expected a date such as 2025-02-25"):
        article(PARAGRAPH, published="last May")


def test_the_text_is_kept_as_decoded_and_the_encoding_is_said(tmp_path: Path) -> None:
    text = f"Le ministre limogé\r\n\r\nLe général, « révoqué » à l'été, a été arrêté près de Pyongyang. {PARAGRAPH}\r\n"
    (tmp_path / "utf8.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "latin.txt").write_bytes(text.encode("cp1252"))
    for name, encoding, basis in (("utf8.txt", "utf-8-sig", "byte order mark"), ("latin.txt", "cp1252", "detected")):
        read = read_article(tmp_path / name, PAGE)
        assert (read.text, read.encoding.value) == (text, encoding)
        assert basis in read.encoding.basis


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"...\n---\n", "there is no word in it"),
        (b"%PDF-1.4\x00\x01\x02" * 40, "this is a binary file"),
        (bytes(range(256)) * 8, "this is a binary file"),
    ],
)
def test_a_file_that_is_no_article_is_refused_with_its_name(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "odd.txt").write_bytes(data)
    with pytest.raises(BadArticle, match=f"odd.txt: .*{message}"):
        read_article(tmp_path / "odd.txt", PAGE)


def test_a_missing_file_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(BadArticle, match=r"nowhere\.txt"):
        read_article(tmp_path / "nowhere.txt", PAGE)


@pytest.mark.parametrize(
    "line",
    [
        "<script>alert(1)</script> He said <img src=x onerror=alert(1)>.",
        "\u202eHe said the opposite.\u202c \u2066x\u2069",
        "word " * 2000,
        "." * 10_000,
        "(" * 5_000 + "Reporting by " * 400,
        " " * 10_000 + "He left.",
    ],
)
def test_hostile_lines_are_read_as_plain_text(line: str) -> None:
    text = f"Minister gone\n\n{line}\n\n{PARAGRAPH}"
    read = article(text)
    assert read.text == text
    assert_zones_hold(read)


@given(st.text(min_size=1))
def test_zones_of_any_text_are_in_order_and_apart(text: str) -> None:
    try:
        read = article(text)
    except BadArticle:
        return
    assert_zones_hold(read)


def test_an_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(BadKnowledge, match="english"):
        read_page_words("klingon")


@pytest.mark.shared
@pytest.mark.skipif(not CORPORA.exists(), reason="the corpora lie beside the checkout of developers only")
def test_articles_of_many_outlets_are_read_and_keep_most_of_their_text_as_body() -> None:
    rows = [json.loads(line) for line in (CORPORA / "news" / "articles.jsonl").read_text().splitlines()]
    shares = []
    for row in rows:
        read = article_from_text(row["id"], row["text"], PAGE)
        assert_zones_hold(read)
        body = sum(zone.passage.end - zone.passage.start for zone in read.zones_of(ZoneKind.BODY))
        shares.append(body / len(row["text"]))
    assert sum(shares) / len(shares) > 0.9


def assert_zones_hold(read: Article) -> None:
    end = 0
    for zone in read.zones:
        words = zone.passage.of(read.text)
        assert end <= zone.passage.start < zone.passage.end <= len(read.text)
        assert words == words.strip()
        end = zone.passage.end
