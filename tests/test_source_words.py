"""The words that name a speaker: all of them, and none of when, where and in what it was said."""

import pytest

from attributed.model import SourceKind
from tests.claim_cases import MARKS, claims


def source_of(line: str) -> str:
    """The source passage of the first claim that somebody makes in a marked line."""
    claim = next(claim for claim in claims(line) if claim.source_kind is not SourceKind.REPORTER)
    return " … ".join(passage.of(MARKS.sub("", line)) for passage in claim.source)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("<The coroner on Tuesday> |said| {the mine had been unsafe}.", "The coroner"),
        (
            "In <a talk with the columnist Ida Brandt, former President Jimmy Carter> |said| {he would go}.",
            "former President Jimmy Carter",
        ),
        ("<Miners in recent weeks> |said| {the shaft was wet}.", "Miners"),
        ("<The mayor in his own letter> |said| {he had left the town}.", "The mayor"),
        (
            "<Ships have left the port and Harbour Minister Ida Brandt> |said| {more would go}.",
            "Harbour Minister Ida Brandt",
        ),
        (
            "<Ida Brandt>, who ran the port for years, |said| {it would close}.",
            "Ida Brandt, who ran the port for years",
        ),
        ("The mine was sold to Ida Brandt, a trader, <who> |said| {it would close}.", "Ida Brandt, a trader"),
        (
            "<Ida Brandt, the owner, took back the offer and, through an aide,> |said| {it would close}.",
            "Ida Brandt, the owner",
        ),
        (
            "<In an interview with the Herald, former mayor Ida Brandt> |said| {it would close}.",
            "former mayor Ida Brandt",
        ),
        ("<Ida Brandt>, speaking at the quay, |said| {it would close}.", "Ida Brandt"),
        ("{“It is over,” Ole Brandt}, <a spokesman for the port>, |said|.", "Ole Brandt, a spokesman for the port"),
        ("Port <chief Ida Brandt> |said| {it would close}.", "Port chief Ida Brandt"),
        ("A list came from LKO-<Info>, which |said| {forty had gone}.", "LKO-Info"),
    ],
)
def test_a_source_is_the_name_with_what_describes_it(line: str, source: str) -> None:
    assert source_of(line) == source


def test_a_paper_s_name_may_end_in_the_name_of_a_day() -> None:
    assert source_of("<USA Today> |reported| {the mine was closed}.") == "USA Today"
