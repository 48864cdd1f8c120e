"""A parsed article as plain lists: what the rules of this folder walk over instead of tokens."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from attributed.model import Passage

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = '"'


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
        heads = [token.head.i for token in doc]
        children: list[list[int]] = [[] for _ in heads]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        sentences = [(span.start, span.end) for span in doc.sents]
        return cls(
            text=doc.text,
            starts=[token.idx for token in doc],
            ends=[token.idx + len(token) for token in doc],
            words=[token.lower_ for token in doc],
            lemmas=[token.lemma_.lower() for token in doc],
            tags=[token.tag_ for token in doc],
            parts=[token.pos_ for token in doc],
            deps=[token.dep_ for token in doc],
            heads=heads,
            children=children,
            left=[token.left_edge.i for token in doc],
            right=[token.right_edge.i for token in doc],
            sentence=[number for number, (start, end) in enumerate(sentences) for _ in range(start, end)],
            sentences=sentences,
            quoted=_quoted([token.text for token in doc]),
        )

    def tokens(self, passage: Passage) -> range:
        """Indexes of the tokens that start inside a passage."""
        return range(bisect_left(self.starts, passage.start), bisect_left(self.starts, passage.end))

    def tokens_of(self, passages: Iterable[Passage]) -> list[int]:
        return [index for passage in passages for index in self.tokens(passage)]

    def is_word(self, index: int) -> bool:
        return self.parts[index] not in {"PUNCT", "SPACE", "SYM"}

    def is_capital(self, index: int) -> bool:
        return self.text[self.starts[index]].isupper()

    def is_acronym(self, index: int) -> bool:
        return self.text[self.starts[index] : self.ends[index]].isupper()

    def words_in(self, tokens: Iterable[int]) -> int:
        return sum(1 for index in tokens if self.is_word(index))

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
