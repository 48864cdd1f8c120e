"""Where an article quotes: stretches between quotation marks of any style, worked out line by line."""

import re
from collections.abc import Iterator

Region = tuple[int, int]  # code points between the marks, end exclusive

MARK = re.compile(r"[“”„«»\"]|``|''")
OPENING = {"“", "„", "«", "``"}
CLOSING = {"”", "»"}
BEFORE_OPENING = " \t\u00a0([—–-―"
AFTER_CLOSING = " \t\u00a0)],.;:!?—–"
# A closing mark that nothing opened closes a quotation only if the line before it is long enough to be one.
SHORTEST_UNOPENED = 20


def quotation_regions(text: str) -> list[Region]:
    """All quotations of a text in order; the state is forgotten at each line break, so a stray mark spoils one line.

    A quotation that runs on into the next paragraph is opened again there but closed only at its end: an opening mark
    without a closing one therefore reaches to the end of its line.
    """
    return [
        region for line in re.finditer(r"[^\n]+", text) for region in regions_of_line(text, line.start(), line.end())
    ]


def regions_of_line(text: str, start: int, end: int) -> Iterator[Region]:
    """The quotations of one line."""
    opened: int | None = None
    is_first = True
    for mark in MARK.finditer(text, start, end):
        # In German style “ closes what „ opened.
        ends_low = opened is not None and mark.group() == "“" and text[opened - 1] == "„"
        if not ends_low and opens(mark, text, start, end, is_open=opened is not None):
            opened = mark.end() if opened is None else opened
        elif opened is not None:
            if mark.start() > opened:
                yield opened, mark.start()
            opened = None
        elif is_first and mark.start() > start + SHORTEST_UNOPENED:
            yield start, mark.start()
        is_first = False
    if opened is not None and end > opened:
        yield opened, end


def opens(mark: re.Match[str], text: str, start: int, end: int, *, is_open: bool) -> bool:
    """Whether a mark opens a quotation; a straight one tells by the blanks beside it, or by taking turns."""
    sign = mark.group()
    if sign in OPENING or sign in CLOSING:
        return sign in OPENING
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before in BEFORE_OPENING and not after.isspace():
        return True
    if after in AFTER_CLOSING and before not in BEFORE_OPENING:
        return False
    return not is_open
