"""How far an attribution reaches: whole clauses, whole sentences before ", KCNA reported", quotations that run on."""

from collections.abc import Iterator, Sequence

from attributed.claims.heard import Heard
from attributed.claims.tree import CLOSING, FINITE, OPENING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords

LONGEST_SPEAKER = 12  # tokens of a speaker in a clause that closes a sentence
ENOUGH_OF_CLAUSE = 0.4
LEAST_ORPHAN = 4  # words


def set_right(heard: list[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> list[Heard]:
    """The same attributions, each with the whole of what it answers for, and those that were overlooked."""
    found = [*heard, *_closing_clauses(heard, allowed, tree, words)]
    for one in found:
        _complete(one, allowed, tree)
        one.content -= _manner(one, tree, words)
    for last in found:
        if last.source and _closes_sentence(last, tree):
            _take_sentence(last, allowed, tree)
            for other in found:
                if other is not last:
                    _give_way(other, last, allowed, tree)
    return [one for one in [*found, *_orphans(found, allowed, tree)] if tree.words_in(one.content)]


def _complete(one: Heard, allowed: set[int], tree: Tree) -> None:
    """A content that holds a good part of the clause under its cue holds all of it."""
    for verb in one.cue:
        for child in tree.children[verb]:
            if tree.deps[child] != "ccomp":
                continue
            clause = {i for i in range(tree.left[child], tree.right[child] + 1) if i in allowed} - one.named
            if clause and len(clause & one.content) >= ENOUGH_OF_CLAUSE * len(clause):
                one.content |= clause


def _manner(one: Heard, tree: Tree, words: ClaimWords) -> set[int]:
    """What tells only to whom and how it was said: "told RFA", "speaking on condition of anonymity"."""
    found: set[int] = set()
    for verb in one.cue:
        for child in tree.children[verb]:
            speaks = tree.tags[child] == "VBG" and tree.lemmas[child] in words.collecting["speak"]
            hears = tree.deps[child] in {"dobj", "dative"} and tree.lemmas[verb] in words.collecting["tell"]
            if (speaks or hears) and not tree.quoted[child]:
                found |= set(range(tree.left[child], tree.right[child] + 1))
    return found if tree.words_in(one.content - found) else set()


def _closing_clauses(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Short clauses of speech at a sentence's end that no attribution has: "…, KCNA reported."."""
    known = {i for one in heard for i in one.cue}
    for start, stop in tree.sentences:
        spoken = [i for i in range(start, stop) if tree.is_word(i)]
        if not spoken or spoken[-1] in known or spoken[-1] not in allowed or tree.quoted[spoken[-1]]:
            continue
        verb = spoken[-1]
        if tree.tags[verb] not in FINITE or tree.lemmas[verb] not in words.inside["verbs"]:
            continue
        first = verb
        while first > start and tree.is_word(first - 1) and verb - first < LONGEST_SPEAKER:
            first -= 1
        speaker = set(range(first, verb))
        content = {i for i in range(start, first) if i in allowed}
        if speaker and first - 1 > start and _opens_clause(first, tree) and tree.words_in(content):
            yield Heard(speaker, {verb}, content)


def _opens_clause(first: int, tree: Tree) -> bool:
    return bool({tree.words[i] for i in range(max(first - 2, 0), first)} & {",", STRAIGHT, *CLOSING})


def _closes_sentence(last: Heard, tree: Tree) -> bool:
    """Whether source and cue are a short clause behind a comma or a quotation that ends the sentence."""
    first, end = min(last.named), max(last.named)
    stop = tree.sentences[tree.sentence[first]][1]
    return (
        tree.sentence[first] == tree.sentence[end]
        and max(last.content) < first
        and tree.words_in(range(end + 1, stop)) == 0
        and _opens_clause(first, tree)
    )


def _take_sentence(last: Heard, allowed: set[int], tree: Tree) -> None:
    """A closing clause that answers for a good part of its sentence answers for all of it."""
    first = min(last.named)
    before = allowed.intersection(range(tree.sentences[tree.sentence[first]][0], first))
    if len(before & last.content) >= ENOUGH_OF_CLAUSE * len(before):
        last.content |= before


def _give_way(other: Heard, last: Heard, allowed: set[int], tree: Tree) -> None:
    """In "Kim said it was bad, KCNA reported" all of Kim's sentence is KCNA's, and KCNA is no part of Kim's words."""
    number = tree.sentence[min(last.named)]
    if not other.cue or tree.sentence[min(other.cue)] != number or not other.content & (last.content | last.named):
        return
    if max(other.cue) > min(last.named) or any(tree.quoted[i] for i in other.cue):
        return
    other.content -= set(range(min(last.named), max(last.named) + 1))
    last.content |= allowed.intersection(range(tree.sentences[number][0], min(last.named)))


def _orphans(heard: Sequence[Heard], allowed: set[int], tree: Tree) -> Iterator[Heard]:
    """Quotations without a cue: they go on with what the speaker of the same or the last paragraph said."""
    taken = {i for one in heard for i in (*one.content, *one.named)}
    quoting = sorted(
        (one for one in heard if any(tree.quoted[i] for i in one.content)), key=lambda one: min(one.cue or one.content)
    )
    paragraphs = _paragraphs(tree)
    for number, paragraph in enumerate(paragraphs):
        free = [i for i in paragraph if i in allowed and i not in taken and tree.quoted[i]]
        here = [one for one in quoting if one.cue & set(paragraph)]
        if not here and number and _is_all_quoted(paragraph, tree):
            here = [one for one in quoting if one.cue & set(paragraphs[number - 1])][-1:]
        for run in _runs(free):
            if here and tree.words_in(run) >= LEAST_ORPHAN and tree.words[run[0]] in {*OPENING, STRAIGHT}:
                before = [one for one in here if min(one.cue) < run[0]]
                speaker = before[-1] if before else here[0]
                yield Heard(speaker.source, speaker.cue, set(run))


def _runs(tokens: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for index in tokens:
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _paragraphs(tree: Tree) -> list[list[int]]:
    """Tokens by paragraph, blank ones left out."""
    found: list[list[int]] = [[]]
    for index, word in enumerate(tree.words):
        if "\n" in word:
            found.append([])
        else:
            found[-1].append(index)
    return [paragraph for paragraph in found if tree.words_in(paragraph)]


def _is_all_quoted(paragraph: Sequence[int], tree: Tree) -> bool:
    return all(tree.quoted[i] for i in paragraph if tree.is_word(i))
