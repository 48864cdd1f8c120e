"""Hearsay that names nobody: "he is said to have fled", "it is known that", "was reportedly dismissed"."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Draft, Voice
from attributed.claims.hedges import main_predicate
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Form

VERBS = frozenset({"VERB", "AUX"})
LEAST_WORDS = 4
LEAST_OF_DEED = 3


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


def rumours(cut: Sequence[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """Talk inside a clause: "rumors that he was ill", "after allegedly leaving a Bible", "who reportedly fled"."""
    inside = set(cut)
    main = main_predicate(cut, tree)
    for index in cut:
        above = tree.heads[index]
        if tree.lemmas[index] in words.firmness["rumours"] and tree.parts[index] == "NOUN":
            yield from _talk(index, inside, tree)
        elif (deed := _accused_of(index, tree, words)) is not None:
            content = [i for i in _below(deed, tree) if i in inside]
            if tree.words_in(content) >= LEAST_OF_DEED:
                yield _draft(content, [index, tree.heads[deed]], tree)
        elif tree.deps[index] == "advmod" and tree.words[index] in words.firmness["hearsay"] and above != main:
            content = [i for i in _clause(above, tree) if i in inside and i != index]
            if tree.parts[above] in VERBS and tree.words_in(content) >= LEAST_WORDS and main not in content:
                yield _draft(content, [index], tree)


def _accused_of(verb: int, tree: Tree, words: ClaimWords) -> int | None:
    """The deed of which somebody is accused, it is not said by whom: "is suspected of leaving a Bible"."""
    if tree.lemmas[verb] not in words.firmness["accusing"] or tree.tags[verb] != "VBN":
        return None
    below = {tree.deps[c]: tree.words[c] for c in tree.children[verb]}
    is_to_come = any(tree.tags[c] == "MD" for c in tree.children[verb])
    is_anybody = tree.deps[verb] == "acl" and tree.tags[tree.heads[verb]] == "NNS"  # "people accused of spying"
    if "neg" in below or "agent" in below or "by" in below.values() or is_anybody or is_to_come:
        return None
    of = [c for c in tree.children[verb] if tree.words[c] == "of"]
    return next((deed for c in of for deed in tree.children[c] if tree.tags[deed] == "VBG"), None)


def _talk(noun: int, inside: set[int], tree: Tree) -> Iterator[Draft]:
    for clause in tree.children[noun]:
        marks = [c for c in tree.children[clause] if tree.words[c] == "that" and tree.deps[c] == "mark"]
        content = [i for i in _below(clause, tree) if i in inside and i not in marks]
        if marks and tree.subjects(clause) and tree.words_in(content) >= LEAST_WORDS:
            owned = any(tree.deps[c] == "poss" or tree.words[c] in {"by", "from"} for c in tree.children[noun])
            if not owned:
                yield _draft(content, [noun], tree)


def _clause(verb: int, tree: Tree) -> list[int]:
    """A clause; one about a person or thing has its name in place of "who" or "which"."""
    below = [i for i in _below(verb, tree) if tree.parts[i] != "SCONJ" or tree.deps[i] != "mark"]
    relative = next((s for s in tree.subjects(verb) if tree.tags[s] in {"WP", "WDT"}), None)
    if relative is None or tree.deps[verb] != "relcl":
        return below
    noun = tree.heads[verb]
    first = min(
        [tree.left[c] for c in tree.children[noun] if tree.deps[c] in {"compound", "det", "amod", "nmod"}] + [noun]
    )
    return [*range(first, noun + 1), *(i for i in below if i != relative)]


def _passed_on(predicate: int, cue: list[int], cut: Sequence[int], tree: Tree) -> list[Draft]:
    """What is passed on: the clause with "that", or the infinitive with the subject of which it is said."""
    clause = next((c for c in tree.children[predicate] if tree.deps[c] == "ccomp" and tree.subjects(c)), None)
    if clause is not None:
        marks = {c for c in tree.children[clause] if tree.deps[c] == "mark"}
        return [_draft([i for i in _below(clause, tree) if i in cut and i not in marks], cue, tree)]
    infinitive = next((c for c in tree.children[predicate] if _is_infinitive(c, tree)), None)
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


def _is_infinitive(verb: int, tree: Tree) -> bool:
    """The parser hangs "to have called" in "was reported in May to have called" as it likes."""
    has_to = any(tree.words[c] == "to" and tree.deps[c] == "aux" for c in tree.children[verb])
    return tree.deps[verb] == "xcomp" or (tree.deps[verb] == "advcl" and has_to)


def _below(index: int, tree: Tree) -> range:
    return range(tree.left[index], tree.right[index] + 1)


def _draft(content: Sequence[int], cue: Sequence[int], tree: Tree) -> Draft:
    quoted = any(tree.quoted[i] for i in content)
    return Draft(tuple(content), (Voice((), tree.passages(cue)),), Form.MIXED if quoted else Form.INDIRECT)
