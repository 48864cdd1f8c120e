"""Whom a statement without a name is about: the one person of whom the article has just spoken ("the student")."""

import itertools
from collections.abc import Sequence
from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import Extraction

NEAR = 400  # characters: what stands further back is another matter
UNDECIDED = ""  # one of several people who bear the name


class _Referring(Strict):
    """referring.toml."""

    pronouns: frozenset[str]
    opening: frozenset[str]
    nouns: frozenset[str]


@cache
def _referring(language: str = "english") -> _Referring:
    words = read_toml(paths.LANGUAGES / language / "referring.toml", _Referring)
    return words.model_copy(update={"nouns": frozenset(noun.casefold() for noun in words.nouns)})


def opening() -> frozenset[str]:
    """Words at the head of a statement that is about somebody whom the article has named before."""
    return _referring().opening


class Referents:
    """The people of one article where it names them, in claims and sources."""

    def __init__(self, extraction: Extraction) -> None:
        found = {
            (mention.passage.start, mention.key or UNDECIDED)
            for claim in extraction.claims
            for mention in (*claim.people, *claim.affected, *claim.agents)
        }
        self.named = sorted(found)

    def of(self, words: Sequence[str], start: int) -> frozenset[str]:
        """Whom some words that begin at a place take up; nobody where two have been named or none."""
        if not _takes_up_somebody(words):
            return frozenset()
        before = {key for place, key in self.named if start - NEAR <= place < start}
        return frozenset(before - {UNDECIDED}) if len(before) == 1 else frozenset()


def _takes_up_somebody(words: Sequence[str]) -> bool:
    listed = _referring()
    if not listed.pronouns.isdisjoint(words):
        return True
    behind = (pair for pair in itertools.pairwise(words) if pair[1] in listed.nouns)
    return any(one == "the" or other == "old" for one, other in behind)
