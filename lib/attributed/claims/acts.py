"""Verbs that mostly report words, where they tell of a deed: "declined to comment", "dismissed the minister"."""

from collections.abc import Collection

from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords


def is_act(cue: int, content: Collection[int], tree: Tree, words: ClaimWords) -> bool:
    """What somebody wants, decides, points to or refuses to do is the writer's to tell: "wants to see more"."""
    first = min((i for i in content if tree.is_word(i)), default=None)
    if first is None or tree.quoted[first]:
        return False
    if tree.lemmas[cue] in words.silence["feeling"]:
        return not any(tree.tags[i] in FINITE or tree.quoted[i] for i in content)
    below = [tree.words[c] for c in tree.children[cue]]
    if tree.lemmas[cue] in words.silence["pointing"] and "as" not in below:
        # "talked about how it works" says how; what stands behind ", referring to" is the writer's gloss
        is_gloss = tree.tags[cue] == "VBG" and tree.lemmas[cue] in words.silence["glossing"]
        says = not is_gloss and any(tree.tags[i] in FINITE for i in content)
        return any(tree.deps[c] == "prep" for c in tree.children[cue]) and not says
    if published(cue, first, tree, words) and not any(tree.words[i] == ":" for i in content):
        return True
    if tree.lemmas[cue] in words.silence["wishes"] or _refuses_somebody(cue, tree, words):
        return not any(tree.quoted[i] for i in content)
    return tree.lemmas[cue] in words.silence["verbs"] and tree.tags[first] == "TO"


def published(cue: int, first: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a paper that somebody publishes opens a content: "released a report on Friday" tells a deed."""
    if tree.lemmas[cue] not in words.relaying["carry"] | words.collecting["alone"] - {"tweet"}:
        return False
    papers = words.documents["written"] | words.documents["printed"] | words.documents["carriers"]
    objects = [c for c in tree.children[cue] if tree.deps[c] == "dobj" and tree.lemmas[c] in papers]
    return any(tree.left[noun] <= first <= tree.right[noun] for noun in objects)


def _refuses_somebody(cue: int, tree: Tree, words: ClaimWords) -> bool:
    """A report is dismissed in words, a minister in deed; but "dismissed him as a liar" says something of him."""
    as_what = any(tree.words[c] == "as" for c in tree.children[cue])
    is_deed = tree.lemmas[cue] in words.silence["appointing"] or not as_what
    if tree.lemmas[cue] not in words.firmness["deny"] | words.silence["appointing"] or not is_deed:
        return False
    objects = [child for child in tree.children[cue] if tree.deps[child] == "dobj"]
    return any(
        words.is_person(tree.lemmas[noun]) or (tree.parts[noun] == "PROPN" and not tree.is_acronym(noun))
        for noun in objects
    )
