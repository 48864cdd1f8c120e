"""What the words that name a speaker say: a person, a body, a role, a pronoun, and of which kind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from attributed.claims.listed import kind_of_organisation, kind_of_outlet, kind_of_person
from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import Mention, Passage, SourceKind

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


@dataclass(frozen=True, slots=True)
class Described:
    """A source passage, read."""

    text: str
    name: str
    passage: Passage
    tokens: tuple[int, ...]
    head: str  # lemma
    traits: frozenset[str] = frozenset()
    kind: SourceKind | None = None
    root: str | None = None  # of somebody named
    is_pronoun: bool = False
    is_named: bool = False
    is_person: bool = True
    is_plural: bool = False
    is_another: bool = False
    points_back: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a description needs: the parse, the names of the article, the lists."""

    tree: Tree
    names: Names
    knowledge: Knowledge
    words: ClaimWords

    def read(self, source: Sequence[Passage]) -> Described:
        """The description at a source's passages; its first noun phrase decides."""
        tokens = tuple(i for i in self.tree.tokens_of(source) if self.tree.is_word(i)) or (
            *self.tree.tokens_of(source),
        )
        head = self._head(tokens)
        if self.tree.parts[head] == "PRON" and self.tree.words[head] in PRONOUNS:
            return replace(self._plain(source, tokens, head), is_pronoun=True, head=self.tree.words[head])
        return (
            self._listed(source, tokens, head)
            or self._proper(source, tokens, head)
            or self._common(source, tokens, head)
        )

    def _head(self, tokens: Sequence[int]) -> int:
        tops = self.tree.tops(tokens)
        nouns = [top for top in tops if self.tree.parts[top] in NOUNS]
        return next(iter(nouns or tops or tokens))

    def _plain(self, source: Sequence[Passage], tokens: tuple[int, ...], at: int) -> Described:
        """What every description has, before anything is known of who it is."""
        text = " ".join(passage.of(self.tree.text) for passage in source)
        return Described(text, text, source[0], tokens, self.tree.lemmas[at], self._traits(tokens, at))

    def _traits(self, tokens: Sequence[int], head: int) -> frozenset[str]:
        """The words that tell this speaker from others; "RFA's" in "RFA's source" tells only who asked."""
        small = self.words.description["small"]
        asked = {
            i for mention in self.names.within("outlets", self._span(tokens)) for i in self.tree.tokens(mention.passage)
        }
        owners = {i for i in asked if i < head}
        return frozenset(
            self.tree.lemmas[i] for i in tokens if i != head and i not in owners and self.tree.lemmas[i] not in small
        )

    def _span(self, tokens: Sequence[int]) -> list[Passage]:
        return [Passage(self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]])]

    def _listed(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described | None:
        """Somebody of the lists, at the head or as its gloss: "the agency, KCNA"."""
        places = {head, *(c for c in self.tree.children[head] if self.tree.deps[c] == "appos" and c in tokens)}
        for kind in ("people", "outlets", "organisations"):
            for mention in self.names.within(kind, source):
                # of a name before its head ("RFA's source", "Kim's sister") the head is somebody else
                if places.intersection(self.tree.tokens(mention.passage)):
                    return self._named(source, tokens, head, mention, kind)
        return None

    def _named(
        self, source: Sequence[Passage], tokens: tuple[int, ...], head: int, mention: Mention, kind: str
    ) -> Described:
        is_person = kind == "people"
        by_words = self._kind_by_title(tokens) if is_person else None
        listed = {"people": kind_of_person, "outlets": kind_of_outlet, "organisations": kind_of_organisation}[kind]
        return replace(
            self._plain(source, tokens, head),
            name=mention.name,
            root=mention.id or f"name:{mention.name.lower()}",
            kind=(listed(mention.id, self.knowledge) if mention.id else None) or by_words,
            is_named=True,
            is_person=is_person,
        )

    def _kind_by_title(self, tokens: Sequence[int]) -> SourceKind | None:
        """What a title before a name or a trade behind it makes of a person."""
        near = [self.tree.lemmas[i] for i in tokens] + [self.tree.words[i] for i in tokens]
        for kind in (SourceKind.NAMED_EXPERT, SourceKind.NAMED_OFFICIAL):
            if any(word in self.words.titles[kind] for word in near):
                return kind
        return None

    def _proper(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described | None:
        """A name in no list: of a body where one of its words says so, of a place that speaks, else of a person."""
        name_at = head if self.tree.parts[head] == "PROPN" else self._glossed_name(tokens, head)
        if name_at is None:
            return None
        run = self._run(name_at, tokens)
        is_body = any(self.tree.words[i] in self.words.body_names["words"] or self.tree.is_acronym(i) for i in run)
        place = self.names.within("places", source)
        is_place = any(name_at in self.tree.tokens(mention.passage) for mention in place)
        name = Passage(self.tree.starts[run[0]], self.tree.ends[run[-1]]).of(self.tree.text)
        is_title = self.tree.lemmas[name_at] in self.words.titles["all"] and len(run) == 1
        if is_title:
            return None
        if is_body or is_place:
            return replace(
                self._plain(source, tokens, head),
                name=self._text_of(run),
                root=f"name:{name.lower()}",
                kind=self._kind_of_body(run, tokens),
                is_named=True,
                is_person=False,
            )
        kind = self._kind_by_title(tokens)
        return replace(
            self._plain(source, tokens, head), name=name, root=f"name:{name.lower()}", kind=kind, is_named=True
        )

    def _glossed_name(self, tokens: Sequence[int], head: int) -> int | None:
        """The name behind a role: "the group's director, Ken Roth"."""
        glosses = [c for c in self.tree.children[head] if self.tree.deps[c] == "appos" and c in tokens]
        return next((c for c in glosses if self.tree.parts[c] == "PROPN"), None)

    def _run(self, at: int, tokens: Sequence[int]) -> list[int]:
        """The proper nouns of one name, without the titles before it."""
        inside = set(tokens)
        first = at
        while first - 1 in inside and (self.tree.parts[first - 1] == "PROPN" or self.tree.words[first - 1] == "-"):
            first -= 1
        while first < at and self.tree.lemmas[first] in self.words.titles["all"] | {"mr.", "mr"}:
            first += 1
        last = at
        while last + 1 in inside and self.tree.parts[last + 1] == "PROPN":
            last += 1
        return list(range(first, last + 1))

    def _text_of(self, run: Sequence[int]) -> str:
        return self.tree.text[self.tree.starts[run[0]] : self.tree.ends[run[-1]]]

    def _kind_of_body(self, run: Sequence[int], tokens: Sequence[int]) -> SourceKind:
        nouns = [self.words.kind_of_head(self.tree.lemmas[i]) for i in run]
        if "other_outlet" in nouns:
            return self._outlet_kind(tokens)
        return SourceKind.OFFICIAL_BODY

    def _common(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described:
        """A role, a body or a paper without a name: "one source", "state media"."""
        lemma = self.tree.lemmas[head]
        word = self.words.kind_of_head(lemma)
        kind = SourceKind(word) if word else None
        if kind is SourceKind.OTHER_OUTLET or lemma in self.words.heads["other_outlet"]:
            kind = self._outlet_kind(tokens)
        first = self.tree.words[tokens[0]]
        is_definite = first in self.words.back["determiners"] or self._is_possessed(head)
        return replace(
            self._plain(source, tokens, head),
            kind=kind,
            is_person=kind in PERSONS,
            is_plural=self._is_plural(head),
            is_another=any(self.tree.words[i] in self.words.description["another"] for i in tokens),
            points_back=is_definite,
        )

    def _outlet_kind(self, tokens: Sequence[int]) -> SourceKind:
        marks = self.words.state_media["marks"]
        is_state = any(self.tree.words[i] in marks or self.tree.lemmas[i] in marks for i in tokens)
        return SourceKind.STATE_MEDIA if is_state else SourceKind.OTHER_OUTLET

    def _is_possessed(self, head: int) -> bool:
        return any(self.tree.deps[c] == "poss" for c in self.tree.children[head])

    def _is_plural(self, head: int) -> bool:
        """By the noun, or by the verb where the noun is misprinted: "North Korean source say"."""
        verb = self.tree.heads[head]
        return self.tree.tags[head] in {"NNS", "NNPS"} or (
            self.tree.deps[head] == "nsubj" and self.tree.tags[verb] == "VBP"
        )


PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "their", "who"})
PERSONS = frozenset({SourceKind.ANONYMOUS_SOURCE, SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_EXPERT, None})
