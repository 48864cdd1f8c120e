"""Figures and sources: what is drawn is what is counted, and nobody who is not named is given away unwarned."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from attributed import paths, show
from attributed.briefing import Briefing
from attributed.errors import BadKnowledge
from attributed.making import make_briefing
from attributed.model import Claim, Known, SourceKind
from attributed.show import figures, maps
from attributed.show.dates import stretch_of
from attributed.show.protection import MASK, protected, telling_of, telling_sources
from attributed.show.sources import age_words, summary_sentences
from attributed.show.svg import stepwise
from attributed.show.tree import Figure, Voice, plain
from attributed.show.vouching import outlet_bars, period_bars
from attributed.show.web import MOST_NODES, way_of, web
from tests.gold_briefing import gold_briefing


@cache
def seeds() -> Briefing:
    return make_briefing(name="seeds", as_of="2025-03-12")


def attributed_claims() -> list[Claim]:
    return [claim for claim in gold_briefing().claims if not claim.is_the_articles_own]


def test_every_claim_that_somebody_answers_for_is_in_the_web() -> None:
    [figure] = [block for block in show.chains_web(gold_briefing()).blocks if isinstance(block, Figure)]
    assert figure.table is not None
    assert sum(int(plain(row[3])) for row in figure.table.rows) == len(attributed_claims())


def test_the_bands_of_the_web_carry_every_claim_through_each_column() -> None:
    ways = [way_of(claim) for claim in attributed_claims()]
    columns, flows = web({way: ways.count(way) for way in ways})
    assert len(columns) == 3
    assert [sum(flow.values()) for flow in flows] == [len(ways), len(ways)]


def test_what_does_not_fit_in_a_column_is_one_box_that_says_how_many() -> None:
    nodes = [figures.Node(f"source {number}", Voice.ANONYMOUS) for number in range(40)]
    through, outlet = figures.Node("agency", Voice.OTHER), figures.Node("paper", Voice.OWN)
    columns, flows = web({(node, through, outlet): 1 for node in nodes})
    assert len(columns[0]) == MOST_NODES
    assert columns[0][-1].label == f"{40 - MOST_NODES + 1} others"
    assert sum(flows[0].values()) == 40


def test_a_map_is_put_together_from_arcs_that_meet() -> None:
    outlines = maps.read_map("north-korea")
    assert outlines is not None
    assert {"ryanggang", "chagang", "pyongyang"} <= set(outlines.outlines)
    for rings in outlines.outlines.values():
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert "Natural Earth" in outlines.origin


def test_a_subject_without_a_map_has_none() -> None:
    assert maps.read_map("atlantis") is None


def test_a_map_that_is_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lost"
    folder.mkdir()
    (folder / maps.FILE).write_text("{}")
    monkeypatch.setattr(paths, "SUBJECTS", folder.parent)
    with pytest.raises(BadKnowledge, match=r"lost/map\.topo\.json"):
        maps.read_map("lost")


def test_places_are_drawn_with_both_names_and_a_place_without_position_in_its_province() -> None:
    figure = next(block for block in show.places(seeds()).blocks if isinstance(block, Figure))
    assert "Ryanggang Province (Yanggang province), 5 claims" in figure.alt
    assert "Usi County, 2 claims" in figure.alt
    assert "North Korea" not in figure.alt.replace("North Korean", "")


@pytest.mark.parametrize("section", ["timeline", "who_vouches", "places", "chains_web"])
def test_a_figure_has_title_words_and_the_same_bytes_each_time(section: str) -> None:
    def drawn() -> list[Figure]:
        return [block for block in getattr(show, section)(seeds()).blocks if isinstance(block, Figure)]

    assert drawn()
    for one, two in zip(drawn(), drawn(), strict=True):
        assert one.title
        assert len(one.alt) > 40
        assert one.data == two.data
        assert "<metadata" not in one.data


def test_a_path_goes_from_point_to_point_and_says_a_command_once() -> None:
    assert (
        stepwise("M 1 2 L 3 4 L 5.26 6 Q 1 1 2 2 Q 3 3 4 4 z M 0.5 1 L 1 1")
        == "m1 2l2 2 2.3 2q-4.3-5-3.3-4 1 1 2 2zm-.5-1l.5 0"
    )


def test_outlets_are_compared_only_where_there_are_two() -> None:
    briefing = gold_briefing()
    assert outlet_bars(briefing)
    alone = tuple(claim for claim in briefing.claims if claim.article == briefing.articles[0].sha256)
    assert outlet_bars(replace(briefing, claims=alone)) == ()


def test_a_summary_of_what_nobody_answers_for_says_so() -> None:
    briefing = gold_briefing()
    own = tuple(claim for claim in briefing.claims if claim.is_the_articles_own)
    assert summary_sentences(replace(briefing, claims=own, sources=()))[0] == (
        f"{len(own)} claims, all in the articles’ own words: nobody else answers for one."
    )


def test_time_is_drawn_only_where_articles_of_three_months_are_dated() -> None:
    briefing = gold_briefing()
    assert period_bars(briefing) == ()


def test_the_source_summary_counts_what_is_there() -> None:
    briefing = gold_briefing()
    told = " ".join(summary_sentences(briefing))
    own = sum(claim.is_the_articles_own for claim in briefing.claims)
    assert f"{len(briefing.claims)} claims: {own} in the articles’ own words" in told
    unnamed = {SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_SOURCE, SourceKind.ANONYMOUS_EXPERT}
    unnamed.add(SourceKind.UNATTRIBUTED_HEARSAY)
    count = sum(claim.source_kind in unnamed for claim in briefing.claims)
    assert f"{count} claims of {len(briefing.claims) - own} rest on somebody who is not named" in told


def test_the_age_of_articles_is_told_with_those_that_have_no_date() -> None:
    first, second = gold_briefing().articles
    dated = replace(first, published=Known("2013-12", "given"))
    assert age_words([dated, second]) == "The dated articles are of December 2013; 1 of 2 articles has no date."
    assert age_words([second]) == "1 of 1 articles has no date."


def test_a_place_with_an_office_or_a_way_to_know_is_warned_of() -> None:
    briefing = seeds()
    told = {source.name: telling_of(briefing, source) for source in briefing.sources}
    official = told["a party official in Yanggang province"]
    assert official is not None
    assert official.traits == ("place", "office")
    expert = told["one expert"]
    assert expert is not None
    assert not expert.is_telling
    assert told["Korean Central News Agency"] is None
    assert "Could identify: place and office together" in str(show.sources(briefing))


def test_a_protected_briefing_names_no_telling_description_and_moves_no_passage() -> None:
    before = seeds()
    after = protected(before)
    assert telling_sources(before)
    for words in ("a party official in Yanggang province", "source in Jagang province"):
        shown = " ".join(
            str(section(after)) for section in (show.takeaways, show.reported, show.sources, show.articles)
        )
        assert words not in shown
    assert MASK in after.articles[1].text
    assert [len(article.text) for article in after.articles] == [len(article.text) for article in before.articles]
    assert [claim.content for claim in after.claims] == [claim.content for claim in before.claims]
    assert [claim.origin.root for claim in after.claims] == [claim.origin.root for claim in before.claims]


def test_a_day_of_unknown_year_is_drawn_in_a_lane_of_its_own() -> None:
    stretch = stretch_of("XXXX-12-09")
    assert stretch is not None
    assert not stretch.is_year_known
    assert stretch.first.replace(year=2000) == date(2000, 12, 9)


def test_stages_of_one_article_are_shown() -> None:
    briefing = seeds()
    assert re.search(r"Title \| 0–57 \| Purge of local officials", str(show.zones(briefing)))
    assert "according to" in str(show.attributions(briefing))
