"""Single slots of two tellings beside each other: people, numbers, days, counts and modes."""

from attributed.facts.spans import Span, gap_between
from attributed.facts.telling import Mode, Telling
from attributed.facts.weights import joining
from attributed.model import Count

NEWS, LATER = 14, 45  # days after which an article brings other news, and after which it surely does
MODES_ALIKE = ({Mode.DONE, Mode.POSSIBLE}, {Mode.TO_COME, Mode.SUPPOSED}, {Mode.TO_COME, Mode.ORDERED})
NARROW = 31  # days: a stretch no longer than this dates an event


def are_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold people, and nobody in common."""
    return bool(one and other) and one.isdisjoint(other)


def name_others(one: Telling, other: Telling) -> bool:
    """Whether both name people, and nobody in common: "he fell ill at Jang's grave" may be of anybody but Jang."""
    return are_others(one.people, other.people) and not (one.opens_with_pronoun or other.opens_with_pronoun)


def have_other_numbers(one: Telling, other: Telling) -> bool:
    """Whether both give numbers, and none in common."""
    return bool(one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))


def other_news(one: Telling, other: Telling) -> float:
    """How surely two articles bring other news, 0 to 1: they lie weeks apart, and the time is not said in both.

    What is only expected, and is no event, is no news of a day: reports repeat it for months.
    """
    if one.published is None or other.published is None or (one.span and other.span):
        return 0.0
    if Mode.DONE not in (one.mode, other.mode) and one.event is other.event is None:
        return 0.0
    gap = gap_between(one.published, other.published)
    return min(1.0, gap / LATER) if gap > NEWS else 0.0


def is_narrow(span: Span | None) -> bool:
    """Whether a date is known to the month."""
    return span is not None and span.days <= NARROW


def are_disjoint(one: Count | None, other: Count | None) -> bool:
    """Whether no number lies within both bounds."""
    if one is None or other is None:
        return False
    return (one.most is not None and one.most < other.fewest) or (other.most is not None and other.most < one.fewest)


def count_the_same(one: Telling, other: Telling) -> bool:
    """Whether both count people, or both things of one name: "11 foreigners" are some of "290 people"."""
    if one.count is None or other.count is None:
        return False
    anybody = joining().anybody
    return one.counted == other.counted or {one.counted, other.counted} <= anybody


def are_one_mode(one: Mode, other: Mode) -> bool:
    """What is possible may be what others report as done; what "would" come or is ordered is what will."""
    return one == other or {one, other} in MODES_ALIKE


def are_two_orders(one: Telling, other: Telling) -> bool:
    """Orders whose numbers differ do not order the same."""
    return one.mode is other.mode is Mode.ORDERED and have_other_numbers(one, other)


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches of one text have a character in common."""
    return one[0] < other[1] and other[0] < one[1]
