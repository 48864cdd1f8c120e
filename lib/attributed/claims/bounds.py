"""Where one speaker's words end and another's begin: at a cue of its own, a sentence, a paragraph."""

from collections.abc import Mapping, Sequence

from attributed.claims.drafts import Heard
from attributed.claims.tree import SINGLE, Tree
from attributed.claims.words import ClaimWords

FURTHEST = 5  # tokens: "reported on Sunday", ", just two days after"


def paragraphs(allowed: set[int], tree: Tree) -> dict[int, int]:
    """The number of each token's paragraph; what is no body between two does not count."""
    found: dict[int, int] = {}
    number, is_open = 0, False
    for index, word in enumerate(tree.words):
        if "\n" in word:
            number += is_open
            is_open = False
        elif index in allowed:
            found[index], is_open = number, True
    return found


def stay_near(one: Heard, paragraphs: Mapping[int, int]) -> None:
    """A quotation runs on from paragraph to paragraph; behind one that has none of it others may speak."""
    if not one.cue or not one.content:
        return
    inside = {paragraphs[i] for i in (*one.content, *one.cue) if i in paragraphs}
    last = first = paragraphs.get(min(one.cue), min(inside, default=0))
    while last + 1 in inside:
        last += 1
    while first - 1 in inside:
        first -= 1
    near = {i for i in one.content if first <= paragraphs.get(i, first) <= last}
    one.content = near or one.content


def leave_to_others(one: Heard, heard: Sequence[Heard], tree: Tree) -> None:
    """Behind a clause that closes its sentence, what others answer for with a cue of their own is theirs alone."""
    if not (one.source and one.cue and one.content) or min(one.content) > max(one.named):
        return
    stop = tree.sentences[tree.sentence[min(one.named)]][1]
    for other in heard:
        if other is not one and other.cue and min(other.cue) >= stop and other.content & one.content:
            one.content -= {i for i in one.content if i >= stop and tree.sentence[i] == tree.sentence[min(other.cue)]}


def leave_to_nearest(one: Heard, heard: Sequence[Heard], tree: Tree) -> None:
    """A sentence with a cue of its own is no part of what was said before it: "…,” she said"."""
    for other in heard:
        if other is one or not other.cue or not other.source or other.cue & one.content or not one.cue:
            continue
        number = tree.sentence[min(other.cue)]
        shared = {i for i in one.content & other.content if tree.sentence[i] == number}
        if shared and all(tree.sentence[i] != number for i in one.cue):
            one.content -= {i for i in one.content if tree.sentence[i] == number}


def leave_deeds(one: Heard, tree: Tree) -> None:
    """What somebody did besides saying it, by the tenses: "said he is no foe and praised the deal"."""
    for verb in (i for i in one.cue if tree.tags[i] == "VBD"):
        for clause in (c for c in tree.children[verb] if tree.deps[c] == "ccomp" and c in one.content and c > verb):
            present = [i for i in (clause, *tree.children[clause]) if i <= clause and tree.tags[i] in {"VBZ", "VBP"}]
            for deed in (c for c in tree.children[clause] if present and tree.deps[c] == "conj"):
                joint = next((i for i in range(deed - 1, clause, -1) if tree.deps[i] == "cc"), deed)
                if tree.tags[deed] == "VBD" and not tree.subjects(deed) and not tree.quoted[deed]:
                    one.content -= set(range(joint, tree.right[deed] + 1))


def leave_to_sequel(one: Heard, heard: Sequence[Heard], tree: Tree, words: ClaimWords) -> None:
    """What the same speaker goes on to say is a claim of its own: "said it was over, telling members that …"."""
    for other in heard:
        verb = min(other.cue, default=0)
        reaches = verb in one.content or (one.content & other.content and min(one.content) < verb)
        goes_on = other is not one and reaches and one.source & other.source and not one.cue & other.cue
        joint = verb - 1 - (tree.words[verb - 1] in words.clauses["members"])  # ", including saying"
        if goes_on and tree.tags[verb] == "VBG" and tree.words[joint] == ",":
            one.content -= {i for i in one.content if i >= joint and tree.sentence[i] == tree.sentence[verb]}


def stay_in_sentence(one: Heard, tree: Tree) -> None:
    """Somebody quoted inside a quotation says no more than the sentence: "“China said it would. It is late.”"."""
    if not one.cue or not all(tree.quoted[i] for i in one.cue):
        return
    number = tree.sentence[min(one.cue)]
    here = {i for i in one.content if tree.sentence[i] == number}
    first = min(here, default=0)
    if tree.words_in(here) and not SINGLE.intersection(tree.words[max(first - 1, 0) : first + 1]):
        one.content = here


def background(verb: int, tree: Tree, words: ClaimWords) -> int:
    """Where the writer goes on behind a clause of speech, ", hours after a fire broke out"; else its sentence's end."""
    stop = tree.sentences[tree.sentence[verb]][1]
    comma = next((i for i in range(verb + 1, min(verb + FURTHEST, stop)) if tree.words[i] == ","), stop)
    mark = comma + 1
    while mark < min(comma + FURTHEST, stop) and tree.parts[mark] in {"NOUN", "DET", "NUM", "ADV"}:
        mark += 1
    if mark >= stop or tree.words[mark] not in words.clauses["background"] or tree.deps[mark] != "mark":
        return stop
    told = tree.heads[mark]
    # "as if he knew", "while his plan is “a dead letter”" are the speaker's
    is_fancied = any(tree.words[c] in words.firmness["conditional_marks"] for c in tree.children[told])
    is_quoted = any(tree.quoted[mark : tree.right[told] + 1]) and tree.lemmas[told] not in words.inside["verbs"]
    return comma if tree.is_finite(told) and not (is_fancied or is_quoted) else stop


def leave_background(one: Heard, tree: Tree, words: ClaimWords) -> None:
    """What stands before a closing clause of speech is said in it, not what the writer adds behind it."""
    if not (one.source and one.cue and one.content) or min(one.content) > min(one.named):
        return
    verb = max(one.cue)
    start, stop = background(verb, tree, words), tree.sentences[tree.sentence[verb]][1]
    one.content -= set(range(start, stop))


def leave_when_said(one: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> None:
    """A clause behind ", he said" tells when it was said: "It knew, he said after the minister left"."""
    verb = max(one.cue, default=-1)
    first = min((i for i in one.content if tree.is_word(i)), default=-1)
    if first < verb or verb < 0 or tree.words[first] not in words.clauses["while"] or tree.quoted[first]:
        return
    clauses = [c for c in tree.children[verb] if tree.deps[c] == "ccomp" and c < min(one.named)]
    before = {i for c in clauses for i in range(tree.left[c], tree.right[c] + 1) if i in allowed}
    if before and max(before) < min(one.named):
        one.content = before
