"""Clauses of speech that no attribution has, though the grammar shows who says what in them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attributed.claims.bounds import background
from attributed.claims.drafts import Heard, Voice
from attributed.claims.heard import MYSELF, can_speak, is_unsaid, names_only
from attributed.claims.speaker import UNNAMED
from attributed.claims.tree import CLOSING, FINITE, STRAIGHT, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Passage

LONGEST_SPEAKER = 12  # tokens of a speaker in a clause that closes a sentence
HEARERS = frozenset({"dobj", "dative", "iobj"})
CIRCUMSTANCES = frozenset({"advcl", "prep", "npadvmod", "advmod", "punct", "prt"})


def closing_clauses(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Clauses of speech that close a sentence and that no attribution has: "…, KCNA reported on Friday."."""
    known = {i for one in heard for i in one.cue}
    for verb in sorted(allowed - known):
        if tree.tags[verb] not in FINITE or tree.quoted[verb]:
            continue
        start, stop = tree.sentences[tree.sentence[verb]][0], background(verb, tree, words)
        first = _speaker_start(verb, start, tree)
        if not (_speaks(verb, tree, words) or _follows_quotation(first, start, tree)):
            continue
        content = {i for i in range(start, first) if i in allowed}
        if (
            any(tree.parts[i] in {"NOUN", "PROPN", "PRON"} for i in range(first, verb))
            and is_last(verb, stop, tree, words)
            and opens_clause(first, tree)
            and any(tree.tags[i] in FINITE for i in content)
        ):
            yield Heard(set(range(first, verb)), {verb}, content)
    yield from _closed_by_names(allowed - known, tree, words)
    yield from _turned_round(allowed - known, tree, words)


def _turned_round(free: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Such clauses in which the verb stands before its speaker: "…, said the envoy, who knows him well."."""
    for verb in sorted(i for i in free if tree.tags[i] in FINITE and tree.lemmas[i] in words.inside["verbs"]):
        start, stop = tree.sentences[tree.sentence[verb]]
        speaker = next((s for s in tree.subjects(verb) if s > verb), None)
        content = {i for i in range(start, verb) if i in free}
        if speaker is None or tree.quoted[verb] or not any(tree.tags[i] in FINITE for i in content):
            continue
        source = {i for i in range(tree.left[speaker], tree.right[speaker] + 1) if i in free}
        closes = tree.words_in(range(max(source, default=stop) + 1, stop)) == 0
        if closes and opens_clause(verb, tree) and can_speak(source, tree, words):
            yield Heard(source, {verb}, content)


def _speaks(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a verb is one of speech; of a letter or a note "reads" is one."""
    written = any(words.kind_of_head(tree.lemmas[s]) == "document" for s in tree.subjects(verb))
    return tree.lemmas[verb] in words.inside["verbs"] or (written and tree.lemmas[verb] in words.inside["of_writing"])


def _follows_quotation(first: int, start: int, tree: Tree) -> bool:
    """Whether nothing but a quotation with a comma stands before a place: whoever is named there said it."""
    ends = tree.words[first - 1] in {STRAIGHT, *CLOSING} and tree.words[first - 2] == ","
    return first - 2 > start and ends and all(tree.quoted[i] for i in range(start, first))


def _closed_by_names(free: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Such clauses in which the parser took the verb for a participle: "…, the Daily, a paper, reported on Monday."."""
    hung = {"acl", "advcl"}
    for verb in sorted(i for i in free if tree.tags[i] == "VBN" and tree.deps[i] in hung and not tree.quoted[i]):
        name = tree.heads[verb] if tree.deps[verb] == "acl" else verb - 1
        start, stop = tree.sentences[tree.sentence[verb]]
        first = name
        while first > start and tree.words[first - 1] not in {",", STRAIGHT, *CLOSING}:
            first -= 1
        content = {i for i in range(start, first) if i in free}
        is_one = tree.lemmas[verb] in words.inside["verbs"] and tree.deps[name] in {"appos", "conj", "ROOT"}
        ends = tree.words_in(range(tree.right[verb] + 1, stop)) == 0
        acts = not any(tree.words[c] == "by" for c in tree.children[verb])
        if is_one and ends and acts and opens_clause(first, tree) and any(tree.tags[i] in FINITE for i in content):
            yield Heard({i for i in range(first, verb) if i in free}, {verb}, content)


def opening_clauses(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    """Clauses of speech with a clause for what was said that no attribution has: "Shopkeepers said they would …"."""
    known = {i for one in heard for i in (*one.cue, *one.content)}
    speaking = {i: one.source for one in heard for i in one.cue}
    for verb in sorted(allowed - known):
        speaks = tree.lemmas[verb] in words.inside["verbs"] or _says_that(verb, tree, words)
        if not speaks or not tree.is_finite(verb) or tree.quoted[verb]:
            continue
        clause = _clause_behind(verb, tree, words)
        if clause is None or is_unsaid(verb, tree, words):
            continue
        source = allowed.intersection(_speaker_of(verb, speaking, tree))
        content = {i for i in range(tree.left[clause], tree.right[clause] + 1) if i in allowed}
        is_told = tree.words[tree.left[clause]] not in words.silence["questions"]
        if source and is_told and _is_somebody(source, verb, tree, words):
            yield Heard(source, {verb}, content)


def _speaker_of(verb: int, speaking: Mapping[int, set[int]], tree: Tree) -> Collection[int]:
    """The subject of a verb, or whoever said what it goes on from: "the embassy said it was wrong and demanded …"."""
    subject = next((c for c in tree.children[verb] if tree.deps[c] == "nsubj" and c < verb), None)
    if subject is not None:
        return range(tree.left[subject], tree.right[subject] + 1)
    goes_on = tree.deps[verb] == "conj" and not tree.subjects(verb)
    return speaking.get(tree.heads[verb], set()) if goes_on else ()


def _is_somebody(source: set[int], verb: int, tree: Tree, words: ClaimWords) -> bool:
    is_named = any(tree.parts[i] in {"NOUN", "PROPN"} for i in source)
    can = can_speak(source, tree, words) or (is_named and tree.lemmas[verb] in words.inside["plain"])
    return can and not {tree.words[i] for i in source} <= MYSELF | words.people["nobody"]


def _says_that(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a verb of judgement goes on with a clause that "that" opens: "ruled 5-4 that"."""
    clauses = [c for c in tree.children[verb] if tree.deps[c] == "ccomp" and c > verb]
    marks = [tree.words[m] for c in clauses for m in tree.children[c] if tree.deps[m] == "mark"]
    return tree.lemmas[verb] in words.inside["ruling"] and "that" in marks


def _clause_behind(verb: int, tree: Tree, words: ClaimWords) -> int | None:
    """The clause that a verb of speech opens, or what it grants: "confirmed the arrests"."""
    for child in tree.children[verb]:
        if tree.left[child] > verb and tree.deps[child] == "ccomp" and tree.subjects(child) and tree.is_finite(child):
            return child
        # "condemned over 40 officials", "praised him"
        is_deed = words.is_person(tree.lemmas[child]) or tree.tags[child] == "PRP"
        is_deed |= tree.tags[child] == "NNP" and tree.lemmas[verb] in words.silence["appointing"]
        is_deed |= names_only({verb}, range(tree.left[child], tree.right[child] + 1), tree, words)
        if (
            tree.deps[child] == "dobj"
            and tree.lemmas[verb] in words.inside["granting"]
            and child > verb
            and not is_deed
        ):
            return child
    return None


def _speaker_start(verb: int, start: int, tree: Tree) -> int:
    """Where the subject before a verb begins; without one, where the words right before it do."""
    subject = next((s for s in tree.subjects(verb) if tree.deps[s] == "nsubj" and s < verb), None)
    if subject is not None:
        return tree.left[subject]
    first = verb
    while first > start and tree.is_word(first - 1) and verb - first < LONGEST_SPEAKER:
        first -= 1
    return first


def is_last(verb: int, stop: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether nothing follows a verb but to whom, when and on whose word it was said."""
    behind = [c for c in tree.children[verb] if c > verb]
    end = max([verb, *(tree.right[c] for c in behind)])
    beside = CIRCUMSTANCES | HEARERS if tree.lemmas[verb] in words.collecting["tell"] else CIRCUMSTANCES
    return tree.words_in(range(end + 1, stop)) == 0 and all(tree.deps[c] in beside for c in behind)


def opens_clause(first: int, tree: Tree) -> bool:
    """Whether a comma or the end of a quotation stands before a place."""
    return bool({tree.words[i] for i in range(max(first - 2, 0), first)} & {",", STRAIGHT, *CLOSING})


def unnamed_speakers(named: Iterable[Voice], tree: Tree, words: ClaimWords) -> Iterator[Voice]:
    """Unnamed people who speak where no claim was found: "the source" may mean them as well."""
    heard = {i for voice in named for i in tree.tokens_of(voice.source)}
    for index, lemma in enumerate(tree.lemmas):
        speaks = tree.deps[index] == "nsubj" and tree.lemmas[tree.heads[index]] in words.inside["verbs"]
        if not speaks or tree.quoted[index] or words.kind_of_head(lemma) not in UNNAMED:
            continue
        if heard.isdisjoint(range(tree.left[index], tree.right[index] + 1)):
            yield Voice((Passage(tree.starts[tree.left[index]], tree.ends[index]),), ())
