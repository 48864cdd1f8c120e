"""The chain of a claim: origin, document, relays, collector, translator, writer, publisher."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attributed.claims.collecting import Hearers
from attributed.claims.drafts import Draft, Voice
from attributed.claims.names import Names
from attributed.claims.speaker import OUTLETS, SELF_PUBLISHED, UNNAMED, Speaker
from attributed.claims.speakers import Cast
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge, find_mentions
from attributed.model import Article, Credit, Link, Passage, Role, SourceKind


@dataclass(frozen=True, slots=True)
class Chains:
    """Builds chains for one article."""

    article: Article
    tree: Tree
    names: Names
    words: ClaimWords
    cast: Cast
    hearers: Hearers
    publisher: Link
    hands: tuple[Link, ...]  # collector, translator and writer by the byline
    authors: dict[str, Passage]  # noun of a document -> where its author is named
    relays: dict[str, Voice]  # root of a speaker -> the medium through which alone the article has their words
    direct: set[str]  # roots of speakers whom the article first quotes itself

    @classmethod
    def of(
        cls, article: Article, tree: Tree, names: Names, knowledge: Knowledge, words: ClaimWords, cast: Cast
    ) -> "Chains":
        publisher = _publisher(article, knowledge)
        hands = tuple(link for link in _hands(article, names, words) if not _is_same(link, publisher, names))
        hearers = Hearers(tree, names, words, cast)
        return cls(
            article, tree, names, words, cast, hearers, publisher, hands, _authors(tree, names, words), {}, set()
        )

    def chain(self, draft: Draft, hands: Sequence[Voice]) -> tuple[Link, ...]:
        """The links of a claim, origin first."""
        if not hands:
            origin = Link(Role.ORIGIN, None, SourceKind.REPORTER, self.publisher.root)
            return (origin, self.publisher)
        return (*self._spoken(draft, self._relayed(hands)), *self._carried(draft), self.publisher)

    def source_kind(self, hands: Sequence[Voice]) -> SourceKind | None:
        """What the outermost speaker is, who answers to the reader."""
        return self.cast.resolve(self._relayed(hands)[-1]).kind if hands else SourceKind.REPORTER

    def _relayed(self, hands: Sequence[Voice]) -> Sequence[Voice]:
        """With the medium that brought a speaker's words before: who came on through state media goes on through them.

        So does somebody unnamed whom a paper quotes; called in the order of the text.
        """
        hands = self._from_within(hands)
        last = self.cast.resolve(hands[-1])
        for inner, outer in pairwise(hands):
            speaker, medium = self.cast.resolve(inner), self.cast.resolve(outer)
            is_bound = medium.kind is SourceKind.STATE_MEDIA or speaker.kind in UNNAMED
            if medium.kind in OUTLETS and is_bound and speaker.is_person and speaker.root not in self.direct:
                self.relays.setdefault(speaker.root, outer)
        if last.root in self.relays and self.hearers.collector(hands[-1]) is None:
            return (*hands, self.relays[last.root])
        self.direct.add(last.root)
        return hands

    def _from_within(self, hands: Sequence[Voice]) -> Sequence[Voice]:
        """A paper that tells something "according to" somebody has it from them, whichever way the sentence hangs."""
        for place, (inner, outer) in enumerate(pairwise(hands)):
            told, source = self.cast.resolve(inner), self.cast.resolve(outer)
            says_so = any(self.tree.words[i] == "according" for i in self.tree.tokens_of(outer.cue))
            if says_so and told.kind in OUTLETS and not told.is_person and source.kind not in SELF_PUBLISHED:
                return (*hands[:place], outer, inner, *hands[place + 2 :])
        return hands

    def _spoken(self, draft: Draft, hands: Sequence[Voice]) -> Iterator[Link]:
        """The speakers and the documents between them."""
        before: Speaker | None = None
        for depth, voice in enumerate(hands):
            speaker = self.cast.resolve(voice)
            if speaker is before:  # "the ministry said it believes": one pair of hands
                continue
            before = speaker
            role = Role.RELAY if depth else Role.ORIGIN
            author = self.authors.get(speaker.head) if speaker.kind is SourceKind.DOCUMENT else None
            if author is not None:
                person = self.cast.resolve(Voice((author,), ()))
                yield _link(Role.RELAY if depth else Role.ORIGIN, person)
                yield self._document(person, speaker.head, speaker.passage)
                continue
            yield _link(role, speaker)
            if depth + 1 < len(hands):
                yield from self._heard_first(voice, self.cast.resolve(hands[depth + 1]))
            carrier = self._carrier(voice)
            # "in a statement" is how officials speak; a document of somebody's own stands between them and the reader
            if carrier is not None and (len(draft.voices) > 1 or self._is_own(carrier)):
                yield self._document(speaker, self.tree.lemmas[carrier], self._passage(carrier))

    def _heard_first(self, voice: Voice, quoting: Speaker) -> Iterator[Link]:
        """The outlet that a speaker told, where another one quotes it."""
        told = self.hearers.told_here(voice)
        if told is not None and told.root != quoting.root:
            yield told

    def _document(self, author: Speaker, noun: str, passage: Passage | None) -> Link:
        return Link(Role.DOCUMENT, f"{author.name}’s {noun}", SourceKind.DOCUMENT, f"{author.root}:{noun}", passage)

    def _carrier(self, voice: Voice) -> int | None:
        """The document through which somebody speaks: "warning in his directive", "said in a statement"."""
        for verb in self._verbs(voice):
            for preposition in self.tree.children[verb]:
                if self.tree.words[preposition] not in self.words.documents["prepositions"]:
                    continue
                for noun in self.tree.children[preposition]:
                    is_one = any(
                        self.tree.deps[c] in {"det", "poss"} for c in self.tree.children[noun]
                    )  # not "in order"
                    if is_one and self.tree.lemmas[noun] in self.words.documents["written"]:
                        return noun
        return None

    def _is_own(self, noun: int) -> bool:
        return any(self.tree.deps[c] == "poss" for c in self.tree.children[noun])

    def _verbs(self, voice: Voice) -> list[int]:
        cue = self.tree.tokens_of(voice.cue)
        return cue + [c for verb in cue for c in self.tree.children[verb] if self.tree.deps[c] == "advcl"]

    def _passage(self, token: int) -> Passage:
        return Passage(self.tree.starts[token], self.tree.ends[token])

    def _carried(self, draft: Draft) -> Iterator[Link]:
        """Who took the words down and brought them into this language."""
        speaker = self.cast.resolve(draft.voices[-1])
        told = self.hearers.collector(draft.voices[-1])
        by_byline = [link for link in self.hands if link.role is Role.COLLECTOR and speaker.kind not in SELF_PUBLISHED]
        yield from by_byline or ([told] if told else [])
        yield from (link for link in self.hands if link.role is not Role.COLLECTOR)


def _link(role: Role, speaker: Speaker) -> Link:
    kind = speaker.kind if speaker.kind is not None else "unknown"
    return Link(role, speaker.name, kind, speaker.root, speaker.passage, tuple(sorted(speaker.undecided)))


def _is_same(link: Link, publisher: Link, names: Names) -> bool:
    """Whether a credit names the outlet that publishes: "(AP)" in an article of the Associated Press."""
    named = names.within("outlets", [link.passage]) if link.passage else ()
    alone = [mention for mention in named if mention.passage == link.passage]  # not "RFA's Korean Service"
    return link.role is Role.COLLECTOR and any(mention.id == publisher.root for mention in alone)


def _publisher(article: Article, knowledge: Knowledge) -> Link:
    """The outlet by its listed name, else as printed; where nothing names it, an unknown one of this article alone."""
    name = article.outlet.value
    if name is None:
        return Link(Role.PUBLISHER, None, "outlet", f"outlet of {article.sha256[:10]}")
    known = next((mention.id for mention in find_mentions(name, knowledge).outlets), None) or _at_host(name, knowledge)
    if known:
        return Link(Role.PUBLISHER, knowledge.outlets[known].name, "outlet", known, article.outlet.passage)
    return Link(Role.PUBLISHER, name, "outlet", f"name:{name.lower()}", article.outlet.passage)


def _at_host(name: str, knowledge: Knowledge) -> str | None:
    """The outlet that publishes at an address: "rfa.org", "edition.cnn.com"."""
    for outlet in knowledge.outlets.values():
        if any(name == host or name.endswith(f".{host}") for host in outlet.hosts):
            return outlet.id
    return None


def _hands(article: Article, names: Names, words: ClaimWords) -> Iterator[Link]:
    """One link a role. Who reported for a service shares its link; who reported for nobody else wrote the article."""
    collectors = [
        credit
        for credit in article.credits
        if credit.role is Role.COLLECTOR and not _only_helped(credit, article, words)
    ]
    services = [credit for credit in collectors if names.within("outlets", [credit.passage])]
    reporters = [credit for credit in collectors if credit not in services]
    if services:
        yield _credited(Role.COLLECTOR, [*services, *reporters])
    translators = [credit for credit in article.credits if credit.role is Role.TRANSLATOR]
    if translators:
        yield _credited(Role.TRANSLATOR, translators)
    writers = [credit for credit in article.credits if credit.role is Role.WRITER] + ([] if services else reporters)
    if writers:
        yield _credited(Role.WRITER, writers)


def _only_helped(credit: Credit, article: Article, words: ClaimWords) -> bool:
    """As in: the agency contributed to this report. It does not say which of the words came that way."""
    start, end = article.text.rfind("\n", 0, credit.passage.start) + 1, article.text.find("\n", credit.passage.end)
    line = article.text[start : end if end >= 0 else None].lower()
    return any(word in line for word in words.collecting["helped"])


def _credited(role: Role, credited: Sequence[Credit]) -> Link:
    name = ", ".join(dict.fromkeys(credit.name for credit in credited))
    return Link(role, name, role, f"name:{name.lower()}", credited[0].passage)


def _authors(tree: Tree, names: Names, words: ClaimWords) -> dict[str, Passage]:
    """Whose a document is, where the article says it of one person only: "Kim's directive" tells of "the directive"."""
    found: dict[str, dict[str, Passage]] = {}
    for mention in names.people:
        owner = tree.tokens(mention.passage)[-1]
        noun = tree.heads[owner]
        if tree.deps[owner] == "poss" and tree.lemmas[noun] in words.documents["carriers"]:
            found.setdefault(tree.lemmas[noun], {}).setdefault(mention.id or mention.name, mention.passage)
    return {noun: next(iter(owners.values())) for noun, owners in found.items() if len(owners) == 1}
