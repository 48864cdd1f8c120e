"""The words and shapes of time expressions in one language: data/language/<language>/times.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from attributed import paths
from attributed.claims.times.rules import RULES
from attributed.claims.times.shapes import Shape, Slots, anywhere, either, read_shape, slots_of
from attributed.errors import BadKnowledge

TABLES = ("months", "weekdays", "seasons", "numbers", "units", "words", "sets", "ranges", "context")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A language's time words, ready to match: shapes, what their slots mean, and the words around them."""

    shapes: tuple[Shape, ...]
    core: re.Pattern[str]  # words and figures without which there is no expression: where to look at all
    scan: re.Pattern[str]  # every shape at once; group s3 is the fourth shape
    slots: Slots
    ranges: Mapping[str, re.Pattern[str]]  # what stands before an expression, or between two
    context: Mapping[str, frozenset[str]]
    future: re.Pattern[str]
    open: re.Pattern[str]
    counts: Mapping[int, re.Pattern[str]]  # "three days before", by direction


@cache
def read_time_words(language: str = "english") -> TimeWords:
    """The time words of one language; raises BadKnowledge where the file is missing, incomplete or unreadable."""
    place = f"{language}/times.toml"
    try:
        table = tomllib.loads((paths.LANGUAGES / language / "times.toml").read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadKnowledge(f"{place}: {error}; expected a TOML file with {', '.join(TABLES)}") from error
    missing = [name for name in (*TABLES, "shape") if name not in table]
    if missing:
        raise BadKnowledge(f"{place}: no [{missing[0]}]; expected {', '.join(TABLES)} and [[shape]]")
    slots = slots_of(table)
    shapes = checked_shapes(table["shape"], slots, table["context"], place)
    return TimeWords(
        shapes=shapes,
        core=core_of(slots),
        scan=scan_of(shapes),
        slots=slots,
        ranges={name: range_pattern(name, words) for name, words in table["ranges"].items()},
        context={name: frozenset(words) for name, words in table["context"].items()},
        future=anywhere(table["context"]["future"]),
        open=anywhere(table["context"]["open"]),
        counts={
            side: count_pattern(slots, table["ranges"][name]) for side, name in ((-1, "count_back"), (1, "count_on"))
        },
    )


def checked_shapes(
    rows: Sequence[Mapping[str, Any]], slots: Slots, context: Mapping[str, Any], place: str
) -> tuple[Shape, ...]:
    """The shapes in order; raises BadKnowledge with the number of the one that is wrong."""
    shapes = []
    for number, row in enumerate(rows, 1):
        where = f"{place}, shape {number} ({row.get('shape')!r})"
        if row.get("rule") not in RULES:
            raise BadKnowledge(f"{where}: rule is {row.get('rule')!r}; expected one of {', '.join(sorted(RULES))}")
        for key in ("after", "alone"):
            if row.get(key) not in {None, *context}:
                raise BadKnowledge(f"{where}: {key} is {row[key]!r}; expected one of {', '.join(context)}")
        try:
            shapes.append(read_shape(row, slots))
        except (KeyError, re.error) as error:
            raise BadKnowledge(f"{where}: {error}; expected slots among {', '.join(sorted(slots.patterns))}") from error
    return tuple(shapes)


CORE = ("month", "dayname", "unit", "today", "season", "era", "feast", "vague")


def core_of(slots: Slots) -> re.Pattern[str]:
    """A figure, or a word that names a time: cheap to find, so that the shapes are tried around these alone."""
    return re.compile(r"\b(?:\d|" + "|".join(slots.patterns[name] for name in CORE) + ")")


def scan_of(shapes: Sequence[Shape]) -> re.Pattern[str]:
    """All shapes in one pattern. A number with a currency, a letter or another number before it is no date."""
    named = "|".join(f"(?P<s{number}>{shape.unnamed})" for number, shape in enumerate(shapes))
    return re.compile(rf"(?<![\w$€£#])(?<!\d[.,–/-])(?<![A-Za-z]-)(?:{named})")


def count_pattern(slots: Slots, words: Sequence[str]) -> re.Pattern[str]:
    """A number of days, weeks, months or years before or after the expression that follows."""
    number, unit = slots.patterns["number"], slots.patterns["unit"]
    return re.compile(rf"(?<![\w,.])(?P<number>{number}) (?P<unit>{unit}) {either(words)}(?: the)? $", re.IGNORECASE)


def range_pattern(name: str, words: Sequence[str]) -> re.Pattern[str]:
    """Words between two expressions fill the gap; words before one end there."""
    if name in {"to", "and"}:
        return re.compile(either(words) + "(?:the )?")
    # "They brought about the 1979 treaty" is no vague date.
    article = "" if name == "around" else "(?: the)?"
    return re.compile(rf"(?<!\w){either(words, any_case=True)}{article}[^\S\n]+$")
