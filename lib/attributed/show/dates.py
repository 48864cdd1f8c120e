"""EDTF dates in words and as stretches of time, never more precise than they are."""

import calendar
import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

DATE = re.compile(r"(?P<year>[0-9X]{4})(-(?P<month>[0-9X]{2})(-(?P<day>[0-9X]{2}))?)?(?P<doubt>[~?%]?)")
MONTHS = (  # calendar.month_name speaks the user's language, and may differ between two machines
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
OPEN = ("", "..")
ANY_YEAR = 2000  # a leap year, to place days whose year is unknown


@dataclass(frozen=True, slots=True)
class Moment:
    """One EDTF date: parts that are unknown are None."""

    year: str  # as written: "2025", "202X", "XXXX"
    month: int | None
    day: int | None
    has_day_place: bool
    doubt: str

    @property
    def has_year(self) -> bool:
        return self.year.isdigit()


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a date covers: first and last day, which ends are open, and whether the year is known at all."""

    first: date
    last: date
    is_year_known: bool
    opens: bool = False  # before the first day, nobody says
    stays_open: bool = False  # after the last day, nobody says

    @property
    def is_day(self) -> bool:
        return self.first == self.last and not self.opens and not self.stays_open


def date_words(edtf: str) -> str:
    """A date as a careful writer prints it: "9 December, year unknown"; what we cannot read is printed as it is."""
    if "/" not in edtf:
        moment = _moment_of(edtf)
        return moment_words(moment) if moment else edtf
    start, end = edtf.split("/", 1)
    first, last = _moment_of(start), _moment_of(end)
    if first and last:
        return f"{moment_words(first, beside=last)} to {moment_words(last)}"
    if first and end in OPEN:
        return f"from {moment_words(first)}, {'end open' if end else 'end unknown'}"
    if last and start in OPEN:
        return f"until {moment_words(last)}, {'start open' if start else 'start unknown'}"
    return edtf


def _moment_of(edtf: str) -> Moment | None:
    match = DATE.fullmatch(edtf)
    if not match:
        return None
    month, day = match["month"], match["day"]
    if match["year"] == "0000" or not _possible(month, (*range(1, 13), *SEASONS)) or not _possible(day, range(1, 32)):
        return None
    return Moment(
        year=match["year"],
        month=int(month) if month and month.isdigit() else None,
        day=int(day) if day and day.isdigit() else None,
        has_day_place=day is not None,
        doubt=match["doubt"],
    )


def _possible(digits: str | None, values: Container[int]) -> bool:
    return digits is None or not digits.isdigit() or int(digits) in values


def moment_words(moment: Moment, *, beside: Moment | None = None) -> str:
    """One date in words; beside another, what both share is left to the other."""
    year = _year_words(moment.year)
    month = SEASONS.get(moment.month or 0) or MONTHS[moment.month or 0]
    day = str(moment.day) if moment.day else ""
    shares_year = beside is not None and beside.year == moment.year
    if shares_year and beside and beside.month == moment.month and moment.day and beside.day:
        month = ""
    if not month and not (shares_year and day):
        words = year
    elif shares_year:
        words = f"{day} {month}".strip()
    elif moment.year == "XXXX":
        words = f"{day} {month}, year unknown".strip()
    else:
        words = f"{day} {month} {year}".strip()
        if moment.has_day_place and not day:
            words += ", day unknown"
    return _doubted(words, moment.doubt)


def _doubted(words: str, doubt: str) -> str:
    about = f"about {words}" if doubt in ("~", "%") else words
    return f"{about} (uncertain)" if doubt in ("?", "%") else about


def _year_words(year: str) -> str:
    if year.isdigit():
        return year
    if year == "XXXX":
        return "year unknown"
    if year.endswith("X") and year[:3].isdigit():
        return f"the {year[:3]}0s"
    return f"between {year.replace('X', '0')} and {year.replace('X', '9')}"


def stretch_of(edtf: str) -> Stretch | None:
    """What a date covers, for drawing; None where not even a month or a year is known."""
    start, _, end = edtf.partition("/")
    first, last = _moment_of(start), _moment_of(end or start) if "/" not in edtf or end not in OPEN else None
    known = first or last
    if known is None or (not known.has_year and known.month is None):
        return None
    return Stretch(
        first=edge(first or known, last=first is None),
        last=edge(last or known, last=True),
        is_year_known=known.year != "XXXX",
        opens=first is None,
        stays_open=last is None,
    )


def edge(moment: Moment, *, last: bool) -> date:
    """The first or the last day that a date can mean."""
    year = ANY_YEAR if moment.year == "XXXX" else int(moment.year.replace("X", "9" if last else "0"))
    if moment.month is None:
        return date(year, 12, 31) if last else date(year, 1, 1)
    month = min(12, FIRST_MONTH.get(moment.month, moment.month) + (2 if last and moment.month in SEASONS else 0))
    day = moment.day or (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
