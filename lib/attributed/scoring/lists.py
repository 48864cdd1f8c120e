"""The word lists of scoring: data/language/<language>/scoring.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from attributed import paths
from attributed.errors import BadKnowledge


@dataclass(frozen=True, slots=True)
class ScoringWords:
    """What tells attributions and names apart when scores are counted."""

    reporting: frozenset[str]
    anonymous: frozenset[str]
    furniture: frozenset[str]
    optional: frozenset[str]
    place_kinds: frozenset[str]
    same: Mapping[str, str]  # a romanisation -> the one that stands for its group
    small: frozenset[str]
    short: Mapping[str, tuple[str, ...]]


@cache
def read_scoring_words(language: str = "english") -> ScoringWords:
    """The lists of one language; raises BadKnowledge where the file or one of its lists is missing."""
    place = f"{language}/scoring.toml"
    try:
        table = tomllib.loads((paths.LANGUAGES / language / "scoring.toml").read_text(encoding="utf-8"))
        return ScoringWords(
            reporting=frozenset(table["reporting"]["words"]),
            anonymous=frozenset(table["anonymous"]["heads"]),
            furniture=frozenset(table["furniture"]["none"]),
            optional=frozenset(table["furniture"]["optional"]),
            place_kinds=frozenset(table["places"]["kinds"]),
            same={word: min(group) for group in table["places"]["same"] for word in group},
            small=frozenset(table["speakers"]["small"]),
            short={name: tuple(forms) for name, forms in table["speakers"]["short"].items()},
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadKnowledge(
            f"{place}: {error}; expected [reporting] [anonymous] [furniture] [places] [speakers]"
        ) from error
