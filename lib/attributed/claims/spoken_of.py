"""Passives and participles: who is spoken of in them does not speak."""

from collections.abc import Collection

from attributed.claims.tree import CLOSING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords


def is_spoken_of(index: int, cue: Collection[int], tree: Tree, words: ClaimWords) -> bool:
    """The subject of a passive is spoken of ("she was mentioned"); only "he was quoted as saying" has it speak."""
    verb = tree.heads[index]
    if any(_is_bare_participle(i, tree, words) for i in cue):
        return True
    below = [c for c in tree.children[index] if c in cue and tree.deps[c] == "acl" and tree.tags[c] == "VBN"]
    below = below if tree.words[tree.left[index] - 1] not in {*CLOSING, STRAIGHT} else []  # "“…,” Lee tweeted"
    if any(tree.lemmas[c] not in words.relaying["cite"] for c in below):  # "anyone judged guilty"
        return True
    moved = [c for c in tree.children[verb] if c in cue and tree.deps[c] == "acomp"]
    if any(tree.words[c] == "by" for felt in moved for c in tree.children[felt]):  # "they were alarmed by his absence"
        return True
    return tree.deps[index] == "nsubjpass" and verb in cue and tree.lemmas[verb] not in words.relaying["cite"]


def is_aside(verb: int, tree: Tree) -> bool:
    """As in "the plan, which was first reported by the paper, would fail": the paper said what "which" stands for."""
    is_passive = any(tree.deps[c] == "auxpass" for c in tree.children[verb])
    by = any(tree.words[c] == "by" for c in tree.children[verb])
    clause = tree.heads[verb] if tree.deps[verb] == "conj" else verb
    return is_passive and by and tree.deps[clause] == "relcl"


def _is_bare_participle(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """As in "Kim, shown carrying a box" and "Kim, believed to be 26", where others show and believe."""
    if any(tree.deps[c] in {"aux", "auxpass"} for c in tree.children[verb]):
        return False
    is_held = tree.lemmas[verb] in words.firmness["hearsay_participles"] - {"claim"}
    if is_held and tree.tags[verb] in {"VBN", "VBD"} and tree.words[verb + 1 : verb + 2] == ["to"]:
        return True
    if tree.deps[verb] == "ROOT":  # of a main verb the parser mistakes the tense
        return False
    return tree.tags[verb] == "VBN" and tree.lemmas[verb] not in words.inside["verbs"]
