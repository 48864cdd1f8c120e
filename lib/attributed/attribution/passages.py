"""From tokens back to passages of the text, and how an attribution quotes."""

import numpy as np

from attributed.attribution.arrays import Bools
from attributed.attribution.tokens import Tokens
from attributed.model import Form, Passage

DIRECT_FROM = 0.9  # share of quoted words from which a content counts as quoted whole
MARKS = frozenset("“”„«»\"'‘’`")


def passages_of(tokens: Tokens, chosen: Bools, text: str) -> tuple[Passage, ...]:
    """Runs of tokens as passages: a gap without a word is bridged, punctuation at the edges is left out."""
    words = np.flatnonzero(chosen[:-1] & tokens.is_word[:-1])
    if not len(words):
        return marks_only(tokens, chosen)
    breaks = np.flatnonzero(np.diff(tokens.words_before[words]) > 1).tolist()
    starts, ends = tokens.start[words].tolist(), tokens.end[words].tolist()
    return tuple(
        with_marks(Passage(starts[first], ends[last]), text)
        for first, last in zip([0, *(place + 1 for place in breaks)], [*breaks, -1], strict=True)
    )


def marks_only(tokens: Tokens, chosen: Bools) -> tuple[Passage, ...]:
    """Where a colon or a dash is the cue there is no word to run on."""
    return tuple(Passage(int(tokens.start[at]), int(tokens.end[at])) for at in np.flatnonzero(chosen[:-1]))


def with_marks(passage: Passage, text: str) -> Passage:
    """Take in the quotation mark that opens right before, and the closing one with the comma or full stop inside it."""
    start, end = passage.start, passage.end
    while start > 0 and text[start - 1] in MARKS:
        start -= 1
    tail = end
    while tail < len(text) and text[tail] in ".,;:!?…)]":
        tail += 1
    if tail < len(text) and text[tail] in MARKS and (tail + 1 == len(text) or not text[tail + 1].isalnum()):
        while tail < len(text) and text[tail] in MARKS:
            tail += 1
        end = tail
    return with_bracket(Passage(start, end), text)


def with_bracket(passage: Passage, text: str) -> Passage:
    """The closing bracket too, where the passage opens one: "the Korean Central News Agency (KCNA)"."""
    inside = passage.of(text)
    closes = inside.count("(") > inside.count(")") and text.startswith(")", passage.end)
    return Passage(passage.start, passage.end + 1) if closes else passage


def form_of(tokens: Tokens, content: Bools) -> Form:
    """Direct, indirect or mixed, by the share of quoted words."""
    words = content & tokens.is_word
    share = (words & tokens.is_quoted).sum() / max(1, words.sum())
    if share >= DIRECT_FROM:
        return Form.DIRECT
    return Form.MIXED if share > 0 else Form.INDIRECT
