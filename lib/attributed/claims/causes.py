"""What a claim says outright of one thing leading to another: "led to", "was caused by", "because of"."""

from collections.abc import Iterator, Sequence

from attributed.claims.affected import meant
from attributed.claims.drafts import Draft
from attributed.claims.tree import Tree
from attributed.claims.wordlists import cause_words
from attributed.model import Cause, Passage

OBJECTS = frozenset({"pobj", "pcomp"})
LONGEST_PHRASE = 4


def causes_in(draft: Draft, tree: Tree) -> tuple[Cause, ...]:
    """The causal statements of a claim, in the order of their cues; none where a side is not told in the claim."""
    inside = set(draft.tokens)
    lists = cause_words()
    verbs = lists.verbs.forward | lists.verbs.forward_with.keys() | lists.verbs.backward_with.keys()
    first = {phrase.split()[0] for phrase in lists.phrases["before_noun"]}
    found: list[Cause] = []
    for index in draft.tokens:
        if tree.lemmas[index] in verbs and tree.parts[index] == "VERB" and not _is_denied(index, tree):
            found += _by_verb(index, inside, tree)
        elif tree.words[index] in first:
            found += _by_phrase(index, inside, tree)
        if tree.words[index] in lists.phrases["before_clause"] and tree.deps[index] == "mark":
            found += _by_clause(index, inside, tree)
    return tuple(found)


def _is_denied(token: int, tree: Tree) -> bool:
    return any(tree.deps[c] == "neg" for c in tree.children[token])


def _by_verb(verb: int, inside: set[int], tree: Tree) -> Iterator[Cause]:
    lists = cause_words().verbs
    lemma = tree.lemmas[verb]
    cue, objects, is_backward = [verb], list[int](), False
    if lemma in lists.forward:
        objects = [c for c in tree.children[verb] if tree.deps[c] in {"dobj", "ccomp"}]
        by = [c for c in tree.children[verb] if tree.deps[c] == "agent" or tree.words[c] == "by"]
        if by and not objects:
            objects, is_backward = _below(by[0], tree), True
            cue.append(by[0])
    for table, backward in ((lists.forward_with, False), (lists.backward_with, True)):
        preposition = next((c for c in tree.children[verb] if tree.words[c] == table.get(lemma) and c > verb), None)
        has_object = any(tree.deps[c] == "dobj" for c in tree.children[verb])  # "led the delegation to the capital"
        if preposition is not None and not has_object:
            cue, objects, is_backward = ([verb, preposition], _below(preposition, tree), backward)
    first = _subject(verb, tree)
    if not objects or not first or any(tree.lemmas[noun] in lists.never for noun in objects):
        return
    second = [i for noun in objects for i in range(tree.left[noun], tree.right[noun] + 1)]
    sides = (second, first) if is_backward else (first, second)
    yield from _made(*sides, cue, inside, tree)


def _below(preposition: int, tree: Tree) -> list[int]:
    return [c for c in tree.children[preposition] if tree.deps[c] in OBJECTS]


def _subject(verb: int, tree: Tree) -> list[int]:
    """What does the leading: the subject, who "which" stands for, else the clause that a participle closes."""
    subjects = tree.subjects(verb)
    above = verb
    while not subjects and tree.deps[above] in {"conj", "xcomp"}:
        above = tree.heads[above]
        subjects = tree.subjects(above)
    if subjects:
        noun = meant(subjects[0], above, tree)
        stop = above if noun != subjects[0] else tree.right[noun] + 1
        return [
            i
            for i in range(tree.left[noun], min(tree.right[noun] + 1, stop))
            if i < tree.left[above] or noun == subjects[0]
        ]
    if tree.tags[verb] == "VBG" and tree.deps[verb] in {"advcl", "acl"}:
        head = tree.heads[verb]
        own = range(tree.left[verb], tree.right[verb] + 1)
        return [i for i in range(tree.left[head], tree.right[head] + 1) if i not in own]
    return []


def _by_phrase(index: int, inside: set[int], tree: Tree) -> Iterator[Cause]:
    """As in "because of the flood": the clause on which the phrase hangs is the effect."""
    for length in range(LONGEST_PHRASE, 1, -1):
        words = " ".join(tree.words[index : index + length])
        if words in cause_words().phrases["before_noun"]:
            cue = list(range(index, index + length))
            break
    else:
        return
    top = next((i for i in cue if tree.heads[i] not in cue), cue[0])
    head = tree.heads[top]
    below = range(tree.left[top], tree.right[top] + 1)
    cause = [i for i in below if i > cue[-1]]
    effect = [i for i in range(tree.left[head], tree.right[head] + 1) if i not in below]
    yield from _made(cause, effect, cue, inside, tree)


def _by_clause(mark: int, inside: set[int], tree: Tree) -> Iterator[Cause]:
    clause = tree.heads[mark]
    head = tree.heads[clause]
    below = range(tree.left[clause], tree.right[clause] + 1)
    if head == clause or any(tree.deps[c] == "neg" and c == mark - 1 for c in tree.children[clause]):
        return
    effect = [i for i in range(tree.left[head], tree.right[head] + 1) if i not in below]
    yield from _made([i for i in below if i > mark], effect, [mark], inside, tree)


def _made(
    cause: Sequence[int], effect: Sequence[int], cue: Sequence[int], inside: set[int], tree: Tree
) -> Iterator[Cause]:
    sides = [_longest([i for i in side if i in inside and i not in cue], tree) for side in (cause, effect)]
    if sides[0] is not None and sides[1] is not None:
        yield Cause(sides[0], sides[1], Passage(tree.starts[cue[0]], tree.ends[cue[-1]]))


def _longest(tokens: Sequence[int], tree: Tree) -> Passage | None:
    """One passage for one side: of a clause that the other side parts in two the longer piece."""
    return max(tree.passages(tokens), key=lambda passage: passage.end - passage.start, default=None)
