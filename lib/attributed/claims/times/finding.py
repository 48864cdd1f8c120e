"""From a text to its time expressions: one pass over all shapes, then ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from attributed.claims.times.points import Point, read_point
from attributed.claims.times.ranges import Dated, with_ranges
from attributed.claims.times.reading import Reading, Tense
from attributed.claims.times.rules import RULES
from attributed.claims.times.shapes import Shape
from attributed.claims.times.words import TimeWords
from attributed.model import Passage

# How far back a date may stand that "two days later" counts from, in characters; how much text tells a date's tense,
# and how close the word must stand that makes it future for sure.
NEARBY = 250
CLAUSE = 70
CLOSE = 35
# How much text before and after a time word its expression may take.
BEFORE, AFTER = 32, 40
WORD_BEFORE = re.compile(r"([^\W\d_]+|[’']s)(?:[^\S\n]|[(“\"])*-?$")
WORD_AFTER = re.compile(r"[^\S\n]+([A-Za-z]+)")
LIST = {", ", " and ", ", and ", " or ", ", or "}
# Rules of which an expression stays open where what it counts from is not known.
COUNTING = frozenset({"ago", "past", "shift", "today", "unit", "weekday", "weekend"})
VAGUE = "vague"
CLAUSE_BREAK = re.compile(r"[.;:!?\n“”\"]|,\s")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, where they stand, and the time in EDTF with the rule that gave it, if it can be told."""

    passage: Passage
    edtf: str | None
    basis: str


def find_times(text: str, *, published: str | None, words: TimeWords) -> list[TimeExpression]:
    """The time expressions of a text in order; passages are code points of the text.

    `published` is the article's date in EDTF. Without it, what depends on it keeps unknown parts ("XXXX-12-09")
    or, where nothing would remain ("last week"), has no value. Vague words ("recently") never have one.
    """
    left_open: list[TimeExpression] = []
    dated = list(find_dated(text, read_point(published), words, left_open))
    found = [expression(text, one) for one in with_ranges(text, dated, words)]
    return sorted([*found, *left_open], key=lambda one: one.passage)


def expression(text: str, found: Dated) -> TimeExpression:
    """A stretch of text with its value, for the reader of a claim."""
    passage = Passage(found.start, found.end)
    return TimeExpression(passage, found.value.edtf, f"“{passage.of(text)}”: {found.value.basis}")


def without_value(text: str, found: re.Match[str], rule: str) -> TimeExpression:
    """An expression of which nothing can be told; its words are kept."""
    passage = Passage(found.start(), found.end())
    why = "says no date" if rule == VAGUE else "what it counts from is not known"
    return TimeExpression(passage, None, f"“{passage.of(text)}”: {why}")


def find_dated(
    text: str, published: Point | None, words: TimeWords, left_open: list[TimeExpression]
) -> Iterator[Dated]:
    """Every single expression, each read in view of the one before it; those without a value go to `left_open`."""
    last: Dated | None = None
    for match in matches(text, words):
        shape = words.shapes[int((match.lastgroup or "s0")[1:])]
        found = shape.pattern.match(text, match.start())
        if found is None or not stands_free(text, found, shape, words, last):
            continue
        reading = Reading(
            words=found.groupdict(),
            slots=words.slots,
            published=published,
            tense=tense_before(text, found.start(), words),
            before=last.value if last and is_near(text, last, found) else None,
            ahead=shape.ahead,
        )
        if (value := RULES[shape.rule](reading)) is not None:
            last = Dated(found.start(), found.end(), replace(value, part=bool(reading.words.get("part"))))
            yield last
        elif shape.rule == VAGUE or (shape.rule in COUNTING and counts(reading)):
            left_open.append(without_value(text, found, shape.rule))


def counts(reading: Reading) -> bool:
    """Whether an expression counts weeks, months or years; "to this day" counts none."""
    return not {"unit", "single"} & reading.words.keys() or reading.unit != "day" or "number" in reading.words


def matches(text: str, words: TimeWords) -> Iterator[re.Match[str]]:
    """Where a shape fits; only the surroundings of time words are searched, for speed."""
    start = stop = 0
    for core in words.core.finditer(text):
        if core.start() - BEFORE > stop:
            yield from words.scan.finditer(text, start, stop)
            start = core.start() - BEFORE
        stop = core.end() + AFTER
    yield from words.scan.finditer(text, start, stop)


def is_near(text: str, last: Dated, found: re.Match[str]) -> bool:
    """Whether "two days later" may count from the expression before it: same paragraph, a sentence or two away."""
    return found.start() - last.end <= NEARBY and "\n" not in text[last.end : found.start()]


def stands_free(text: str, found: re.Match[str], shape: Shape, words: TimeWords, last: Dated | None) -> bool:
    """Whether the words around an expression let it be a time: "of 2000 villages" and "the 8th Congress" are none."""
    before = WORD_BEFORE.search(text, max(0, found.start() - 25), found.start())
    after = WORD_AFTER.match(text, found.end())
    word = before.group(1).lower() if before else ""
    follower = after.group(1) if after else ""
    if word in shape.never_after or follower in shape.never_before:
        return False
    if shape.alone and follower and follower not in words.context[shape.alone]:
        return False
    if shape.after is None:
        return True
    # "2006, 2009 and 2013", "in March and May": what follows a date in a list is a date.
    gap = text[last.end : found.start()] if last else ""
    listed = gap in LIST or words.ranges["to"].fullmatch(gap) is not None
    return listed or word in words.context[shape.after]


def tense_before(text: str, start: int, words: TimeWords) -> Tense:
    """Whether the clause before an expression looks ahead; a clause without such words tells of what was."""
    window = text[max(0, start - CLAUSE) : start]
    breaks = list(CLAUSE_BREAK.finditer(window))
    clause = window[breaks[-1].end() :] if breaks else window
    if words.future.search(clause[-CLOSE:]):
        return Tense.FUTURE
    return Tense.OPEN if words.open.search(clause) or words.future.search(clause) else Tense.PAST
