"""Days, months and years of which parts may be unknown, and their EDTF."""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

YEARS = range(1500, 2500)  # in which there is news; counting from a date must not leave the calendar


class Point(NamedTuple):
    """A year, month (or EDTF season, 21 to 24) or day; a year or month that is not known is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.day is not None:
            return f"{year}-{'XX' if self.month is None else f'{self.month:02}'}-{self.day:02}"
        return year if self.month is None else f"{year}-{self.month:02}"

    @property
    def begins(self) -> int:
        """The month in which this month or season begins (northern hemisphere); a winter is named for its December."""
        return 1 if self.month is None else self.month if self.month <= 12 else 3 * (self.month - 20)

    @property
    def in_a_set(self) -> str:
        """EDTF sets hold no seasons, so a season is written as its three months there."""
        if self.month is None or self.month <= 12:
            return self.edtf
        start = Point(self.year, self.begins)
        end = start.next(2)
        return f"{start.edtf}..{end.edtf}" if end else start.edtf

    @property
    def date(self) -> date | None:
        """The calendar day, where this is one."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def next(self, by: int) -> "Point | None":
        """The same precision, some units on: the day, month or year that follows; None where that cannot be told."""
        if (day := self.date) is not None:
            return point_of(day + timedelta(days=by))
        if self.year is None or self.day is not None or (self.month or 0) > 12:
            return None
        months = self.year * 12 + by * (12 if self.month is None else 1) + (self.month or 1) - 1
        if not MINYEAR <= months // 12 <= MAXYEAR:
            return None
        return Point(months // 12, None if self.month is None else months % 12 + 1)


@dataclass(frozen=True, slots=True)
class Value:
    """What a time expression stands for: a point, an interval with ends that may be open, or one of several points."""

    first: Point | None
    last: Point | None
    basis: str
    either: tuple[Point, ...] = ()
    about: bool = False
    inferred: bool = False  # the year, or the week, is not in the words
    part: bool = False  # the words name an end or a half of it
    weekly: bool = False  # inferred from a weekday: seven days on or back would do as well
    written: str | None = None  # EDTF that no interval says as well, such as 199X

    @property
    def edtf(self) -> str:
        if self.written:
            return self.written
        if self.either:
            return "[" + ",".join(sorted(point.in_a_set for point in self.either)) + "]"
        if self.first is not None and self.first == self.last:
            return self.first.edtf + ("~" if self.about else "")
        return f"{self.first.edtf if self.first else '..'}/{self.last.edtf if self.last else '..'}"

    @property
    def readings(self) -> tuple[Point, ...]:
        """The point, or each that it may be; none for a range."""
        return self.either or ((self.point,) if self.point else ())

    @property
    def point(self) -> Point | None:
        """The one day, month or year, where it is one."""
        return self.first if self.first == self.last and not self.either and not self.written else None


def at(point: Point, basis: str, *, about: bool = False, inferred: bool = False) -> Value:
    """The value of a single point."""
    return Value(point, point, basis, about=about, inferred=inferred)


def one_of(points: set[Point], basis: str, *, weekly: bool = False) -> Value:
    """One of several points, kept open; a plain point where they agree."""
    found = sorted(points, key=lambda point: point.edtf)
    either = tuple(found) if len(found) > 1 else ()
    return Value(found[0], found[-1], basis, either=either, inferred=True, weekly=weekly)


def one_range_of(ranges: Iterable[tuple[Point, Point]], basis: str) -> Value:
    """One of several ranges, kept open."""
    found = sorted(ranges, key=lambda ends: ends[0].edtf)
    written = "[" + ",".join(f"{first.edtf}..{last.edtf}" for first, last in found) + "]" if len(found) > 1 else None
    return Value(found[0][0], found[-1][1], basis, inferred=True, written=written)


def point_of(day: date) -> Point:
    """A calendar day as a point."""
    return Point(day.year, day.month, day.day)


def read_point(edtf: str | None) -> Point | None:
    """The year, month or day that an EDTF date begins with; None where its year is not known, or is none of news."""
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf or "")
    if not found or int(found[1]) not in YEARS:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return Point(year, month, day)


def is_day(month: int, day: int) -> bool:
    """Whether some year has such a day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


def occurrences(today: date, month: int, day: int) -> Iterator[date]:
    """That day of the years around a date; 29 February comes in leap years only."""
    for year in range(today.year - 8, today.year + 9):
        if day <= calendar.monthrange(year, month)[1]:
            yield date(year, month, day)
