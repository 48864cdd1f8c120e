"""Marked attributions as tokens, and the word of each cue that stands for it."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from attributed.attribution.arrays import Ints
from attributed.attribution.labels import PART
from attributed.attribution.tokens import Tokens, tokens_of
from attributed.attribution.training.annotations import MarkedArticle
from attributed.model import Passage

WORDY = PART.numbers("VERB AUX NOUN ADP ADJ ADV PROPN SCONJ")
OFTEN = 2  # a lemma becomes a candidate when it was a cue so often
RARE = 5  # added to a lemma's count, so that one chance hit makes no cue of it


@dataclass(frozen=True, slots=True)
class Target:
    """A marked attribution as tokens; `head` is the cue's word that the trees are read from."""

    head: int
    cue: Ints
    source: Ints
    content: Ints


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to learn from."""

    tokens: Tokens
    targets: tuple[Target, ...]


def tokens_at(tokens: Tokens, passages: tuple[Passage, ...]) -> Ints:
    """The tokens that some passages touch."""
    touched = np.zeros(tokens.count, dtype=bool)
    for passage in passages:
        touched |= (tokens.start[:-1] < passage.end) & (tokens.end[:-1] > passage.start)
    return np.flatnonzero(touched & ~tokens.is_space[:-1])


def prepared(articles: tuple[MarkedArticle, ...], docs: list[Doc]) -> tuple[tuple[Prepared, ...], tuple[str, ...]]:
    """Articles with their targets, and the lemmas that were cues often enough."""
    read = [(tokens_of(doc, article.text), article) for article, doc in zip(articles, docs, strict=True)]
    marked = [marked_tokens(tokens, article) for tokens, article in read]
    alone = Counter(
        int(tokens.lemma[cue[0]])
        for (tokens, _), rows in zip(read, marked, strict=True)
        for cue, _, _ in rows
        if len(cue) == 1
    )
    everywhere = Counter(lemma for tokens, _ in read for lemma in tokens.lemma[:-1].tolist())
    rate = {lemma: times / (everywhere[lemma] + RARE) for lemma, times in alone.items()}
    found = tuple(
        Prepared(
            tokens, tuple(Target(head_of(tokens, cue, rate), cue, source, content) for cue, source, content in rows)
        )
        for (tokens, _), rows in zip(read, marked, strict=True)
    )
    heads = Counter(docs[at][target.head].lemma_ for at, one in enumerate(found) for target in one.targets)
    return found, tuple(sorted(lemma for lemma, times in heads.items() if times >= OFTEN))


def marked_tokens(tokens: Tokens, article: MarkedArticle) -> list[tuple[Ints, Ints, Ints]]:
    """Cue, source and content of every attribution with a cue."""
    rows = [
        (tokens_at(tokens, one.cue), tokens_at(tokens, one.source), tokens_at(tokens, one.content))
        for one in article.attributions
    ]
    return [row for row in rows if len(row[0])]


def head_of(tokens: Tokens, cue: Ints, rate: dict[int, float]) -> int:
    """Of a cue's words the one that most often is a cue by itself: "said" in "said in a statement"."""
    words: list[int] = cue.tolist()
    return max(
        words,
        key=lambda at: (
            tokens.part[at] in WORDY,
            tokens.part[at] == PART.number["VERB"],
            rate.get(int(tokens.lemma[at]), 0.0),
            -tokens.depth[at],
            -at,
        ),
    )
