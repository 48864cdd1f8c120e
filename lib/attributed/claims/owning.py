"""What somebody owns up to or denies having done: "admitted to spying", "denied hurting him", "apologised for it"."""

from collections.abc import Iterable, Iterator, Sequence

from attributed.claims.drafts import Heard
from attributed.claims.heard import MYSELF, can_speak, is_unsaid
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords

LEAST_WORDS = 2


def owned_deeds(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Such clauses that no attribution has and that nobody is quoted with."""
    known = {i for one in heard for i in (*one.cue, *one.content)}
    yield from owned_in(sorted(allowed - known), allowed, tree, words)


def owned_in(verbs: Iterable[int], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Who owns up to what, by verbs among some words; all of it stands among the allowed words."""
    for verb in verbs:
        if tree.lemmas[verb] not in words.inside["owning"] or tree.parts[verb] != "VERB":
            continue
        content = [i for i in _deed(verb, tree, words) if i in allowed]
        subject = _doer(verb, tree)
        if subject is None or subject not in allowed or tree.words_in(content) < LEAST_WORDS:
            continue
        asides = [tree.left[c] for c in tree.children[subject] if c > subject and tree.deps[c] in {"relcl", "punct"}]
        source = {i for i in range(tree.left[subject], min([tree.right[subject] + 1, verb, *asides])) if i in allowed}
        is_writer = {tree.words[i] for i in source} <= MYSELF
        if source and not is_writer and not is_unsaid(verb, tree, words) and can_speak(source, tree, words):
            helping = (c for c in tree.children[verb] if tree.deps[c] in {"aux", "neg"} and c in allowed)
            yield Heard(source, {verb, *helping}, set(content))


def _doer(verb: int, tree: Tree) -> int | None:
    """The subject of a verb, or of the one it goes on from: "changed her plea, admitting to a count of fraud"."""
    if any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return None  # "was admitted to hospital"
    above = tree.heads[verb]
    goes_on = tree.deps[verb] == "conj" or (tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG")
    subjects = tree.subjects(verb) or (tree.subjects(above) if goes_on else [])
    return next((s for s in subjects if tree.deps[s] == "nsubj" and s < verb), None)


def _deed(verb: int, tree: Tree, words: ClaimWords) -> Sequence[int]:
    """A gerund right behind the verb, or what stands behind the preposition that belongs to it."""
    for child in (c for c in tree.children[verb] if c > verb):
        if tree.left[child] == verb + 1 and tree.tags[verb + 1] == "VBG":
            return _without_sequel(child, tree)
        if f"{tree.lemmas[verb]} {tree.words[child]}" in words.inside["owning_to"]:
            deeds = [c for c in tree.children[child] if tree.deps[c] in {"pcomp", "pobj"}]
            return _without_sequel(deeds[0], tree) if deeds and not _is_hearer(deeds[0], tree, words) else ()
    return ()


def _is_hearer(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether somebody is told: "confessed to the police"."""
    lemma = tree.lemmas[noun]
    return tree.parts[noun] in {"PROPN", "PRON"} or words.is_person(lemma) or words.kind_of_head(lemma) is not None


def _without_sequel(top: int, tree: Tree) -> range:
    """All below a word, up to what is said besides: "denied hurting him and said"."""
    alike = {tree.parts[top], "NOUN", "PROPN"} if tree.tags[top] != "VBG" else {"VBG"}
    joined = [c for c in tree.children[top] if tree.deps[c] == "conj"]
    sequels = [c for c in joined if tree.tags[c] not in alike and tree.parts[c] not in alike]
    stop = min([tree.left[c] for c in sequels] or [tree.right[top] + 1])
    joints = (c for c in tree.children[top] if tree.deps[c] == "cc" and sequels and c < min(sequels))
    return range(tree.left[top], min(stop, max(joints, default=stop)))
