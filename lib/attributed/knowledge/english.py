"""The words of a language that tell who speaks, in what stance and how they know: data/language/<language>."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from attributed.errors import BadKnowledge
from attributed.knowledge.tables import Strict, line_of, read_toml, text_of


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas and phrases, all in lower case."""

    reporting_verbs: Mapping[str, str]  # lemma -> stance
    roles: Mapping[str, frozenset[str]]  # source kind -> nouns that name such a source
    access: frozenset[str]  # phrases that say how a source can know


class _Reporting(Strict):
    verbs: dict[str, list[str]]


class _Roles(Strict):
    roles: dict[str, list[str]]
    access: list[str]


def read_words(folder: Path) -> Words:
    """The words of one language; raises BadKnowledge."""
    roles = read_toml(folder / "roles.toml", _Roles)
    reporting = folder / "reporting.toml"
    return Words(
        reporting_verbs=_by_word(read_toml(reporting, _Reporting).verbs, reporting, "verbs"),
        roles={kind: frozenset(nouns) for kind, nouns in roles.roles.items()},
        access=frozenset(roles.access),
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
