"""Who quotes whom: "the agency quoted an official as saying that …" has one cue in two parts and two pairs of hands."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Heard
from attributed.claims.tree import SUBJECTS, Tree
from attributed.claims.words import ClaimWords

LEAST_WORDS = 3


def quoted_as_saying(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """The attributions, those that share such a cue made one: who quotes is its source, what was said its content."""
    waiting = list(heard)
    for verb, saying in _pairs(allowed, tree, words):
        if _is_passive(verb, tree):
            _with_subject(verb, saying, waiting, allowed, tree)
            continue
        parts = [one for one in waiting if one.cue & {verb, saying}]
        said = {i for i in _said(saying, tree) if i in allowed} if _is_speech(saying, tree) else set()
        said = said or _quoted_before(verb, allowed, tree)
        source = _quoting(verb, tree) & allowed
        if tree.words_in(said) < LEAST_WORDS or not (parts or source):
            continue
        source = source or set().union(*(one.source for one in parts))
        waiting = [one for one in waiting if one not in parts]
        yield Heard({i for i in source if i < verb}, {verb, saying}, said)
    yield from waiting


def _pairs(allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[tuple[int, int]]:
    for saying in sorted(i for i in allowed if not tree.quoted[i]):
        above = tree.heads[saying]  # "as", or who is quoted: "quoted the envoy saying"
        verb = tree.heads[above]
        joined = tree.words[above] == "as" or (tree.deps[saying] == "acl" and tree.deps[above] == "dobj")
        is_pair = tree.tags[saying] == "VBG" and joined and tree.lemmas[saying] in words.inside["verbs"]
        if is_pair and tree.lemmas[verb] in words.relaying["cite"]:
            yield verb, saying


def _with_subject(verb: int, saying: int, heard: Sequence[Heard], allowed: set[int], tree: Tree) -> None:
    """As in: "“…,” the envoy was cited as saying by KCNA". Where nobody was marked as speaking, the subject is."""
    source = _quoting(verb, tree) & allowed
    for one in heard:
        if one.cue & {verb, saying} and not one.source and source:
            one.source = source
            one.cue |= {verb, saying}
            one.content -= {*source, *range(verb, tree.right[verb] + 1)} - set(_said(saying, tree))
            one.content -= {
                i for c in tree.children[saying] if tree.words[c] == "by" for i in range(c, tree.right[c] + 1)
            }


def _is_speech(saying: int, tree: Tree) -> bool:
    """Whether a clause or a quotation follows, and not only where or when it was said: "as saying on Monday"."""
    said = _said(saying, tree)
    opens = next((tree.parts[i] for i in said), None)
    return any(tree.quoted[i] for i in said) or (opens not in {"ADP", "SCONJ"} and bool(said))


def _quoted_before(verb: int, allowed: set[int], tree: Tree) -> set[int]:
    start, _ = tree.sentences[tree.sentence[verb]]
    return {i for i in range(start, verb) if tree.quoted[i] and i in allowed}


def _is_passive(verb: int, tree: Tree) -> bool:
    return any(tree.deps[c] == "auxpass" for c in tree.children[verb]) or tree.deps[verb] == "acl"


def _said(saying: int, tree: Tree) -> range:
    start = saying + 1
    if start < len(tree.words) and tree.words[start] == "that":
        start += 1
    return range(start, tree.right[saying] + 1)


def _quoting(verb: int, tree: Tree) -> set[int]:
    subject = next((c for c in tree.children[verb] if tree.deps[c] in SUBJECTS), None)
    return set(range(tree.left[subject], tree.right[subject] + 1)) if subject is not None else set()
