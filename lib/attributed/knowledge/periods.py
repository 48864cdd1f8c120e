"""EDTF dates as the first and the last day that they can mean, for asking whether one lies within another."""

from collections.abc import Iterable

FIRST, LAST = "0000-01-01", "9999-12-31"
OPEN = frozenset({"", ".."})
Days = tuple[str, str]  # as ISO days, which sort like the days themselves


def days_of(edtf: str) -> Days:
    """The first and last day of an EDTF date or interval: "2012-07" is 1 to 31 July, "2012/.." has no last day."""
    first, _, last = edtf.partition("/")
    return _day(first, FIRST, is_first=True), _day(last if "/" in edtf else first, LAST, is_first=False)


def is_within(day: str, period: Days) -> bool:
    """Whether every day that a date can mean lies in a period."""
    first, last = days_of(day)
    return period[0] <= first and last <= period[1]


def hull(periods: Iterable[Days]) -> Days | None:
    """From the first day of some periods to the last one."""
    known = sorted(periods)
    return (known[0][0], max(last for _, last in known)) if known else None


def _day(edtf: str, unknown: str, *, is_first: bool) -> str:
    if edtf in OPEN:
        return unknown
    year, month, day = (*edtf.rstrip("~?%").split("-"), "", "")[:3]
    year = year.replace("X", "0" if is_first else "9")
    if not month.isdecimal() or int(month) > 12:  # a season is kept as its year
        return f"{year}-{'01-01' if is_first else '12-31'}"
    return f"{year}-{month}-{day if day.isdecimal() else ('01' if is_first else '31')}"
