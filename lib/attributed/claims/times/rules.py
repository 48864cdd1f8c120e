"""Rules for days, months, seasons, weekdays and years: from the words in a shape's slots to a value, or None."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from attributed.claims.times import counting
from attributed.claims.times.points import Point, Value, at, is_day, occurrences, one_of, one_range_of, point_of
from attributed.claims.times.reading import Reading, Tense

# News names a day shortly ahead without a year and without "will" ("the June 12 summit"). So close before it, the day
# of this year and that of last year are both possible; within TOLERANCE the article's own date may be the late one.
TOLERANCE = timedelta(days=3)
SOON = timedelta(days=31)
WRITTEN = "as written"
NO_YEAR = "no year in the words, and the article's date is not known"


def no_time(_: Reading) -> None:
    """Looks like a date and is none, or says none."""


def year_first(reading: Reading) -> Value | None:
    """2019-01-28."""
    month, day = reading.sure("n1"), reading.sure("n2")
    return at(Point(reading.sure("y4"), month, day), WRITTEN) if is_day(month, day) else None


def year_last(reading: Reading) -> Value | None:
    """3/4/2019 is the third of April or the fourth of March."""
    year, first, second = reading.sure("y4"), reading.sure("n1"), reading.sure("n2")
    points = {Point(year, month, day) for month, day in ((first, second), (second, first)) if is_day(month, day)}
    return one_of(points, "day and month may be either figure" if len(points) > 1 else WRITTEN) if points else None


def day_of_year(reading: Reading) -> Value | None:
    """January 27th; 9 December 2016; Dec. 9 last year; July 3–28, 2017."""
    month, number, last = reading.sure("month"), reading.sure("day"), reading.number("day2")
    first = day_and_month(reading, month, number)
    if first is None or last is None or not is_day(month, last):
        return first
    if first.point is None:
        return one_range_of(((point, point._replace(day=last)) for point in first.readings), first.basis)
    return Value(first.point, first.point._replace(day=last), first.basis, inferred=first.inferred)


def feast(reading: Reading) -> Value | None:
    """Christmas Day; New Year's Eve 2013."""
    return day_and_month(reading, *divmod(reading.sure("feast"), 100))


def day_and_month(reading: Reading, month: int, number: int) -> Value | None:
    """A day with the year that the words or the article's date give."""
    if not is_day(month, number):
        return None
    if reading.year is not None:
        return at(Point(reading.year, month, number), reading.year_basis)
    today, published = reading.today, reading.published
    if today is None or reading.number("year_turn") is not None:
        year = latest_year(published, month) if reading.number("year_turn") is None else None
        return at(Point(year, month, number), latest(reading) if year else NO_YEAR, inferred=True)
    found = closest(reading, occurrences(today, month, number), today, TOLERANCE)
    named, day = reading.number("dayname"), found.point.date if found.point else None
    if named and day and day.isoweekday() != named:
        # A caption of another year: "Tuesday, November 4" beside an article of a year in which that is a Sunday.
        return at(
            Point(None, month, number), "no year in the words, and the weekday is not the latest one's", inferred=True
        )
    return found


def closest(reading: Reading, days: Iterable[date], today: date, tolerance: timedelta = timedelta(0)) -> Value:
    """The day before a date, the one after it, or both: by the words, and by how close they are."""
    known, published = list(days), reading.published.edtf if reading.published else "unknown"
    past = max(found for found in known if found <= today + tolerance)
    coming = min(found for found in known if found >= today)
    if reading.tense is Tense.FUTURE:
        return at(point_of(coming), f"the first not before the article's date {published}", inferred=True)
    if past < today and (reading.tense is Tense.OPEN or coming - today <= SOON):
        both = {point_of(past), point_of(coming)}
        return one_of(both, f"the last before or the first after the article's date {published}")
    return at(point_of(past), latest(reading), inferred=True)


def latest(reading: Reading) -> str:
    """The ground for the usual choice: news tells of what has been."""
    return f"the latest not after the article's date {reading.published.edtf if reading.published else 'unknown'}"


def latest_year(published: Point | None, month: int) -> int | None:
    """The latest year in which a month had begun."""
    if published is None or published.year is None or published.month is None:
        return None
    return published.year if month <= published.month else published.year - 1


def day_of_month(reading: Reading) -> Value | None:
    """The 8th: of last or this month where the words say so, else the latest one."""
    number, today, turn = reading.sure("ordinal_day"), reading.today, reading.number("turn")
    if not 1 <= number <= 31:
        return None
    if today is None:
        return at(Point(None, None, number), NO_YEAR, inferred=True)
    here = Point(today.year, today.month)
    chosen = here.next(turn if turn is not None else 0 if number <= today.day else -1)
    if chosen is None or not is_day(chosen.month or 0, number):
        return None
    return at(chosen._replace(day=number), latest(reading) if turn is None else reading.counted, inferred=turn is None)


def month(reading: Reading) -> Value | None:
    """November 2014; January last year; last September; in May; summer 2017. "The end of November" is in that month."""
    number = next(n for n in map(reading.number, MONTH_SLOTS) if n is not None)
    if reading.year is not None:
        return at(Point(reading.year, number), reading.year_basis)
    published = reading.published
    if published is None or published.year is None or published.month is None:
        # EDTF has no season of an unknown year.
        return at(Point(None, number), NO_YEAR, inferred=True) if number <= 12 else None
    if (turn := reading.number("turn")) is not None:
        return turned(published, number, turn, reading.counted)
    return plain_month(reading, published, number)


def months(reading: Reading) -> Value | None:
    """March and April 2016; November–February 2017 begins in the year before."""
    first, last, year = reading.sure("month"), reading.sure("month2"), reading.sure("year")
    return Value(Point(year - (first > last), first), Point(year, last), WRITTEN)


MONTH_SLOTS = ("month", "month_sure", "month_lone", "season")


def turned(published: Point, number: int, turn: int, basis: str) -> Value:
    """Last September: of last year, or of this one where it lies behind the article already."""
    year, here = published.year or 0, Point(None, number)
    over = (published.month or 0) - here.begins >= (3 if number > 12 else 1)
    ahead = here.begins > (published.month or 0)
    if (turn == -1 and over) or (turn == 1 and ahead):
        return one_of({Point(year, number), Point(year + turn, number)}, basis)
    return at(Point(year + turn, number), basis)


def plain_month(reading: Reading, published: Point, number: int) -> Value:
    """A month without a year; "this past September" is the latest one for sure."""
    now = date(published.year or 1, published.month or 1, 1)
    side = reading.number("nearest")
    tense = reading.tense if side is None else Tense.FUTURE if side > 0 else Tense.PAST
    days = occurrences(now, Point(None, number).begins, 1)
    found = closest(replace(reading, tense=tense), days, now)
    points = {Point(point.year, number) for point in found.either or (found.first,) if point}
    return one_of(points, found.basis)


def weekday(reading: Reading) -> Value | None:
    """Thursday; last Friday; Tuesday of last week: days of the article's own week or the ones beside it."""
    today, number = reading.today, reading.sure("weekday")
    if today is None:
        return None
    monday = today - timedelta(days=today.weekday())
    here = monday + timedelta(days=number - 1)
    if (week := reading.number("week_turn")) is not None:
        return at(point_of(here + timedelta(weeks=week)), reading.counted)
    week_on, week_back = here + timedelta(weeks=1), here - timedelta(weeks=1)
    past, coming = (here if here <= today else week_back), (here if here >= today else week_on)
    turn, side = reading.number("turn"), reading.number("nearest")
    if turn == 0:
        return at(point_of(here), reading.counted)
    if turn is not None:
        # "Last Friday" said on a Saturday is yesterday to some and the Friday before to others.
        beyond = week_back if turn < 0 else week_on
        within = here if (here < today if turn < 0 else here > today) else beyond
        return one_of({point_of(within), point_of(beyond)}, reading.counted)
    if side is not None:
        strict = (here if here < today else week_back) if side < 0 else (here if here > today else week_on)
        return at(point_of(strict), reading.counted)
    return plain_weekday(reading, past, coming)


def plain_weekday(reading: Reading, past: date, coming: date) -> Value:
    """News tells of the week that ends with the article's date; words that look ahead turn to the week that begins."""
    if reading.tense is Tense.OPEN:
        both = {point_of(past), point_of(coming)}
        return one_of(both, f"the last before or the first after, {reading.counted}", weekly=True)
    if reading.tense is Tense.FUTURE:
        return weekly(coming, f"the first from there on, {reading.counted}")
    return weekly(past, f"the latest, {reading.counted}")


def weekly(day: date, basis: str) -> Value:
    """A day told by its weekday alone."""
    return Value(point_of(day), point_of(day), basis, inferred=True, weekly=True)


def year(reading: Reading) -> Value | None:
    """2013; late 2013 is in that year; 2012-13 is two."""
    first = reading.number("year_round") or reading.sure("year")
    last, short = reading.number("year2"), reading.number("short")
    if short is not None:
        last = first - first % 100 + short
    if last is None:
        return at(Point(first), WRITTEN)
    # "2015-86" is a telephone number.
    return Value(Point(first), Point(last), WRITTEN) if first < last <= first + 60 else None


def decade(reading: Reading) -> Value:
    """The 1990s; the '90s are those of the last century, as in all news so far."""
    start = reading.number("tens")
    start = 1900 + reading.sure("tens2") if start is None else start
    return Value(Point(start), Point(start + 9), WRITTEN, written=f"{start // 10}X")


def century(reading: Reading) -> Value:
    """The 20th century."""
    number = reading.sure("ordinal_day")
    return Value(Point(number * 100 - 99), Point(number * 100), WRITTEN, written=f"{number - 1:02}XX")


def era(reading: Reading) -> Value:
    """Juche 105: a year counted from the era's first."""
    return at(Point(reading.year), f"year of the era “{reading.words['era']}”")


RULES: Mapping[str, Callable[[Reading], Value | None]] = {
    "none": no_time,
    "vague": no_time,
    "year_first": year_first,
    "year_last": year_last,
    "day": day_of_year,
    "feast": feast,
    "day_of_month": day_of_month,
    "month": month,
    "months": months,
    "weekday": weekday,
    "year": year,
    "decade": decade,
    "century": century,
    "era": era,
    "today": counting.today,
    "unit": counting.unit,
    "half": counting.half,
    "quarter": counting.quarter,
    "weekend": counting.weekend,
    "past": counting.past,
    "ago": counting.ago,
    "shift": counting.shift,
}
