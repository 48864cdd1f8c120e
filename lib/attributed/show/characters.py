"""Characters that could change how other characters are read: shown, never obeyed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Direction marks, overrides and isolates; invisible separators and tags; control characters other than tab and newline.
# The joiners U+200C and U+200D stay: Persian and emoji are spelt with them.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters to print as they are, or one that must be shown by its code point."""

    text: str
    code: str | None = None

    @property
    def name(self) -> str:
        return unicodedata.name(self.text, "control character").lower()


def runs(text: str) -> Iterator[Run]:
    """A text cut where an unseen character stands."""
    start = 0
    for match in UNSEEN.finditer(text):
        if match.start() > start:
            yield Run(text[start : match.start()])
        yield Run(match[0], code=f"U+{ord(match[0]):04X}")
        start = match.end()
    if start < len(text):
        yield Run(text[start:])
