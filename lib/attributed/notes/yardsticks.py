"""Words of estimative probability (data/language/yardsticks.toml), and where a sentence uses one."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from attributed import paths
from attributed.errors import BadKnowledge

FILE = paths.LANGUAGES / "yardsticks.toml"
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")


@dataclass(frozen=True, slots=True)
class Term:
    """A step of a yardstick: per cent, and its words in each vocabulary."""

    lowest: int
    highest: int
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The likelihood terms that a note may use."""

    name: str
    origin: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A word of likelihood in a sentence: the term and vocabulary it belongs to, or none of this yardstick."""

    word: str
    term: Term | None
    row: int | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the lint knows beside the yardsticks."""

    unknown: tuple[str, ...]
    as_written: frozenset[str]
    firm: tuple[str, ...]
    firm_from: int
    confidence: tuple[str, ...]


@cache
def read_yardsticks(path: Path = FILE) -> tuple[Mapping[str, Yardstick], Lexicon]:
    """The yardsticks by name, and the words that estimate without one; raises BadKnowledge."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        yardsticks = {name: _yardstick(name, entry) for name, entry in data["yardstick"].items()}
        words = data["estimative"]
        lexicon = Lexicon(
            unknown=tuple(words["unknown"]),
            as_written=frozenset(words["as_written"]),
            firm=tuple(words["firm"]),
            firm_from=int(words["firm_from"]),
            confidence=tuple(words["confidence"]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadKnowledge(f"{path.name}: {error!r}; expected tables yardstick and estimative") from error
    return yardsticks, lexicon


def _yardstick(name: str, entry: Mapping[str, Any]) -> Yardstick:
    terms = (Term(t["lowest"], t["highest"], tuple(map(tuple, t["words"]))) for t in entry["term"])
    return Yardstick(name, entry["origin"], tuple(terms))


def estimates(sentence: str, yardstick: Yardstick) -> Iterator[Estimate]:
    """Every word of likelihood outside quotation marks, the longest reading first ("very unlikely", not "unlikely")."""
    yardsticks, lexicon = read_yardsticks()
    every = {word: (None, None) for other in yardsticks.values() for word in words_of(other)}
    mine = words_of(yardstick)
    known: dict[str, tuple[Term | None, int | None]] = {**dict.fromkeys(lexicon.unknown, (None, None)), **every, **mine}
    for match in pattern(tuple(known)).finditer(own_words(sentence)):
        word = match[0].lower()
        if word in lexicon.as_written and match[0] != word:
            continue
        yield Estimate(match[0], *known[word])


def words_of(yardstick: Yardstick) -> dict[str, tuple[Term | None, int | None]]:
    """Each wording of a yardstick with its term and vocabulary."""
    return {word: (term, row) for term in yardstick.terms for row, forms in enumerate(term.words) for word in forms}


def own_words(sentence: str) -> str:
    """A sentence without what it quotes."""
    return QUOTED.sub("“”", sentence)


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of some words whole, the longest first."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
