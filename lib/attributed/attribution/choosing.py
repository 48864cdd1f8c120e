"""Which drafts stand: rivals for the same words, and attributions inside the content of others."""

from collections.abc import Mapping

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.drafting import ANYWHERE, Drafts
from attributed.attribution.judging import overlaps
from attributed.attribution.tokens import Tokens

SAME_CONTENT = 0.5  # overlap from which two drafts claim the same words
INSIDE = 0.8  # share of a draft's words that lie in another's content
NOWHERE = -1


def chosen(tokens: Tokens, drafts: Drafts, judged: Floats, *, bars: Mapping[str, float]) -> tuple[Ints, Ints]:
    """The drafts that stand, in the order of their cues, and for each the place of the one that holds it, or -1.

    The judge knows outermost attributions only; one that lies in another's content stands by its cue alone.
    """
    same, inside = overlaps(tokens, drafts)
    holds = (inside >= INSIDE) & drafts.content[:, drafts.cue].T
    kept = np.zeros(len(drafts), dtype=bool)
    for draft in np.argsort(-judged, kind="stable").tolist():
        if judged[draft] >= bars["outermost"] and not (kept & is_rival(same[draft], holds[:, draft])).any():
            kept[draft] = True
    nested = drafts.likely[:, ANYWHERE]
    for draft in np.argsort(-nested, kind="stable").tolist():
        if kept[draft] or nested[draft] < bars["nested"] or not drafts.content[draft].any():
            continue
        if (kept & holds[draft]).any() and not (kept & is_rival(same[draft], holds[:, draft])).any():
            kept[draft] = True
    places = np.flatnonzero(kept)
    return places, holders(drafts, places, holds)


def is_rival(same: Floats, held: Bools) -> Bools:
    """Drafts that claim the same words, but not from inside: "he said that she said X" are two."""
    return (same >= SAME_CONTENT) & ~held


def holders(drafts: Drafts, places: Ints, holds: Bools) -> Ints:
    """For each draft that stands, the tightest one that holds it, by its place among them."""
    size = drafts.content[places].sum(1)
    found = np.full(len(places), NOWHERE)
    for number, place in enumerate(places.tolist()):
        around = np.flatnonzero(holds[place, places] & (size > size[number]))
        if len(around):
            found[number] = around[size[around].argmin()]
    return found
