"""A parsed article as arrays, one row a token and one more, empty, that stands for "no such token"."""

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

from attributed.attribution.arrays import Bools, Floats, Hashes, Ints
from attributed.attribution.labels import PART, RELATION, TAG
from attributed.attribution.quotations import quotation_regions

Number = TypeVar("Number", bound=np.generic)
# The columns of a document's array, in this order wherever one is taken by its number.
COLUMNS: list[int | str] = [*"LOWER LEMMA TAG POS DEP HEAD SENT_START IS_SPACE IS_PUNCT IDX LENGTH".split()]  # noqa: SIM905

MARKS = np.array([get_string_id(mark) for mark in ("`", "``")], dtype=np.uint64)  # no punctuation to spaCy


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the features read; `count` is the number of tokens and the index of the empty row."""

    count: int
    lower: Hashes
    lemma: Hashes
    tag: Ints
    part: Ints
    relation: Ints
    head: Ints
    start: Ints  # code points
    end: Ints
    is_space: Bools
    is_word: Bools
    is_root: Bools
    depth: Ints
    vector: Floats
    sentence: Ints
    sentence_starts: Ints  # first and last token of each sentence, and one empty sentence
    sentence_ends: Ints
    paragraph: Ints
    left: Ints  # first and last token under each token, blanks not counted
    right: Ints
    first_child: Ints  # by token and relation
    children: Ints  # all children, by parent: child_start, child_count
    child_start: Ints
    child_count: Ints
    is_quoted: Bools
    region: Ints  # which quotation, or -1
    region_starts: Ints  # first and last token of each quotation, without its marks
    region_ends: Ints
    words_before: Ints
    quoted_before: Ints

    def words(self, first: Ints, last: Ints) -> Ints:
        """How many words lie from `first` to `last`, both inclusive; none where they are crossed."""
        return counted(self.words_before, first, last)

    def quoted_words(self, first: Ints, last: Ints) -> Ints:
        return counted(self.quoted_before, first, last)

    def child(self, token: Ints, relation: str) -> Ints:
        """The first child in that relation, or the empty row."""
        return np.asarray(self.first_child[token, RELATION.number[relation]])

    def subject(self, token: Ints) -> Ints:
        active = self.child(token, "nsubj")
        return np.where(active < self.count, active, self.child(token, "nsubjpass"))


def counted(before: Ints, first: Ints, last: Ints) -> Ints:
    """Differences of running totals over inclusive stretches."""
    end = len(before) - 2
    total = before[np.minimum(last + 1, end)] - before[np.minimum(first, end)]
    return np.where(last >= first, total, 0)


def tokens_of(doc: Doc, text: str) -> Tokens:
    """Read everything the features need from the parse, in a few passes over whole columns."""
    count = len(doc)
    columns = np.asarray(doc.to_array(COLUMNS), dtype=np.uint64)
    index = np.arange(count + 1)
    head = with_empty(index[:count] + columns[:, 5].astype(np.int64), count)
    is_root = head == index
    is_space = with_empty(columns[:, 7].astype(bool), 1)
    is_mark = np.isin(columns[:, 0], MARKS) | columns[:, 8].astype(bool)
    is_word = ~(is_space | with_empty(is_mark, 1))
    relation = with_empty(RELATION.of(columns[:, 4]), 0)
    start = with_empty(columns[:, 9].astype(np.int64), len(text))
    end = with_empty((columns[:, 9] + columns[:, 10]).astype(np.int64), len(text))
    depth = depths(head, is_root)
    left, right = edges(head, depth, is_space)
    sentence, sentence_starts, sentence_ends = sentences(columns[:, 6] == 1)
    children, child_start, child_count = grouped_children(head, ~is_root & ~is_space)
    region, region_starts, region_ends = regions(text, start[:count], end[:count])
    return Tokens(
        count=count,
        lower=with_empty(columns[:, 0], 0),
        lemma=with_empty(columns[:, 1], 0),
        tag=with_empty(TAG.of(columns[:, 2]), 0),
        part=with_empty(PART.of(columns[:, 3]), 0),
        relation=relation,
        head=head,
        start=start,
        end=end,
        is_space=is_space,
        is_word=is_word,
        is_root=is_root,
        depth=depth,
        vector=vectors(doc),
        sentence=sentence,
        sentence_starts=sentence_starts,
        sentence_ends=sentence_ends,
        paragraph=paragraphs(doc, np.flatnonzero(columns[:, 7]), is_word),
        left=left,
        right=right,
        first_child=first_children(head, relation, is_root),
        children=children,
        child_start=child_start,
        child_count=child_count,
        is_quoted=region >= 0,
        region=region,
        region_starts=region_starts,
        region_ends=region_ends,
        words_before=np.append(0, np.cumsum(is_word)),
        quoted_before=np.append(0, np.cumsum(is_word & (region >= 0))),
    )


def with_empty(column: NDArray[Number], value: int) -> NDArray[Number]:
    """A column with the empty row's value behind it."""
    return np.append(column, np.array([value], dtype=column.dtype))


def vectors(doc: Doc) -> Floats:
    """The vectors that the tagger and the parser themselves work on."""
    empty = np.zeros((1, doc.tensor.shape[1] if doc.tensor.ndim == 2 else 0), np.float32)
    return np.vstack([doc.tensor.astype(np.float32), empty]) if len(doc) else empty


def depths(head: Ints, is_root: Bools) -> Ints:
    """How many steps each token is from the root of its sentence."""
    depth = np.zeros(len(head), dtype=np.int64)
    current, below = head, ~is_root
    while below.any():
        depth[below] += 1
        below = below & ~is_root[current]
        current = head[current]
    return depth


def edges(head: Ints, depth: Ints, is_space: Bools) -> tuple[Ints, Ints]:
    """The first and the last token under each token, from the deepest upwards."""
    index = np.arange(len(head))
    left = np.where(is_space, len(head), index)
    right = np.where(is_space, -1, index)
    order = np.argsort(depth, kind="stable")
    cuts = np.searchsorted(depth[order], np.arange(depth.max() + 2))
    for level in range(int(depth.max()), 0, -1):
        here = order[cuts[level] : cuts[level + 1]]
        np.minimum.at(left, head[here], left[here])
        np.maximum.at(right, head[here], right[here])
    blank = left > right
    return np.where(blank, index, left), np.where(blank, index, right)


def sentences(is_first: Bools) -> tuple[Ints, Ints, Ints]:
    """Each token's sentence, and each sentence's first and last token."""
    count = len(is_first)
    first = is_first.copy()
    first[:1] = True
    starts = np.flatnonzero(first)
    ends = np.append(starts[1:], count)[: len(starts)] - 1
    return with_empty(np.cumsum(first) - 1, len(starts)), np.append(starts, count), np.append(ends, count)


def paragraphs(doc: Doc, spaces: Ints, is_word: Bools) -> Ints:
    """Each token's line of text, lines without words not counted; no quotation is open from one line to the next."""
    words = np.append(0, np.cumsum(is_word))
    breaks = np.zeros(len(doc) + 1, dtype=np.int64)
    last = -1
    for place in spaces.tolist():
        if "\n" in doc[place].text and words[place] > last:
            breaks[place + 1] = words[place] > 0
            last = words[place]
    number = np.cumsum(breaks)
    number[-1] = -1
    return number


def first_children(head: Ints, relation: Ints, is_root: Bools) -> Ints:
    """The first child of each token in each relation, the empty row where there is none."""
    empty = len(head) - 1
    table = np.full((len(head), len(RELATION)), empty, dtype=np.int64)
    backwards = np.flatnonzero(~is_root)[::-1]
    table[head[backwards], relation[backwards]] = backwards
    return table


def grouped_children(head: Ints, is_child: Bools) -> tuple[Ints, Ints, Ints]:
    """All children in the order of their parents, with each parent's start and count."""
    child = np.flatnonzero(is_child)
    child = child[np.argsort(head[child], kind="stable")]
    parents = np.arange(len(head))
    start = np.searchsorted(head[child], parents)
    return child, start, np.searchsorted(head[child], parents, side="right") - start


def regions(text: str, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """Each token's quotation, and each quotation's first and last token."""
    region = np.full(len(start) + 1, -1, dtype=np.int64)
    starts: list[Any] = []
    ends: list[Any] = []
    for begin, close in quotation_regions(text):
        first, behind = np.searchsorted(end, begin, side="right"), np.searchsorted(start, close)
        if behind > first:
            region[first:behind] = len(starts)
            starts.append(first)
            ends.append(behind - 1)
    return region, np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
