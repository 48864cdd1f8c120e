"""Which drafts stand: rivals for the same words, and attributions inside the content of others."""

from collections.abc import Mapping

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.carrying import Found
from attributed.attribution.drafting import ANYWHERE, OUTERMOST, Drafts
from attributed.attribution.judging import overlaps
from attributed.attribution.settling import clipped, parted, turned
from attributed.attribution.tokens import Tokens

LEAD = 0.03  # what a draft has to be judged better than its cue's first one
SAME_CONTENT = 0.5  # overlap from which two drafts claim the same words
INSIDE = 0.8  # share of a draft's words that lie in another's content


def chosen(tokens: Tokens, drafts: Drafts, judged: Floats, *, bars: Mapping[str, float]) -> list[Found]:
    """The drafts that stand, in the order of their cues, each with the place of the one that holds it.

    The judge knows outermost attributions only; one that lies in another's content stands by its cue alone. Where a
    cue is sure, a draft may be less so: that somebody said something there is not in doubt.
    """
    best = best_of_each(drafts, judged)
    drafts, judged = drafts.taken(best), judged[best]
    bar = np.where(drafts.likely[:, OUTERMOST] >= bars["sure cue"], bars["of a sure cue"], bars["outermost"])
    outermost = standing(tokens, drafts, judged, bar, nobody(drafts), inside_only=False)
    sure, same_speaker = judged >= bars["parted"], judged >= bars["parted, same speaker"]
    settled = parted(tokens, drafts, outermost, sure, same_speaker)
    settled = clipped(settled, outermost, judged)
    nested = settled.likely[:, ANYWHERE]
    bar = np.full(len(settled), bars["nested"])
    kept = standing(tokens, settled, nested, bar, outermost, inside_only=True)
    settled = turned(tokens, settled, np.flatnonzero(kept))
    places = np.flatnonzero(kept)
    return [
        Found(
            cue=int(settled.cue[place]),
            confidence=round(float(settled.likely[place].max()), 4),
            source=settled.source[place],
            own=settled.own[place],
            content=settled.content[place],
            holder=holder,
            alone=bool(outermost[place]),
        )
        for place, holder in zip(places.tolist(), holders(tokens, settled, places, outermost), strict=True)
    ]


def best_of_each(drafts: Drafts, judged: Floats) -> Ints:
    """Of each cue's drafts the one that is judged best; the first one has a lead, for the sake of its exact edges."""
    order = np.lexsort((drafts.rank, LEAD * (drafts.rank > 0) - judged, drafts.cue))
    first = np.append(True, np.diff(drafts.cue[order]) > 0)
    return np.asarray(order[first])


def nobody(drafts: Drafts) -> Bools:
    """No draft at all."""
    return np.zeros(len(drafts), dtype=bool)


def standing(tokens: Tokens, drafts: Drafts, score: Floats, bar: Floats, before: Bools, *, inside_only: bool) -> Bools:
    """Those that stand already and, best first, every other that passes its bar and has no rival among them."""
    same, _ = overlaps(tokens, drafts, drafts)
    holds = held_by(tokens, drafts)
    kept = before.copy()
    for draft in np.argsort(-score, kind="stable").tolist():
        if kept[draft] or score[draft] < bar[draft] or not drafts.content[draft].any():
            continue
        if inside_only and not (kept & holds[draft]).any():
            continue
        # "He said that she said X" are two attributions, though the words are nearly the same.
        apart = holds[:, draft] | (holds[draft] & inside_only)
        if not (kept & (same[draft] >= SAME_CONTENT) & ~apart).any():
            kept[draft] = True
    return kept


def held_by(tokens: Tokens, drafts: Drafts) -> Bools:
    """Row by column: whether the column's content holds the row's attribution."""
    _, inside = overlaps(tokens, drafts, drafts)
    return np.asarray((inside >= INSIDE) & drafts.content[:, drafts.cue].T)


def holders(tokens: Tokens, drafts: Drafts, places: Ints, outermost: Bools) -> list[int | None]:
    """For each draft that stands, the tightest one that holds it, by its place among them.

    What was judged outermost is held by such a one only: its cue's word alone lets no draft hold another.
    """
    holds = held_by(tokens, drafts)[np.ix_(places, places)]
    holds &= outermost[places] | ~outermost[places][:, None]
    size = drafts.content[places].sum(1)
    found: list[int | None] = []
    for number, own in enumerate(holds):
        around = np.flatnonzero(own & (size > size[number]))
        found.append(int(around[size[around].argmin()]) if len(around) else None)
    return found
