"""Which drafts stand: rivals for the same words, and attributions inside the content of others."""

import numpy as np

from attributed.attribution.drafting import Draft
from attributed.attribution.tokens import Tokens
from attributed.attribution.weights import Weights

SAME_CONTENT = 0.5  # overlap from which two drafts claim the same words
INSIDE = 0.8  # share of a draft's words that lie in another's content


def chosen(tokens: Tokens, drafts: list[Draft], weights: Weights) -> list[tuple[Draft, int | None]]:
    """The drafts that stand, in the order of the text, each with the place of the one that holds it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.confidence, draft.cue)):
        if draft.confidence < weights.bars["cue"]:
            continue
        if all(content_overlap(tokens, draft, other) < SAME_CONTENT for other in kept):
            kept.append(draft)
    kept.sort(key=lambda draft: draft.cue)
    return [(draft, holder_of(tokens, draft, kept)) for draft in kept]


def content_overlap(tokens: Tokens, one: Draft, other: Draft) -> float:
    """Intersection over union of the contents' words."""
    both = (one.content & other.content & tokens.is_word).sum()
    return float(both / max(1, ((one.content | other.content) & tokens.is_word).sum()))


def holder_of(tokens: Tokens, draft: Draft, drafts: list[Draft]) -> int | None:
    """The tightest attribution in whose content this one lies."""
    words = (draft.source | draft.own | draft.content) & tokens.is_word
    holders = [
        (int(other.content.sum()), place)
        for place, other in enumerate(drafts)
        if other is not draft
        and other.content[draft.cue]
        and (other.content & words).sum() >= INSIDE * words.sum()
    ]
    return min(holders)[1] if holders else None
