"""Cuts a stretch of text into single claims: sentence by sentence, then clause by clause."""

from collections.abc import Iterable, Sequence

from attributed.claims.hedges import firmness_at
from attributed.claims.tree import CLOSING, MARKS, OPENING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords

ENDS = frozenset(".!?…\n") | CLOSING | {STRAIGHT}
HOURS = frozenset({"a.m.", "p.m."})  # the parser ends a sentence here: "at 10 a.m. Tokyo time"
LEAST_WORDS = 3  # a shorter piece is no claim of its own
LEAST_CONSEQUENCE = 6  # ", raising fears that ...": shorter ones are manner, not news


def pieces(tokens: Sequence[int], tree: Tree, words: ClaimWords) -> list[list[int]]:
    """Sorted token indexes cut into claims, in order; every piece keeps the indexes it had."""
    cut = (piece for sentence in _by_sentence(tokens, tree) for piece in _by_clause(sentence, tree, words))
    return [without_joints(piece, tree) for piece in cut]


def without_joints(piece: list[int], tree: Tree) -> list[int]:
    """Leaves out the "that" before a clause and the "but" behind it, which join it to something else."""
    first, last = 0, len(piece)
    while last > 0 and (_is_comma(piece[last - 1], tree) or _is_left_over(piece[last - 1], tree)):
        last -= 1
    while first < last and _is_comma(piece[first], tree):
        first += 1
    if (
        first < last
        and tree.words[piece[first]] == "that"
        and {tree.tags[piece[first]], tree.deps[piece[first]]} & {"IN", "mark"}
    ):
        first += 1
    return piece[first:last]


def _is_left_over(index: int, tree: Tree) -> bool:
    """A word that opens what has been cut away: "but", "when", "of", "the"."""
    if tree.tags[index] == "DT":
        return tree.deps[index] == "det" and tree.words[index] != "all"
    if tree.tags[index] in {"CC", "WRB", "WDT", "WP"} or tree.parts[index] == "SCONJ":
        return tree.deps[index] in {"cc", "mark", "advmod", "nsubj", "dobj", "pobj", "prep"}
    return tree.deps[index] == "prep"


def _is_comma(index: int, tree: Tree) -> bool:
    return not tree.is_word(index) and tree.words[index] not in MARKS


def _by_sentence(tokens: Sequence[int], tree: Tree) -> list[list[int]]:
    """One list a sentence; questions and scraps stay with the sentence before, which they carry on."""
    found: list[list[int]] = []
    for number in dict.fromkeys(tree.sentence[index] for index in tokens):
        part = [index for index in tokens if tree.sentence[index] == number]
        is_rest = tree.words_in(part) < LEAST_WORDS or _is_question(part, tree) or _is_bracketed(part[0], tree)
        is_rest |= tree.parts[part[0]] == "PROPN" and tree.words[part[0] - 1] in HOURS
        if found and is_rest:
            found[-1] += part
        else:
            found += _by_colon(part, tree)
    return found


def _by_colon(part: list[int], tree: Tree) -> list[list[int]]:
    """Cut between two quotations that a speaker and a colon part: "“True,” Lee said: “It was done.”"."""
    cut = next((n for n in range(1, len(part)) if part[n] > part[n - 1] + 1 and _opens_quotation(part[n], tree)), 0)
    return [part[:cut], part[cut:]] if cut and tree.quoted[part[cut - 1]] else [part]


def _opens_quotation(index: int, tree: Tree) -> bool:
    return tree.words[index] in OPENING | {STRAIGHT} and tree.words[index - 1] == ":"


def _is_bracketed(first: int, tree: Tree) -> bool:
    """Whether the parser began a sentence at a word put in: "of the firm [Lee Corp.] and the bank"."""
    return tree.words[first] == "[" and first > 0 and tree.words[first - 1] not in ENDS


def _is_question(part: Sequence[int], tree: Tree) -> bool:
    return any(tree.words[index] == "?" for index in part[-3:])


def _by_clause(part: list[int], tree: Tree, words: ClaimWords) -> list[list[int]]:
    """Cuts where a second assertion begins; a cut that would leave a scrap is not made."""
    inside = set(part)
    tops = _predicates(part, inside, tree)
    cuts = sorted(cut for top in tops for cut in _cuts(top, inside, tree, words))
    found: list[list[int]] = [[]]
    for index in part:
        if cuts and index >= cuts[0]:
            cuts.pop(0)
            if tree.words_in(found[-1]) >= LEAST_WORDS:
                found.append([])
        found[-1].append(index)
    if len(found) > 1 and tree.words_in(found[-1]) < LEAST_WORDS:
        scrap = found.pop()
        found[-1] += scrap
    return found


def _predicates(part: Sequence[int], inside: set[int], tree: Tree) -> list[int]:
    """The verbs on which a stretch hangs, with those coordinated to them."""
    found = [top for top in tree.tops(part) if tree.parts[top] in {"VERB", "AUX"}]
    for verb in found:  # grows while it is read: a chain of conjuncts
        found += [child for child in tree.children[verb] if tree.deps[child] == "conj" and child in inside]
    return found


def _cuts(top: int, inside: set[int], tree: Tree, words: ClaimWords) -> Iterable[int]:
    for child in tree.children[top]:
        if child not in inside:
            continue
        if (
            tree.deps[child] == "conj"
            and _stands_alone(child, tree, words)
            and _is_firmer(child, top, inside, tree, words)
        ):
            yield _clause_start(child, top, tree)
        elif (
            tree.deps[child] in {"ccomp", "parataxis"}
            and _is_spliced(child, top, tree, words)
            and _is_firmer(child, top, inside, tree, words)
        ):
            yield tree.right[child] + 1 if child < top else tree.left[child]
        elif tree.deps[child] == "advcl" and child < top and _is_fronted_reason(child, top, tree, words):
            yield tree.right[child] + 1
        elif tree.deps[child] in {"advcl", "acl"} and child > top and _is_unsure_consequence(child, tree, words):
            yield tree.left[child]


def _is_unsure_consequence(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether what came of something is only feared or supposed: ", raising fears that he may fall"."""
    if not is_consequence(verb, tree, words):
        return False
    unsure = words.firmness["possible"] | words.firmness["possible_modals"] | words.firmness["probable"]
    below = range(verb, tree.right[verb] + 1)
    return any({tree.lemmas[i], tree.words[i]} & (unsure | words.inside["fear"]) for i in below)


def _stands_alone(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a conjunct has a subject of its own; "but they were trying" leans on the clause before."""
    subjects = tree.subjects(verb)
    own = [subject for subject in subjects if tree.words[subject] not in words.clauses["leaning"]]
    return (bool(own) and tree.is_finite(verb)) or (not subjects and _may_be(verb, tree, words))


def _may_be(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a conjunct behind a comma only says what may be: "…, and may have fled"."""
    start = tree.left[verb]
    is_open = any(
        tree.words[c] in words.firmness["possible_modals"] for c in tree.children[verb] if tree.deps[c] == "aux"
    )
    return is_open and tree.words[start - 1] in words.clauses["coordinators"] and tree.words[start - 2] == ","


def _is_firmer(child: int, top: int, inside: set[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether one of two clauses is firmer than the other, or denied; equals stay one claim, as they stand printed."""
    return firmness_at(child, inside, tree, words) != firmness_at(top, inside, tree, words)


def _clause_start(verb: int, top: int, tree: Tree) -> int:
    """Where a conjunct begins: behind its coordinator, which says nothing by itself."""
    coordinator = next((c for c in tree.children[top] if tree.deps[c] == "cc" and top < c < verb), None)
    start = tree.left[verb]
    return min(start, coordinator) if coordinator is not None and coordinator > start else start


def _is_spliced(child: int, top: int, tree: Tree, words: ClaimWords) -> bool:
    """Two main clauses with no more than a comma between them: "It may work, it will cost"."""
    if not tree.subjects(child) or not tree.subjects(top):
        return False
    if {tree.lemmas[top], tree.lemmas[child]} & words.inside["verbs"]:
        return False
    behind = [c for c in tree.children[top] if c > child]  # "that" of "…, that if it fails, we will"
    if any(tree.deps[mark] == "mark" for mark in (*tree.children[child], *behind)):
        return False
    first, second = sorted((child, top))
    edge = tree.right[first] if first == child else tree.left[second] - 1
    return (
        tree.is_finite(child)
        and tree.is_finite(top)
        and any(tree.words[i] in {",", ";"} for i in range(max(edge - 1, 0), min(edge + 3, len(tree.words))))
        and (child < top or tree.left[child] > top)
        and (child > top or tree.subjects(top)[0] > tree.right[child])
    )


def _is_fronted_reason(child: int, top: int, tree: Tree, words: ClaimWords) -> bool:
    marks = [tree.words[c] for c in tree.children[child] if tree.deps[c] == "mark"]
    subjects = tree.subjects(top)
    return (
        any(mark in words.clauses["fronted"] for mark in marks)
        and bool(subjects)
        and tree.right[child] < tree.left[subjects[0]]
        and tree.is_finite(child)
    )


def is_consequence(child: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a participle behind a comma tells what came of the clause before: ", raising fears that ..."."""
    before = tree.left[child] - 1
    return (
        tree.tags[child] == "VBG"
        and tree.left[child] == child
        and before >= 0
        and any(tree.words[i] == "," for i in (before, before - 1))
        and tree.lemmas[child] not in words.inside["verbs"]
        and any(tree.deps[c] in {"dobj", "ccomp"} for c in tree.children[child])
        and tree.words_in(range(child, tree.right[child] + 1)) >= LEAST_CONSEQUENCE
    )
