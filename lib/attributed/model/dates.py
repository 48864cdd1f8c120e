"""What days an EDTF date can mean; nothing is guessed where the year is unknown."""

import calendar
import re
from datetime import date

MOMENT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[~?%]?")
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which a season begins
OPEN = ("", "..")


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day that a date can mean, an open end being the end of time; None where none is known."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _days(start)
    first = (date.min, date.min) if start in OPEN else _days(start)
    last = (date.max, date.max) if end in OPEN else _days(end)
    known = start not in OPEN or end not in OPEN
    return (first[0], last[1]) if first and last and known and first[0] <= last[1] else None


def _days(edtf: str) -> tuple[date, date] | None:
    match = MOMENT.fullmatch(edtf)
    if not match:
        return None
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    month, day = _number(match["month"]), _number(match["day"])
    first_month = SEASONS.get(month or 1, month or 1)
    last_month = min(12, first_month + 2) if month in SEASONS else month or 12
    try:
        last_day = calendar.monthrange(last_year, last_month)[1]
        return date(first_year, first_month, day or 1), date(last_year, last_month, day or last_day)
    except (ValueError, calendar.IllegalMonthError):
        return None  # no such year, month or day


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None
