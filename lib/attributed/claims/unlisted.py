"""People whom no list knows, told from other names by how the article writes of them."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from attributed.claims.people import mention_of
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge.romanisation import Romanisation, plain
from attributed.model import Mention

LONGEST_NAME = 7  # tokens, hyphens counted: "Kim Jong-un" has four
LONGEST_GLOSS = 7  # tokens: ", a senior research fellow"
AGES = range(5, 105)
PERSONAL = frozenset({"who", "whose", "whom"})
ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})
UNLISTED = "proper nouns with a given name, a title, a trade or a verb of speech"


def proper_runs(tree: Tree, words: ClaimWords) -> list[list[int]]:
    """Runs of proper nouns, hyphens and particles between them included, one sentence at a time."""
    found: list[list[int]] = []
    run: list[int] = []
    for index, part in enumerate(tree.parts):
        if run and tree.sentence[run[0]] != tree.sentence[index]:
            found.append(run)
            run = []
        is_name = (part == "PROPN" and tree.is_capital(index)) or _is_name_word(index, tree)
        is_name = is_name and not _is_day_before_title(index, tree, words)
        if is_name or (run and (_is_joined(index, run, tree) or _is_particle(index, tree, words))):
            run.append(index)
        elif run:
            found.append(run)
            run = []
    return [*found, run] if run else found


def _is_day_before_title(index: int, tree: Tree, words: ClaimWords) -> bool:
    """As in: on Sunday Mr Trump said."""
    behind = index + 1
    is_day = behind < len(tree.words) and tree.words[index] in words.places["not_places"]
    return is_day and tree.words[behind] in words.people["address"] | words.titles["before"]


def _is_joined(index: int, run: Sequence[int], tree: Tree) -> bool:
    if tree.words[index] == "-":
        return tree.starts[index] == tree.ends[index - 1]
    return tree.words[run[-1]] == "-" and tree.starts[index] == tree.ends[index - 1]  # "Jee-hyun", whatever its tag


def _is_particle(index: int, tree: Tree, words: ClaimWords) -> bool:
    """A small word inside a name: "Hassan al-Sabah", "Eva van der Meer"."""
    behind = index
    while behind < len(tree.words) and (tree.words[behind] in words.people["particles"] or tree.words[behind] == "-"):
        behind += 1
    is_one = tree.words[index] in words.people["particles"] and not tree.is_capital(index)
    return is_one and behind < len(tree.words) and tree.parts[behind] == "PROPN" and tree.is_capital(behind)


def _is_name_word(index: int, tree: Tree) -> bool:
    """A capital in the middle of a sentence makes a name of what the tagger takes for a noun ("Davies")."""
    if tree.tags[index] not in {"NN", "NNS"} or not tree.is_capital(index):
        return False
    return index != tree.sentences[tree.sentence[index]][0] and tree.is_word(index - 1)


def unlisted_people(
    tree: Tree,
    runs: Iterable[list[int]],
    taken: set[int],
    words: ClaimWords,
    romanisation: Romanisation,
    *,
    somebody: AbstractSet[int] = frozenset(),
) -> list[Mention]:
    """People in no list who are named in full: two or more proper nouns with something that only people have."""
    runs = list(runs)
    surnames = {
        tree.words[run[-1]] for run in runs if _is_addressed(run, tree, words) or _speaks(run, taken, tree, words)
    }
    found: list[Mention] = []
    beside: list[list[int]] = []
    for run in runs:
        named, has_title = _without_titles(run, tree, words)
        while named and tree.words[named[-1]] == "-":
            named = named[:-1]
        if not taken.isdisjoint(named) or len(named) > LONGEST_NAME:
            continue
        if named and _is_called(named[0] - 1, tree, words):
            found.append(mention_of(named, tree, UNLISTED))
            continue
        is_given = tree.words[named[0]] in words.people["given"] if named else False
        if len(named) < 2 or (tree.lemmas[named[-1]] in words.titles["all"] and not is_given):
            continue  # "the Chief Cabinet Secretary", but "Robert King"
        if _are_many(named[-1], tree, words) or _has_participle(named, tree):
            continue
        if all(tree.words[i] == "-" for i in named[1:-1:2]) and len(named) == 3:
            continue  # "the Trump-Kim summit"
        of_subject = romanisation.is_full_name([plain(tree.words[i]) for i in named if tree.words[i] != "-"])
        if has_title or of_subject or _is_person(named, surnames, tree, words):
            found.append(mention_of(named, tree, UNLISTED))
        elif not has_body(named, tree, words) and not tree.is_acronym(named[-1]) and tree.words[named[0] - 1] != "the":
            beside.append(named)
    somebody = somebody | {i for mention in found for i in tree.tokens(mention.passage)}
    return found + [mention_of(named, tree, UNLISTED) for named in beside if _is_beside(named[-1], somebody, tree)]


def _are_many(name: int, tree: Tree, words: ClaimWords) -> bool:
    """As in "Korean Americans" and "Capitol Hill Republicans"."""
    one = tree.words[name].removesuffix("s")
    is_nation = any(one in adjectives for adjectives in words.adjectives.values())
    return tree.tags[name] == "NNPS" and (is_nation or one in words.titles["all"])


def _has_participle(run: Sequence[int], tree: Tree) -> bool:
    """As in "Francisco-based CloudFlare"."""
    return any(tree.tags[index] == "VBN" and not tree.is_capital(index) for index in run)


def _is_called(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """As in "a worker, surnamed Gong", but not "he was named Trump's third adviser"."""
    is_passive = any(tree.deps[child] == "auxpass" for child in tree.children[verb])
    return tree.words[verb] in words.people["called"] and not is_passive


def _is_addressed(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """A surname alone with a form of address: "Mr Coats"."""
    return len(run) == 2 and tree.words[run[0]] in words.people["address"]


def _speaks(run: Sequence[int], taken: set[int], tree: Tree, words: ClaimWords) -> bool:
    """A name alone that says or does something: "Steinem went home", after which "Gloria Steinem" is a person."""
    name = run[0]
    return (
        len(run) == 1
        and name not in taken
        and tree.deps[name] in {"nsubj", "nsubjpass"}
        and tree.parts[tree.heads[name]] == "VERB"
        and not tree.is_acronym(name)
        and not has_body(run, tree, words)
    )


def _without_titles(run: list[int], tree: Tree, words: ClaimWords) -> tuple[list[int], bool]:
    """The name in a run: what follows the last title, or begins with a given name ("Secretary of State Rex Lee")."""
    titles = [place for place, index in enumerate(run[:-1]) if tree.lemmas[index] in words.titles["all"]]
    named = run[titles[-1] + 1 :] if titles else run
    given = next((p for p, index in enumerate(named[:-1]) if tree.words[index] in words.people["given"]), 0)
    is_behind_body = given and (tree.is_acronym(named[given - 1]) or has_body(named[:given], tree, words))
    is_behind_body = is_behind_body or tree.words[run[0] - 1] in {"of", "for"}  # "Undersecretary for Policy Ann Lee"
    if given and (titles or is_behind_body or _opens_sentence(run[0], tree)):
        named = named[given:]  # "Organizer Christine Ahn"
    elif not titles and not given and follows_office(run, tree, words):
        named = named[1:]  # "Secretary of State Tillerson"
    return named, bool(titles) and not has_body(named, tree, words)


def follows_office(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether "Secretary of" stands before a run, whose first word then belongs to the office."""
    of = run[0] - 1
    is_office = of > 0 and tree.words[of] in {"of", "for"} and tree.is_capital(of - 1)
    return is_office and tree.lemmas[of - 1] in words.titles["all"]


def _opens_sentence(index: int, tree: Tree) -> bool:
    first, _ = tree.sentences[tree.sentence[index]]
    return not any(tree.is_word(i) for i in range(first, index))


def has_body(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a word tells that a name is a body's or a thing's: "Ministry", "County"; "Theresa May" is a woman."""
    is_given = len(run) > 1 and tree.words[run[0]] in words.people["given"]
    things = [words.body_names["words"], words.places["kinds"], *([] if is_given else [words.places["not_places"]])]
    return any(tree.words[index] in some for index in run for some in things)


def _is_beside(name: int, somebody: AbstractSet[int], tree: Tree) -> bool:
    """Whether "and" joins a name to that of somebody known."""
    near = [c for c in tree.children[name] if tree.deps[c] == "conj"]
    near += [tree.heads[name]] if tree.deps[name] == "conj" else []
    return not somebody.isdisjoint(near)


def _is_person(run: Sequence[int], surnames: set[str], tree: Tree, words: ClaimWords) -> bool:
    before = run[0] - 1
    if has_body(run, tree, words) or (before >= 0 and tree.words[before] == "the"):
        return False  # "The New Yorker reported"
    if tree.words[run[0]] in words.people["given"] or tree.words[run[-1]] in surnames:
        return True
    if tree.is_acronym(run[-1]):
        return False  # "Johnson LLP, who represents"
    if _has_title_before(before, tree, words) or _is_told_of(run[-1] + 1, tree, words):
        return True
    head = run[-1]
    glosses = [c for c in tree.children[head] if tree.deps[c] == "appos" and c > head]
    if tree.deps[head] == "appos":
        glosses.append(tree.heads[head])
    if any(tree.lemmas[gloss] in words.titles["all"] | words.people["nouns"] for gloss in glosses):
        return True
    verb = tree.heads[head]
    return tree.deps[head] == "nsubj" and tree.lemmas[verb] in words.inside["verbs"] | words.collecting["alone"]


def _has_title_before(before: int, tree: Tree, words: ClaimWords) -> bool:
    """As in "watcher Martyn Williams" and "the watcher, Martyn Williams"."""
    if before > 0 and tree.words[before] == ",":
        before -= 1
    return before >= 0 and tree.lemmas[before] in words.titles["all"] and not tree.is_acronym(before)


def _is_told_of(behind: int, tree: Tree, words: ClaimWords) -> bool:
    """What only follows people: an age (", 21,"), "who", or a trade in an apposition (", a nuclear expert")."""
    end = len(tree.words)
    if behind < end and tree.words[behind] == "who":
        return True
    if behind + 1 >= end or tree.words[behind] != ",":
        return False
    told = behind + 1
    if tree.words[told] in PERSONAL or (tree.words[told].isdecimal() and int(tree.words[told]) in AGES):
        return tree.words[told] in PERSONAL or (told + 1 < end and tree.words[told + 1] in {",", "."})
    if tree.words[told] not in ARTICLES:
        return False
    noun = next((i for i in range(told + 1, min(told + LONGEST_GLOSS, end)) if _ends_phrase(i, tree)), None)
    return noun is not None and tree.lemmas[noun] in words.titles["all"] | words.people["nouns"]


def _ends_phrase(index: int, tree: Tree) -> bool:
    following = index + 1
    is_last = following >= len(tree.words) or tree.parts[following] not in {"NOUN", "PROPN", "ADJ"}
    return tree.parts[index] == "NOUN" and is_last
