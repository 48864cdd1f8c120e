"""Who stands behind a described source: the titled person at its end, the paper that prints it or that employs him."""

from collections.abc import Sequence
from dataclasses import dataclass

from attributed.claims.callings import forms_at, kind_of_member
from attributed.claims.names import Names
from attributed.claims.titles import kind_by_gloss
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage, SourceKind


@dataclass(frozen=True, slots=True)
class Employers:
    """Reads it off the parse, the names of the article and the word lists."""

    tree: Tree
    names: Names
    words: ClaimWords

    def ends_in_titled(self, source: Sequence[Passage], tokens: Sequence[int], head: int) -> bool:
        """Whether a source is whom its last words name, behind a title: "U.N. envoy Ann Lee"."""
        last = [m for m in self.names.within("people", source) if tokens[-1] in self.tree.tokens(m.passage)]
        # "Pentagon chief Ann Lee", wherever the parser hangs the name
        is_one = all(self.tree.parts[i] in {"NOUN", "PROPN", "ADJ"} for i in range(tokens[0], tokens[-1] + 1))
        before = [self.tree.tokens(m.passage)[0] - 1 for m in last if is_one or self._is_below(tokens[-1], head)]
        return any({self.tree.lemmas[head], self.tree.lemmas[i]} & self.words.titles["all"] for i in before)

    def _is_below(self, token: int, head: int) -> bool:
        """Whether no clause stands between a word and the noun above it: not "a lawyer hired to free Lee"."""
        while token != head and self.tree.heads[token] != token and self.tree.parts[token] not in {"VERB", "AUX"}:
            token = self.tree.heads[token]
        return self.tree.parts[token] not in {"VERB", "AUX"}

    def printed_in(self, source: Sequence[Passage], head: int) -> Mention | None:
        """The outlet in which something stands: "a commentary in the Rodong Sinmun newspaper"."""
        if self.tree.lemmas[head] not in self.words.documents["printed"] | self.words.documents["reports"]:
            return None
        where = [c for c in self.tree.children[head] if self.tree.words[c] in self.words.documents["places"]]
        spans = [self.tree.phrase(c) for c in where if any(passage.covers(self.tree.phrase(c)) for passage in source)]
        return next(iter(self.names.within("outlets", spans)), None)

    def kind_by_words(self, source: Sequence[Passage], tokens: Sequence[int]) -> SourceKind | None:
        """What the words beside a name make of its bearer; the chief of a paper's bureau is no official."""
        kind = kind_by_gloss(tokens, self.tree, self.words)
        if kind is SourceKind.NAMED_OFFICIAL:
            kind = self.kind_by_employer(source, tokens) or kind
        return kind or kind_of_member(forms_at(tokens, self.tree), self.words)

    def kind_by_employer(self, source: Sequence[Passage], tokens: Sequence[int]) -> SourceKind | None:
        """Whoever belongs to a paper or station speaks for it: "the BBC's Laura Lee", "a Reuters man"."""
        for mention in self.names.within("outlets", source):
            last = self.tree.tokens(mention.passage)[-1]
            above = self.tree.heads[last]
            if self.tree.deps[last] in {"poss", "compound", "nmod"} and above in tokens:
                return SourceKind.OTHER_OUTLET
            is_at = self.tree.deps[last] == "pobj" and self.tree.words[above] in self.words.titles["at"] | {"for"}
            if is_at and self.tree.parts[self.tree.heads[above]] in {"NOUN", "PROPN"}:  # "bureau chief for the Post"
                return SourceKind.OTHER_OUTLET
        return None
