"""Events that are named and not told as done: escaped, prevented, wanted, planned, tried, supposed."""

from collections.abc import Iterator, Mapping

from attributed.claims.tree import Tree
from attributed.claims.wordlists import deed_words, unrealised_words
from attributed.knowledge.subject import EventType

Events = Mapping[int, EventType]  # token -> the event that it tells
OPENED = frozenset({"xcomp", "ccomp", "acl"})
WAYS = OPENED | {"dobj", "conj", "prep", "compound"}
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"ccomp", "advcl", "acl", "relcl", "pcomp", "parataxis"})


def left_open(events: Events, tree: Tree) -> Events:
    """The events without those that are said not to have happened."""
    return {index: event for index, event in events.items() if not _is_undone(index, events, tree)}


def told_as_done(events: Events, tree: Tree) -> Events:
    """The events without those that are only wanted, planned, tried or supposed."""
    return {index: event for index, event in events.items() if not _is_intended(index, events, tree)}


def _is_undone(index: int, events: Events, tree: Tree) -> bool:
    lists = unrealised_words()
    if any(tree.words[c] in lists.undone_beside for c in tree.children[index]):
        return True
    return any(
        tree.words[above] in lists.undone_before
        or (tree.parts[above] in VERBS and _with(above, by, tree) in lists.undone)
        for above, by in _governors(index, events, tree)
    )


def _is_intended(index: int, events: Events, tree: Tree) -> bool:
    lists = unrealised_words()
    if _is_supposed(index, tree):
        return True
    if _came_about(index, tree):
        return False
    beside = (c for c in tree.children[index] if tree.deps[c] == "amod" and tree.tags[c] != "VBG")
    if any(tree.lemmas[c] in lists.intended for c in beside):
        return True  # "the planned purge"
    return any(
        _with(above, by, tree) in lists.intended
        if tree.parts[above] in VERBS
        else tree.lemmas[above] in lists.intended_nouns
        for above, by in _governors(index, events, tree)
    )


def _is_supposed(index: int, tree: Tree) -> bool:
    """Whether the clause of an event opens with "if" or "whether": "asked if he might dismiss him"."""
    at = index
    while not any(tree.deps[c] == "mark" and tree.words[c] in unrealised_words().supposed for c in tree.children[at]):
        if tree.deps[at] in CLAUSES or tree.heads[at] == at:
            return False
        at = tree.heads[at]
    return True


def _came_about(index: int, tree: Tree) -> bool:
    """As in: he asked for his resignation, which was given."""
    lists = unrealised_words()
    clauses = [c for c in tree.children[index] if tree.deps[c] == "relcl" and tree.lemmas[c] in lists.came_about]
    return any(tree.tags[i] == "VBD" for verb in clauses for i in (verb, *tree.children[verb]))


def _with(verb: int, preposition: str, tree: Tree) -> str:
    return f"{tree.lemmas[verb]} {preposition}".strip()


def _governors(index: int, events: Events, tree: Tree) -> Iterator[tuple[int, str]]:
    """What an event hangs on as object, infinitive or attribute, with the preposition between; from below upwards.

    It ends where something else stands between: of "refused to speak of the purge" the purge is not refused.
    """
    at = index
    while (head := tree.heads[at]) != at:
        way, by = tree.deps[at], ""
        if way in {"pobj", "pcomp"}:
            yield from ((i, "") for i in (head, *tree.children[head]) if i != at)  # "without", "instead of"
            way, by, head = "prep", tree.words[head], tree.heads[head]
        is_one = way == "conj" or events.get(head) is events[index]  # "offered to resign" may be one phrase
        if not _hangs_on(at, head, way, tree):
            return
        if not is_one:
            yield head, by
            # "lobbied the state for his release": the parser hangs it on the state
            if by and tree.deps[head] == "dobj":
                yield tree.heads[head], by
            if not _passes_on(head, way, tree):
                return
        at = head


def _hangs_on(at: int, head: int, way: str, tree: Tree) -> bool:
    if way == "nsubjpass":
        return tree.lemmas[head] not in unrealised_words().aimed  # "was intended to frighten others"
    if way == "advcl":  # "were hired to kill him"
        return any(tree.tags[c] == "TO" for c in tree.children[at])
    return way in WAYS and (way not in OPENED or not tree.is_finite(at))


def _passes_on(head: int, way: str, tree: Tree) -> bool:
    """Whether what a word hangs on can be wanted in its stead: "planned to carry out a purge", "had a plan to"."""
    does = tree.lemmas[head] in deed_words().does.verbs and way == "dobj"
    return does or way in OPENED or tree.lemmas[head] in unrealised_words().intended_nouns
