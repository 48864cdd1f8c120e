"""Ranges: "from 2012 to 2014", "between May and July", "since Monday", "by the end of 2017", "around March"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attributed.claims.times.counting import moved
from attributed.claims.times.points import Point, Value, one_of, one_range_of
from attributed.claims.times.words import TimeWords

POSSESSIVE = re.compile(r"[’']s?\b")
NEXT_WORD = re.compile(r"[^\S\n]+([a-z]+)")
LEAD = 30  # characters before an expression in which words such as "since" or "two days after" may stand


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of text with the time it names."""

    start: int
    end: int
    value: Value


def with_ranges(text: str, dated: Sequence[Dated], words: TimeWords) -> Iterator[Dated]:
    """The expressions in order, those that bound one range together made one."""
    place = 0
    while place < len(dated):
        joined = join(text, dated[place], dated[place + 1], words) if place + 1 < len(dated) else None
        yield joined or opened(text, dated[place], words)
        place += 2 if joined else 1


def join(text: str, first: Dated, last: Dated, words: TimeWords) -> Dated | None:
    """One range out of two neighbours: "from Monday to Friday", "2014–2018", "between March and May"."""
    gap = text[first.end : last.start]
    lead = text[max(0, first.start - LEAD) : first.start]
    between, start = words.ranges["between"].search(lead), words.ranges["from"].search(lead)
    fits = words.ranges["to"].fullmatch(gap) or (between and words.ranges["and"].fullmatch(gap))
    value = spanned(first.value, last.value) if fits else None
    if value is None:
        return None
    opener = between or start
    return Dated(first.start - len(lead) + opener.start() if opener else first.start, last.end, value)


def spanned(first: Value, last: Value) -> Value | None:
    """The range between two points; of several that they may be, the shortest, or all of the shortest."""
    basis = first.basis if first.inferred and last.inferred else last.basis
    pairs = {ends for a in first.readings for b in last.readings if (ends := aligned(a, b, first, last))}
    lengths = {ends: distance(*ends) for ends in pairs}
    shortest = [ends for ends in pairs if lengths[ends] == min(lengths.values())]
    if len(shortest) > 1:
        return one_range_of(shortest, basis)
    return Value(*shortest[0], basis) if shortest else None


def distance(first: Point, last: Point) -> int:
    """How far the ends of a range lie apart, in days as far as they are known."""
    return sum(size * ((b or 0) - (a or 0)) for a, b, size in zip(first, last, (366, 31, 1), strict=True))


def aligned(a: Point, b: Point, first: Value, last: Value) -> tuple[Point, Point] | None:
    """Both ends of a range, the year of one serving the other where only one has it; None where they make no range."""
    if first.inferred and not last.inferred and a.month and b.month and b.year is not None and not first.either:
        a = a._replace(year=b.year - (a[1:] > b[1:]))
    elif last.inferred and b.month and a.month and a.year is not None:
        b = later(a, b, last)
    if a.year is None or b.year is None:
        return (a, b) if a.year == b.year else None
    return (a, b) if a.edtf <= b.edtf else None


def later(a: Point, b: Point, last: Value) -> Point:
    """The end of a range that only its start dates: the next such weekday, month or day."""
    if a.edtf <= b.edtf and b.year is not None:
        return b
    if last.weekly:
        return b.next(7) or b
    return b._replace(year=(a.year or 0) + (b[1:] < a[1:]))


def opened(text: str, found: Dated, words: TimeWords) -> Dated:
    """An expression with the word before it that makes it a range or makes it vague."""
    lead = text[max(0, found.start - LEAD) : found.start]
    if found.value.first != found.value.last and (
        word := words.ranges["between"].search(lead) or words.ranges["from"].search(lead)
    ):
        return replace(found, start=found.start - len(lead) + word.start())
    if counted := counted_from(lead, found, words):
        return counted
    for name, pattern in words.ranges.items():
        if name in SIDES and (word := pattern.search(lead)):
            value = None if is_of_something(text, found, words) and name != "since" else SIDES[name](found.value)
            return Dated(found.start - len(lead) + word.start(), found.end, value) if value else found
    return found


def counted_from(lead: str, found: Dated, words: TimeWords) -> Dated | None:
    """A day told by its distance: three days before May 13 is the tenth."""
    for side, pattern in words.counts.items():
        if count := pattern.search(lead):
            unit = words.slots.units[count["unit"].lower()]
            number = words.slots.meanings["number"].get(count["number"].lower())
            number = int(count["number"]) if number is None else number
            points = {point for day in found.value.readings if (point := moved(day, side * number, unit))}
            value = replace(one_of(points, found.value.basis), about=unit != "day") if points else found.value
            return Dated(found.start - len(lead) + count.start(), found.end, value)
    return None


def is_of_something(text: str, found: Dated, words: TimeWords) -> bool:
    """Such as "after Monday's launch" and "before the May vote", which name the day of something, not a side of it."""
    follower = NEXT_WORD.match(text, found.end)
    noun = follower is not None and follower.group(1) not in words.context["day_followers"]
    return noun or POSSESSIVE.match(text, found.end) is not None


def since(value: Value) -> Value | None:
    """From its start on."""
    return None if is_open(value) else replace(value, last=None, written=None)


def until(value: Value) -> Value | None:
    """Up to its end."""
    return None if is_open(value) else replace(value, first=None, written=None)


def after(value: Value) -> Value | None:
    """From the day, month or year that follows on."""
    if value.part:
        return since(value)
    start = value.last.next(1) if value.last and not is_open(value) else None
    return replace(value, first=start, last=None, written=None) if start else None


def before(value: Value) -> Value | None:
    """Up to the day, month or year that precedes."""
    if value.part:
        return until(value)
    end = value.first.next(-1) if value.first and not is_open(value) else None
    return replace(value, first=None, last=end, written=None) if end else None


def around(value: Value) -> Value | None:
    """About then."""
    return replace(value, about=True) if value.point else None


SIDES = {"since": since, "until": until, "after": after, "before": before, "around": around}


def is_open(value: Value) -> bool:
    """Whether an end is missing already, or the year is: EDTF has no open range without one."""
    ends = (value.first, value.last)
    return bool(value.either) or any(end is None or end.year is None for end in ends)
