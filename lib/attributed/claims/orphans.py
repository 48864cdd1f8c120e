"""Quotations without a cue: they go on with what somebody said in the same paragraph or the one before."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Heard
from attributed.claims.heard import can_speak
from attributed.claims.tree import CLOSING, OPENING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords

LEAST_WORDS = 4
LONGEST_LABEL = 8  # tokens of a speaker in a transcript


def orphans(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Quotations without a cue: behind a colon, or going on with the speaker of the same or the last paragraph."""
    taken = {i for one in heard for i in (*one.content, *one.named)}
    quoting = sorted(
        (one for one in heard if any(tree.quoted[i] for i in one.content)), key=lambda one: min(one.cue or one.content)
    )
    # a picture between two paragraphs parts no quotation
    paragraphs = [paragraph for paragraph in _paragraphs(tree) if not allowed.isdisjoint(paragraph)]
    carried: list[Heard] = []  # who spoke in a paragraph before that was all quotation and goes on
    for number, paragraph in enumerate(paragraphs):
        free = [i for i in paragraph if i in allowed and i not in taken and tree.quoted[i]]
        here = [one for one in quoting if one.cue & set(paragraph)]
        if not here and number and _is_all_quoted(paragraph, tree):
            before = sorted((one for one in heard if one.source and one.cue), key=lambda one: min(one.cue))
            here = [one for one in before if one.cue & set(paragraphs[number - 1])][-1:] or carried
        carried = here if free and _is_all_quoted(paragraph, tree) and not _is_closed(paragraph, tree) else []
        for run in _runs(free):
            if (announced := _announced(run, allowed - taken, tree, words)) is not None:
                yield announced
                carried = carried or [announced]
            elif (begun := _begun(run, heard, tree)) is not None:
                yield Heard(begun.source, begun.cue, set(run))
            elif here and tree.words_in(run) >= LEAST_WORDS and tree.words[run[0]] in {*OPENING, STRAIGHT}:
                before = [one for one in here if min(one.cue) < run[0]]
                speaker = before[-1] if before else here[0]
                yield Heard(speaker.source, speaker.cue, set(run))


def _begun(run: Sequence[int], heard: Sequence[Heard], tree: Tree) -> Heard | None:
    """Who said the beginning of a quotation that goes on here: "tweeting, “It is sad. They took it.”"."""
    before = run[0] - 1
    if tree.words[run[0]] in OPENING or not tree.quoted[before] or tree.words_in(run) < LEAST_WORDS:
        return None
    return next((one for one in heard if before in one.content and one.cue), None)


def _announced(run: Sequence[int], free: set[int], tree: Tree, words: ClaimWords) -> Heard | None:
    """A quotation behind a colon, said by the subject of what stands before it: "The envoy was blunt: “…”"."""
    colon = run[0] - 1
    while colon > 0 and tree.parts[colon] == "SPACE":
        colon -= 1
    if colon < 0 or tree.words[colon] != ":" or tree.words_in(run) < LEAST_WORDS:
        return None
    before = range(tree.sentences[tree.sentence[colon]][0], colon)
    if colon + 1 < run[0] and not _announces(before, tree, words):
        return None
    if before and len(before) <= LONGEST_LABEL and not any(tree.parts[i] in {"VERB", "AUX"} for i in before):
        source = {i for i in before if tree.is_word(i) and i in free}  # "Radio host: “…”"
        is_alone = "\n" in tree.text[tree.ends[before[0] - 1] : tree.starts[before[0]]] or not tree.starts[before[0]]
        return Heard(source, set(), set(run)) if source and is_alone and can_speak(source, tree, words) else None
    for subject in (i for i in before if tree.deps[i] in {"nsubj", "nsubjpass"} and i in free):
        verb = tree.heads[subject]
        source = {i for i in range(tree.left[subject], tree.right[subject] + 1) if i in free}
        if verb in before and verb in free and tree.is_finite(verb) and can_speak(source, tree, words):
            return Heard(source, {verb}, set(run))
        return None
    return None


def _announces(before: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a quotation may follow as a paragraph of its own: "The embassy released a statement:"."""
    saying = words.speech | words.relaying["carry"] | words.documents["carriers"]
    return any(tree.lemmas[i] in saying for i in before)


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


def _is_closed(paragraph: Sequence[int], tree: Tree) -> bool:
    """Whether a paragraph ends with the end of a quotation."""
    return tree.words[paragraph[-1]] in {*CLOSING, STRAIGHT}
