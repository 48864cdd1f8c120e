"""By what tellings of a language are joined: joining.toml."""

from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_toml


class _Weights(Strict):
    base: float
    plenty: float
    contained: float
    phrases: float
    longer: float
    same_event: float
    same_event_once: float
    same_names: float
    other_names: float
    same_affected: float
    same_speaker: float
    same_time: float
    same_mode: float
    same_quoted: float
    other_numbers: float
    other_news: float
    other_affair: float


class _Joining(Strict):
    """joining.toml."""

    definite: frozenset[str]
    again: frozenset[str]
    planned: frozenset[str]
    anybody: frozenset[str]
    weights: _Weights


@cache
def joining(language: str = "english") -> _Joining:
    """By what tellings of a language are joined; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / language / "joining.toml", _Joining)
