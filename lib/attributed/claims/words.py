"""The English word lists that the rules of this folder read: data/language/<language>/speakers.toml and chains.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from attributed import paths
from attributed.errors import BadKnowledge

Section = Mapping[str, frozenset[str]]
SPEAKERS = ("heads", "state_media", "titles", "body_names", "back", "description", "places", "adjectives", "people")
CHAINS = ("inside", "collecting", "relaying", "documents", "clauses", "firmness", "silence")


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Word lists by section and name, for example words.back["anybody"]."""

    heads: Section
    state_media: Section
    titles: Section
    body_names: Section
    back: Section
    description: Section
    places: Section
    adjectives: Section
    people: Section
    inside: Section
    collecting: Section
    relaying: Section
    documents: Section
    clauses: Section
    firmness: Section
    silence: Section
    speech: frozenset[str]  # every verb of speech that any list knows

    def is_person(self, lemma: str) -> bool:
        """Whether a noun means somebody: by the lists, else by how it ends."""
        looks_so = lemma.endswith(tuple(self.people["endings"])) and lemma not in self.people["no_people"]
        return lemma in self.people["nouns"] or lemma in self.titles["all"] or looks_so

    def kind_of_head(self, lemma: str) -> str | None:
        """What a speaker is, by the noun at the head of the description."""
        return next((kind for kind, nouns in self.heads.items() if lemma in nouns), None)


@cache
def read_words(reporting: frozenset[str] = frozenset(), *, language: str = "english") -> ClaimWords:
    """The lists of one language, with its knowledge's reporting verbs; raises BadKnowledge where a file is wrong."""
    sections: dict[str, Section] = {}
    for file, names in (("speakers.toml", SPEAKERS), ("chains.toml", CHAINS)):
        path = paths.LANGUAGES / language / file
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise BadKnowledge(f"{language}/{file}: {error}; expected a TOML file with {', '.join(names)}") from error
        for name in names:
            if name not in table:
                raise BadKnowledge(f"{language}/{file}: no [{name}]; expected {', '.join(names)}")
            sections[name] = {key: frozenset(words) for key, words in table[name].items()}
    elsewhere = sections["places"]["elsewhere"]
    sections["places"] = {**sections["places"], "first": frozenset(name.split()[0] for name in elsewhere)}
    titles = sections["titles"]
    every = frozenset().union(
        *(titles[name] for name in ("named_official", "named_expert", "weak", "journalist", "none"))
    )
    sections["titles"] = {**titles, "all": every}
    return ClaimWords(**sections, speech=sections["inside"]["verbs"] | reporting)
