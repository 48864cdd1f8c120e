"""Who and what an article names: listed mentions, bare surnames of people named before, and names in no list."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from attributed.claims.people import TITLED, as_one, proper_runs, unlisted_people, with_surnames, without_modifiers
from attributed.claims.places import Adjectives, more_places
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge, find_mentions
from attributed.model import Mention, Passage

HEAD_OF_STATE = "president"  # of another title a namesake is likely: every army has its General Brooks


@dataclass(frozen=True, slots=True)
class Names:
    """Every mention of an article, each kind in the order of the text."""

    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    outlets: tuple[Mention, ...]
    countries: frozenset[str] = frozenset()  # ids of the places that are countries

    def within(self, kind: str, passages: Iterable[Passage]) -> tuple[Mention, ...]:
        """Mentions of one kind inside some passages, one for each name."""
        found: dict[str, Mention] = {}
        for passage in passages:
            for mention in self.all_within(kind, passage):
                found.setdefault(mention.id or mention.name, mention)
        return tuple(found.values())

    def all_within(self, kind: str, passage: Passage) -> Iterator[Mention]:
        """Mentions of one kind inside a passage, each time a name stands there."""
        mentions: tuple[Mention, ...] = getattr(self, kind)
        for mention in mentions[bisect_left(mentions, passage.start, key=lambda mention: mention.passage.start) :]:
            if mention.passage.start >= passage.end:
                return
            if mention.passage.end <= passage.end:
                yield mention


def names_in(tree: Tree, knowledge: Knowledge, words: ClaimWords) -> Names:
    """All names of an article, found in one pass over its text."""
    listed = find_mentions(tree.text, knowledge)
    runs = proper_runs(tree)
    taken = _tokens_of((*listed.people, *listed.places, *listed.organisations, *listed.outlets), tree)
    named = as_one([*listed.people, *(_listed(m, knowledge) for m in unlisted_people(tree, runs, taken, words))])
    people = _presidents(with_surnames(named, tree, runs, taken, words), tree, knowledge)
    places = [
        *listed.places,
        *more_places(
            listed.places, tree, runs, taken | _tokens_of(people, tree), words, adjectives_of(knowledge, words)
        ),
    ]
    return Names(
        people=tuple(without_modifiers(people, tree, words)),
        places=_ordered(places),
        organisations=_ordered(listed.organisations),
        outlets=_ordered(listed.outlets),
        countries=frozenset(place.id for place in knowledge.places.values() if place.kind == "country"),
    )


def adjectives_of(knowledge: Knowledge, words: ClaimWords) -> Adjectives:
    """The adjectives of listed countries, and those of the subject's own, as tuples of lower-case words."""
    named = {place.name: place for place in knowledge.places.values() if place.kind == "country"}
    found = {
        tuple(adjective.split()): named[name]
        for name, adjectives in words.adjectives.items()
        if name in named
        for adjective in adjectives
    }
    own = knowledge.places.get(knowledge.subject.country or "")
    if own is not None:
        found |= {tuple(adjective.lower().split()): own for adjective in knowledge.subject.adjectives}
    return found


def _listed(mention: Mention, knowledge: Knowledge) -> Mention:
    """Somebody of the lists whom the article prints with an initial: "Rex W. Tillerson"."""
    parts = mention.name.split()
    name = " ".join(part for part in parts if len(part.rstrip(".")) > 1)
    known = find_mentions(name, knowledge).people if name != mention.name else ()
    if len(known) == 1 and known[0].id and len(known[0].passage.of(name)) == len(name):
        return replace(mention, id=known[0].id, name=known[0].name, rule="listed name, the initial left out")
    return mention


def _presidents(people: list[Mention], tree: Tree, knowledge: Knowledge) -> list[Mention]:
    """As in "President Obama" of an article that never gives the first name: the only such person of the lists."""
    bare = {m.name for m in people if m.rule == TITLED and tree.words[tree.tokens(m.passage)[0] - 1] == HEAD_OF_STATE}
    found: dict[str, Mention] = {}
    for name in bare:
        listed = [p for p in knowledge.people.values() if name in {p.name.split()[0], p.name.split()[-1]}]
        if len(listed) == 1:
            found |= {m.name: replace(m, id=listed[0].id, name=listed[0].name) for m in people if m.name == name}
    return [replace(m, id=found[m.name].id, name=found[m.name].name) if m.name in found else m for m in people]


def _tokens_of(mentions: Iterable[Mention], tree: Tree) -> set[int]:
    return {index for mention in mentions for index in tree.tokens(mention.passage)}


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.passage))
