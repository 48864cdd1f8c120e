"""The words that surround an article on its page: how a language prints furniture, bylines and dates."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from attributed import paths
from attributed.errors import BadKnowledge
from attributed.model import Role, ZoneKind

Phrases: TypeAlias = re.Pattern[str]

# Bullets and stars may stand before a phrase; a quotation mark may not: what it opens is somebody's words.
UNQUOTED = r"^[^\w“”‘’\"']*(?:{})"
NOTHING: Phrases = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class CreditWords:
    """How a byline names a part in the work; the role is None for a part that no words pass through."""

    role: Role | None
    before: Phrases
    after: Phrases


@dataclass(frozen=True, slots=True)
class Label:
    """Words that stand before other text in one line; what follows them is of another kind."""

    words: Phrases
    then: ZoneKind


@dataclass(frozen=True, slots=True)
class PageWords:
    """What furniture, captions, bylines and dates look like in one language, ready to match."""

    furniture_whole: frozenset[str]
    furniture_start: Phrases
    furniture_anywhere: Phrases
    labels: tuple[Label, ...]
    caption_start: Phrases
    caption_end: Phrases
    caption_anywhere: Phrases
    caption_whole: frozenset[str]
    player: tuple[str, ...]
    picture: Phrases
    related_start: Phrases
    related_end: Phrases
    credits: tuple[CreditWords, ...]
    any_credit: Phrases  # what stands before a name, of whatever part
    made_for: Phrases
    desks: Phrases
    date: Phrases
    months: Mapping[str, int]
    date_labels: Phrases
    wire: Phrases


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


EntryKind = TypeVar("EntryKind", bound=BaseModel)


class _LabelEntry(_Strict):
    words: list[str]
    then: ZoneKind


class _Furniture(_Strict):
    whole: list[str]
    start: list[str]
    anywhere: list[str]
    label: list[_LabelEntry]


class _Caption(_Strict):
    start: list[str]
    end: list[str]
    anywhere: list[str]
    whole: list[str]
    player: list[str]


class _Picture(_Strict):
    extensions: list[str]


class _Related(_Strict):
    start: list[str]
    end: list[str]


class _Credit(_Strict):
    role: Literal["collector", "translator", "writer", "editor"]
    before: list[str] = []
    after: list[str] = []


class _Byline(_Strict):
    credit: list[_Credit]
    made_for: list[str]
    desks: list[str]


class _Dates(_Strict):
    labels: list[str]


class _Calendar(BaseModel):
    months: dict[int, list[str]]
    weekdays: dict[int, list[str]]


class _Wire(_Strict):
    credits: list[str]


class _Page(_Strict):
    furniture: _Furniture
    caption: _Caption
    picture: _Picture
    related: _Related
    byline: _Byline
    dates: _Dates
    wire: _Wire


@lru_cache(maxsize=8)
def read_page_words(language: str = "english") -> PageWords:
    """The page words of data/language/<language>; raises BadKnowledge where a file is missing or wrong."""
    folder = paths.LANGUAGES / language
    page = _read(folder / "page.toml", _Page)
    calendar = _read(folder / "times.toml", _Calendar)
    return PageWords(
        furniture_whole=frozenset(plain(phrase) for phrase in page.furniture.whole),
        furniture_start=_phrases(page.furniture.start, UNQUOTED),
        furniture_anywhere=_phrases(page.furniture.anywhere),
        labels=tuple(Label(_phrases(entry.words, r"(?:{})[:.]?"), entry.then) for entry in page.furniture.label),
        caption_start=_phrases(page.caption.start, "^(?:{})"),
        caption_end=_phrases(page.caption.end, r"(?:{})[.)\]]?$"),
        caption_anywhere=_phrases(page.caption.anywhere),
        caption_whole=frozenset(plain(phrase) for phrase in page.caption.whole),
        player=tuple(page.caption.player),
        picture=re.compile(rf"[\w%()+.-]+\.(?:{'|'.join(page.picture.extensions)})(?!\w)", re.IGNORECASE),
        related_start=_phrases(page.related.start, UNQUOTED),
        related_end=_phrases(page.related.end, r"(?:{})\W*$"),
        credits=tuple(_credit(entry) for entry in page.byline.credit),
        any_credit=_phrases(phrase for entry in page.byline.credit for phrase in entry.before),
        made_for=_phrases(page.byline.made_for, r"\s+(?:{})\s+"),
        desks=_phrases(page.byline.desks),
        date=_date_pattern(calendar),
        months={name.casefold(): number for number, names in calendar.months.items() for name in names},
        date_labels=_phrases(page.dates.labels, r"(?:{})\s*:?\s*"),
        wire=_wire_pattern(page.wire.credits),
    )


def plain(line: str) -> str:
    """A line as phrases are compared: case, quotation marks, spaces and closing marks evened out."""
    evened = re.sub(r"[’‘ʼ]", "'", " ".join(line.split())).casefold()
    return evened.strip(" :.…»›>|*•-–—")


def _read(path: Path, kind: type[EntryKind]) -> EntryKind:
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        known = ", ".join(sorted(folder.name for folder in paths.LANGUAGES.glob("*") if folder.is_dir()))
        raise BadKnowledge(f"{path.parent.name}/{path.name} is not there; languages known: {known or 'none'}") from None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise BadKnowledge(f"{path.parent.name}/{path.name}: {error}") from error


def _phrases(phrases: Iterable[str], frame: str = "(?:{})") -> Phrases:
    """One pattern for many phrases; longer ones first, so that "reported by" wins over "by"."""
    written = [_flexible(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase))]
    return re.compile(frame.format("|".join(written)), re.IGNORECASE) if written else NOTHING


def _flexible(phrase: str) -> str:
    words = [re.sub("['’]", "['’‘]", re.escape(word)) for word in phrase.split()]
    left = r"(?<!\w)" if phrase[0].isalnum() else ""
    right = r"(?!\w)" if phrase[-1].isalnum() and not phrase[-1].isdigit() else ""
    return left + r"\s+".join(words) + right


def _credit(entry: _Credit) -> CreditWords:
    role = None if entry.role == "editor" else Role(entry.role)
    return CreditWords(role, _phrases(entry.before), _phrases(entry.after))


def _date_pattern(calendar: _Calendar) -> Phrases:
    months = _longest_first(calendar.months)
    days = _longest_first(calendar.weekdays)
    return re.compile(
        rf"(?:\b(?:{days})\.?,?\s+)?(?:"
        rf"\b(?P<month>{months})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
        rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{months})\b\.?,?\s+(?P<year2>(?:19|20)\d\d)\b"
        r"|\b(?P<year3>(?:19|20)\d\d)[-./](?P<month3>\d\d)[-./](?P<day3>\d\d)\b)",
        re.IGNORECASE,
    )


def _longest_first(names: Mapping[int, list[str]]) -> str:
    return "|".join(sorted((name for forms in names.values() for name in forms), key=len, reverse=True))


def _wire_pattern(agencies: Iterable[str]) -> Phrases:
    names = "|".join(sorted((re.escape(name) for name in agencies), key=len, reverse=True))
    return re.compile(rf"\((?P<agency>{names})(?:\s[^()]{{0,20}})?\)\s*(?:--?|–|—)")
