"""Who and what an article names: listed mentions, bare surnames of people named before, and people in no list."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge, find_mentions
from attributed.model import Mention, Passage

LEAST_SURNAME = 4  # letters of a surname in the middle: "Ricardo Rosselló Nevares"
LONGEST_NAME = 7  # tokens, hyphens counted: "Kim Jong-un" has four


@dataclass(frozen=True, slots=True)
class Names:
    """Every mention of an article, each kind in the order of the text."""

    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    outlets: tuple[Mention, ...]

    def within(self, kind: str, passages: Iterable[Passage]) -> tuple[Mention, ...]:
        """Mentions of one kind inside some passages, one for each name."""
        mentions: tuple[Mention, ...] = getattr(self, kind)
        found: dict[str, Mention] = {}
        for passage in passages:
            first = bisect_left(mentions, passage.start, key=lambda mention: mention.passage.start)
            for mention in mentions[first:]:
                if mention.passage.start >= passage.end:
                    break
                if mention.passage.end <= passage.end:
                    found.setdefault(mention.id or mention.name, mention)
        return tuple(found.values())


def names_in(tree: Tree, knowledge: Knowledge, words: ClaimWords) -> Names:
    """All names of an article, found in one pass over its text."""
    listed = find_mentions(tree.text, knowledge)
    taken = [m.passage for m in (*listed.people, *listed.places, *listed.organisations, *listed.outlets)]
    others = _as_first_printed(_unlisted(tree, taken, words))
    people = _with_surnames(tree, [*listed.people, *others], taken, words)
    return Names(
        people=tuple(people),
        places=_ordered(listed.places),
        organisations=_ordered(listed.organisations),
        outlets=_ordered(listed.outlets),
    )


def _ordered(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: mention.passage))


def proper_runs(tree: Tree) -> Iterable[list[int]]:
    """Runs of proper nouns, a hyphen between two of them included, one sentence at a time."""
    run: list[int] = []
    for index, part in enumerate(tree.parts):
        joins = tree.words[index] == "-" and run and tree.starts[index] == tree.ends[index - 1]
        glued = run and tree.words[run[-1]] == "-" and tree.parts[index] in {"NOUN", "ADJ"}
        if run and tree.sentence[run[0]] != tree.sentence[index]:
            yield run
            run = []
        if (part == "PROPN" and tree.is_capital(index)) or joins or glued or _is_name_word(index, tree):
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_name_word(index: int, tree: Tree) -> bool:
    """A capital in the middle of a sentence makes a name of what the tagger takes for a noun ("Davies")."""
    starts = index == tree.sentences[tree.sentence[index]][0] or not tree.is_word(index - 1)
    return tree.tags[index] in {"NN", "NNS"} and not starts and tree.is_capital(index)


def _unlisted(tree: Tree, taken: list[Passage], words: ClaimWords) -> Iterable[Mention]:
    """People in no list: two or more proper nouns that follow a title, or are glossed by one, or speak."""
    covered = {index for passage in taken for index in tree.tokens(passage)}
    for run in proper_runs(tree):
        titles = [place for place, index in enumerate(run[:-1]) if tree.lemmas[index] in words.titles["all"]]
        titled = bool(titles)
        run = run[titles[-1] + 1 :] if titles else run
        if (
            not 2 <= len(run) <= LONGEST_NAME
            or covered.intersection(run)
            or not _is_person(run, tree, words, titled=titled)
        ):
            continue
        passage = Passage(tree.starts[run[0]], tree.ends[run[-1]])
        yield Mention(None, passage.of(tree.text), passage, "proper nouns with a title, a trade or a verb of speech")


def _as_first_printed(mentions: Iterable[Mention]) -> list[Mention]:
    """One name for each person in no list: "John R. Bolton" after "John Bolton" is the same."""
    first: dict[tuple[str, str], str] = {}
    found: list[Mention] = []
    for mention in mentions:
        parts = mention.name.lower().split()
        name = first.setdefault((parts[0], parts[-1]), mention.name)
        found.append(replace(mention, name=name))
    return found


def _is_person(run: Sequence[int], tree: Tree, words: ClaimWords, *, titled: bool) -> bool:
    if any(tree.words[index] in words.body_names["words"] for index in run):
        return False
    head = run[-1]
    before = run[0] - 1
    if before >= 0 and tree.words[before] == "the" and not titled:
        return False  # "The New Yorker reported"
    if titled or (before >= 0 and tree.lemmas[before] in words.titles["all"]):
        return True
    glosses = [c for c in tree.children[head] if tree.deps[c] == "appos" and c > head]
    if any(tree.lemmas[gloss] in words.titles["all"] for gloss in glosses):
        return True
    verb = tree.heads[head]
    return tree.deps[head] == "nsubj" and tree.lemmas[verb] in words.inside["verbs"] and not tree.is_acronym(head)


def _with_surnames(tree: Tree, named: list[Mention], taken: list[Passage], words: ClaimWords) -> list[Mention]:
    """Adds lone surnames that only one person named before them can mean."""
    people = sorted(named, key=lambda mention: mention.passage)
    covered = {index for passage in (*taken, *(m.passage for m in people)) for index in tree.tokens(passage)}
    bearers: dict[str, dict[str, Mention]] = {}
    found: list[Mention] = []
    waiting = people[::-1]
    for run in proper_runs(tree):
        while waiting and waiting[-1].passage.start <= tree.starts[run[0]]:
            _remember(waiting.pop(), bearers)
        lone = [i for i in run if tree.words[i] not in words.titles["all"]]
        if len(lone) != 1 or lone[0] in covered:
            continue
        known = bearers.get(tree.words[lone[0]], {})
        if len(known) == 1:
            bearer = next(iter(known.values()))
            passage = Passage(tree.starts[lone[0]], tree.ends[lone[0]])
            found.append(Mention(bearer.id, bearer.name, passage, "surname of the only such person named before"))
    return sorted([*people, *found], key=lambda mention: mention.passage)


def _remember(mention: Mention, bearers: dict[str, dict[str, Mention]]) -> None:
    parts = mention.name.lower().split()
    for part in {parts[0], parts[-1], *(part for part in parts if len(part) >= LEAST_SURNAME)}:
        bearers.setdefault(part, {})[mention.id or mention.name.lower()] = mention
