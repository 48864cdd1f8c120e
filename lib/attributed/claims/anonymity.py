"""Why a source is not named: "on condition of anonymity", "who declined to be identified", "not allowed to speak"."""

from collections.abc import Iterator

from attributed.claims.tree import Tree
from attributed.claims.wordlists import access_words
from attributed.model import Passage

PASSIVE = frozenset({"auxpass", "aux"})


def conditions(tree: Tree) -> Iterator[tuple[Passage, int]]:
    """Each condition of anonymity in the order of the text: its words, and the token by which it hangs on the rest."""
    lists = access_words().condition
    triggers = (
        lists["nouns"] | lists["adverbs"] | lists["adjectives"] | lists["naming"] | lists["barred"] | lists["withheld"]
    )
    last = -1
    for index, lemma in enumerate(tree.lemmas):
        if index <= last or lemma not in triggers:
            continue
        top = _top(index, tree)
        if top is None:
            continue
        first = _relative(top, tree) or top
        end = _end(index, top, tree)
        passages = tree.passages(range(min(first, index), end + 1))
        if passages:
            last = end
            yield Passage(passages[0].start, passages[-1].end), top


def _end(index: int, top: int, tree: Tree) -> int:
    """The last word of a condition; behind "anonymity" only a reason still belongs to it."""
    lists = access_words().condition
    goes_on = tree.words[index + 1 : index + 2]
    closes = tree.lemmas[index] in lists["nouns"] | lists["adverbs"]
    return index if closes and not (goes_on and goes_on[0] in lists["reasons"]) else tree.right[top]


def _top(index: int, tree: Tree) -> int | None:
    """The word on which the condition around a trigger hangs; None where the trigger says nothing of names."""
    lists, lemma = access_words().condition, tree.lemmas[index]
    if lemma in lists["nouns"]:
        return _climb(index, tree)
    if lemma in lists["adverbs"]:
        return index
    if lemma in lists["adjectives"]:
        above = tree.heads[index]
        return _refused(above, tree) if tree.deps[index] == "acomp" else None
    if lemma in lists["barred"] and _is_denied(index, tree):
        speaks = any(tree.deps[c] == "xcomp" and tree.lemmas[c] in lists["speaking"] for c in tree.children[index])
        return index if speaks else None
    if lemma in lists["withheld"]:
        named = any(tree.lemmas[c] in lists["names"] for c in tree.children[index])
        return index if named else None
    return _refused(index, tree) if lemma in lists["naming"] and _names_somebody(index, tree) else None


def _climb(index: int, tree: Tree) -> int:
    above = access_words().condition["above"]
    while tree.heads[index] != index and tree.lemmas[tree.heads[index]] in above:
        index = tree.heads[index]
    return index


def _names_somebody(verb: int, tree: Tree) -> bool:
    """As in "to be named", "to give his name"; a source that declined to quote prices hides nothing."""
    children = tree.children[verb]
    is_passive = tree.tags[verb] == "VBN" and any(tree.lemmas[c] == "be" for c in children)
    return is_passive or any(tree.lemmas[c] in access_words().condition["names"] for c in children)


def _refused(verb: int, tree: Tree) -> int | None:
    """The verb that refuses what an infinitive tells: "declined to", "asked not to", "did not want to"."""
    lists = access_words().condition
    above = tree.heads[verb] if tree.deps[verb] in {"xcomp", "ccomp"} else verb
    if above != verb and tree.lemmas[above] in lists["refusing"]:
        return above
    denied = _is_denied(verb, tree) or _is_denied(above, tree)
    wants_hiding = any(tree.lemmas[c] in lists["adjectives"] for c in tree.children[verb])
    if above != verb and tree.lemmas[above] in lists["asking"] and (denied or wants_hiding):
        return above
    names = any(tree.lemmas[c] in lists["names"] for c in tree.children[verb])
    return verb if above == verb and names and _is_denied(verb, tree) else None


def _is_denied(verb: int, tree: Tree) -> bool:
    return any(tree.deps[c] == "neg" for c in tree.children[verb])


def _relative(top: int, tree: Tree) -> int | None:
    """The "who" or "whose" that opens a relative clause, or the auxiliary of a verb."""
    subjects = [c for c in tree.children[top] if c < top and (tree.deps[c] in PASSIVE or tree.tags[c] in {"WP", "WP$"})]
    owned = [tree.left[c] for c in tree.subjects(top) if tree.tags[tree.left[c]] == "WP$"]
    return min([*subjects, *owned], default=None)
