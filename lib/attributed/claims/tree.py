"""A parsed article as plain lists: what the rules of this folder walk over instead of tokens."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from attributed.model import Passage

COLUMNS: list[int | str] = ["IDX", "LENGTH", "ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "HEAD", "SENT_START"]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NO_WORDS = frozenset({"PUNCT", "SPACE", "SYM"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = '"'
SINGLE = frozenset("'‘’")


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens by index: their words, places and dependencies. Reading lists is many times faster than reading tokens."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]  # lower case
    lemmas: list[str]
    tags: list[str]
    parts: list[str]  # parts of speech
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    left: list[int]  # first and last token of the subtree
    right: list[int]
    sentence: list[int]  # number of the sentence
    sentences: list[tuple[int, int]]
    quoted: list[bool]  # between quotation marks, the marks included

    @classmethod
    def of(cls, doc: Doc) -> "Tree":
        table = doc.to_array(COLUMNS).astype(np.int64)
        starts = table[:, 0].tolist()
        heads = (table[:, 8] + np.arange(len(starts))).tolist()  # spaCy gives how far away the head is
        spelled = _strings(doc, table[:, 2:8])
        _hang_up(heads, spelled[3], spelled[5])
        firsts = sorted({0, *np.flatnonzero(table[:, 9] == 1).tolist()})
        sentences = list(pairwise([*firsts, len(starts)])) if starts else []
        left, right = _edges(heads)
        _set_past(heads, left, spelled[1], spelled[3], spelled[5])
        spelled[1] = _with_marks_alike(spelled[1], spelled[3])
        children: list[list[int]] = [[] for _ in heads]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        return cls(
            text=doc.text,
            starts=starts,
            ends=(table[:, 0] + table[:, 1]).tolist(),
            words=spelled[1],
            lemmas=[lemma.lower() for lemma in spelled[2]],
            tags=spelled[3],
            parts=spelled[4],
            deps=spelled[5],
            heads=heads,
            children=children,
            left=left,
            right=right,
            sentence=[number for number, (start, end) in enumerate(sentences) for _ in range(start, end)],
            sentences=sentences,
            quoted=_quoted(spelled[1]),
        )

    def tokens(self, passage: Passage) -> range:
        """Indexes of the tokens that start inside a passage."""
        return range(bisect_left(self.starts, passage.start), bisect_left(self.starts, passage.end))

    def tokens_of(self, passages: Iterable[Passage]) -> list[int]:
        return [index for passage in passages for index in self.tokens(passage)]

    def is_word(self, index: int) -> bool:
        return self.parts[index] not in NO_WORDS and self.words[index] not in MARKS

    def is_capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def is_acronym(self, index: int) -> bool:
        word = self.text[self.starts[index] : self.ends[index]]
        return word.isupper() and len(word.strip(".")) > 1  # "N." is an initial

    def phrase(self, head: int) -> Passage:
        """All words below one."""
        return Passage(self.starts[self.left[head]], self.ends[self.right[head]])

    def words_in(self, tokens: Iterable[int]) -> int:
        parts, words = self.parts, self.words  # is_word without a call for each token: this is asked most of all
        return sum(parts[i] not in NO_WORDS and words[i] not in MARKS for i in tokens)

    def subjects(self, verb: int) -> list[int]:
        return [child for child in self.children[verb] if self.deps[child] in SUBJECTS]

    def is_finite(self, verb: int) -> bool:
        """Whether a verb, or an auxiliary of it, carries a tense of its own."""
        if self.tags[verb] in FINITE:
            return True
        return any(
            self.tags[child] in FINITE for child in self.children[verb] if self.deps[child] in {"aux", "auxpass"}
        )

    def tops(self, tokens: Sequence[int]) -> list[int]:
        """The tokens of a stretch on which the others hang: their own heads lie outside or are themselves."""
        inside = set(tokens)
        return [i for i in tokens if (self.heads[i] not in inside or self.heads[i] == i) and self.is_word(i)]

    def passages(self, tokens: Sequence[int]) -> tuple[Passage, ...]:
        """The passages that some tokens (sorted) cover, without spaces and loose punctuation at their ends."""
        runs: list[list[int]] = []
        for index in tokens:
            if runs and index == runs[-1][-1] + 1:
                runs[-1].append(index)
            else:
                runs.append([index])
        found = (self._trimmed(run) for run in runs)
        return tuple(passage for passage in found if passage is not None)

    def _trimmed(self, run: list[int]) -> Passage | None:
        first, last = run[0], run[-1]
        while first <= last and self._is_loose(first):
            first += 1
        # a comma inside closing marks belongs to the quotation, as printed
        while last >= first and self._is_loose(last):
            last -= 1
        if not any(self.is_word(index) for index in range(first, last + 1)):
            return None
        return Passage(self.starts[first], self.ends[last])

    def _is_loose(self, index: int) -> bool:
        return not self.is_word(index) and self.words[index] not in MARKS


MARKS = frozenset(
    {*OPENING, *CLOSING, STRAIGHT, "(", ")", "[", "]", "$", "%", "‘", "’", "?", "!", "…", "...", "#", "@"}
)


def _with_marks_alike(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The words, single quotation marks written as double ones: some papers quote so; an apostrophe has another tag."""
    found = list(words)
    is_inside = False  # a quotation inside a quotation ends nothing
    opened: int | None = None
    for index, word in enumerate(words):
        if "\n" in word or word in OPENING or word in CLOSING or word == STRAIGHT:
            is_inside = "\n" not in word and word not in CLOSING and (word in OPENING or not is_inside)
            opened = None
        elif word in SINGLE and not is_inside:
            if opened is not None and tags[index] == "''":
                found[opened] = found[index] = STRAIGHT
                opened = None
            elif tags[index] == "``":
                opened = index
    return found


def _quoted(words: Sequence[str]) -> list[bool]:
    """Which tokens stand between quotation marks; an unclosed mark ends with its paragraph."""
    found: list[bool] = []
    is_open = False
    for word in words:
        if "\n" in word:
            is_open = False
        mark = word in OPENING or word in CLOSING or word == STRAIGHT
        opens = word in OPENING or (word == STRAIGHT and not is_open)
        found.append(is_open or mark)
        if mark:
            is_open = opens
    return found


def _hang_up(heads: list[int], tags: Sequence[str], deps: Sequence[str]) -> None:
    """Joins "was accused" and "shot" in "was accused of plotting and shot", where the parser joins "plotting"."""
    for index in (i for i, dep in enumerate(deps) if dep == "conj" and tags[i] == "VBN"):
        doing = heads[index]
        above = heads[heads[doing]]
        is_passive = any(deps[i] == "auxpass" and heads[i] == above for i in range(max(above - 4, 0), above))
        if tags[doing] == "VBG" and deps[heads[doing]] == "prep" and tags[above] == "VBN" and is_passive:
            for i in range(doing + 1, index + 1):
                if heads[i] == doing and (deps[i] == "cc" or i == index):
                    heads[i] = above


def _set_past(
    heads: Sequence[int], left: Sequence[int], words: Sequence[str], tags: list[str], deps: Sequence[str]
) -> None:
    """A main verb with a subject and no auxiliary is no participle, whatever the parser says: "the mayor tweeted"."""
    helped = {heads[i] for i, dep in enumerate(deps) if dep in {"aux", "auxpass"}}
    subjects = {heads[i]: i for i, dep in enumerate(deps) if dep == "nsubj"}
    # "officials held in May have left": another verb below it is the main one
    above = {heads[i] for i in helped - subjects.keys() if deps[i] in {"advcl", "ccomp", "conj"}}
    for verb in subjects.keys() - helped - above:
        # "…, the agencies reported", but "wants him killed"
        is_main = deps[verb] == "ROOT" or (deps[verb] == "ccomp" and "," in words[left[verb] - 1 : left[verb] + 1])
        if subjects[verb] < verb and tags[verb] == "VBN" and is_main:
            tags[verb] = "VBD"


def _strings(doc: Doc, table: npt.NDArray[np.int64]) -> list[list[str]]:
    """Columns of string numbers as words; each number is looked up once."""
    strings = doc.vocab.strings
    known = {number: strings[number] for number in np.unique(table.astype(np.uint64)).tolist()}
    return [[known[number] for number in column] for column in table.T.astype(np.uint64).tolist()]


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """First and last token of every subtree, from the leaves up."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    waiting = [0] * len(heads)  # children not yet read
    for index, head in enumerate(heads):
        waiting[head] += head != index
    ready = [index for index, count in enumerate(waiting) if not count]
    for index in ready:
        head = heads[index]
        if head == index:
            continue
        left[head] = min(left[head], left[index])
        right[head] = max(right[head], right[index])
        waiting[head] -= 1
        if not waiting[head]:
            ready.append(head)
    return left, right
