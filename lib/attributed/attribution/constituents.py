"""The pieces of text around a cue that may be its source or its content."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Ints, laid_out
from attributed.attribution.labels import RELATION
from attributed.attribution.tokens import Tokens

# Where a piece stands to its cue.
CHILD, GRANDCHILD, ABOVE, SIBLING, UNCLE, NEPHEW, QUOTATION, SENTENCE, SIDE = range(1, 10)
CLIMB = 4  # how many steps up the tree
NEPHEWS_WITHIN = 2  # of them, how many look one step down again
REGIONS_AROUND = 4  # quotations of the same paragraph, on either side
BASE = 64  # more than there are relations: two of them make one number

FUNCTION_WORDS = RELATION.numbers(
    "punct aux auxpass det prt case cc neg predet preconj meta intj expl"
)
OPENED = RELATION.numbers(
    "prep agent dobj xcomp attr acomp advcl pobj pcomp oprd nsubj conj dative acl relcl advmod nsubjpass npadvmod ccomp "
    "parataxis dep"
)
OPENED_SIBLINGS = RELATION.numbers("prep agent dobj attr acomp pobj nsubj poss")


@dataclass(frozen=True, slots=True)
class Constituents:
    """Pieces by rows: all tokens from `first` to `last` but those from `gap_first` to `gap_last`."""

    cue: Ints  # token
    owner: Ints  # which cue, counted from 0; rows are sorted by it
    place: Ints  # CHILD ... SIDE
    way: Ints  # relations on the way from the cue, as one number
    way_down: Ints
    node: Ints  # the token that heads the piece
    first: Ints
    last: Ints
    gap_first: Ints
    gap_last: Ints  # before gap_first where there is no gap
    size: Ints  # words


@dataclass(slots=True)
class _Pile:
    """Pieces being collected, one list of rows a column."""

    rows: list[tuple[Ints, ...]]

    def add(self, owner: Ints, place: int | Ints, way: int | Ints, way_down: int | Ints, *extent: Ints) -> None:
        node, first, last, *gap = extent
        gap_first, gap_last = gap or (np.zeros_like(owner), np.full_like(owner, -1))
        columns = (owner, place, way, way_down, node, first, last, gap_first, gap_last)
        self.rows.append(tuple(np.broadcast_to(column, owner.shape) for column in columns))


def constituents_of(tokens: Tokens, cues: Ints) -> Constituents:
    """Every piece around every cue that can be told from the tree, the quotations and the sentences."""
    pile = _Pile([])
    add_below(pile, tokens, cues)
    add_above(pile, tokens, cues)
    add_quotations(pile, tokens, cues)
    add_sentences(pile, tokens, cues)
    owner, *columns = (np.concatenate(column) for column in zip(*pile.rows, strict=True))
    _, _, _, _, first, last, gap_first, gap_last = columns
    size = tokens.words(first, last) - tokens.words(gap_first, gap_last)
    kept = np.flatnonzero(size > 0)
    kept = kept[np.argsort(owner[kept], kind="stable")]
    return Constituents(cues[owner[kept]], owner[kept], *(column[kept] for column in columns), size[kept])


def children_of(tokens: Tokens, node: Ints) -> tuple[Ints, Ints]:
    """Row of the parent and child, function words left out."""
    row, place = laid_out(tokens.child_start[node], tokens.child_count[node])
    child = tokens.children[place]
    kept = ~np.isin(tokens.relation[child], FUNCTION_WORDS)
    return row[kept], child[kept]


def add_below(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The cue's children, and theirs where a content often hides: "a statement on X", "asked for X"."""
    owner, child = children_of(tokens, cues)
    relation = tokens.relation[child]
    pile.add(owner, CHILD, relation, 0, child, tokens.left[child], tokens.right[child])
    opened = np.isin(relation, OPENED)
    owner, child, relation = owner[opened], child[opened], relation[opened]
    row, grandchild = children_of(tokens, child)
    extent = (grandchild, tokens.left[grandchild], tokens.right[grandchild])
    pile.add(owner[row], GRANDCHILD, relation[row], tokens.relation[grandchild], *extent)


def add_above(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """What the cue hangs on, without the branch it is in, and the other branches there."""
    owner, below = np.arange(len(cues)), cues
    for step in range(CLIMB):
        kept = ~tokens.is_root[below] & (below < tokens.count)
        owner, below = owner[kept], below[kept]
        above = tokens.head[below]
        start = tokens.relation[cues[owner]]
        came = tokens.relation[below] if step else np.zeros_like(below)
        extent = (above, tokens.left[above], tokens.right[above], tokens.left[below], tokens.right[below])
        pile.add(owner, ABOVE, step, start * BASE + came, *extent)
        row, branch = children_of(tokens, above)
        other = branch != below[row]
        row, branch = row[other], branch[other]
        way = start[row] + BASE * step + BASE * BASE * came[row]
        pile.add(
            *(owner[row], UNCLE if step else SIBLING, way, tokens.relation[branch]),
            *(branch, tokens.left[branch], tokens.right[branch]),
        )
        if step < NEPHEWS_WITHIN:
            add_nephews(pile, tokens, owner[row], branch, start[row] + BASE * step)
        below = above


def add_nephews(pile: _Pile, tokens: Tokens, owner: Ints, branch: Ints, way: Ints) -> None:
    """One step down into the branches beside the cue."""
    opened = np.isin(tokens.relation[branch], OPENED_SIBLINGS)
    owner, branch, way = owner[opened], branch[opened], way[opened]
    row, nephew = children_of(tokens, branch)
    down = tokens.relation[branch[row]] * BASE + tokens.relation[nephew]
    pile.add(owner[row], NEPHEW, way[row], down, nephew, tokens.left[nephew], tokens.right[nephew])


def add_quotations(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The quotations of the cue's paragraph, by their order around it."""
    paragraph = tokens.paragraph[tokens.region_starts]
    start = np.searchsorted(paragraph, tokens.paragraph[cues])
    behind = np.searchsorted(paragraph, tokens.paragraph[cues], side="right")
    owner, region = laid_out(start, behind - start)
    order = region - np.searchsorted(tokens.region_starts, cues[owner], side="right")
    near = np.abs(order) <= REGIONS_AROUND
    owner, region, order = owner[near], region[near], order[near]
    first = tokens.region_starts[region]
    pile.add(owner, QUOTATION, np.clip(order, -3, 2) + 8, 0, first, first, tokens.region_ends[region])


def add_sentences(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The sentence before, the sentence after, and what stands left and right of the cue in its own."""
    own = tokens.sentence[cues]
    last_sentence = len(tokens.sentence_starts) - 2
    for step in (-1, 1):
        owner = np.flatnonzero((own + step >= 0) & (own + step <= last_sentence))
        there = own[owner] + step
        first = tokens.sentence_starts[there]
        is_elsewhere = (tokens.paragraph[first] != tokens.paragraph[cues[owner]]).astype(np.int64)
        pile.add(owner, SENTENCE, step + 2, is_elsewhere, first, first, tokens.sentence_ends[there])
    everyone = np.arange(len(cues))
    start, end = tokens.sentence_starts[own], tokens.sentence_ends[own]
    pile.add(everyone, SIDE, 0, 0, start, start, cues - 1)
    pile.add(everyone, SIDE, 1, 0, np.minimum(cues + 1, tokens.count), cues + 1, end)
