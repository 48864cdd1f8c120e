"""When a claim's event took place: the time expression that stands closest to its main predicate."""

from bisect import bisect_left
from collections.abc import Sequence

from attributed.claims.drafts import Draft
from attributed.claims.hedges import predicate_of
from attributed.claims.times import TimeExpression
from attributed.claims.tree import Tree
from attributed.claims.wordlists import deed_words
from attributed.model import Known

VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp"})
NO_TIME = Known(None, "no time expression in the claim")


def time_of(draft: Draft, times: Sequence[TimeExpression], tree: Tree) -> Known:
    """The event's time with its basis; among several expressions the one that fewest words part from the predicate."""
    inside = [time for passage in tree.passages(draft.tokens) for time in times if passage.covers(time.passage)]
    if not inside:
        return NO_TIME
    predicate = predicate_of(draft, tree)
    inside = [time for time in inside if not _is_aside(time, predicate, tree)]
    if not inside:
        return NO_TIME
    # "recently", or "last week" in an article without a date, only stands where nothing says more
    nearest = min(inside, key=lambda time: (time.edtf is None, _steps(time, predicate, tree), time.passage))
    return Known(nearest.edtf, nearest.basis, nearest.passage)


def _is_aside(time: TimeExpression, predicate: int | None, tree: Tree) -> bool:
    """Whether a time dates what is told of somebody by the way: "Kim, who was seen in May, has returned".

    Or "Kim, the 1950s general, has returned".
    """
    token = bisect_left(tree.starts, time.passage.start)
    while token != predicate and tree.heads[token] != token:
        by_the_way = tree.deps[token] == "appos" and not time.passage.start <= tree.starts[token] < time.passage.end
        if by_the_way or tree.deps[token] == "relcl":
            return predicate is not None
        token = tree.heads[token]
    return False


def _steps(time: TimeExpression, predicate: int | None, tree: Tree) -> int:
    """How many dependencies lead up from the expression to the predicate."""
    token = bisect_left(tree.starts, time.passage.start)
    steps = 0
    while token != predicate and tree.heads[token] != token:
        token = tree.heads[token]
        steps += 1
    return steps if token == predicate else len(tree.heads)


def dates_event(time: Known, told: Sequence[int], tree: Tree) -> bool:
    """Whether a time is that of the event told at some tokens: of "jailed in 2015 and later died" it is the jailing's.

    It is, where its own verb tells the event or holds it without a clause, an "and" or an "after" between them; a time
    in front of several verbs dates them all.
    """
    if time.passage is None or not told:
        return True
    own = dated = bisect_left(tree.starts, time.passage.start)
    while tree.parts[own] not in VERBS and own not in told and tree.heads[own] != own:
        own = tree.heads[own]
    return any(_holds(own, event, dated, tree) or _is_about(own, event, tree) for event in told)


def _holds(verb: int, event: int, dated: int, tree: Tree) -> bool:
    token = event
    while token != verb:
        beside = tree.deps[token] == "conj" and dated > verb
        sooner_or_later = tree.words[token] in deed_words().behind.words  # "in May, before his death"
        if sooner_or_later or beside or tree.deps[token] in CLAUSES or tree.heads[token] == token:
            return False
        token = tree.heads[token]
    return True


def _is_about(verb: int, event: int, tree: Tree) -> bool:
    """As in "a purge that began in May"."""
    return tree.deps[verb] in {"acl", "relcl"} and tree.heads[verb] == event
