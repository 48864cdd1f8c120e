"""A claim in the making: where its words stand and by whose mouths they came, before anybody is named."""

from dataclasses import dataclass, replace

from attributed.claims.tree import Tree
from attributed.model import Form, Passage


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody speaking at one place of the article: the passages that name them and the cue, either may be empty."""

    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]


@dataclass(slots=True)
class Heard:
    """The token indexes of one attribution, to be set right."""

    source: set[int]
    cue: set[int]
    content: set[int]

    @property
    def named(self) -> set[int]:
        return self.source | self.cue

    def voice(self, tree: Tree) -> Voice:
        return Voice(tree.passages(sorted(self.source)), tree.passages(sorted(self.cue)))


@dataclass(frozen=True, slots=True)
class Draft:
    """Token indexes of one claim's content, and the voices it came through, the innermost first."""

    tokens: tuple[int, ...]
    voices: tuple[Voice, ...]  # empty: the article's own assertion
    form: Form
    outer: "Draft | None" = None
    core: int | None = None  # the token that tells what happens, where grammar hangs it below another one
    leans: bool = False  # what happens is told by the outer claim's predicate

    @property
    def source(self) -> tuple[Passage, ...]:
        return tuple(sorted(passage for voice in self.voices for passage in voice.source))

    @property
    def cue(self) -> tuple[Passage, ...]:
        return tuple(sorted(passage for voice in self.voices for passage in voice.cue))

    @property
    def telling(self) -> "Draft":
        """The claim whose predicate tells what happens: this one, or the outer one it leans on."""
        return self.outer.telling if self.leans and self.outer is not None else self

    def inside(self, outer: "Draft") -> "Draft":
        """The same claim as part of another one, whose voices it came through as well."""
        return replace(self, voices=self.voices + outer.voices, outer=outer)
