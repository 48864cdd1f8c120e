"""Dates as a page prints them -> EDTF days."""

import re
from collections.abc import Iterator
from datetime import date

from attributed.model import Passage
from attributed.reading.page import PageWords

# "/2016/12/15/", "/2016-12-15-", "/2019/mar/1/" and "-12152016134649": how sites put the day into an address.
SLUG_DAY = re.compile(r"[/-](?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?!\d)")
SLUG_AMERICAN = re.compile(r"(?<!\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?P<year>20[0-3]\d)(?:\d{6})?(?!\d)")


def dates_in(text: str, page: PageWords) -> Iterator[tuple[Passage, str]]:
    """Every full date in a text with its EDTF day; the passage leaves out the weekday."""
    for match in page.date.finditer(text):
        which = next(suffix for suffix in ("", "2", "3") if match["year" + suffix])
        month = match["month" + which]
        number = int(month) if month.isdigit() else page.months[month.casefold()]
        day = _day(int(match["year" + which]), number, int(match["day" + which]))
        if day:
            start = min(match.start(part + which) for part in ("year", "month", "day"))
            yield Passage(start, match.end()), day


def date_in_address(url: str, page: PageWords) -> str | None:
    """The day that an address carries in its path, if it does."""
    for pattern in (SLUG_DAY, SLUG_AMERICAN):
        for match in pattern.finditer(url.casefold()):
            month = match["month"]
            number = int(month) if month.isdigit() else page.months.get(month, 0)
            if day := _day(int(match["year"]), number, int(match["day"])):
                return day
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
