"""Articles from files and from JSON lines, each read or refused, and their claims in the same order."""

import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attributed.errors import AttributedError, BadArticle, BadRequest
from attributed.model import Article, Extraction
from attributed.reading import article_from_text, read_article, read_page_words

KNOWN = ("title", "outlet", "published", "url")


@dataclass(frozen=True, slots=True)
class Refused:
    """An article that could not be read; the id is None where not even that is known."""

    id: str | None
    error: str


def readings_of_files(files: Iterable[Path]) -> Iterator[Article | Refused]:
    """Each file's article; a folder stands for the .txt files in it, by name."""
    page = read_page_words()
    for given in files:
        found = sorted(given.rglob("*.txt")) if given.is_dir() else [given]
        if not found:
            yield Refused(given.name, f"{given}: no .txt file in this folder")
        for file in found:
            try:
                yield read_article(file, page)
            except BadArticle as error:
                yield Refused(file.name, str(error))


def readings_of_jsonl(source: Path) -> Iterator[Article | Refused]:
    """Each line's article; "-" is stdin. Raises BadRequest where the file cannot be opened."""
    page = read_page_words()
    for number, line in _lines(source):
        place = f"{source.name}, line {number}"
        try:
            row = _row(line, place)
            known: dict[str, Any] = {key: row[key] for key in KNOWN if row.get(key) is not None}
            yield article_from_text(str(row["id"]), row["text"], page, **known)
        except BadArticle as error:
            article_id = _id_in(line)
            yield Refused(article_id, str(error))


def in_order(
    readings: Iterable[Article | Refused], extract: Callable[[Iterable[Article]], Iterable[Extraction]]
) -> Iterator[Extraction | Refused]:
    """What was extracted of each article, and the refused ones, each in its place; `extract` may read ahead.

    An article on which extraction breaks is refused like one that cannot be read.
    """
    stream = iter(readings)
    waiting: deque[Article | Refused] = deque()  # read, and not yet given out

    def articles() -> Iterator[Article]:
        for reading in stream:
            waiting.append(reading)
            if not isinstance(reading, Refused):
                yield reading

    is_done = False
    while not is_done:
        try:
            for extraction in extract(articles()):
                yield from _refused_first(waiting)
                waiting.popleft()
                yield extraction
            is_done = True
        except AttributedError:
            raise
        except Exception:
            if not waiting:
                raise  # no article did it
            yield from _one_by_one(waiting, extract)
    yield from _refused_first(waiting)


def extractions_of(found: Iterable[Extraction | Refused], refused: list[Refused]) -> Iterator[Extraction]:
    """The extractions; what was refused goes into the list."""
    for each in found:
        if isinstance(each, Refused):
            refused.append(each)
        else:
            yield each


def _refused_first(waiting: deque[Article | Refused]) -> Iterator[Refused]:
    while waiting and isinstance(refused := waiting[0], Refused):
        waiting.popleft()
        yield refused


def _one_by_one(
    waiting: deque[Article | Refused], extract: Callable[[Iterable[Article]], Iterable[Extraction]]
) -> Iterator[Extraction | Refused]:
    while waiting:
        reading = waiting.popleft()
        if isinstance(reading, Refused):
            yield reading
            continue
        try:
            yield from extract([reading])
        except AttributedError:
            raise
        except Exception as error:  # whichever it is: the other articles are not to wait for a mended program
            yield Refused(reading.id, f"{reading.id}: extraction broke on it: {type(error).__name__}: {error}")


def _lines(source: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with sys.stdin.buffer if str(source) == "-" else source.open("rb") as stream:
            # Bytes: a text file would also end lines at marks that JSON allows inside a string.
            yield from ((number, line) for number, line in enumerate(stream, 1) if line.strip())
    except OSError as error:
        raise BadRequest(f"{source}: {error.strerror or error}; expected a file of JSON lines") from error


def _row(line: bytes, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadArticle(f"{place}: not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadArticle(f'{place}: expected an object such as {{"id": "a1", "text": "…"}}')
    if not isinstance(row.get("id"), str | int) or not isinstance(row.get("text"), str):
        raise BadArticle(f'{place}: "id" and "text" are needed, each a text')
    if wrong := [key for key in KNOWN if not isinstance(row.get(key), str | None)]:
        raise BadArticle(f'{place}: "{wrong[0]}" is {row[wrong[0]]!r}; expected a text or null')
    return row


def _id_in(line: bytes) -> str | None:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    found = row.get("id") if isinstance(row, dict) else None
    return str(found) if isinstance(found, str | int) else None
