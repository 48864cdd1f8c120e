"""One time expression with all that a rule may look at to read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from attributed.claims.times.points import Point, Value
from attributed.claims.times.shapes import Slots


class Tense(Enum):
    """Whether the words before an expression look back, ahead, or leave it open."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of an expression by slot, the article's date, and the value of the expression just before."""

    words: Mapping[str, str | None]
    slots: Slots
    published: Point | None
    tense: Tense
    before: Value | None
    ahead: bool

    def number(self, slot: str) -> int | None:
        """What the word in a slot stands for; None where the slot is empty."""
        word = self.words.get(slot)
        if word is None:
            return None
        meanings = self.slots.meanings.get(slot, {})
        known = meanings.get(plain(word))
        return int("".join(filter(str.isdigit, word))) if known is None else known

    def sure(self, slot: str) -> int:
        """The number in a slot that the rule's shapes always have."""
        number = self.number(slot)
        if number is None:
            raise KeyError(slot)
        return number

    @property
    def unit(self) -> str:
        return self.slots.units[plain(self.words.get("unit") or self.words.get("single") or "")]

    @property
    def today(self) -> date | None:
        return self.published.date if self.published else None

    @property
    def counted(self) -> str:
        return f"counted from the article's date {self.published.edtf}" if self.published else "no date to count from"

    @property
    def year(self) -> int | None:
        """The year that the words give: in figures, of an era, or as last, this or next year of the article's."""
        first = self.number("era")
        if first is not None:
            return first + self.sure("count") - 1
        turn = self.number("year_turn")
        if turn is None:
            return self.number("year")
        return self.published.year + turn if self.published and self.published.year is not None else None

    @property
    def year_basis(self) -> str:
        return "as written" if self.number("year_turn") is None else self.counted


def plain(word: str) -> str:
    """A word as the lists have it: small letters, single blanks, no full stop."""
    return " ".join(word.lower().rstrip(".").split())
