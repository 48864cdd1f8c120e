"""The pieces of text around a cue that may be its source or its content."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Ints, laid_out
from attributed.attribution.labels import RELATION
from attributed.attribution.tokens import Tokens

# Where a piece stands to its cue.
CHILD, GRANDCHILD, ABOVE, SIBLING, UNCLE, NEPHEW, QUOTATION, SENTENCE, SIDE, PARAGRAPH = range(1, 11)
CLIMB = 4  # how many steps up the tree
NEPHEWS_WITHIN = 2  # of them, how many look one step down again
REGIONS_AROUND = np.arange(-4, 4)  # quotations in the order of the text, 0 the first after the cue
BASE = 64  # more than there are relations: two of them make one number

FUNCTION_WORDS = RELATION.numbers("punct aux auxpass det prt case cc neg predet preconj meta intj expl")
OPENED = RELATION.numbers(
    "prep agent dobj xcomp attr acomp advcl pobj pcomp oprd nsubj conj dative acl relcl advmod nsubjpass npadvmod "
    "ccomp parataxis dep"
)
CUT_BEFORE = RELATION.numbers("conj advcl relcl acl appos parataxis prep npadvmod dep ccomp advmod xcomp")
CUT_DEPTH = 3  # how far down the right edge a piece may be cut
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
    cut: Ints  # the token before which the piece was cut short, the empty row where it is whole
    size: Ints  # words


@dataclass(slots=True)
class _Pile:
    """Pieces being collected, one tuple of columns at a time."""

    empty: int  # the empty row
    columns: list[tuple[Ints, ...]]

    def add(self, owner: Ints, kind: tuple[int | Ints, int | Ints, int | Ints], *extent: Ints) -> None:
        """`kind` is place, way and way down; `extent` is node, first, last and perhaps a gap."""
        node, first, last, *gap = extent
        gap_first, gap_last = gap or (np.zeros_like(owner), np.full_like(owner, -1))
        whole = np.full_like(owner, self.empty)
        columns = (owner, *kind, node, first, last, gap_first, gap_last, whole)
        self.columns.append(tuple(np.broadcast_to(column, owner.shape) for column in columns))

    def joined(self) -> list[Ints]:
        return [np.concatenate(column) for column in zip(*self.columns, strict=True)]


def constituents_of(tokens: Tokens, cues: Ints) -> Constituents:
    """Every piece around every cue that can be told from the tree, the quotations and the sentences."""
    pile = _Pile(tokens.count, [])
    add_below(pile, tokens, cues)
    add_above(pile, tokens, cues)
    pile.columns.append(cut_short(pile.joined(), tokens))
    add_quotations(pile, tokens, cues)
    add_sentences(pile, tokens, cues)
    add_paragraphs(pile, tokens, cues)
    columns = pile.joined()
    size = tokens.words(columns[5], columns[6]) - tokens.words(columns[7], columns[8])
    kept = np.flatnonzero(size > 0)
    kept = kept[np.argsort(columns[0][kept], kind="stable")]
    owner, place, way, way_down, node, first, last, gap_first, gap_last, cut = (column[kept] for column in columns)
    return Constituents(
        *(cues[owner], owner, place, way, way_down, node, first, last, gap_first, gap_last, cut), size=size[kept]
    )


def cut_short(columns: list[Ints], tokens: Tokens) -> tuple[Ints, ...]:
    """Each piece once more without what hangs on at its right edge: ", but others agreed", ", who lives in Seoul"."""
    rows, node = np.arange(len(columns[0])), columns[4]
    found: list[tuple[Ints, Ints]] = []
    for _ in range(CUT_DEPTH):
        row, child = children_of(tokens, node)
        rows = rows[row]
        right = (child > node[row]) & (child > columns[5][rows])
        rows, child = rows[right], child[right]
        cut = np.isin(tokens.relation[child], CUT_BEFORE)
        found.append((rows[cut], child[cut]))
        edge = tokens.right[child] == columns[6][rows]
        rows, node = rows[edge], child[edge]
    rows, child = (np.concatenate(column) for column in zip(*found, strict=True))
    last = tokens.left[child] - 1
    conjunction = tokens.relation[np.maximum(last, 0)] == RELATION.number["cc"]
    cut_columns = [column[rows] for column in columns]
    cut_columns[6] = last - conjunction
    cut_columns[9] = child
    beyond = cut_columns[7] > cut_columns[6]  # the gap lay in what was cut off
    cut_columns[7] = np.where(beyond, 0, cut_columns[7])
    cut_columns[8] = np.where(beyond, -1, np.minimum(cut_columns[8], cut_columns[6]))
    return tuple(cut_columns)


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
    pile.add(owner, (CHILD, relation, 0), child, tokens.left[child], tokens.right[child])
    opened = np.isin(relation, OPENED)
    owner, child, relation = owner[opened], child[opened], relation[opened]
    row, grandchild = children_of(tokens, child)
    extent = (grandchild, tokens.left[grandchild], tokens.right[grandchild])
    pile.add(owner[row], (GRANDCHILD, relation[row], tokens.relation[grandchild]), *extent)


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
        pile.add(owner, (ABOVE, step, start * BASE + came), *extent)
        row, branch = children_of(tokens, above)
        other = branch != below[row]
        row, branch = row[other], branch[other]
        way = start[row] + BASE * step + BASE * BASE * came[row]
        kind = (UNCLE if step else SIBLING, way, tokens.relation[branch])
        pile.add(owner[row], kind, branch, tokens.left[branch], tokens.right[branch])
        if step < NEPHEWS_WITHIN:
            add_nephews(pile, tokens, owner[row], branch, start[row] + BASE * step)
        below = above


def add_nephews(pile: _Pile, tokens: Tokens, owner: Ints, branch: Ints, way: Ints) -> None:
    """One step down into the branches beside the cue."""
    opened = np.isin(tokens.relation[branch], OPENED_SIBLINGS)
    owner, branch, way = owner[opened], branch[opened], way[opened]
    row, nephew = children_of(tokens, branch)
    down = tokens.relation[branch[row]] * BASE + tokens.relation[nephew]
    pile.add(owner[row], (NEPHEW, way[row], down), nephew, tokens.left[nephew], tokens.right[nephew])


def add_quotations(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The quotations around the cue, by their order, and whether they stand in another paragraph."""
    if not len(tokens.region_starts):
        return
    following = np.searchsorted(tokens.region_starts, cues, side="right")
    owner, step = (grid.ravel() for grid in np.meshgrid(np.arange(len(cues)), REGIONS_AROUND, indexing="ij"))
    region = following[owner] + step
    kept = (region >= 0) & (region < len(tokens.region_starts))
    owner, step, region = owner[kept], step[kept], region[kept]
    first, last = tokens.region_starts[region], tokens.region_ends[region]
    away = tokens.paragraph[first] - tokens.paragraph[cues[owner]]
    near = np.abs(away) <= 1
    owner, step, first, last, away = owner[near], step[near], first[near], last[near], away[near]
    pile.add(owner, (QUOTATION, step + 8, away + 1), first, first, last)


def add_sentences(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The sentence before, the sentence after, and what stands left and right of the cue in its own."""
    own = tokens.sentence[cues]
    last_sentence = len(tokens.sentence_starts) - 2
    for step in (-1, 1):
        owner = np.flatnonzero((own + step >= 0) & (own + step <= last_sentence))
        there = own[owner] + step
        first = tokens.sentence_starts[there]
        is_elsewhere = (tokens.paragraph[first] != tokens.paragraph[cues[owner]]).astype(np.int64)
        pile.add(owner, (SENTENCE, step + 2, is_elsewhere), first, first, tokens.sentence_ends[there])
    everyone = np.arange(len(cues))
    add_sides(pile, everyone, SIDE, cues, tokens.sentence_starts[own], tokens.sentence_ends[own])


def add_sides(pile: _Pile, owner: Ints, place: int, cues: Ints, start: Ints, end: Ints) -> None:
    """What stands left and what stands right of the cue between two tokens."""
    pile.add(owner, (place, 0, 0), start, start, cues - 1)
    pile.add(owner, (place, 1, 0), np.minimum(cues + 1, end), cues + 1, end)


def add_paragraphs(pile: _Pile, tokens: Tokens, cues: Ints) -> None:
    """The rest of the cue's paragraph, for "NAME: ..." in transcripts, and the paragraphs before and after it."""
    own = tokens.paragraph[cues]
    numbers = tokens.paragraph[:-1]
    everyone = np.arange(len(cues))
    start, end = np.searchsorted(numbers, own), np.searchsorted(numbers, own, side="right") - 1
    add_sides(pile, everyone, PARAGRAPH, cues, start, end)
    before = np.flatnonzero(start > 0)
    first = np.searchsorted(numbers, own[before] - 1)
    pile.add(before, (PARAGRAPH, 2, 0), first, first, start[before] - 1)
    after = np.flatnonzero(end < tokens.count - 1)
    last = np.searchsorted(numbers, own[after] + 1, side="right") - 1
    pile.add(after, (PARAGRAPH, 3, 0), end[after] + 1, end[after] + 1, last)
