"""The lines of a text, with their places in it."""

import re
from dataclasses import dataclass

from attributed.model import Passage

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
INVISIBLE = re.compile(
    r"^[\s\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]+|[\s\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069]+$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the spaces and invisible marks around it."""

    passage: Passage
    words: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    lines = []
    for match in LINE.finditer(text):
        words = INVISIBLE.sub("", match.group())
        if words:
            start = match.start() + match.group().index(words)
            lines.append(Line(Passage(start, start + len(words)), words))
    return lines
