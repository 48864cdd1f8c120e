"""Where the contents of attributions that stand together end, and which of two holds the other."""

from dataclasses import replace

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.drafting import Drafts
from attributed.attribution.labels import RELATION
from attributed.attribution.tokens import Tokens

SHORTEST = 2  # words that must stay of a content
MOSTLY = 0.8  # share of a content's words that lie in another


def parted(tokens: Tokens, drafts: Drafts, kept: Bools, sure: Bools, same_speaker: Bools) -> Drafts:
    """Contents that ran on into an attribution beside them end before it: "she said X | and warned that Y".

    The other one has to be sure; among those of `same_speaker` it may be less so, where both have one source.
    """
    content = drafts.content.copy()
    for inner in np.flatnonzero(kept).tolist():
        own = np.flatnonzero(drafts.own[inner] | drafts.source[inner])
        for outer in np.flatnonzero(kept & drafts.content[:, drafts.cue[inner]]).tolist():
            one_source = bool((drafts.source[inner] == drafts.source[outer]).all())
            beside = sure[inner] or (same_speaker[inner] and one_source)
            if outer == inner or not beside or lies_partly_in(tokens, drafts.content[inner], drafts.content[outer]):
                continue
            shorter = content[outer].copy()
            shorter[int(own[own > drafts.cue[outer]].min(initial=tokens.count)) :] = False
            while shorter.any() and is_loose(tokens, last := int(np.flatnonzero(shorter)[-1])):
                shorter[last] = False
            if (shorter & tokens.is_word).sum() >= SHORTEST:
                content[outer] = shorter
    return replace(drafts, content=content)


def lies_in(tokens: Tokens, inner: Bools, outer: Bools) -> bool:
    """Whether most of one content's words lie in the other."""
    words = inner & tokens.is_word
    return bool((words & outer).sum() >= MOSTLY * words.sum())


def lies_partly_in(tokens: Tokens, inner: Bools, outer: Bools) -> bool:
    """Whether some words of one content lie in the other, but not most."""
    return bool((inner & outer & tokens.is_word).any()) and not lies_in(tokens, inner, outer)


def is_loose(tokens: Tokens, token: int) -> bool:
    """Whether a token at the end of a content belongs to what was cut off: a comma, an "and"."""
    return not tokens.is_word[token] or bool(tokens.relation[token] == RELATION.number["cc"])


def clipped(drafts: Drafts, kept: Bools, judged: Floats) -> Drafts:
    """A draft whose cue stands in the content of a better one reaches no further than that content."""
    content = drafts.content.copy()
    for inner in range(len(drafts)):
        better = kept & (~kept[inner] | (judged > judged[inner]))
        around = np.flatnonzero(better & drafts.content[:, drafts.cue[inner]])
        if len(around):
            content[inner] &= drafts.content[around[drafts.content[around].sum(1).argmin()]]
    return replace(drafts, content=content)


def turned(tokens: Tokens, drafts: Drafts, places: Ints) -> Drafts:
    """Who reports behind what was said holds it: "the king warned them, the agency reported" is the agency's."""
    content = drafts.content.copy()
    for inner in places.tolist():
        teller = drafts.own[inner] | drafts.source[inner]
        said = np.flatnonzero(content[inner] & tokens.is_word)
        start = int(np.flatnonzero(teller)[0])
        for outer in places[drafts.content[places, drafts.cue[inner]]].tolist():
            if outer == inner or not len(said) or not drafts.cue[outer] < said[0] <= said[-1] < start:
                continue
            behind = content[outer] & (np.arange(tokens.count + 1) >= start) & tokens.is_word & ~teller
            if behind.sum() < SHORTEST and lies_in(tokens, content[inner] | teller, content[outer]):
                content[outer, start:] = False
                content[inner] |= content[outer] | drafts.own[outer] | drafts.source[outer]
    return replace(drafts, content=content)
