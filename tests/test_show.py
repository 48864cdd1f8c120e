"""What is shown: honest dates, chains that read well, words that stay what they were, in HTML and in Typst."""

import json
from dataclasses import replace
from datetime import date

import pytest

from attributed import show
from attributed.errors import BadReport
from attributed.model import Known, Link, Passage, Role, SourceKind, Zone, ZoneKind
from attributed.show import aloud
from attributed.show.articles import article_lines
from attributed.show.chains import chain_words, claim_chain, fact_chains
from attributed.show.codec import MEDIA_TYPE, from_json
from attributed.show.dates import date_words, stretch_of
from attributed.show.html import HtmlWriter
from attributed.show.sentences import quoted
from attributed.show.tree import (
    Block,
    Chain,
    Citation,
    Figure,
    Hop,
    Items,
    Marked,
    Paragraph,
    Style,
    Styled,
    Table,
    Text,
    ids_in,
    plain,
    walk,
)
from attributed.show.tree import (
    Link as Leading,
)
from attributed.show.typst import TypstWriter
from tests.gold_briefing import gold_briefing
from tests.made import article, claim, speaker

SECTIONS = [name for name in show.__all__ if name != "Shown"]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-01-27", "27 January 2025"),
        ("XXXX-12-09", "9 December, year unknown"),
        ("XXXX-11", "November, year unknown"),
        ("2016-02", "February 2016"),
        ("2025-01-XX", "January 2025, day unknown"),
        ("2025-01-27/2025-02-25", "27 January to 25 February 2025"),
        ("2025-01-03/2025-01-05", "3 to 5 January 2025"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2020~/..", "from about 2020, end open"),
        ("../2019", "until 2019, start open"),
        ("2019/", "from 2019, end unknown"),
        ("202X", "the 2020s"),
        ("2017-22", "summer 2017"),
        ("2013?", "2013 (uncertain)"),
        ("sometime", "sometime"),
        ("2016-13", "2016-13"),
    ],
)
def test_a_date_is_printed_no_more_precisely_than_it_is_known(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


def test_a_date_of_unknown_year_covers_its_days_but_no_year() -> None:
    stretch = stretch_of("XXXX-12-09")
    assert stretch is not None
    assert (stretch.is_day, stretch.is_year_known) == (True, False)


def test_a_date_without_end_stays_open() -> None:
    stretch = stretch_of("2020~/..")
    assert stretch is not None
    assert (stretch.first, stretch.stays_open, stretch.is_day) == (date(2020, 1, 1), True, False)


@pytest.mark.parametrize("edtf", ["XXXX", "0000", "sometime", "../.."])
def test_what_cannot_be_placed_is_not_drawn(edtf: str) -> None:
    assert stretch_of(edtf) is None


def relayed(*, outlet: str | None) -> tuple[Link, ...]:
    return (
        Link(Role.ORIGIN, "Kim Jong Un", SourceKind.NAMED_OFFICIAL, "kju"),
        Link(Role.RELAY, "KCNA", SourceKind.STATE_MEDIA, "kcna"),
        Link(Role.PUBLISHER, outlet, "outlet", "outlet"),
    )


def test_a_chain_reads_well_aloud() -> None:
    chain = claim_chain(claim("c", *relayed(outlet=None), kind=SourceKind.STATE_MEDIA))
    assert aloud.chain(chain) == "Kim Jong Un, through KCNA, in an article whose outlet is not named; 1 root"


def test_an_outlet_that_is_not_named_is_dashed_in_both_formats() -> None:
    chain = claim_chain(claim("c", *relayed(outlet=None)))
    assert '<b class="own unnamed">outlet not named</b>' in HtmlWriter(()).chain(chain)
    assert '#hop("own", false)[#"outlet not named";];' in TypstWriter(()).chain(chain)


def test_a_source_that_may_be_another_one_has_a_hollow_root() -> None:
    chain = claim_chain(claim("c", speaker("one source", undecided=("another",))))
    assert '<i class="dot hollow">' in HtmlWriter(()).chain(chain)


def test_a_short_chain_that_ends_a_longer_one_is_shown_once() -> None:
    whole = relayed(outlet="RFA")
    chains = fact_chains([claim("c1", *whole[1:]), claim("c2", *whole)], roots=(1, 1))
    assert [aloud.chain(chain) for chain in chains] == ["Kim Jong Un, through KCNA, published by RFA; 1 root"]


def test_origins_that_share_the_rest_of_their_way_share_a_strip() -> None:
    outlet = relayed(outlet="RFA")[2]
    chains = fact_chains([claim("a", speaker("a"), outlet), claim("b", speaker("b"), outlet)], roots=(1, 2))
    assert [aloud.chain(chain) for chain in chains] == ["a and b, published by RFA; 1–2 roots"]


def test_the_last_of_several_strips_counts_the_roots_of_all() -> None:
    short, long = relayed(outlet="RFA")[2], relayed(outlet="RFA")
    chains = fact_chains([claim("a", speaker("a"), short), claim("b", *long)], roots=(1, 2))
    said = [aloud.chain(chain) for chain in chains]
    assert said == ["a, published by RFA", "Kim Jong Un, through KCNA, published by RFA; together 1–2 roots"]


def test_translated_words_are_said_to_be_the_articles_own() -> None:
    shown = str(show.reported(gold_briefing()))
    translated = [claim for claim in gold_briefing().claims if claim.is_translated and not claim.is_the_articles_own]
    assert translated
    assert shown.count("translated: the article’s words, not the speaker’s") == len(translated)


HOSTILE = (
    'Kim <script>alert(1)</script> said "x" #read("/etc/passwd") *b* _i_ $m$ \\ `c` @ref <img onerror=a()> '
    "\u202eexe.txt"
)


def test_hostile_words_are_words_in_html() -> None:
    html = HtmlWriter(()).write(Paragraph((Text(HOSTILE),)))
    assert "<script" not in html
    assert "<img" not in html
    assert "\u202e" not in html
    assert '<span class="unseen" title="right-to-left override">U+202E</span>exe.txt' in html


def test_hostile_words_are_one_string_in_typst() -> None:
    typst = TypstWriter(()).words(HOSTILE)
    assert typst.startswith('#"Kim <script>')
    assert 'said \\"x\\" #read(\\"/etc/passwd\\") *b* _i_ $m$ \\\\ `c`' in typst
    assert '#unseen("U+202E");' in typst


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example"])
def test_a_link_leads_only_to_web_addresses_and_places_in_the_document(address: str) -> None:
    node = Leading(address, (Text("here"),))
    assert HtmlWriter(()).write(node) == "here"
    assert TypstWriter(()).write(node) == '#"here";'


def test_a_link_to_a_place_that_the_document_does_not_have_is_plain_words() -> None:
    assert HtmlWriter(()).write(Citation(3, "#claim-3")) == '<span class="cite">[3]</span>'
    assert HtmlWriter({"claim-3"}).write(Citation(3, "#claim-3")).startswith("<a ")


def test_a_number_whose_card_was_cut_leads_to_the_words_in_the_article() -> None:
    cut = Citation(3, "#claim-3")
    assert 'href="#words-3"' in HtmlWriter({"words-3"}).write(cut)
    assert 'label("words-3")' in TypstWriter({"words-3"}).write(cut)
    there = HtmlWriter({"words-3"}).write(Citation(3, "#claim-3", id="words-3", chain="Kim, by KCNA"))
    assert there.startswith('<span class="number" id="words-3" tabindex="0">')  # where its chain is told
    assert "Claim 3: Kim, by KCNA" in there


def test_a_sentence_is_quoted_whole_with_the_claims_words_marked() -> None:
    text = "A calm day. The union met near Mt. Paektu on Dec. 9, it said. Rain fell."
    start = text.index("The union")
    made = article(text)
    parts = quoted(claim("c", content=(start, text.index(", it"))), made)
    assert plain(parts) == "The union met near Mt. Paektu on Dec. 9, it said. "
    assert [plain(part.parts) for part in parts if isinstance(part, Marked)] == [
        "The union met near Mt. Paektu on Dec. 9"
    ]


def test_nested_claims_are_marked_each_with_its_number_and_no_letter_is_lost() -> None:
    text = "He said that she warned that it rained."
    briefing = gold_briefing()
    outer = claim("o", speaker("he"), content=(8, 38))
    inner = claim("i", speaker("she"), content=(text.index("it rained"), 38))
    made = replace(article(text), sha256=outer.article)
    lines = article_lines(replace(briefing, articles=(made,), claims=(outer, inner)), made, [outer, inner])
    (line,) = list(lines)
    assert isinstance(line, Paragraph)
    assert plain(tuple(part for part in line.parts if not isinstance(part, Citation))) == text
    assert [part.number for part in line.parts if isinstance(part, Citation)] == [1, 2]


def test_furniture_is_struck_out_and_kept() -> None:
    text = "It rained.\nAdd comment"
    zones = (Zone(ZoneKind.BODY, Passage(0, 10)), Zone(ZoneKind.FURNITURE, Passage(11, 22)))
    lines = list(article_lines(gold_briefing(), replace(article(text), zones=zones), []))
    struck = [
        plain(node.parts) for node in walk(tuple(lines)) if isinstance(node, Styled) and node.style is Style.STRUCK
    ]
    assert struck == ["Add comment"]


def test_every_article_is_shown_letter_by_letter() -> None:
    briefing = gold_briefing()
    for number, made in enumerate(briefing.articles):
        claims = [claim for claim in briefing.claims if claim.article == made.sha256]
        lines = article_lines(briefing, made, claims)
        words = [plain(without_numbers(line)) for line in lines if isinstance(line, Paragraph)]
        assert words == [line for line in made.text.split("\n") if line.strip()], number


def without_numbers(line: Paragraph) -> tuple[Text, ...]:
    return tuple(node for node in walk(line.parts) if isinstance(node, Text))


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_a_sentence_when_there_is_nothing_to_show(section: str) -> None:
    empty = replace(
        gold_briefing(),
        articles=(),
        claims=(),
        facts=(),
        takeaways=(),
        headline=(),
        histories=(),
        cases=(),
        outcomes=(),
        sources=(),
        gaps=(),
        independent_roots=(0, 0),
    )
    assert str(getattr(show, section)(empty)).strip()


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_comes_back_from_the_notebook_as_it_was(section: str) -> None:
    shown = getattr(show, section)(gold_briefing())
    bundle = shown._repr_mimebundle_()
    assert {"text/html", "text/vnd.typst", "text/plain", MEDIA_TYPE} <= set(bundle)
    assert from_json(json.loads(json.dumps(bundle[MEDIA_TYPE]["blocks"]))) == shown.blocks


@pytest.mark.parametrize("forged", [{"node": "Script"}, {"node": "Text"}, {"node": "Text", "html": "x"}])
def test_a_forged_display_is_refused(forged: dict[str, str]) -> None:
    with pytest.raises(BadReport, match="cannot be read"):
        from_json(forged)


def test_every_figure_has_words_and_numbers() -> None:
    figures = [
        node
        for name in SECTIONS
        for node in walk(getattr(show, name)(gold_briefing()).blocks)
        if isinstance(node, Figure)
    ]
    assert figures
    assert all(len(figure.alt) > 40 and figure.table and figure.title for figure in figures)


def test_every_number_of_a_claim_leads_to_its_card_and_from_there_to_its_words() -> None:
    briefing = gold_briefing()
    shown: tuple[Block, ...] = tuple(
        block for name in ("reported", "own_words", "articles") for block in getattr(show, name)(briefing).blocks
    )
    ids = ids_in(shown)
    targets = {node.target for node in walk(shown) if isinstance(node, Citation | Leading)}
    numbers = range(1, len(briefing.claims) + 1)
    assert {f"{kind}-{number}" for kind in ("claim", "words") for number in numbers} <= ids
    assert {f"#{kind}-{number}" for kind in ("claim", "words") for number in numbers} <= targets


def test_the_head_counts_what_the_briefing_rests_on() -> None:
    head = str(show.headline(gold_briefing()))
    assert "2 articles: 1 of 25 February 2025 and 1 without a date" in head
    assert "1 outlet named (RFA), 1 article whose outlet is not named" in head
    assert "58 claims: 17 the articles’ own words and 41 from" in head


def test_a_title_given_by_the_analyst_stands() -> None:
    briefing = gold_briefing()
    titled = replace(briefing, request=briefing.request.model_copy(update={"title": "Two purges"}))
    assert "Two purges" in str(show.headline(titled))


def test_a_claim_without_a_date_says_so() -> None:
    made = replace(gold_briefing().claims[0], time=Known(None, "unknown"))
    briefing = replace(gold_briefing(), claims=(made,), facts=(replace(gold_briefing().facts[0], claims=(made,)),))
    assert "date unknown" in str(show.reported(briefing))


def test_a_list_in_the_tree_becomes_a_list_in_both_formats() -> None:
    items = Items(((Paragraph((Text("one"),)),),))
    assert HtmlWriter(()).write(items) == "<ul><li>one</li></ul>"
    assert TypstWriter(()).write(items) == '#list([#para("plain")[#"one";];],);'


def test_a_chain_names_its_translator() -> None:
    chains = [chain_words(claim) for claim in gold_briefing().claims if claim.is_translated]
    assert chains
    assert all("translated by Soo Min Jo" in words for words in chains)


def test_arrows_of_a_strip_are_read_aloud_in_the_pdf() -> None:
    strip = Chain((Hop("Kim Jong Un"),), (Hop("KCNA", aloud="through KCNA"), Hop("translated", is_word=True)), (1, 1))
    written = TypstWriter(()).blocks((strip,))
    assert written.index('#to-arrow("through")') < written.index('#to-arrow("then")')


@pytest.mark.parametrize(
    ("header", "repeats"),
    [
        (("Field", "Purge, reported", "Purge, as a possibility"), "true"),
        (("Outlet", "sources who are not named", "officials and bodies", "nobody"), "false"),  # reads as a sentence
    ],
)
def test_a_tables_head_is_said_again_on_the_next_page_unless_it_reads_as_prose(
    header: tuple[str, ...], repeats: str
) -> None:
    cells = tuple((Text(words),) for words in header)
    assert f"repeats: {repeats}" in TypstWriter(()).blocks((Table(cells, (cells,)),))


def test_a_column_of_long_words_gets_the_more_room_in_print() -> None:
    head, row = ((Text("Who"),), (Text("What"),)), ((Text("KCNA"),), (Text("word " * 30),))
    assert "widths: (auto,12.2fr,)" in TypstWriter(()).blocks((Table(head, (row,)),))
