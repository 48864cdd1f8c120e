"""Zones laid over an article's text, line by line: what is title, body, caption, byline, link or furniture.

A line is struck out only on evidence that holds on any news page: known phrases of menus and forms, a file name,
a credit, a date at the end of a list entry. When in doubt a line is body.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attributed.model import Passage, Zone, ZoneKind
from attributed.reading.bylines import closing_credit, is_byline, is_names
from attributed.reading.lines import Line, lines_of
from attributed.reading.page import PageWords, plain
from attributed.reading.printed_dates import dates_in

LONGEST_TITLE = 220
LONGEST_HEADING = 100
MOST_WORDS = 14  # of a heading
LONGEST_NOTICE = 400  # comment rules are long, and still not part of the story
LONGEST_LINK = 160
LONGEST_MENTION = 220
LONGEST_CAPTION = 700
LONGEST_OUTLET = 30
REPEATED = 3
LEAST_SHOUTED = 3
SENTENCE_END = re.compile(r"[.!?…:;,]['\"’”)\]]*$")
FULL_STOP = re.compile(r"[.:;,…][’'”\")\]]*$|[!?,.][’'”\"]$")
QUOTED_END = re.compile(r"^[^.!?:;]*[.!?][’'”\"]$")
QUOTED_SPEECH = re.compile(r",[”\"]")  # “I do not see it,” he said
# "Painful: Kim is said to wear heels": a caption, a link or a rubric, which ends like no sentence
RUBRIC = re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2}: [‘“\"']?[A-Z].{30,}[a-z0-9)]")
GALLERY = re.compile(r"\d+ of \d+ ?[A-Z]")  # "1 of 3Kim at his desk (Reuters)"
BULLET = re.compile(r"^(?:[-–—•*·▪►»>]|\d{1,2}[.)])\s+")

Pieces = list[Zone]


def zones_of(text: str, page: PageWords, *, title: str | None = None) -> tuple[Zone, ...]:
    """The zones of a text, in its order; blank space belongs to none."""
    lines = lines_of(text)
    pieces = [_by_own_words(line, page) for line in lines]
    _set_authors(lines, pieces)
    _strike_repeated(lines, pieces)
    _strike_dated_lists(lines, pieces, page)
    _set_title(lines, pieces, title)
    _set_highlights(lines, pieces)
    _set_headings(lines, pieces)
    _strike_between(lines, pieces)
    found = [zone for line, known in zip(lines, pieces, strict=True) for zone in known or [_zone(ZoneKind.BODY, line)]]
    return tuple(_joined(found))


def _by_own_words(line: Line, page: PageWords) -> Pieces:
    """What the words of a line alone say of it; nothing where they say nothing."""
    words = line.words
    if labelled := _labelled(line, page):
        return labelled
    if pictured := _pictured(line, page):
        return pictured
    if plain(words) in page.furniture_whole or not any(character.isalnum() for character in words):
        return [_zone(ZoneKind.FURNITURE, line)]
    if plain(words) in page.caption_whole or words.startswith(page.player) or GALLERY.match(words):
        return [_zone(ZoneKind.CAPTION, line)]
    if is_byline(words, page) or _is_dated_notice(words, page):
        return [_zone(ZoneKind.BYLINE, line)]
    if kind := _kind_by_phrase(words, page):
        return [_zone(kind, line)]
    credit = closing_credit(words, page)
    if credit is not None:
        return _cut(line, [(ZoneKind.BODY, 0), (ZoneKind.BYLINE, credit)])
    return []


def _kind_by_phrase(words: str, page: PageWords) -> ZoneKind | None:
    length = len(words)
    start = words[:LONGEST_NOTICE]
    if length <= LONGEST_LINK and (page.related_start.match(start) or page.related_end.search(words)):
        return ZoneKind.RELATED
    if length <= LONGEST_NOTICE and page.furniture_start.match(start):
        return ZoneKind.FURNITURE
    if length <= LONGEST_MENTION and page.furniture_anywhere.search(words):
        return ZoneKind.FURNITURE
    opening = page.caption_start.match(start)
    if length <= LONGEST_CAPTION and (opening or page.caption_end.search(words) or page.caption_anywhere.search(words)):
        return ZoneKind.CAPTION
    if opening and words.count(opening.group()) > 1:  # all captions of a gallery in one line
        return ZoneKind.CAPTION
    return None


def _labelled(line: Line, page: PageWords) -> Pieces:
    """A line that opens with labels ("Image copyright … Image caption …"): the labels are furniture."""
    cuts: list[tuple[ZoneKind, int]] = []
    at = 0
    while label := next((label for label in page.labels if label.words.match(line.words, at)), None):
        match = label.words.match(line.words, at)
        after = match.end() if match else at
        cuts += [(ZoneKind.FURNITURE, at), (label.then, after)]
        starts = (other.words.search(line.words, after) for other in page.labels)
        at = min((found.start() for found in starts if found), default=len(line.words))
        if at == len(line.words):
            break
    return _cut(line, cuts) if len(line.words) <= LONGEST_CAPTION else []


def _pictured(line: Line, page: PageWords) -> Pieces:
    match = page.picture.match(line.words)
    return _cut(line, [(ZoneKind.PICTURE, 0), (ZoneKind.CAPTION, match.end())]) if match else []


def _is_dated_notice(words: str, page: PageWords) -> bool:
    """A line that holds nothing but a date, with its label and the time of day: "Updated 6:39 p.m., May 12, 2014"."""
    if len(words) > 80:
        return False
    label = page.date_labels.match(words)
    rest = page.date.sub("", words[label.end() :] if label else words)
    if rest == words:
        return False
    left = re.sub(
        r"\d{1,2}[:.]\d\d|\b(?:[ap]\.?m\.?|[A-Z]{2,4}T?|at|on|GMT|UTC)\b|[\W\d_]", "", rest, flags=re.IGNORECASE
    )
    return not left


def _set_authors(lines: Sequence[Line], pieces: list[Pieces]) -> None:
    """A page may open with nothing but its authors' names and, in the next line, their paper."""
    top = next((index for index, known in enumerate(pieces[:3]) if not known and is_names(lines[index].words)), None)
    if top is None or len(lines) < top + 2:
        return
    pieces[top] = [_zone(ZoneKind.BYLINE, lines[top])]
    below = lines[top + 1].words
    if not pieces[top + 1] and len(below) <= LONGEST_OUTLET and not FULL_STOP.search(below) and len(lines) > top + 2:
        pieces[top + 1] = [_zone(ZoneKind.BYLINE, lines[top + 1])]


def _strike_repeated(lines: Sequence[Line], pieces: list[Pieces]) -> None:
    """A short line that stands three times or more labels a gallery; no reporter repeats himself so."""
    count = Counter(line.words for line in lines)
    for index, line in enumerate(lines):
        if not pieces[index] and count[line.words] >= REPEATED and len(line.words) <= LONGEST_LINK:
            pieces[index] = [_zone(ZoneKind.FURNITURE, line)]


def _strike_dated_lists(lines: Sequence[Line], pieces: list[Pieces], page: PageWords) -> None:
    """A list of links ends each entry with a date; one entry with a bullet is enough, without bullets it takes two."""
    dated = [_ends_with_date(line.words, page) for line in lines]
    for index, line in enumerate(lines):
        neighbours = dated[max(index - 1, 0) : index] + dated[index + 1 : index + 2]
        if dated[index] and (BULLET.match(line.words) or any(neighbours)):
            pieces[index] = [_zone(ZoneKind.RELATED, line)]


def _ends_with_date(words: str, page: PageWords) -> bool:
    if len(words) > LONGEST_TITLE:
        return False
    last = next((passage for passage, _ in reversed(list(dates_in(words, page)))), None)
    if last is None or words[last.end :].strip(" )]"):
        return False
    return bool(re.search(r"[-–—|•·(]\s*(?:\w+day,?\s*)?$", words[: last.start]))


def _set_title(lines: Sequence[Line], pieces: list[Pieces], title: str | None) -> None:
    """The title is the line that repeats a given one, else a first line that is no sentence."""
    if title is not None:
        for index, line in enumerate(lines[:5]):
            if plain(line.words) == plain(title):
                pieces[index] = [_zone(ZoneKind.TITLE, line)]
                return
        return
    if (
        len(lines) > 1
        and not pieces[0]
        and not lines[0].words.startswith("(")  # a dateline: "(CNN) Could the North …?"
        and len(lines[0].words) <= LONGEST_TITLE
        and not FULL_STOP.search(lines[0].words)
    ):
        pieces[0] = [_zone(ZoneKind.TITLE, lines[0])]


def _set_highlights(lines: Sequence[Line], pieces: list[Pieces]) -> None:
    """Lines after "Story highlights" or "Read more:" go on being its points until one ends like a sentence."""
    running: ZoneKind | None = None
    for index, line in enumerate(lines):
        if pieces[index]:
            kind = pieces[index][-1].kind
            opens = kind is ZoneKind.HEADING or (kind is ZoneKind.RELATED and line.words.endswith(":"))
            running = kind if opens or kind is running else None
        elif running and (
            _is_point(line) or (_ends_quoting(line) and any(map(_is_point, lines[index + 1 : index + 2])))
        ):
            pieces[index] = [_zone(running, line)]
        else:
            running = None


def _is_point(line: Line) -> bool:
    """A line of a list: it ends like no sentence."""
    return not FULL_STOP.search(line.words) and len(line.words) <= LONGEST_TITLE


def _ends_quoting(line: Line) -> bool:
    """A title that ends with somebody's word: "Town mourns mayor, 'our friend.'"."""
    return bool(QUOTED_END.search(line.words)) and len(line.words) <= LONGEST_HEADING and line.words[0].isalpha()


def _set_headings(lines: Sequence[Line], pieces: list[Pieces]) -> None:
    """A short line that ends like no sentence heads what follows: a paragraph, or the picture or byline before one."""
    last_body = max((index for index, known in enumerate(pieces) if not known), default=0)
    for index in range(1, last_body):
        if pieces[index]:
            continue
        if _is_shouted(lines[index].words, lines) or RUBRIC.fullmatch(lines[index].words):
            pieces[index] = [_zone(ZoneKind.HEADING, lines[index])]
        if pieces[index] or not _looks_like_heading(lines[index].words):
            continue
        below = lines[index + 1].words
        paragraph = len(below) > len(lines[index].words) and SENTENCE_END.search(below)
        if pieces[index + 1] or paragraph:
            pieces[index] = [_zone(ZoneKind.HEADING, lines[index])]


def _is_shouted(words: str, lines: Sequence[Line]) -> bool:
    """A line in capitals between lines that are not: a heading or a link to another article."""
    is_one = words.isupper() and len(words.split()) > LEAST_SHOUTED and len(words) <= LONGEST_TITLE
    return is_one and 2 * sum(line.words.isupper() for line in lines) < len(lines)


def _looks_like_heading(words: str) -> bool:
    short = len(words) <= LONGEST_HEADING and len(words.split()) <= MOST_WORDS
    starts = words[0].isupper() or words[0].isdigit() or words[0] in "‘“\"'"
    ends = bool(FULL_STOP.search(words)) and not words.isupper()  # "TENSIONS WITH U.S."
    return short and starts and not ends and not QUOTED_SPEECH.search(words)


def _strike_between(lines: Sequence[Line], pieces: list[Pieces]) -> None:
    """A short line between two struck-out ones, without a sentence in it, belongs to the same form or menu."""
    for index in range(1, len(lines) - 1):
        around = {zone.kind for near in (pieces[index - 1], pieces[index + 1]) for zone in near[:1]}
        both = bool(pieces[index - 1]) and bool(pieces[index + 1])
        words = lines[index].words
        is_short = len(words) <= LONGEST_TITLE and not FULL_STOP.search(words)
        if not pieces[index] and both and around == {ZoneKind.FURNITURE} and is_short:
            pieces[index] = [_zone(ZoneKind.FURNITURE, lines[index])]


def _zone(kind: ZoneKind, line: Line) -> Zone:
    return Zone(kind, line.passage)


def _cut(line: Line, cuts: Sequence[tuple[ZoneKind, int]]) -> Pieces:
    """A line cut into zones at some places; spaces at the cuts belong to none."""
    zones = []
    for (kind, start), (_, end) in pairwise([*cuts, (ZoneKind.BODY, len(line.words))]):
        words = line.words[start:end]
        if words.strip():
            left = start + len(words) - len(words.lstrip())
            place = line.passage.start + left
            zones.append(Zone(kind, Passage(place, place + len(words.strip()))))
    return zones


def _joined(zones: Sequence[Zone]) -> Iterator[Zone]:
    """Paragraphs that follow each other are one body."""
    open_zone: Zone | None = None
    for zone in zones:
        if open_zone and zone.kind is open_zone.kind is ZoneKind.BODY:
            open_zone = Zone(ZoneKind.BODY, Passage(open_zone.passage.start, zone.passage.end))
            continue
        if open_zone:
            yield open_zone
        open_zone = zone
    if open_zone:
        yield open_zone
