"""What an article says of its sources: how they know, why they are not named, how many they are."""

import pytest

from attributed.model import Link
from tests.claim_cases import MARKS, claims


def origin(*lines: str) -> tuple[Link, str]:
    """The origin of the first claim, and the article's text."""
    return claims(*lines)[0].origin, MARKS.sub("", "\n".join(lines))


@pytest.mark.parametrize(
    ("line", "access"),
    [
        (
            "<A source with connections to the military> |said| {the order had come}.",
            "with connections to the military",
        ),
        ("<A source familiar with the matter> |said| {the order had come}.", "familiar with the matter"),
        ("<A source close to the government> |said| {the order had come}.", "close to the government"),
        ("<A source inside the country> |said| {the order had come}.", "inside the country"),
        ("<An official who attended the meeting> |said| {the order had come}.", "who attended the meeting"),
        ("<An official briefed on the talks> |said| {the order had come}.", "briefed on the talks"),
        ("<One of the workers at the shop> |said| {the order had come}.", "at the shop"),
        (
            "<A source in Jagang province with connections to the military> |said| {the order had come}.",
            "in Jagang province with connections to the military",
        ),
    ],
)
def test_access_is_what_stands_behind_the_description(line: str, access: str) -> None:
    link, text = origin(line)
    assert link.access is not None
    assert link.access.of(text) == access


@pytest.mark.parametrize(
    "line",
    [
        "<A source> |said| {the order had come}.",
        "<A source in an interview> |said| {the order had come}.",
        "<Officials in recent weeks> |said| {the order had come}.",
        "<The foreign ministry in Seoul> |said| {the order had come}.",
    ],
)
def test_what_tells_of_no_access_is_none(line: str) -> None:
    assert origin(line)[0].access is None


@pytest.mark.parametrize(
    ("lines", "condition"),
    [
        (
            ("{The order had come}, <a source> |said|, speaking on condition of anonymity.",),
            "on condition of anonymity",
        ),
        (("{The order had come}, <a source> |told| Reuters, requesting anonymity.",), "requesting anonymity"),
        (
            ("<A source, who asked not to be named for safety reasons,> |said| {the order had come}.",),
            "who asked not to be named for safety reasons",
        ),
        (("<One official, who declined to be identified,> |said| {it was so}.",), "who declined to be identified"),
        (("<One worker, who declined to give his name,> |said| {it was so}.",), "who declined to give his name"),
        # said of the same source in a later sentence
        (
            ("<A government official> |said| {the order had come}.", "The official declined to be named."),
            "declined to be named",
        ),
        (
            ("<A government official> |said| {the order had come}.", "He is not authorized to speak to the media."),
            "is not authorized to speak to the media",
        ),
    ],
)
def test_a_condition_of_anonymity_belongs_to_its_source(lines: tuple[str, ...], condition: str) -> None:
    link, text = origin(*lines)
    assert link.condition is not None
    assert link.condition.of(text) == condition


def test_a_condition_goes_with_every_claim_of_the_source() -> None:
    first = "{“The order has come,”} <a source in the province> |said|, speaking on condition of anonymity."
    second = "{“It was read aloud,”} <the source> |said|."
    assert [claim.origin.condition is not None for claim in claims(first, second)] == [True, True]


def test_a_condition_of_one_source_says_nothing_of_another() -> None:
    lines = (
        "{“The order has come,”} <a trader> |said|, speaking on condition of anonymity.",
        "{“It was read aloud,”} <a diplomat> |said|.",
    )
    assert [claim.origin.condition is not None for claim in claims(*lines)] == [True, False]


def test_declining_to_speak_of_something_else_is_no_condition() -> None:
    link, _ = origin("<An official> |said| {the talks went on}.", "The official declined to discuss the reasons.")
    assert link.condition is None


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("<Two sources> |said| {the order had come}.", (2, 2)),
        ("<One of the officials> |said| {the order had come}.", (1, 1)),
        ("<Several officials> |said| {the order had come}.", (3, None)),
        ("<Sources> |said| {the order had come}.", (2, None)),
        ("<More than a dozen defectors> |said| {the order had come}.", (13, None)),
        ("<A source> |said| {the order had come}.", None),
        ("<The foreign ministry> |said| {the order had come}.", None),
    ],
)
def test_sources_are_counted_where_it_is_said(line: str, bounds: tuple[int, int | None] | None) -> None:
    count = origin(line)[0].count
    assert (count and (count.fewest, count.most)) == bounds
