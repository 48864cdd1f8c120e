"""When an article was published and by whom, each with its basis, or unknown."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from attributed.errors import BadArticle
from attributed.model import UNKNOWN, Known, Passage, Zone, ZoneKind
from attributed.reading.page import PageWords, plain
from attributed.reading.printed_dates import date_in_address, dates_in

EDTF_DAY = re.compile(r"(?P<edtf>[\dXY?~%.-]+(?:/[\dX?~%.-]*)?)(?:T[\d:.+Z-]*)?$")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:19|20)\d\d,?\s+(?:by\s+)?"
    r"(?P<holder>(?:the\s+)?[A-Z][\w&'’ -]{2,50}?)(?=,|\.|\s+(?:LLC|Inc|Ltd|All)\b|$)",
    re.IGNORECASE,
)
DATELINE_REACH = 160


def published_of(text: str, zones: Sequence[Zone], page: PageWords, *, given: str | None, url: str | None) -> Known:
    """The day of publication by the strongest ground there is: given, repeated in a list, labelled, in the address."""
    if given:
        return Known(_checked(given), "given")
    found = [
        _from_related_list(text, zones, page),
        _from_notice(text, zones, page),
        _from_address(url, page),
        _from_dateline(text, zones, page),
    ]
    return next((known for known in found if known), UNKNOWN)


def outlet_of(
    text: str, zones: Sequence[Zone], page: PageWords, *, given: str | None, byline: Known | None, url: str | None
) -> Known:
    """The outlet by the name that is printed: given, from byline, copyright line, wire credit or address."""
    if given:
        return Known(given, "given")
    found = [byline, _from_copyright(text, zones), wire_credit(text, zones, page), _from_host(url)]
    return next((known for known in found if known), UNKNOWN)


def wire_credit(text: str, zones: Sequence[Zone], page: PageWords) -> Known | None:
    """The agency that the dateline credits: "SEOUL, March 3 (Yonhap) --"."""
    body = next((zone.passage for zone in zones if zone.kind is ZoneKind.BODY), None)
    if body is None:
        return None
    match = page.wire.search(text, body.start, min(body.end, body.start + DATELINE_REACH))
    if match is None:
        return None
    passage = Passage(match.start("agency"), match.end("agency"))
    return Known(match["agency"], "the dateline credits the agency", passage)


def _checked(given: str) -> str:
    match = EDTF_DAY.match(given.strip())
    if match is None:
        raise BadArticle(f"published is {given!r}; expected a date such as 2025-02-25 (EDTF)")
    return match["edtf"]


def _from_related_list(text: str, zones: Sequence[Zone], page: PageWords) -> Known | None:
    title = next((zone.passage.of(text) for zone in zones if zone.kind is ZoneKind.TITLE), None)
    if title is None:
        return None
    for zone in zones:
        entry = zone.passage.of(text)
        if zone.kind is not ZoneKind.RELATED:
            continue
        for place, day in dates_in(entry, page):
            if plain(entry[: place.start]) == plain(title):
                return Known(day, "the related list repeats this title with a date", _moved(place, zone.passage.start))
    return None


def _from_notice(text: str, zones: Sequence[Zone], page: PageWords) -> Known | None:
    """A line of its own gives the date; one that says "published" counts before one that says "updated"."""
    notices = sorted(
        (_rank(zone.passage.of(text), page), zone.passage.start, zone.passage)
        for zone in zones
        if zone.kind is ZoneKind.BYLINE
    )
    for _, start, passage in notices:
        for place, day in dates_in(passage.of(text), page):
            label = page.date_labels.match(passage.of(text))
            basis = f"a line of its own says “{label.group().strip(' :')}”" if label else "a date on a line of its own"
            return Known(day, basis, _moved(place, start))
    return None


def _rank(notice: str, page: PageWords) -> int:
    label = page.date_labels.match(notice)
    if label is None:
        return 1
    return 2 if re.search(r"updat|modif", label.group(), re.IGNORECASE) else 0


def _from_address(url: str | None, page: PageWords) -> Known | None:
    day = date_in_address(url, page) if url else None
    return Known(day, "address slug") if day else None


def _from_dateline(text: str, zones: Sequence[Zone], page: PageWords) -> Known | None:
    """A dateline opens the body with place and full date: "SEOUL, March 3, 2014 (Yonhap) --"."""
    body = next((zone.passage for zone in zones if zone.kind is ZoneKind.BODY), None)
    if body is None:
        return None
    opening = text[body.start : min(body.end, body.start + DATELINE_REACH)]
    head = re.match(r"(?P<head>[A-Z][\w .,/’'()-]{2,100}?)\s*(?:--|–|—|-\s)", opening)
    if head is None:
        return None
    for place, day in dates_in(head["head"], page):
        return Known(day, "the dateline", _moved(place, body.start))
    return None


def _from_copyright(text: str, zones: Sequence[Zone]) -> Known | None:
    for zone in zones:
        match = COPYRIGHT.search(zone.passage.of(text)) if zone.kind is ZoneKind.FURNITURE else None
        if match:
            place = Passage(match.start("holder"), match.end("holder"))
            return Known(match["holder"], "the copyright line", _moved(place, zone.passage.start))
    return None


def _from_host(url: str | None) -> Known | None:
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return Known(host, "host of the address") if host else None


def _moved(passage: Passage, by: int) -> Passage:
    return Passage(passage.start + by, passage.end + by)
