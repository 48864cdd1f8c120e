"""Whom a speaker told: the paper, agency or station that took the words down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from attributed.claims.drafts import Voice
from attributed.claims.names import Names
from attributed.claims.speaker import OUTLETS, SELF_PUBLISHED, Described, is_part_of_name
from attributed.claims.speakers import Cast
from attributed.claims.standing import is_written
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Link, Mention, Passage, Role, SourceKind

OBJECTS = frozenset({"dobj", "dative", "iobj"})


@dataclass(frozen=True, slots=True)
class Hearers:
    """Reads off a cue who listened."""

    tree: Tree
    names: Names
    words: ClaimWords
    cast: Cast

    def collector(self, voice: Voice) -> Link | None:
        """The outlet that a speaker told, here or before in the article, until they tell somebody else or write."""
        speaker = self.cast.resolve(voice)
        cue = self.tree.tokens_of(voice.cue)
        if speaker.kind in SELF_PUBLISHED or any(self._is_written(verb) for verb in cue):
            return None
        told = [hearer for verb in cue for hearer in self._told(verb)]
        if told:
            speaker.collector = self._first(told)
        return self._first(hearer for verb in cue for hearer in self._reached(verb)) or speaker.collector

    def told_here(self, voice: Voice) -> Link | None:
        """The outlet to which a verb of telling is addressed."""
        return self._first(hearer for verb in self.tree.tokens_of(voice.cue) for hearer in self._told(verb))

    def _first(self, hearers: Iterable[int]) -> Link | None:
        return next((link for hearer in hearers if (link := self._link(hearer)) is not None), None)

    def _is_written(self, verb: int) -> bool:
        is_alone = self.tree.lemmas[verb] in self.words.collecting["alone"]
        return is_alone or is_written(verb, self.tree, self.words)

    def _told(self, verb: int) -> Iterator[int]:
        """Whom a verb of telling is addressed to, whoever that is."""
        tree, lists = self.tree, self.words.collecting
        for child in tree.children[verb]:
            if tree.lemmas[verb] in lists["tell"] and tree.deps[child] in OBJECTS:
                yield child
            elif tree.deps[child] in {"advcl", "acl"} and tree.lemmas[child] in lists["speak"]:
                yield from self._objects([child], {"to", "with"})
        yield from self._objects(self._talks(verb), {"with", "to"})

    def _talks(self, verb: int) -> list[int]:
        """The interview in which something was said."""
        nouns = [n for p in self.tree.children[verb] if self.tree.deps[p] == "prep" for n in self.tree.children[p]]
        return [noun for noun in nouns if self.tree.lemmas[noun] in self.words.collecting["interview"]]

    def _reached(self, verb: int) -> Iterator[int]:
        """Where else an outlet's name may stand: "confirmed it to Reuters", "said in an appearance on CBS"."""
        tree = self.tree
        below = tree.children[verb]
        said = [verb, *(c for c in below if tree.deps[c] in OBJECTS)]
        near = [*self._objects(self._talks(verb), {"on", "by"}), *self._objects(said, {"to", "on", "in"})]
        if tree.lemmas[verb] in self.words.collecting["tell"]:  # "telling Reuters it was late": the parser's subject
            near += [h for c in below for h in tree.children[c] if tree.deps[h] == "nsubj" and c > h > verb]
        yield from (noun for noun in near if self.names.within("outlets", [self._alone(noun)]))

    def _objects(self, above: Sequence[int], prepositions: set[str]) -> Iterator[int]:
        for preposition in (c for token in above for c in self.tree.children[token]):
            if self.tree.words[preposition] in prepositions:
                yield from self.tree.children[preposition]

    def _alone(self, noun: int) -> Passage:
        """A hearer's name without what is added to it: "Fox News" in "told Fox News in Tokyo"."""
        return Passage(self.tree.starts[self.tree.left[noun]], self.tree.ends[noun])

    def _link(self, noun: int) -> Link | None:
        passage = self._alone(noun)
        heard = self.names.within("outlets", [passage]) or self.names.within("outlets", [self.tree.phrase(noun)])
        if heard:
            passage = passage if passage.covers(heard[0].passage) else heard[0].passage
            return Link(Role.COLLECTOR, passage.of(self.tree.text), "outlet", heard[0].id or heard[0].name, passage)
        described = self.cast.reader.read((passage,))
        people = self.words.titles["journalist"] | self.words.collecting["crowd"]
        if described.kind not in OUTLETS or self.tree.lemmas[noun] in people:
            return None
        known = self._named_before(described)
        if known is not None:
            return Link(Role.COLLECTOR, known.name, "outlet", known.id or known.name, passage)
        root = described.root or self.cast.scoped(described.name)
        return Link(Role.COLLECTOR, described.name, "outlet", root, passage)

    def _named_before(self, described: Described) -> Mention | None:
        """The outlet that "the newspaper" or "the Times" means: the last one named that it can be."""
        before = [m for m in reversed(self.names.outlets) if m.passage.end <= described.passage.start]
        if described.is_named:
            part = described.name.lower().split()
            return next((m for m in before if is_part_of_name(m.name.lower().split(), part)), None)
        if not described.points_back or described.traits - self.words.state_media["of_media"]:
            return None
        is_agency = self.words.kind_of_head(described.head) != SourceKind.OTHER_OUTLET  # it is no newspaper
        return next((m for m in before[:1] if not is_agency or described.head in m.name.lower().split()), None)
