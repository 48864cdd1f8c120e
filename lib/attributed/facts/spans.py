"""EDTF dates as stretches of days that can be compared; what is unknown agrees with everything."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from attributed.model.dates import OPEN, days_of

NO_YEAR = "XXXX"
LEAP_YEAR = 2000  # where days are laid whose year is unknown
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day that a date can mean."""

    first: date
    last: date
    has_year: bool = True  # without it only month and day are known, laid in one leap year
    is_rough: bool = False  # "about", "uncertain", or open at an end

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@lru_cache(maxsize=1 << 14)
def span_of(edtf: str | None) -> Span | None:
    """What a date covers; None where nothing of it is known, or it cannot be read."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    has_year = NO_YEAR not in edtf
    if not has_year and (slash or edtf.startswith(f"{NO_YEAR}-XX") or edtf == NO_YEAR):
        return None
    days = days_of(edtf.replace(NO_YEAR, str(LEAP_YEAR)))
    if days is None:
        return None
    is_doubted = any(mark in edtf for mark in "~?%")
    is_rough = is_doubted or bool(slash and (start in OPEN or end in OPEN))
    span = Span(*days, has_year, is_rough)
    return _widened(span) if is_doubted else span


def _widened(span: Span) -> Span:
    """About a day is within a week of it, about a year within half a year."""
    reach = max(WEEK, (span.last - span.first) / 2)
    first = span.first - reach if span.first - date.min > reach else date.min
    last = span.last + reach if date.max - span.last > reach else date.max
    return Span(first, last, span.has_year, is_rough=True)


def are_compatible(one: Span | None, other: Span | None) -> bool:
    """Whether both can mean one day."""
    if one is None or other is None:
        return True
    if one.has_year == other.has_year:
        return gap_between(one, other) == 0
    dated, yearless = (one, other) if one.has_year else (other, one)
    # A stretch of more than two years holds every day of the year.
    years = range(dated.first.year, min(dated.last.year, dated.first.year + 2) + 1)
    return any(gap_between(dated, _in_year(yearless, year)) == 0 for year in years)


def _in_year(span: Span, year: int) -> Span:
    return Span(_day_in(span.first, year), _day_in(span.last, year))


def _day_in(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def gap_between(one: Span, other: Span) -> int:
    """How many days lie between two dates of one kind, 0 where they overlap."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)
