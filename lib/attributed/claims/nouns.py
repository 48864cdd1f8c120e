"""Speech that a noun reports: "a statement by the premier that the talks had failed", "his claim that he was ill"."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Heard
from attributed.claims.heard import can_speak
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords

LEAST_WORDS = 4
CLAUSES = frozenset({"acl", "relcl", "ccomp"})


def said_by_nouns(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Nouns of speech with an owner and a clause, where no attribution has them as its cue."""
    known = {i for one in heard for i in one.cue}
    nouns = words.inside["speech_nouns"] | words.documents["carriers"]
    for noun in sorted(allowed - known):
        if tree.lemmas[noun] not in nouns or tree.parts[noun] != "NOUN" or tree.quoted[noun]:
            continue
        source = _owner(noun, tree) & allowed
        content = _clause(noun, tree) & allowed
        is_new = not any(len(content & one.content) > 0.8 * len(content | one.content) for one in heard)
        if tree.words_in(content) >= LEAST_WORDS and source and is_new and can_speak(source, tree, words):
            yield Heard(source, {noun}, content)


def _owner(noun: int, tree: Tree) -> set[int]:
    for child in (*tree.children[noun], min(noun + 1, len(tree.words) - 1)):  # "by" may hang on the verb
        if tree.deps[child] == "poss":
            return {i for i in range(tree.left[child], tree.right[child] + 1) if tree.tags[i] != "POS"}
        if tree.words[child] in {"by", "from"}:
            owners = [c for c in tree.children[child] if tree.deps[c] == "pobj"]
            return {i for c in owners for i in range(tree.left[c], c + 1)}
    return set()


def _clause(noun: int, tree: Tree) -> set[int]:
    """What stands under "that", wherever behind the noun the parser hung it."""
    verb = tree.heads[noun]
    hung_on = [verb] if tree.deps[noun] == "dobj" and tree.parts[verb] == "VERB" else []
    waiting = [noun, *hung_on, *(o for c in tree.children[noun] if tree.deps[c] == "prep" for o in tree.children[c])]
    for above in waiting:
        for clause in tree.children[above]:
            marks = [c for c in tree.children[clause] if tree.deps[c] == "mark" and tree.words[c] == "that"]
            if clause > noun and tree.deps[clause] in CLAUSES and marks and tree.subjects(clause):
                return {i for i in range(tree.left[clause], tree.right[clause] + 1) if i not in marks}
    return set()
