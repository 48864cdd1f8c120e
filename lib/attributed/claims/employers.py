"""Who stands behind a described source: the titled person at its end, the paper that prints it or that employs him."""

from collections.abc import Sequence
from dataclasses import dataclass

from attributed.claims.callings import forms_at, kind_of_member
from attributed.claims.listed import is_institute, is_of_no_state
from attributed.claims.names import Names
from attributed.claims.titles import kind_by_gloss
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import Mention, Passage, SourceKind

POSSESSIVE = (["'s"], ["’s"], ["'"], ["’"])


@dataclass(frozen=True, slots=True)
class Employers:
    """Reads it off the parse, the names of the article and the word lists."""

    tree: Tree
    names: Names
    words: ClaimWords
    knowledge: Knowledge

    def ends_in_titled(self, source: Sequence[Passage], tokens: Sequence[int], head: int) -> bool:
        """Whether a source is whom its last words name, behind a title: "U.N. envoy Ann Lee"."""
        last = [m for m in self.names.within("people", source) if tokens[-1] in self.tree.tokens(m.passage)]
        # "Pentagon chief Ann Lee", wherever the parser hangs the name
        is_one = all(self.tree.parts[i] in {"NOUN", "PROPN", "ADJ"} for i in range(tokens[0], tokens[-1] + 1))
        before = [self.tree.tokens(m.passage)[0] - 1 for m in last if is_one or self._is_below(tokens[-1], head)]
        if not self.words.titles["serving"].isdisjoint(self.tree.words[head + 1 : head + 2]):
            # "a spokesman for President Ann Lee", but "envoy to Rome Ann Lee"
            before = [i for i in before if self.tree.words[i] not in self.words.titles["before"]]
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

    def of_papers(self) -> dict[str, SourceKind]:
        """Whom the article somewhere calls a paper's or station's own: "Fox News’ Ann Lee", "Ann Lee of the BBC"."""
        if not self.names.outlets:
            return {}
        spans = [(self.tree.tokens(mention.passage), mention) for mention in self.names.people]
        first = {span[0]: mention for span, mention in spans if span}
        last = {span[-1]: mention for span, mention in spans if span}
        found: dict[str, SourceKind] = {}
        for end in (i for outlet in self.names.outlets for i in self.tree.tokens(outlet.passage)[-1:]):
            above = self.tree.heads[end]
            is_at = self.tree.deps[end] == "pobj" and self.tree.words[above] in self.words.titles["at"]
            is_own = self.tree.words[end + 1 : end + 2] in POSSESSIVE
            bearer = first.get(end + 2) if is_own else last.get(self.tree.heads[above]) if is_at else None
            if bearer is not None:
                found[bearer.id or bearer.name] = SourceKind.OTHER_OUTLET
        return found

    def kind_by_words(self, source: Sequence[Passage], tokens: Sequence[int]) -> SourceKind | None:
        """What the words beside a name make of its bearer; the chief of a paper's bureau is no official."""
        if self._is_at_institute(source, tokens):
            return SourceKind.NAMED_EXPERT
        kind = kind_by_gloss(tokens, self.tree, self.words)
        if kind is SourceKind.NAMED_OFFICIAL:
            kind = self.kind_by_employer(source, tokens) or kind
            bodies = self.names.within("organisations", source)
            if bodies and all(is_of_no_state(body.id or "", self.knowledge) for body in bodies):
                return None  # "the head of Amnesty"
        return kind or kind_of_member(forms_at(tokens, self.tree), self.words)

    def _is_at_institute(self, source: Sequence[Passage], tokens: Sequence[int]) -> bool:
        """Whether somebody is at a place of learning of the lists, who is asked as an expert: "of the RAND"."""
        if any(self.tree.lemmas[i] in self.words.titles["learners"] for i in tokens):
            return False
        for mention in self.names.within("organisations", source):
            first = self.tree.tokens(mention.passage)[0]
            before = [i for i in tokens if i < first and self.tree.words[i] not in self.words.back["determiners"]]
            is_at = bool(before) and self.tree.words[before[-1]] in self.words.titles["at"]
            # not "who spoke at the institute"
            is_at = is_at and self.tree.parts[self.tree.heads[before[-1]]] in {"NOUN", "PROPN"}
            if is_at and any(is_institute(one, self.knowledge) for one in (mention.id, *mention.undecided) if one):
                return True
        return False

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
