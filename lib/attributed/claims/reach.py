"""How far an attribution reaches: whole clauses, whole sentences before ", KCNA reported", quotations that run on."""

from collections.abc import Iterator, Sequence

from attributed.claims.heard import Heard
from attributed.claims.nouns import said_by_nouns
from attributed.claims.splitting import is_consequence
from attributed.claims.tree import CLOSING, FINITE, OPENING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords

LONGEST_SPEAKER = 12  # tokens of a speaker in a clause that closes a sentence
ENOUGH_OF_CLAUSE = 0.4
ENOUGH_OF_SENTENCE = 0.25
LEAST_ORPHAN = 4  # words
CIRCUMSTANCES = frozenset({"advcl", "prep", "npadvmod", "advmod", "punct"})


def set_right(heard: list[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> list[Heard]:
    """The same attributions, each with the whole of what it answers for, and those that were overlooked."""
    for one in heard:
        _turn_back(one, heard, allowed, tree)
        _leave_to_others(one, heard, tree)
    found = [*heard, *_closing_clauses(heard, allowed, tree, words)]
    found += said_by_nouns(found, allowed, tree, words)
    for one in found:
        _complete(one, allowed, tree)
        _open_up(one, allowed, tree)
        one.content -= _manner(one, tree, words)
    for last in found:
        speaks = any({tree.lemmas[i], tree.words[i]} & words.speech for i in last.cue)
        if last.source and last.content and speaks and _closes_sentence(last, tree):
            _take_sentence(last, allowed, tree)
            for other in found:
                if other is not last:
                    _give_way(other, last, allowed, tree)
    return [one for one in [*found, *_orphans(found, allowed, tree)] if tree.words_in(one.content)]


def _leave_to_others(one: Heard, heard: Sequence[Heard], tree: Tree) -> None:
    """Behind a clause that closes its sentence, what others answer for with a cue of their own is theirs alone."""
    if not (one.source and one.cue and one.content) or min(one.content) > max(one.named):
        return
    stop = tree.sentences[tree.sentence[min(one.named)]][1]
    for other in heard:
        if other is not one and other.cue and min(other.cue) >= stop and other.content & one.content:
            one.content -= {i for i in one.content if i >= stop and tree.sentence[i] == tree.sentence[min(other.cue)]}


def _turn_back(one: Heard, heard: Sequence[Heard], allowed: set[int], tree: Tree) -> None:
    """A clause that closes its sentence answers for what stands before it: "It left, she said. “He is well.”"."""
    if not (one.source and one.cue and one.content) or min(one.content) < max(one.named):
        return
    first = min(one.named)
    start, stop = tree.sentences[tree.sentence[first]]
    before = allowed.intersection(range(start, first))
    if min(one.content) < stop or not _is_last(max(one.cue), stop, tree) or not _opens_clause(first, tree):
        return
    if any(before & other.content for other in heard if other is not one):
        return
    if any(tree.tags[i] in FINITE for i in before):
        others = {i for other in heard if other is not one for i in (*other.content, *other.named)}
        one.content = before | (one.content - others if not one.content & others else set())


def _open_up(one: Heard, allowed: set[int], tree: Tree) -> None:
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
    """What tells only to whom, how and to what effect it was said: "told RFA", "speaking on background"."""
    found: set[int] = set()
    for verb in one.cue:
        for child in tree.children[verb]:
            speaks = tree.tags[child] == "VBG" and tree.lemmas[child] in words.collecting["speak"]
            hears = tree.deps[child] in {"dobj", "dative"} and tree.lemmas[verb] in words.collecting["tell"]
            follows = child > verb and tree.deps[child] == "advcl" and is_consequence(child, tree, words)
            if (speaks or hears or follows) and not tree.quoted[child]:
                found |= set(range(tree.left[child], tree.right[child] + 1))
    return found if tree.words_in(one.content - found) else set()


def _closing_clauses(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Clauses of speech that close a sentence and that no attribution has: "…, KCNA reported on Friday."."""
    known = {i for one in heard for i in one.cue}
    for verb in sorted(allowed - known):
        if tree.lemmas[verb] not in words.inside["verbs"] or tree.tags[verb] not in FINITE or tree.quoted[verb]:
            continue
        start, stop = tree.sentences[tree.sentence[verb]]
        first = _speaker_start(verb, start, tree)
        content = {i for i in range(start, first) if i in allowed}
        if (
            first < verb
            and _is_last(verb, stop, tree)
            and _opens_clause(first, tree)
            and any(tree.tags[i] in FINITE for i in content)
        ):
            yield Heard(set(range(first, verb)), {verb}, content)


def _speaker_start(verb: int, start: int, tree: Tree) -> int:
    """Where the subject before a verb begins; without one, where the words right before it do."""
    subject = next((s for s in tree.subjects(verb) if tree.deps[s] == "nsubj" and s < verb), None)
    if subject is not None:
        return tree.left[subject]
    first = verb
    while first > start and tree.is_word(first - 1) and verb - first < LONGEST_SPEAKER:
        first -= 1
    return first


def _is_last(verb: int, stop: int, tree: Tree) -> bool:
    """Whether nothing follows a verb but when and on whose word it was said."""
    behind = [c for c in tree.children[verb] if c > verb]
    end = max([verb, *(tree.right[c] for c in behind)])
    return tree.words_in(range(end + 1, stop)) == 0 and all(tree.deps[c] in CIRCUMSTANCES for c in behind)


def _opens_clause(first: int, tree: Tree) -> bool:
    return bool({tree.words[i] for i in range(max(first - 2, 0), first)} & {",", STRAIGHT, *CLOSING})


def _closes_sentence(last: Heard, tree: Tree) -> bool:
    """Whether source and cue are a short clause behind a comma or a quotation that ends the sentence."""
    first, end = min(last.named), max(last.named)
    stop = tree.sentences[tree.sentence[first]][1]
    return (
        tree.sentence[first] == tree.sentence[end]
        and max(last.content) < first
        and _is_last(max(last.cue, default=end), stop, tree)
        and _opens_clause(first, tree)
    )


def _take_sentence(last: Heard, allowed: set[int], tree: Tree) -> None:
    """A closing clause that answers for a good part of its sentence answers for all of it."""
    first = min(last.named)
    before = allowed.intersection(range(tree.sentences[tree.sentence[first]][0], first))
    if len(before & last.content) >= ENOUGH_OF_SENTENCE * len(before):
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
