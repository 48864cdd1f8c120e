"""People whom no list knows, told from other names by how the article writes of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

LONGEST_NAME = 7  # tokens, hyphens counted: "Kim Jong-un" has four
LEAST_SURNAME = 4  # letters of a surname in the middle: "Ricardo Rosselló Nevares"
UNLISTED = "proper nouns with a given name, a title, a trade or a verb of speech"
TITLED = "surname with a title"
ONLY = "surname of the only such person named before"
FIRST = "surname that stood alone for this person before namesakes came on"


def proper_runs(tree: Tree) -> list[list[int]]:
    """Runs of proper nouns, a hyphen between two of them included, one sentence at a time."""
    found: list[list[int]] = []
    run: list[int] = []
    for index, part in enumerate(tree.parts):
        if run and tree.sentence[run[0]] != tree.sentence[index]:
            found.append(run)
            run = []
        is_name = (part == "PROPN" and tree.is_capital(index)) or _is_name_word(index, tree)
        if is_name or (run and _is_joined(index, run, tree)):
            run.append(index)
        elif run:
            found.append(run)
            run = []
    return [*found, run] if run else found


def _is_joined(index: int, run: Sequence[int], tree: Tree) -> bool:
    if tree.words[index] == "-":
        return tree.starts[index] == tree.ends[index - 1]
    return tree.words[run[-1]] == "-" and tree.starts[index] == tree.ends[index - 1]  # "Jee-hyun", whatever its tag


def _is_name_word(index: int, tree: Tree) -> bool:
    """A capital in the middle of a sentence makes a name of what the tagger takes for a noun ("Davies")."""
    if tree.tags[index] not in {"NN", "NNS"} or not tree.is_capital(index):
        return False
    return index != tree.sentences[tree.sentence[index]][0] and tree.is_word(index - 1)


def unlisted_people(tree: Tree, runs: Iterable[list[int]], taken: set[int], words: ClaimWords) -> list[Mention]:
    """People in no list who are named in full: two or more proper nouns with something that only people have."""
    surnames = {tree.words[run[-1]] for run in runs if _is_addressed(run, tree, words)}
    found: list[Mention] = []
    for run in runs:
        named, has_title = _without_titles(run, tree, words)
        while named and tree.words[named[-1]] == "-":
            named = named[:-1]
        if not 2 <= len(named) <= LONGEST_NAME or not taken.isdisjoint(named):
            continue
        if has_title or _is_person(named, surnames, tree, words):
            found.append(_mention(named, tree, UNLISTED))
    return found


def _mention(run: Sequence[int], tree: Tree, rule: str) -> Mention:
    passage = Passage(tree.starts[run[0]], tree.ends[run[-1]])
    return Mention(None, passage.of(tree.text), passage, rule)


def _is_addressed(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """A surname alone with a form of address: "Mr Coats"."""
    return len(run) == 2 and tree.words[run[0]] in words.people["address"]


def _without_titles(run: list[int], tree: Tree, words: ClaimWords) -> tuple[list[int], bool]:
    """The name in a run: what follows the last title, or begins with a given name ("Secretary of State Rex Lee")."""
    titles = [place for place, index in enumerate(run[:-1]) if tree.lemmas[index] in words.titles["all"]]
    named = run[titles[-1] + 1 :] if titles else run
    given = next((p for p, index in enumerate(named[:-1]) if tree.words[index] in words.people["given"]), 0)
    is_office = bool(given) and bool(titles or _follows_office(run, tree))
    return (named[given:] if is_office else named), bool(titles) and not _has_body(named, tree, words)


def _follows_office(run: Sequence[int], tree: Tree) -> bool:
    of = run[0] - 1
    return of > 0 and tree.words[of] in {"of", "for"} and tree.is_capital(of - 1)


def _has_body(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    return any(tree.words[index] in words.body_names["words"] | words.places["not_places"] for index in run)


def _is_person(run: Sequence[int], surnames: set[str], tree: Tree, words: ClaimWords) -> bool:
    before = run[0] - 1
    if _has_body(run, tree, words) or (before >= 0 and tree.words[before] == "the"):
        return False  # "The New Yorker reported"
    if tree.words[run[0]] in words.people["given"] or tree.words[run[-1]] in surnames:
        return True
    if before >= 0 and tree.lemmas[before] in words.titles["all"]:
        return True
    head = run[-1]
    glosses = [c for c in tree.children[head] if tree.deps[c] == "appos" and c > head]
    if tree.deps[head] == "appos":
        glosses.append(tree.heads[head])
    if any(tree.lemmas[gloss] in words.titles["all"] for gloss in glosses):
        return True
    verb = tree.heads[head]
    return tree.deps[head] == "nsubj" and tree.lemmas[verb] in words.inside["verbs"] and not tree.is_acronym(head)


def as_one(mentions: Iterable[Mention]) -> list[Mention]:
    """One name for each person: "John R. Bolton" after, or in the lists as, "John Bolton" is the same."""
    ordered = sorted(mentions, key=lambda mention: (mention.id is None, mention.passage))
    first: dict[str, Mention] = {}
    found: list[Mention] = []
    for mention in ordered:
        same = first.setdefault(_without_initials(mention.name), mention)
        found.append(replace(mention, id=same.id, name=same.name) if mention.id is None else mention)
    return found


def _without_initials(name: str) -> str:
    return " ".join(part for part in name.lower().split() if len(part.rstrip(".")) > 1)


def with_surnames(
    people: list[Mention], tree: Tree, runs: Iterable[list[int]], taken: set[int], words: ClaimWords
) -> list[Mention]:
    """Adds lone surnames: of the only such person named before, of the one it stood for before, or with a title."""
    people = sorted(people, key=lambda mention: mention.passage)
    covered = taken.union(*(tree.tokens(mention.passage) for mention in people))
    waiting = people[::-1]
    bearers: dict[str, dict[str, Mention]] = {}
    alone: dict[str, Mention] = {}
    found: list[Mention] = []
    speaking: dict[str, str] = {}  # by surname who was last named in full as the subject of a verb of speech
    for run in runs:
        while waiting and waiting[-1].passage.start <= tree.starts[run[0]]:
            speaking |= _speaking(waiting[-1], tree, words)
            _remember(waiting.pop(), bearers)
        name = _lone(run, covered, tree, words)
        if name is None:
            continue
        word = tree.words[name]
        known = list(bearers.get(word, {}).values())
        bearer = alone.get(word) or (known[0] if len(known) == 1 else None)
        if bearer is not None and len(known) > 1 and speaking.get(word, bearer.name) != bearer.name:
            continue  # "Kim" after "Kim Sung-ho, a scholar, said" is the scholar or the leader
        if bearer is not None:
            alone[word] = bearer
            found.append(
                replace(_mention([name], tree, FIRST if len(known) > 1 else ONLY), id=bearer.id, name=bearer.name)
            )
        elif not known and _is_titled(name, tree, words):
            found.append(_mention([name], tree, TITLED))
            alone[word] = found[-1]
    return sorted([*people, *found], key=lambda mention: mention.passage)


def _lone(run: Sequence[int], covered: set[int], tree: Tree, words: ClaimWords) -> int | None:
    """The only word of a run that is no title."""
    names = [i for i in run if tree.lemmas[i] not in words.titles["all"] and tree.words[i] not in words.titles["all"]]
    return names[0] if len(names) == 1 and names[0] not in covered and tree.is_word(names[0]) else None


def _is_titled(name: int, tree: Tree, words: ClaimWords) -> bool:
    """Right behind a title with a capital, in a name that no body has: "President Bush", "Ms. Haley"."""
    before = name - 1
    return (
        before >= 0
        and tree.sentence[before] == tree.sentence[name]
        and tree.is_capital(before)
        and (tree.words[before] in words.titles["before"] or tree.words[before] in words.people["address"])
        and not _has_body([name], tree, words)
        and not tree.is_acronym(name)
    )


def _speaking(mention: Mention, tree: Tree, words: ClaimWords) -> dict[str, str]:
    head = tree.tokens(mention.passage)[-1:]
    speaks = any(tree.deps[i] == "nsubj" and tree.lemmas[tree.heads[i]] in words.inside["verbs"] for i in head)
    parts = mention.name.lower().split()
    return dict.fromkeys((parts[0], parts[-1]), mention.name) if speaks else {}


def _remember(mention: Mention, bearers: dict[str, dict[str, Mention]]) -> None:
    parts = mention.name.lower().split()
    for part in {parts[0], parts[-1], *(part for part in parts if len(part) >= LEAST_SURNAME)}:
        bearers.setdefault(part, {})[mention.id or mention.name.lower()] = mention


def without_modifiers(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    """Leaves out names that only say whose a body is: "the Trump administration"."""
    for mention in people:
        tokens = tree.tokens(mention.passage)
        following = tokens[-1] + 1 if tokens else len(tree.words)
        if following >= len(tree.words) or tree.lemmas[following] not in words.people["named_after"]:
            yield mention
