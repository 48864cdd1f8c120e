"""Attributions in sentences that one can read."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attributed.attribution import find_attributions, model_fingerprint
from attributed.attribution.quotations import quotation_regions
from attributed.attribution.weights import read_weights
from attributed.errors import AttributedError
from attributed.model import Attribution, Form, Passage
from attributed.parsing import load_pipeline

MARKS = " “”‘’\"'«».,"


def found(text: str) -> list[Attribution]:
    return find_attributions(load_pipeline()(text))


def words(passages: tuple[Passage, ...], text: str) -> str:
    """What stands at the passages, without the marks and blanks at their edges."""
    return " … ".join(passage.of(text).strip(MARKS) for passage in passages)


def told(text: str) -> list[tuple[str, str]]:
    """Source and content of every outermost attribution."""
    return [(words(one.source, text), words(one.content, text)) for one in found(text) if one.nested_in is None]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The harbour master said the ferry would sail on Friday.",
            "The harbour master",
            "the ferry would sail on Friday",
        ),
        (
            "“The ferry will sail on Friday,” the harbour master said.",
            "the harbour master",
            "The ferry will sail on Friday",
        ),
        (
            "The ferry will sail on Friday, according to the port authority.",
            "the port authority",
            "The ferry will sail on Friday",
        ),
        (
            "According to the port authority, the ferry will sail on Friday.",
            "the port authority",
            "the ferry will sail on Friday",
        ),
        ("The minister told reporters that the bridge was safe.", "The minister", "that the bridge was safe"),
        (
            "The bridge was safe, the minister said, and would open in May.",
            "the minister",
            "The bridge was safe … and would open in May",
        ),
        ("The bridge, the minister said, was safe.", "the minister", "The bridge … was safe"),
        (
            "The main point was that the bridge was safe, the minister said.",
            "the minister",
            "The main point was that the bridge was safe",
        ),
        (
            "Though the order did not name the navy, it worried the captains, the source said.",
            "the source",
            "Though the order did not name the navy, it worried the captains",
        ),
    ],
)
def test_source_and_content_are_found(text: str, source: str, content: str) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "«»", "„“", ("``", "''")])
def test_quotation_marks_of_every_style(opening: str, closing: str) -> None:
    text = f"{opening}We will not leave the harbour,{closing} the captain said."
    (one,) = found(text)
    assert one.form is Form.DIRECT
    assert words(one.source, text) == "the captain"
    assert "We will not leave the harbour" in words(one.content, text)


def test_a_quotation_of_several_sentences_with_the_cue_in_its_middle_is_one_content() -> None:
    text = "“The prices have doubled,” one trader said. “Nobody buys rice any more. The stalls are empty.”"
    assert told(text) == [("one trader", "The prices have doubled … Nobody buys rice any more. The stalls are empty")]


@pytest.mark.parametrize("mark", ["”", '"', "“"])
def test_a_stray_mark_spoils_no_other_paragraph(mark: str) -> None:
    clean = "“The prices have doubled,” one trader said.\n\nThe mayor said the market would stay open."
    stray = f"{mark} Prices are a matter for the city.\n\n{clean}"
    assert told(stray)[-2:] == told(clean)


def test_a_missing_closing_mark_ends_with_its_paragraph() -> None:
    text = "The trader said: “The prices have doubled.\n\nThe mayor said the market would stay open."
    assert told(text)[-1] == ("The mayor", "the market would stay open")
    assert "mayor" not in told(text)[0][1]


def test_a_quotation_opened_again_in_the_next_paragraph_belongs_to_the_same_speaker() -> None:
    text = (
        "“The prices have doubled,” one trader said. “Nobody buys rice any more.\n\n"
        "“The stalls are empty, and the guards are gone.”"
    )
    ((source, content),) = told(text)
    assert source == "one trader"
    assert content.endswith("The stalls are empty, and the guards are gone")


def test_an_uncued_quotation_goes_to_the_last_speaker_of_the_paragraphs_before() -> None:
    text = (
        "“The prices have doubled,” one trader said.\n\n“Nobody buys rice any more, and the stalls are empty.”\n\n"
        "The market opened in May."
    )
    last = [one for one in found(text) if "stalls" in words(one.content, text)]
    assert [words(one.source, text) for one in last] == ["one trader"]


def test_nobody_is_made_up_where_the_source_has_no_words() -> None:
    text = "The officials are said to have taken bribes from smugglers."
    assert [source for source, _ in told(text)] == [""]


def test_who_passes_words_on_holds_who_said_them() -> None:
    text = "The agency reported that the minister said the bridge was safe."
    attributions = found(text)
    (inner,) = [one for one in attributions if one.nested_in is not None]
    assert words(inner.source, text) == "the minister"
    assert words(attributions[inner.nested_in or 0].source, text) == "The agency"


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("The king said the grain was gone, the agency reported.", "The king", "the agency"),
        ("Using strong words, Lee said the audit found “gaps” and “losses,” HNA reported.", "Lee", "HNA"),
    ],
)
def test_who_reports_behind_what_was_said_holds_it(text: str, inner: str, outer: str) -> None:
    attributions = found(text)
    (held,) = [one for one in attributions if one.nested_in is not None]
    holder = attributions[held.nested_in or 0]
    assert (words(held.source, text), words(holder.source, text)) == (inner, outer)
    assert outer not in words(held.content, text)
    assert inner in words(holder.content, text)


def test_what_is_marked_by_itself_is_kept_apart_from_what_holds_it() -> None:
    """PolNeAR's annotators mark "Smith said" here as well; that the newspaper passed it on is in the chain."""
    relay, said = found("According to the newspaper, Smith said the harvest failed.")
    assert (relay.nested_in, said.nested_in) == (None, 0)
    assert relay.alone
    assert said.alone

    described, _ = found("The minister said the plan was a disaster, the newspaper reported.")
    assert not described.alone


def test_one_speaker_with_two_cues_says_two_things() -> None:
    text = "The envoy said that the talks had failed and warned that the fleet was near."
    assert told(text) == [("The envoy", "that the talks had failed"), ("The envoy", "that the fleet was near")]


def test_a_bracket_that_is_opened_is_closed() -> None:
    text = "The grain was gone, according to the Harbour News Agency (HNA)."
    assert "the Harbour News Agency (HNA)" in [source for source, _ in told(text)]


def test_nothing_is_found_outside_the_zones() -> None:
    text = "Comments are approved, the site said.\nThe mayor said the market would stay open."
    zone = Passage(text.index("The mayor"), len(text))
    attributions = find_attributions(load_pipeline()(text), zones=[zone])
    assert [words(one.source, text) for one in attributions] == ["The mayor"]
    assert find_attributions(load_pipeline()(text), zones=[]) == []


@pytest.mark.parametrize("text", ["said", "Said.", "warns\n", "according"])
def test_a_cue_with_nothing_around_it_says_nothing(text: str) -> None:
    assert found(text) == []


def test_an_article_without_words_has_no_attributions() -> None:
    assert found("") == found("\n\n") == found("“”") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab “”\"'‘’\n.,:—", max_size=60))
def test_every_passage_lies_in_the_text(scraps: str) -> None:
    text = f"{scraps} He said the town was quiet, {scraps}"
    for one in found(text):
        for passage in (*one.source, *one.cue, *one.content):
            assert 0 <= passage.start < passage.end <= len(text)
            assert passage.of(text).strip()


@given(st.text(alphabet="ab “”„«»\"`'\n.,", max_size=80))
def test_quotations_never_run_over_a_line_or_into_each_other(text: str) -> None:
    regions = quotation_regions(text)
    assert regions == sorted(regions)
    assert all("\n" not in text[start:end] and start < end for start, end in regions)
    assert all(one[1] <= other[0] for one, other in pairwise(regions))


def test_weights_that_are_missing_say_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(AttributedError, match="attributed train"):
        read_weights(tmp_path)


def test_the_fingerprint_names_the_weights() -> None:
    assert len(model_fingerprint()) == 64
