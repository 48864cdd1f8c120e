"""One spelling for the many ways in which a foreign script is written in Latin letters.

The rules are a subject's data (romanisation.toml); this module only applies them. Two words are the same where
their normal forms are equal; how far apart two spellings are is never asked.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")


@dataclass(frozen=True, slots=True)
class Romanisation:
    """Rewrites to the normal form, spellings of surnames, and looser spellings of single syllables."""

    rewrites: tuple[tuple[re.Pattern[str], str], ...] = ()
    surnames: Mapping[str, frozenset[str]] = field(default_factory=dict)  # plain form -> all plain forms
    syllables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # normal form -> looser forms
    countries: frozenset[str] = frozenset()  # whose people and places are written by these rules
    syllable: re.Pattern[str] | None = None  # the normal form of one syllable
    words: frozenset[str] = frozenset()  # plain words of another language that the rules would take for a name
    never: frozenset[tuple[str, str]] = frozenset()  # (letters as listed, letters by which no system prints them)
    _seen: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def normal(self, word: str) -> str:
        """The normal form of one plain word: "cheol" and "chol" both become "jor"."""
        known = self._seen.get(word)
        if known is None:
            known = word
            for pattern, replacement in self.rewrites:
                known = pattern.sub(replacement, known)
            self._seen[word] = known
        return known

    def may_print(self, listed: str, printed: str) -> bool:
        """Whether no letters of a listed word stand printed as something that no system writes for them."""
        if not self.never:
            return True
        pairs = list(zip(self._letters(listed), self._letters(printed), strict=False))
        return not any(pair in self.never for pair in pairs)

    def is_syllable(self, word: str) -> bool:
        """Whether a plain word may be one syllable of a name: "han", but not "said"."""
        return self.syllable is not None and self.syllable.fullmatch(self.normal(word)) is not None

    def is_full_name(self, words: Sequence[str]) -> bool:
        """Whether plain words are a surname of the lists and a given name of two syllables, as in "Hong Sok Jin"."""
        if len(words) != 3:
            return False
        return words[0] in self.surnames and all(self.is_syllable(word) for word in words[1:])

    def _letters(self, word: str) -> list[str]:
        """The consonants in which the systems differ, in order."""
        known = {letters for pair in self.never for letters in pair}
        either = "|".join(sorted(known, key=lambda letters: (-len(letters), letters)))
        return [found for found in re.findall(rf"ng|{either}", word) if found in known]

    def surname_forms(self, surname: str) -> tuple[str, ...]:
        """Plain spellings of a plain surname other than its own."""
        return tuple(sorted(self.surnames.get(surname, frozenset()) - {surname}))

    def looser(self, words: Iterable[str]) -> set[tuple[str, ...]]:
        """Normal forms of some words with every mix of the looser spellings, their own excepted."""
        normal = tuple(self.normal(word) for word in words)
        choices = [(word, *self.syllables.get(word, ())) for word in normal]
        return set(product(*choices)) - {normal}


def plain(word: str) -> str:
    """A word without case, marks over letters, apostrophes and the English possessive."""
    bare = word.casefold()
    for ending in ("'s", "’s"):
        bare = bare.removesuffix(ending)
    if bare.isascii():
        return bare.translate(APOSTROPHES)
    # Hangul is left whole: taking its letters apart would make it longer, not plainer.
    parts = unicodedata.normalize("NFKD", bare)
    kept = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", kept).translate(APOSTROPHES)


def from_rules(
    rewrites: Iterable[tuple[str, str]],
    surnames: Iterable[Iterable[str]],
    syllables: Mapping[str, Iterable[str]],
    countries: Iterable[str],
    never: Iterable[tuple[str, str]] = (),
    syllable: str | None = None,
    words: Iterable[str] = (),
) -> Romanisation:
    """The rules of a romanisation.toml, ready to apply."""
    compiled = tuple((re.compile(pattern), replacement) for pattern, replacement in rewrites)
    families = [frozenset(plain(form) for form in forms) for forms in surnames]
    spelt = {form: family for family in families for form in family}
    bare = Romanisation(compiled)
    loose: dict[str, tuple[str, ...]] = {}
    for own, forms in syllables.items():
        for one, others in (
            (own, tuple(forms)),
            *((form, (own,)) for form in forms),
        ):  # the South's names are listed so
            known = loose.get(bare.normal(plain(one)), ())
            loose[bare.normal(plain(one))] = (*known, *(bare.normal(plain(other)) for other in others))
    shape = re.compile(syllable) if syllable else None
    no_names = frozenset(plain(word) for word in words)
    return Romanisation(compiled, spelt, loose, frozenset(countries), shape, no_names, frozenset(never))
