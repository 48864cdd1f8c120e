"""On what charge and by what means something is done: "for treason", "accused of spying", "by firing squad"."""

from collections.abc import Iterable, Iterator, Sequence

from attributed.claims.affected import patients
from attributed.claims.drafts import Draft
from attributed.claims.tree import Tree
from attributed.claims.wordlists import deed_words
from attributed.claims.words import ClaimWords
from attributed.model import Passage

VERBS = frozenset({"VERB", "AUX"})
JOINED = frozenset({"conj", "xcomp", "oprd", "acomp", "prt", "advcl"})
OBJECTS = frozenset({"pobj", "pcomp"})
PREPOSITIONS = frozenset({"prep", "agent"})
# what may stand as a child of "accused" for its own preposition: the parser hangs it on the object too
BESIDE = frozenset({"dobj", "nsubjpass", "pobj", "attr"})


def charge_of(draft: Draft, events: Sequence[int], tree: Tree, words: ClaimWords) -> Passage | None:
    """Where the claim says on what charge the events at some tokens are done; the preposition is part of it."""
    inside = set(draft.tokens)
    lists = deed_words().charge
    for deed in _deeds(events, inside, tree):
        if tree.lemmas[deed] not in lists.verbs and tree.lemmas[deed] not in lists.nouns | lists.on.nouns:
            continue
        for preposition in _prepositions(deed, inside, tree, words):
            if _is_charge(preposition, deed, tree):
                return _words_of(preposition, deed, inside, tree)
    return None


def method_of(draft: Draft, events: Sequence[int], tree: Tree, words: ClaimWords) -> Passage | None:
    """Where the claim says by what means the events at some tokens are done."""
    inside = set(draft.tokens)
    lists, charge = deed_words().method, deed_words().charge
    deeds = lists.verbs | lists.nouns | charge.verbs | charge.nouns
    for deed in _deeds(events, inside, tree):
        if tree.lemmas[deed] not in deeds:
            continue
        for preposition in _prepositions(deed, inside, tree, words):
            if _is_means(preposition, tree):
                return _words_of(preposition, deed, inside, tree)
        beside = (c for c in tree.children[deed] if tree.deps[c] in {"advmod", "amod"} and deed in events)
        for child in beside:
            if tree.words[child] in lists.manner.words and child in inside:
                return Passage(tree.starts[child], tree.ends[child])
    return None


def _deeds(events: Iterable[int], inside: set[int], tree: Tree) -> list[int]:
    """The tokens of an event, then what is joined to it: of "tried, found guilty and shot" each may have the charge."""
    found = list(events)
    for event in found:
        above = tree.heads[event]
        if tree.deps[event] in JOINED or (tree.parts[event] not in VERBS and tree.deps[event] in {"dobj", "nsubjpass"}):
            _add(above, found, inside)
        for child in tree.children[event]:
            if tree.deps[child] in JOINED:
                _add(child, found, inside)
            elif tree.words[child] in deed_words().behind.words:  # "arrested after being accused of spying"
                for verb in tree.children[child]:
                    _add(verb, found, inside)
    return found


def _add(token: int, found: list[int], inside: set[int]) -> None:
    if token in inside and token not in found:
        found.append(token)


def _prepositions(deed: int, inside: set[int], tree: Tree, words: ClaimWords) -> Iterator[int]:
    """The prepositions behind a deed, and those that the parser hung on whom it is done to."""
    above = [deed]
    if tree.parts[deed] in VERBS:
        above += [c for c in tree.children[deed] if c > deed and tree.deps[c] in BESIDE]
    else:
        above += [noun for noun in patients(deed, tree, words) if noun > deed]
    for token in above:
        for child in _own_prepositions(token, tree):
            if child in inside and child > deed:
                yield child
                deeper = [child, *_objects(child, tree)]  # "shot by a squad for treason": it may hang on the squad
                yield from (c for noun in deeper for c in _own_prepositions(noun, tree) if c in inside)


def _own_prepositions(token: int, tree: Tree) -> list[int]:
    return [c for c in tree.children[token] if tree.deps[c] in PREPOSITIONS and c > token]


def _objects(preposition: int, tree: Tree) -> list[int]:
    return [c for c in tree.children[preposition] if tree.deps[c] in OBJECTS]


def _is_charge(preposition: int, deed: int, tree: Tree) -> bool:
    lists, word, lemma = deed_words().charge, tree.words[preposition], tree.lemmas[deed]
    nouns = {tree.lemmas[noun] for noun in _objects(preposition, tree)}
    if not nouns or nouns & lists.never.nouns:
        return False
    if word == "of":
        return lemma in lists.of.verbs or lemma in lists.on.nouns
    if word == "with":
        return lemma in lists.with_.verbs
    if word in lists.on.prepositions:
        return bool(nouns & lists.on.nouns)
    return word in lists.with_anything and not _is_measured(preposition, tree)


def _is_measured(preposition: int, tree: Tree) -> bool:
    """Whether a number says how long or how much: "for 15 years", "over $2 million"."""
    objects = _objects(preposition, tree)
    return any(tree.parts[noun] == "NUM" or tree.words[tree.left[noun]] == "$" for noun in objects)


def _is_means(preposition: int, tree: Tree) -> bool:
    lists, word = deed_words().method, tree.words[preposition]
    objects = _objects(preposition, tree)
    if word == "by" and any(tree.tags[noun] == "VBG" for noun in objects):
        return True
    nouns = {tree.lemmas[noun] for noun in objects} | {tree.words[noun] for noun in objects}
    return any(word in group.prepositions and nouns & group.nouns for group in (lists.by, lists.in_))


def _words_of(preposition: int, deed: int, inside: set[int], tree: Tree) -> Passage:
    """The words below a preposition, up to a charge that the parser hung below it."""
    below = [i for i in range(tree.left[preposition], tree.right[preposition] + 1) if i in inside]
    charges = (i for i in below[1:] if tree.deps[i] == "prep" and _is_charge(i, deed, tree))
    stop = next(charges, below[-1] + 1)
    passages = tree.passages([i for i in below if i < stop])
    return Passage(passages[0].start, passages[-1].end)
