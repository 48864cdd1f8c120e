"""When a claim's event took place: the time expression that stands closest to its main predicate."""

from bisect import bisect_left
from collections.abc import Sequence

from attributed.claims.drafts import Draft
from attributed.claims.hedges import predicate_of
from attributed.claims.times import TimeExpression
from attributed.claims.tree import Tree
from attributed.model import Known

NO_TIME = Known(None, "no time expression in the claim")


def time_of(draft: Draft, times: Sequence[TimeExpression], tree: Tree) -> Known:
    """The event's time with its basis; among several expressions the one that fewest words part from the predicate."""
    inside = [time for passage in tree.passages(draft.tokens) for time in times if passage.covers(time.passage)]
    if not inside:
        return NO_TIME
    predicate = predicate_of(draft, tree)
    nearest = min(inside, key=lambda time: (_steps(time, predicate, tree), time.passage))
    return Known(nearest.edtf, nearest.basis, nearest.passage)


def _steps(time: TimeExpression, predicate: int | None, tree: Tree) -> int:
    """How many dependencies lead up from the expression to the predicate."""
    token = bisect_left(tree.starts, time.passage.start)
    steps = 0
    while token != predicate and tree.heads[token] != token:
        token = tree.heads[token]
        steps += 1
    return steps if token == predicate else len(tree.heads)
