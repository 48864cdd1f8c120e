"""Who and what an article names: listed mentions, bare surnames of people named before, and names in no list."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from attributed.claims.people import as_one, couples, mention_of, without_modifiers, without_vessels
from attributed.claims.places import Adjectives, more_places
from attributed.claims.surnames import TITLED, with_surnames
from attributed.claims.tree import Tree
from attributed.claims.unlisted import proper_runs, unlisted_people
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge, Person, find_mentions
from attributed.model import Article, Mention, Passage

HEAD = "the only listed head of a state or government of this surname"
LONGEST = 3  # words of a body's name behind the person whose name opens it
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


def names_in(tree: Tree, knowledge: Knowledge, words: ClaimWords, article: Article | None = None) -> Names:
    """All names of an article, found in one pass over its text; its date and id serve namesakes and corrections."""
    listed = find_mentions(tree.text, knowledge, article)
    runs = proper_runs(tree, words)
    taken = _tokens_of((*listed.people, *listed.places, *listed.organisations, *listed.outlets), tree)
    somebody = _tokens_of(listed.people, tree)
    unlisted = unlisted_people(tree, runs, taken, words, knowledge.index.romanisation, somebody=somebody)
    named = [*listed.people, *(_listed(mention, knowledge) for mention in unlisted)]
    named = as_one(without_vessels(named, tree, words), words)
    named += couples(named, tree, words)
    named += _titled_heads(runs, named, tree, knowledge, words)
    # once before surnames are led to full names, and once for surnames that are no person at all
    named = list(knowledge.corrected(named, "people", text=tree.text, article=article))
    people = _well_known(with_surnames(named, tree, runs, taken, words), tree, knowledge, words)
    people += list(_heads_of_state(runs, taken | _tokens_of(people, tree), people, tree, knowledge, words))
    people.sort(key=lambda mention: mention.passage)
    people = list(knowledge.corrected(people, "people", text=tree.text, article=article))
    places = [
        *listed.places,
        *more_places(
            listed.places, tree, runs, taken | _tokens_of(people, tree), words, adjectives_of(knowledge, words)
        ),
    ]
    return Names(
        people=tuple(m for m in without_modifiers(people, tree, words) if not _opens_body(m, tree, words)),
        places=_ordered(knowledge.corrected(places, "places", text=tree.text, article=article)),
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


def _well_known(people: list[Mention], tree: Tree, knowledge: Knowledge, words: ClaimWords) -> list[Mention]:
    """The only such person of the lists for a surname that the article never gives in full: "President Obama"."""
    known = words.people["address"] | {HEAD_OF_STATE}
    bare = {m.name for m in people if m.rule == TITLED and tree.words[tree.tokens(m.passage)[0] - 1] in known}
    found: dict[str, Person] = {}
    for name in bare:
        listed = [p for p in knowledge.people.values() if name in {p.name.split()[0], p.name.split()[-1]}]
        if len(listed) == 1:
            found[name] = listed[0]
    return [replace(m, id=found[m.name].id, name=found[m.name].name) if m.name in found else m for m in people]


def _titled_heads(
    runs: Iterable[list[int]], named: Iterable[Mention], tree: Tree, knowledge: Knowledge, words: ClaimWords
) -> Iterator[Mention]:
    """Whom the article calls president by surname alone, where it names only namesakes in full: "President Trump"."""
    full = {mention.id for mention in named}
    shared = {mention.name.lower().split()[-1] for mention in named}
    for run in runs:
        name = run[-1]
        if len(run) < 2 or tree.words[name] not in shared or tree.words[run[-2]] != HEAD_OF_STATE:
            continue
        bearers = [p for p in knowledge.people.values() if p.name.lower().split()[-1] == tree.words[name]]
        if len(bearers) == 1 and bearers[0].id not in full and _rules(bearers[0], words):
            yield replace(mention_of([name], tree, HEAD), id=bearers[0].id, name=bearers[0].name)


def _heads_of_state(
    runs: Iterable[list[int]],
    taken: set[int],
    people: Iterable[Mention],
    tree: Tree,
    knowledge: Knowledge,
    words: ClaimWords,
) -> Iterator[Mention]:
    """Whom news names without a first name or a title: the only listed president or premier of that surname."""
    runs = list(runs)
    inside = {i for run in runs for i in run}
    first = {start for start, _ in tree.sentences} - inside  # "Trump said", where the tagger sees a trump card
    alone = [run[0] for run in runs if len(run) == 1] + [i for i in first if tree.parts[i] == "NOUN"]
    others = {part for m in people for part in m.name.lower().split()} | words.places["not_places"]
    found: dict[str, list[Person]] = {}
    for person in knowledge.people.values():
        found.setdefault(person.name.lower().split()[-1], []).append(person)
    for name in alone:
        bearers = found.get(tree.words[name], []) if tree.words[name] not in others and name not in taken else []
        if len(bearers) == 1 and _rules(bearers[0], words):
            yield replace(mention_of([name], tree, HEAD), id=bearers[0].id, name=bearers[0].name)


def _rules(person: Person, words: ClaimWords) -> bool:
    titles = (person.described or "").lower().split()
    return bool(words.titles["sole"] & {titles[-1], " ".join(titles[-2:])}) if titles else False


def _opens_body(mention: Mention, tree: Tree, words: ClaimWords) -> bool:
    """Whether a name is the beginning of a body's: "Kim Il Sung University"."""
    behind = tree.tokens(mention.passage)[-1] + 1
    name = itertools.takewhile(tree.is_capital, range(behind, min(behind + LONGEST, len(tree.words))))
    return any(tree.words[index] in words.body_names["words"] for index in name)


def _tokens_of(mentions: Iterable[Mention], tree: Tree) -> set[int]:
    return {index for mention in mentions for index in tree.tokens(mention.passage)}


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.passage))
