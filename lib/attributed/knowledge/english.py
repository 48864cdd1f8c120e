"""The words of a language that tell who speaks, in what stance and how firmly: data/language/<language>."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from attributed.errors import BadKnowledge
from attributed.knowledge.tables import Strict, line_of, read_toml, text_of


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas and phrases, all in lower case."""

    reporting_verbs: Mapping[str, str]  # lemma -> stance
    reporting_nouns: Mapping[str, str]  # lemma -> stance
    stances: Mapping[str, str]  # stance -> what it means
    hedges: Mapping[str, frozenset[str]]  # possible, probable, hearsay, hypothetical, ordered, denied, negated -> words
    roles: Mapping[str, frozenset[str]]  # source kind -> nouns that name such a source
    anonymous_adjectives: frozenset[str]
    anonymity_conditions: frozenset[str]  # phrases
    access: frozenset[str]  # phrases that say how a source can know
    bounds: Mapping[str, frozenset[str]]  # lower, upper, about -> words before a number


class _Reporting(Strict):
    stances: dict[str, str]
    verbs: dict[str, list[str]]
    nouns: dict[str, list[str]]


class _Hedges(Strict):
    hedges: dict[str, list[str]]
    bounds: dict[str, list[str]]


class _Roles(Strict):
    roles: dict[str, list[str]]
    anonymous_adjectives: list[str]
    anonymity_conditions: list[str]
    access: list[str]


def read_words(folder: Path) -> Words:
    """The words of one language; raises BadKnowledge."""
    hedges = read_toml(folder / "hedges.toml", _Hedges)
    reporting = read_toml(folder / "reporting.toml", _Reporting)
    roles = read_toml(folder / "roles.toml", _Roles)
    return Words(
        reporting_verbs=_by_word(reporting.verbs, folder / "reporting.toml", "verbs"),
        reporting_nouns=_by_word(reporting.nouns, folder / "reporting.toml", "nouns"),
        stances=reporting.stances,
        hedges=_sets(hedges.hedges),
        roles=_sets(roles.roles),
        anonymous_adjectives=frozenset(roles.anonymous_adjectives),
        anonymity_conditions=frozenset(roles.anonymity_conditions),
        access=frozenset(roles.access),
        bounds=_sets(hedges.bounds),
    )


def _by_word(groups: Mapping[str, list[str]], path: Path, table: str) -> dict[str, str]:
    stances: dict[str, str] = {}
    for stance, words in groups.items():
        for word in words:
            if stances.setdefault(word, stance) != stance:
                line = line_of(text_of(path), (table, stance))
                raise BadKnowledge(
                    f"{path.name}, line {line}: {word!r} stands in {stances[word]} and in {stance}; expected one stance"
                )
    return stances


def _sets(groups: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {group: frozenset(words) for group, words in groups.items()}
