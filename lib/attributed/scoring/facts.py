"""Facts against hand-marked ones: which statements are one, and which articles have an origin in common."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from attributed.scoring.clusters import Agreement
from attributed.scoring.statements import Row, Statement, Told, found_for, statements_of, told_in


class Error(StrEnum):
    """How our facts and the marked ones differ."""

    JOINED = "joined, and are two facts"
    APART = "apart, and are one fact"
    NOT_FOUND = "no claim says it"
    SHARED = "said to have one root, and have not"
    NOT_SHARED = "have one root, and are not said to"


@dataclass(frozen=True, slots=True)
class FactError:
    """One thing that our facts get wrong: two statements, or the one that no claim says."""

    error: Error
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class FactScores:
    """How far our facts agree with marked ones, and every error."""

    statements: Agreement  # that a claim of ours says
    facts: Agreement  # pairs of statements in one fact; a statement without a claim is in none
    found_facts: Agreement  # the same, over the pairs that have claims
    roots: Agreement  # pairs of articles with a common root for a fact
    joined_roots: Agreement  # the same, over the pairs that our facts join
    sets: Mapping[str, Agreement]  # facts, within each set of articles
    errors: tuple[FactError, ...]

    def rows(self) -> list[tuple[str, float | None, float | None, float | None, int, int, int]]:
        """Name, precision, recall, F1 and the three counts, for a table."""
        named = {
            "statements with a claim": self.statements,
            "facts": self.facts,
            "facts, where both have claims": self.found_facts,
            "shared roots": self.roots,
            "shared roots, where joined": self.joined_roots,
            **{f"facts, set {name}": agreement for name, agreement in self.sets.items()},
        }
        return [(name, a.precision, a.recall, a.f1, a.right, a.predicted, a.gold) for name, a in named.items()]


def score_facts(gold: Sequence[Row], predicted: Sequence[Row], texts: Mapping[str, str]) -> FactScores:
    """Scores over the articles that the gold marks; `predicted` has the rows that `attributed facts` prints.

    Pairs of statements that nobody could decide are left out, in precision and in recall.
    """
    statements = statements_of(gold)
    found = found_for(statements, told_in(predicted), texts)
    facts, found_facts, wrong = _score_pairs(statements, found)
    roots, joined_roots, wrong_roots = _score_roots(statements, found, predicted)
    lost = [FactError(Error.NOT_FOUND, (statement,)) for statement in statements if statement not in found]
    return FactScores(
        statements=Agreement(len(found), len(found), len(statements)),
        facts=facts,
        found_facts=found_facts,
        roots=roots,
        joined_roots=joined_roots,
        sets={name: _score_pairs(part, found)[0] for name, part in _by_set(gold, statements).items()},
        errors=(*wrong, *lost, *wrong_roots),
    )


def _by_set(gold: Iterable[Row], statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    set_of = {row["id"]: row["set"] for row in gold if row["kind"] == "fact"}
    parts: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        parts[set_of[statement.fact]].append(statement)
    return parts


def _score_pairs(
    statements: Sequence[Statement], found: Mapping[Statement, Told]
) -> tuple[Agreement, Agreement, list[FactError]]:
    """Over all pairs, over the pairs that have claims, and the wrong ones among the latter."""
    right = predicted = gold = gold_found = 0
    errors = []
    for pair in combinations(statements, 2):
        one, other = pair
        if _is_open(one, other):
            continue
        same = one.fact == other.fact
        both = one in found and other in found
        joined = both and found[one].fact == found[other].fact
        right, predicted, gold = right + (same and joined), predicted + joined, gold + same
        gold_found += same and both
        if both and same != joined:
            errors.append(FactError(Error.JOINED if joined else Error.APART, pair))
    return Agreement(right, predicted, gold), Agreement(right, predicted, gold_found), errors


def _is_open(one: Statement, other: Statement) -> bool:
    """Whether nobody could say if two statements are one fact."""
    if one.fact == other.fact:
        return not (one.is_sure and other.is_sure)
    return bool(one.undecided & {other.fact, *other.undecided} or one.fact in other.undecided)


def _score_roots(
    statements: Sequence[Statement], found: Mapping[Statement, Told], predicted: Sequence[Row]
) -> tuple[Agreement, Agreement, list[FactError]]:
    """Over all pairs of articles that a marked fact has, over those that a fact of ours joins, and the wrong pairs."""
    sharing = {fact["id"]: _articles_of_roots(fact) for fact in predicted}
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.is_sure:
            told[statement.fact, statement.article].append(statement)
    right = said = gold = gold_joined = 0
    errors = []
    for (first, here), (second, there) in combinations(told.items(), 2):
        truth = _common_root(here, there) if first[0] == second[0] else None
        if truth is None:
            continue
        joining = {found[s].fact for s in here if s in found} & {found[s].fact for s in there if s in found}
        claimed = any({first[1], second[1]} <= articles for fact in joining for articles in sharing[fact])
        right, said, gold = right + (truth and claimed), said + claimed, gold + truth
        gold_joined += truth and bool(joining)
        if truth != claimed:
            errors.append(FactError(Error.SHARED if claimed else Error.NOT_SHARED, (here[0], there[0])))
    return Agreement(right, said, gold), Agreement(right, said, gold_joined), errors


def _common_root(here: Sequence[Statement], there: Sequence[Statement]) -> bool | None:
    """Whether two articles have a root in common for one fact; None where the articles do not settle it."""
    certain = [frozenset[str]().union(*(s.roots for s in side)) for side in (here, there)]
    possible = [frozenset[str]().union(*(s.roots | s.maybe_roots for s in side)) for side in (here, there)]
    if certain[0] & certain[1]:
        return True
    return None if possible[0] & possible[1] else False


def _articles_of_roots(fact: Row) -> list[set[str]]:
    """The articles of each origin of a fact of ours, origins that a certain step makes one taken together."""
    groups = [({root["id"]}, set(root["articles"])) for root in fact.get("roots", ())]
    for step in fact.get("steps", ()):
        if step["certain"]:
            touching = [group for group in groups if group[0] & set(step["roots"])]
            groups = [group for group in groups if group not in touching]
            groups.append((set().union(*(ids for ids, _ in touching)), set().union(*(a for _, a in touching))))
    return [articles for _, articles in groups]
