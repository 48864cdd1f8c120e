"""Rules that count from the article's date ("two days ago") or from the date named just before ("a week later")."""

import calendar
from datetime import date, timedelta

from attributed.claims.times.points import Point, Value, at, point_of
from attributed.claims.times.reading import Reading, Tense

# A unit's length in the precision that it counts in: days, months or years.
DAYS = {"day": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "quarter": 3}
YEARS = {"year": 1, "decade": 10}


def today(reading: Reading) -> Value | None:
    """Yesterday; today; tonight."""
    day = reading.today
    return at(point_of(day + timedelta(days=reading.sure("today"))), reading.counted) if day else None


def week_of(day: date, turn: int = 0) -> tuple[Point, Point]:
    """Monday and Sunday of the week of a day, or of one beside it."""
    monday = day - timedelta(days=day.weekday() - 7 * turn)
    return point_of(monday), point_of(monday + timedelta(days=6))


def weekend_of(day: date, turn: int = 0) -> tuple[Point, Point]:
    """Saturday and Sunday of the week of a day, or of one beside it."""
    saturday = day - timedelta(days=day.weekday() - 5 - 7 * turn)
    return point_of(saturday), point_of(saturday + timedelta(days=1))


def unit(reading: Reading) -> Value | None:
    """Last week; this month; next year; earlier this year ends with the article's date."""
    named, turn = reading.unit, reading.number("turn") or 0
    ends = ends_of(named, turn, reading.published)
    if ends is None:
        return None
    narrow = reading.number("narrow")
    here = reading.published if reading.today else None
    if narrow is not None and turn == 0 and here is not None:
        full_first, full_last = whole(ends[0], last=False), whole(ends[1], last=True)
        return Value(full_first, here, reading.counted) if narrow < 0 else Value(here, full_last, reading.counted)
    return Value(*ends, reading.counted, written=f"{ends[0].year or 0:04}"[:3] + "X" if named == "decade" else None)


def ends_of(named: str, turn: int, published: Point | None) -> tuple[Point, Point] | None:
    """First and last point of a week, weekend, month, quarter, year or decade that lies some units from a date."""
    day = published.date if published else None
    if published is None or published.year is None:
        return None
    if named in {"year", "decade"}:
        year = published.year + turn if named == "year" else published.year // 10 * 10 + 10 * turn
        return Point(year), Point(year + YEARS[named] - 1)
    if published.month is None:
        return None
    if named == "month":
        month = Point(published.year, published.month).next(turn)
        return (month, month) if month else None
    if named == "quarter":
        start = Point(published.year, (published.month - 1) // 3 * 3 + 1).next(3 * turn)
        end = start.next(2) if start else None
        return (start, end) if start and end else None
    if day is None or named == "day":  # "to this day" is no day
        return None
    return week_of(day, turn) if named == "week" else weekend_of(day, turn)


def whole(point: Point, *, last: bool) -> Point:
    """The first or last day of a year or month."""
    if point.day is not None or point.year is None:
        return point
    month = point.month or (12 if last else 1)
    return Point(point.year, month, calendar.monthrange(point.year, month)[1] if last else 1)


def weekend(reading: Reading) -> Value | None:
    """The weekend: the one that began last, or the coming one where the words look ahead."""
    if reading.today is None:
        return None
    begun = reading.today.weekday() >= 5
    ends = weekend_of(reading.today, 0 if begun or reading.tense is Tense.FUTURE else -1)
    return Value(*ends, reading.counted)


def half(reading: Reading) -> Value | None:
    """The second half of 2017."""
    return months_of(reading, 6, reading.sure("half"))


def quarter(reading: Reading) -> Value | None:
    """The first quarter of last year."""
    return months_of(reading, 3, reading.sure("ordinal"))


def months_of(reading: Reading, size: int, number: int) -> Value | None:
    """One of the equal parts of a year, each so many months long."""
    if reading.year is None or number * size > 12:
        return None
    return Value(Point(reading.year, number * size - size + 1), Point(reading.year, number * size), reading.year_basis)


def past(reading: Reading) -> Value | None:
    """The past five years; over the last month: up to the article's date, as precise as the unit."""
    count, side = reading.number("number") or 1, reading.sure("span")
    other = moved(reading.published, count * side, reading.unit)
    here = cut(reading.published, reading.unit)
    if other is None or here is None:
        return None
    if side < 0:
        return Value(other, here, reading.counted)
    return Value((here.next(1) if reading.unit in DAYS else here) or here, other, reading.counted)


def ago(reading: Reading) -> Value | None:
    """Three days ago is that day; two months ago is about that month, a year ago about that year."""
    side = 1 if reading.ahead else -1
    point = moved(reading.published, side * reading.sure("number"), reading.unit)
    return at(point, reading.counted, about=reading.unit != "day") if point else None


def shift(reading: Reading) -> Value | None:
    """A week later; the next day; that year: counted from the point named just before."""
    before = reading.before.point if reading.before else None
    if before is None:
        return None
    side = next((n for n in map(reading.number, ("shift", "beside", "neighbour")) if n is not None), 0)
    number = reading.number("number") or 1
    point = moved(before, number * side, reading.unit)
    exact = reading.words.get("number") is None or reading.unit == "day"
    return at(point, f"counted from {before.edtf} just before", about=not exact) if point else None


def moved(point: Point | None, count: int, named: str) -> Point | None:
    """A point some days, weeks, months, years or decades on, as precise as the unit; None where it cannot be told."""
    here = cut(point, named)
    length = (DAYS | MONTHS | YEARS).get(named)
    return here.next(count * length) if here and length else None


def cut(point: Point | None, named: str) -> Point | None:
    """A point made as coarse as a unit; None where it is coarser already."""
    if point is None or point.year is None:
        return None
    if named in YEARS:
        return Point(point.year)
    if named in MONTHS:
        return Point(point.year, point.month) if point.month and point.month <= 12 else None
    return point if point.day is not None else None
