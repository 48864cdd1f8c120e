"""Shapes of time expressions: from the notation of times.toml to regular expressions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

PIECES = re.compile(r"\{(?P<slot>\w+)\}|(?P<mark>[\[\]()|])|(?P<blank> )|(?P<word>[A-Za-z]+)|(?P<other>.)")
MARKS = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|"}
# "mid-November": a hyphen needs no blank after it. A line's end is the end of a heading, so no shape runs over it.
BLANK = r"(?:[^\S\n]+|(?<=-))"


@dataclass(frozen=True, slots=True)
class Slots:
    """What may stand in each slot, and what the words there mean."""

    patterns: Mapping[str, str]
    meanings: Mapping[str, Mapping[str, int]]  # slot -> word in small letters -> number
    units: Mapping[str, str]  # "weeks" -> "week"


@dataclass(frozen=True, slots=True)
class Shape:
    """One way in which time words stand together, and the rule that reads it."""

    rule: str
    pattern: re.Pattern[str]
    unnamed: str  # the same pattern without groups, to be tried beside all others
    after: str | None  # a list of words, one of which must stand before
    never_after: frozenset[str]
    never_before: frozenset[str]
    alone: str | None  # a list of words; no other word may follow
    ahead: bool


def read_shape(row: Mapping[str, Any], slots: Slots) -> Shape:
    """A row of [[shape]]; raises KeyError for a slot that nobody defined."""
    pattern = "".join(piece(found, slots) for found in PIECES.finditer(row["shape"])) + r"(?!\w)"
    return Shape(
        rule=row["rule"],
        pattern=re.compile(pattern),
        unnamed=re.sub(r"\(\?P<\w+>", "(?:", pattern),
        after=row.get("after"),
        never_after=frozenset(row.get("never_after", ())),
        never_before=frozenset(row.get("never_before", ())),
        alone=row.get("alone"),
        ahead=row.get("ahead", False),
    )


def piece(found: re.Match[str], slots: Slots) -> str:
    """One piece of a shape's notation as a regular expression."""
    kind, text = found.lastgroup, found.group(found.lastgroup or 0)
    if kind == "slot":
        return f"(?P<{text}>{slots.patterns[text]})"
    if kind == "mark":
        return MARKS[text]
    if kind == "blank":
        return BLANK
    return capital_or_small(text) if kind == "word" else re.escape(text)


def either(words: Iterable[str], *, any_case: bool = False) -> str:
    """A pattern for any of some words, the longest first; at the head of a sentence they begin with a capital."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(capital_or_small(word) if any_case else re.escape(word) for word in ordered) + ")"


def capital_or_small(word: str) -> str:
    """A pattern for a word as it stands within and at the head of a sentence."""
    head, rest = word[0], re.escape(word[1:]).replace(r"\ ", r"[^\S\n]+")
    return f"[{head.upper()}{head}]{rest}" if head.islower() else re.escape(head) + rest


def anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some words, standing free."""
    return re.compile(rf"(?<!\w){either(words, any_case=True)}(?!\w)")


def numbered(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Each word in small letters with its number."""
    return {word.lower(): int(number) for number, words in table.items() for word in words}


def slots_of(table: Mapping[str, Any]) -> Slots:
    """What each slot of a shape may hold, and the number that each of its words stands for."""
    meanings = {
        **{name: numbered(words) for name, words in table["words"].items()},
        "season": numbered(table["seasons"]),
        "number": numbered(table["numbers"]),
        "era": {era["name"].lower(): era["first_year"] for era in table.get("era", [])},
        # A feast is a day of each year: 1225 is 25 December.
        "feast": {name.lower(): f["month"] * 100 + f["day"] for f in table.get("feast", []) for name in f["names"]},
    }
    units = {word: unit for unit, words in table["units"].items() for word in words}
    patterns = {
        **{name: either(words, any_case=True) for name, words in meanings.items()},
        **{name: either(words, any_case=True) for name, words in table["sets"].items()},
        **FIGURES,
        **name_patterns(table),
        "number": rf"(?:\d{{1,3}}|{either(meanings['number'], any_case=True)})",
        "single": either([words[-1] for words in table["units"].values()], any_case=True) + r"(?!\w)",
        "unit": either(units, any_case=True) + r"(?!\w)",
        "era": either([era["name"] for era in table.get("era", [])]),
        "feast": either([name for feast in table.get("feast", []) for name in feast["names"]]),
    }
    weekdays, months = numbered(table["weekdays"]), numbered(table["months"])
    meanings |= {
        "weekday": weekdays,
        "dayname": weekdays,
        "month": months,
        "month2": months,
        "month_sure": months,
        "month_lone": months,
    }
    return Slots(patterns, meanings, units)


FIGURES = {
    "day": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
    "day2": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)",
    "ordinal_day": r"\d{1,2}(?:st|nd|rd|th)(?!\w)",
    "year": r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d|-[a-z])",
    "year_round": r"(?:1[5-9]|20)00(?![\w%]|[.,]\d|-[a-z])",
    "year2": r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)",
    "short": r"\d\d(?!\w)",
    "y4": r"(?:19|20)\d\d",
    "n1": r"\d{1,2}",
    "n2": r"\d{1,2}(?!\d)",
    "count": r"\d{1,3}",
    "tens": r"(?:1[5-9]|20)\d0",
    "tens2": r"[1-9]0",
}


def name_patterns(table: Mapping[str, Any]) -> dict[str, str]:
    """Months and weekdays are names: written small they are other words, and short forms need a date beside them."""
    homonyms = table["context"]["homonyms"]
    months, weekdays = list(table["months"].values()), list(table["weekdays"].values())
    sure = [forms[0] for forms in months if forms[0] not in homonyms]
    short = either(form for forms in months for form in forms[1:])
    return {
        "month": rf"(?:{either(forms[0] for forms in months)}(?!\w)|{short}(?!\w)\.?)",
        "month2": rf"(?:{either(forms[0] for forms in months)}(?!\w)|{short}(?!\w)\.?)",
        "month_sure": rf"{either(sure)}(?!\w)(?![^\S\n][A-Z][a-z])",
        "month_lone": rf"(?:{either(homonyms)}(?![\w’'])|{short}(?!\w)\.?)",
        "weekday": rf"{either(forms[0] for forms in weekdays)}(?!\w)",
        "dayname": rf"{either(form for forms in weekdays for form in forms)}(?!\w)\.?",
    }
