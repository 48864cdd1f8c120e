"""Places that no list of the subject knows: far towns and states, and "the North" for a country named before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Place
from attributed.model import Mention, Passage

BEHIND = "proper nouns behind a preposition of place"
KNOWN = "a state, continent or city that news names without saying where it lies"
ADJECTIVE = "adjective of the country before a thing"
COMPASS = "“the {}” for the country of that name that the article names"

Adjectives = Mapping[tuple[str, ...], Place]


def more_places(
    listed: Sequence[Mention],
    tree: Tree,
    runs: Iterable[list[int]],
    taken: set[int],
    words: ClaimWords,
    adjectives: Adjectives,
) -> Iterator[Mention]:
    """Mentions of places beyond the listed ones; `adjectives` are those that name a country, by their words."""
    found: set[int] = set()
    for known in _known(tree, taken, words):
        found.update(known)
        yield _mention(known, tree, KNOWN)
    for run in runs:
        if taken.isdisjoint(run) and found.isdisjoint(run) and _is_place(run, tree, words):
            found.update(run)
            yield _mention(run, tree, BEHIND)
    yield from _by_compass(listed, tree, taken | found, words)
    yield from _by_adjective(tree, taken | found, adjectives)


def _known(tree: Tree, taken: set[int], words: ClaimWords) -> Iterator[range]:
    """Known names at most three words long, the longest first."""
    stop = 0
    for index, word in enumerate(tree.words):
        if word not in words.places["first"] or index < stop or not tree.is_capital(index):
            continue
        for size in (3, 2, 1):
            run = range(index, min(index + size, len(tree.words)))
            if " ".join(tree.words[i] for i in run) in words.places["elsewhere"]:
                stop = run.stop
                if taken.isdisjoint(run):
                    yield run
                break


def _is_place(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a name in no list stands where only places stand."""
    if any(tree.words[i] in words.body_names["words"] | words.titles["all"] | words.places["not_places"] for i in run):
        return False
    before, behind = run[0] - 1, run[-1] + 1
    if any(tree.is_acronym(i) for i in run) or any(tree.lemmas[i] in words.people["given"] for i in run):
        return False
    is_owner = behind < len(tree.words) and (tree.tags[behind] == "POS" or tree.parts[behind] in {"NOUN", "NUM"})
    if before >= 0 and tree.words[before] in words.places["prepositions"]:
        return not is_owner
    return _stands_before_state(run, tree, words)


def _stands_before_state(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """The town in "Jackson, Michigan"."""
    comma = run[-1] + 1
    return (
        comma + 1 < len(tree.words)
        and tree.words[comma] == ","
        and tree.words[comma + 1] in words.places["elsewhere"]
        and len(run) == 1
    )


def _mention(run: Sequence[int], tree: Tree, rule: str) -> Mention:
    passage = Passage(tree.starts[run[0]], tree.ends[run[-1]])
    return Mention(None, passage.of(tree.text), passage, rule)


def _by_compass(listed: Sequence[Mention], tree: Tree, taken: set[int], words: ClaimWords) -> Iterator[Mention]:
    """For "the North" the only country "North …" that the article names; "North and South Korea" names both."""
    countries: dict[str, dict[str, Mention]] = {}
    for mention in listed:
        first, *others = mention.name.lower().split()
        if others and first in words.places["compass"]:
            countries.setdefault(first, {})[mention.id or mention.name] = mention
    for index, word in enumerate(tree.words):
        if word not in countries or index in taken or not tree.is_capital(index) or len(countries[word]) != 1:
            continue
        if _is_alone(index, tree) or _shares_name(index, tree, words):
            passage = Passage(tree.starts[index], tree.ends[index])
            mention = next(iter(countries[word].values()))
            yield Mention(mention.id, mention.name, passage, COMPASS.format(tree.text[passage.start : passage.end]))


def _is_alone(index: int, tree: Tree) -> bool:
    """With "the" before it and no further name behind it, a possessive aside."""
    behind = index + 1
    is_longer = behind < len(tree.words) and tree.parts[behind] in {"PROPN", "ADJ"} and tree.is_capital(behind)
    return index > 0 and tree.words[index - 1] == "the" and not is_longer


def _shares_name(index: int, tree: Tree, words: ClaimWords) -> bool:
    """The first of two that share their last word: "North and South Korea"."""
    return (
        index + 2 < len(tree.words)
        and tree.words[index + 1] == "and"
        and tree.words[index + 2] in words.places["compass"]
        and tree.is_capital(index + 2)
    )


def _by_adjective(tree: Tree, taken: set[int], adjectives: Adjectives) -> Iterator[Mention]:
    """Adjectives as in "Russian meddling"; whether the noun is an office is for the claim to weigh."""
    lasts = {phrase[-1] for phrase in adjectives}
    for last, word in enumerate(tree.words):
        if word not in lasts or last in taken or tree.deps[last] not in {"amod", "compound", "nmod"}:
            continue
        if tree.heads[last] <= last or tree.parts[tree.heads[last]] != "NOUN":
            continue
        for phrase, place in adjectives.items():
            first = last - len(phrase) + 1
            if first >= 0 and tuple(tree.words[first : last + 1]) == phrase:
                passage = Passage(tree.starts[first], tree.ends[last])
                yield Mention(place.id, place.name, passage, ADJECTIVE)
