"""What users of a subject put right: data/subjects/<name>/corrections.toml, applied on each run.

merge    two entries, or a printed name and an entry, are one
split    a printed name, in some articles or of some time, is somebody else
reject   a printed name is no person (place, organisation, outlet)
rename   an entry is called otherwise; its old name stays a variant
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from attributed.errors import BadKnowledge
from attributed.knowledge.periods import days_of, is_within
from attributed.knowledge.records import Filled, Period
from attributed.knowledge.tables import Strict, line_of, read_toml, text_of
from attributed.knowledge.tokens import words_of
from attributed.model import Article, Mention

Kind = Literal["people", "places", "organisations", "outlets"]
LEAST_HASH = 8  # digits of an article's sha256 that name it


class Act(StrEnum):
    """What a correction does."""

    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"
    RENAME = "rename"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that a user put right, with who says so, when and why."""

    act: Act
    kind: str  # people, places, organisations, outlets
    name: str  # an id of the lists, or a name as printed
    to: str | None  # merge: an id; split: an id, or the name of somebody in no list; rename: the new name
    articles: tuple[str, ...]  # ids, or the first digits of the sha256, of the articles it is about; none: all
    published: str | None  # EDTF; when the articles it is about appeared
    reason: str
    by: str
    on: str  # ISO day
    line: int

    def is_about(self, mention: Mention, text: str, article: Article | None) -> bool:
        """Whether a mention prints the name, in one of the articles meant."""
        return words_of(mention.passage.of(text)) == words_of(self.name) and self._covers(article)

    def _covers(self, article: Article | None) -> bool:
        if not self.articles and self.published is None:
            return True
        if article is None:
            return False
        if article.id in self.articles or any(article.sha256.startswith(a) for a in self.articles if _is_hash(a)):
            return True
        day = article.published.value
        return self.published is not None and day is not None and is_within(day, days_of(self.published))


class _Record(Strict):
    kind: Kind = "people"
    name: Filled
    reason: Filled
    by: Filled
    on: date


class _Scoped(_Record):
    articles: tuple[Filled, ...] = ()
    published: Period = None


class _To(_Record):
    to: Filled


class _Split(_Scoped):
    to: Filled

    @model_validator(mode="after")
    def _is_scoped(self) -> "_Split":
        if not self.articles and not self.published:
            raise ValueError("expected articles or published; a name that is somebody else everywhere is a merge")
        return self


class _File(Strict):
    merge: tuple[_To, ...] = ()
    split: tuple[_Split, ...] = ()
    reject: tuple[_Scoped, ...] = ()
    rename: tuple[_To, ...] = ()


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a subject, none where it has no such file; raises BadKnowledge."""
    if not path.exists():
        return ()
    written, text = read_toml(path, _File), text_of(path)
    found = [
        _correction(act, record, line_of(text, (act.value, number)) or 1)
        for act in Act
        for number, record in enumerate(getattr(written, act.value))
    ]
    found.sort(key=lambda correction: correction.line)
    _check_clashes(path, found)
    return tuple(found)


def _correction(act: Act, record: _Record, line: int) -> Correction:
    return Correction(
        act,
        record.kind,
        record.name,
        getattr(record, "to", None),
        getattr(record, "articles", ()),
        getattr(record, "published", None),
        record.reason,
        record.by,
        record.on.isoformat(),
        line,
    )


def _check_clashes(path: Path, corrections: Iterable[Correction]) -> None:
    """No two corrections may say different things of one name in one article or at one time."""
    groups: dict[tuple[str, ...], list[Correction]] = defaultdict(list)
    for one in corrections:
        where = "here" if one.act in (Act.SPLIT, Act.REJECT) else one.act.value
        groups[(where, one.kind, *words_of(one.name))].append(one)
    for group in groups.values():
        for number, later in enumerate(group):
            for earlier in group[:number]:
                if _overlap(earlier, later):
                    raise wrong(path, later, f"{later.name!r} is corrected in line {earlier.line} already")


def _overlap(one: Correction, other: Correction) -> bool:
    scopes = [(c.articles, c.published) for c in (one, other)]
    if ((), None) in scopes or set(one.articles) & set(other.articles):
        return True
    if one.published is None or other.published is None:
        return False
    (first, last), (start, end) = days_of(one.published), days_of(other.published)
    return first <= end and start <= last


def _is_hash(name: str) -> bool:
    return len(name) >= LEAST_HASH and re.fullmatch(r"[0-9a-f]+", name) is not None


def wrong(path: Path, correction: Correction, told: str) -> BadKnowledge:
    """The error that names file, line and kind of a correction."""
    return BadKnowledge(f"{path.name}, line {correction.line}: {correction.act.value}: {told}")
