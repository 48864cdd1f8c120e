"""What belongs to an attribution though the engine left it out: the rest of a clause, its subject, whom it is about."""

from attributed.claims.drafts import Heard
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords

ENOUGH_OF_CLAUSE = 0.4


def open_up(one: Heard, allowed: set[int], tree: Tree) -> None:
    """A cue between commas parts a sentence: what stands before it is the subject of what stands behind it."""
    if not (one.named and one.content):
        return
    first, last = min(one.named), max(one.named)
    start = tree.sentences[tree.sentence[first]][0]
    if min(one.content) < last or last + 1 >= len(tree.words) or tree.words[last + 1] != ",":
        return
    before = allowed.intersection(range(start, first))
    if (
        first - 1 not in before
        or tree.words[first - 1] != ","
        or tree.sentence[last] != tree.sentence[min(one.content)]
    ):
        return
    has_noun = any(tree.parts[i] in {"NOUN", "PROPN", "PRON"} for i in before)
    opens = tree.words_in(before) and tree.parts[min(i for i in before if tree.is_word(i))] not in {
        "ADP",
        "SCONJ",
        "ADV",
    }
    if has_noun and opens and not any(tree.tags[i] in FINITE or tree.tags[i] == "VBG" for i in before):
        one.content |= before


def complete(one: Heard, allowed: set[int], tree: Tree) -> None:
    """A content that holds a good part of the clause under its cue holds all of it."""
    for verb in one.cue:
        for child in tree.children[verb]:
            if tree.deps[child] not in {"ccomp", "advcl"} or not tree.subjects(child):
                continue
            clause = {i for i in range(tree.left[child], tree.right[child] + 1) if i in allowed} - one.named
            if clause and len(clause & one.content) >= ENOUGH_OF_CLAUSE * len(clause):
                one.content |= clause


def add_object(one: Heard, allowed: set[int], tree: Tree) -> None:
    """Whom somebody criticises or praises "for failing" is part of the criticism."""
    first = min((i for i in one.content if tree.is_word(i)), default=None)
    if first is None or tree.deps[first] != "prep" or tree.heads[first] not in one.cue:
        return
    for child in tree.children[tree.heads[first]]:
        if tree.deps[child] == "dobj" and child < first and tree.tags[child] not in {"WP", "WDT"}:
            one.content |= {i for i in range(tree.left[child], tree.right[child] + 1) if i in allowed} - one.named


def add_named(one: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> None:
    """What somebody calls names or blames is part of what is said: "labeled him a fool", "blamed the North for it"."""
    last = max(one.cue, default=-1)
    first = min((i for i in one.content if i > last), default=last)
    gap = range(last + 1, first)
    verb = next((i for i in one.cue if tree.lemmas[i] in words.inside["naming"] - words.collecting["warn"]), None)
    if verb is None or not allowed.issuperset(gap):
        return
    begins = [
        c for c in tree.children[verb] if tree.left[c] == last + 1 and tree.deps[c] not in {"prep", "prt", "punct"}
    ]
    if begins and gap and one.source.isdisjoint(gap) and not any(tree.tags[i] in FINITE for i in gap):
        one.content |= set(gap)
