"""Hearsay that names nobody: "he is said to have fled", "it is known that", "was reportedly dismissed"."""

from collections.abc import Sequence

from attributed.claims.drafts import Draft, Voice
from attributed.claims.hedges import main_predicate
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Form


def hearsay_drafts(cut: Sequence[int], tree: Tree, words: ClaimWords) -> list[Draft]:
    """The claims of an unattributed clause that it passes on rather than makes; empty where it makes one itself."""
    predicate = main_predicate(cut, tree)
    if predicate is None:
        return []
    adverbs = [
        c
        for c in tree.children[predicate]
        if tree.deps[c] == "advmod" and tree.words[c] in words.firmness["hearsay"] and c in cut
    ]
    if adverbs:
        return [_draft(cut, adverbs[:1], tree)]
    auxiliaries = [c for c in tree.children[predicate] if tree.deps[c] in {"aux", "auxpass", "neg"}]
    is_passive = any(tree.deps[c] == "auxpass" for c in auxiliaries)
    if not is_passive or tree.lemmas[predicate] not in words.firmness["hearsay_participles"]:
        return []
    cue = sorted({predicate, *auxiliaries} & set(cut))
    return _passed_on(predicate, cue, cut, tree)


def _passed_on(predicate: int, cue: list[int], cut: Sequence[int], tree: Tree) -> list[Draft]:
    """What is passed on: the clause with "that", or the infinitive with the subject of which it is said."""
    clause = next((c for c in tree.children[predicate] if tree.deps[c] == "ccomp" and tree.subjects(c)), None)
    if clause is not None:
        marks = {c for c in tree.children[clause] if tree.deps[c] == "mark"}
        return [_draft([i for i in _below(clause, tree) if i in cut and i not in marks], cue, tree)]
    infinitive = next((c for c in tree.children[predicate] if tree.deps[c] == "xcomp"), None)
    subject = next(iter(tree.subjects(predicate)), None)
    if infinitive is None or subject is None or subject > predicate:
        return []
    relative = next((c for c in tree.children[subject] if tree.deps[c] == "relcl"), None)
    stop = tree.left[relative] if relative is not None else tree.right[subject] + 1
    to = {c for c in tree.children[infinitive] if tree.deps[c] == "aux"}
    said = [i for i in cut if tree.left[subject] <= i < stop or (i in _below(infinitive, tree) and i not in to)]
    found = [_draft(said, [*cue, *sorted(to)], tree)]
    if relative is not None:  # what a clause says of the subject is the article's own word
        own = [i for i in cut if tree.left[subject] <= i <= tree.right[subject]]
        found.append(Draft(tuple(own), (), Form.UNATTRIBUTED))
    return found


def _below(index: int, tree: Tree) -> range:
    return range(tree.left[index], tree.right[index] + 1)


def _draft(content: Sequence[int], cue: Sequence[int], tree: Tree) -> Draft:
    quoted = any(tree.quoted[i] for i in content)
    return Draft(tuple(content), (Voice((), tree.passages(cue)),), Form.MIXED if quoted else Form.INDIRECT)
