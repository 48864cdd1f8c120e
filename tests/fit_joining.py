"""Fit the weights of data/language/english/joining.toml on the marked facts, and print them as they stand there.

usage: fit_joining.py [--plain] [--rounds N]

Each weight in turn is moved by steps, up and down, and stays where the score is best, until a whole round moves none.
The score is the F0.5 of pairs of statements in one fact (precision counts double). Two parts of it are that of
facts_dev and facts_dev_2 together, counted as `attributed score` does, as the mean of three: at the weights and with
the base a little higher and lower. One wrong step joins two large groups, so the best single point lies at an edge:
fitted so, weights that were moved by up to a tenth at random lost a tenth of their precision. The third part is that
of the pairs in news_pairs that are marked as the same or not. Weights that the file says to be by judgement stay as
they are. The search begins at the file's weights, so that run on a fitted file it prints the same weights; with
--plain it begins at +1 or -1 for each, as if nobody had fitted any. Nothing is random, and facts_held.jsonl is not
read.

The articles lie in the folder shared beside the checkout (corpora/rumours, corpora/news).
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from attributed import paths
from attributed.claims import extract_claims
from attributed.cli.reading import KNOWN
from attributed.facts import comparing, findings_of
from attributed.facts.contract import as_contract
from attributed.facts.weights import joining
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import Extraction, Findings
from attributed.reading import article_from_text, read_page_words
from attributed.scoring import read_rows, score_facts

CORPORA = paths.PROJECT.parent / "shared/corpora"
ARTICLES = (CORPORA / "rumours/bodies.jsonl", CORPORA / "news/articles.jsonl")
MARKS = ("facts_dev.jsonl", "facts_dev_2.jsonl")
PAIRS = "news_pairs.jsonl"
NEWS = 1 / 3  # of the score
JUDGED = ("same_event_once", "other_news", "other_affair")  # by judgement
SAME = {"same": True, "not": False}  # a mark, and whether the statements are one fact
FIELDS = {key: key for key in KNOWN}
LEAST = 0.05  # to which weights are rounded
BETA = 0.5
ASIDE = (-0.25, 0.0, 0.25)  # by which the base is moved
Weights = dict[str, float]
Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """One file of marks with what its articles say."""

    rows: Sequence[Mapping[str, Any]]
    texts: Mapping[str, str]
    extractions: Sequence[Extraction]


def extracted(names: Iterable[str], knowledge: Knowledge, **also: str) -> tuple[dict[str, str], list[Extraction]]:
    """The texts of some stored articles and what they say, as `attributed facts --from-jsonl` has it.

    `also` names fields of the store under which what is known of an article stands there.
    """
    page = read_page_words()
    stored = {row["id"]: row for source in ARTICLES for row in map(json.loads, source.open(encoding="utf-8"))}
    found = [stored[name] for name in dict.fromkeys(names)]
    articles = [
        article_from_text(
            row["id"], row["text"], page, **{key: row[at] for key, at in (FIELDS | also).items() if row.get(at)}
        )
        for row in found
    ]
    return {row["id"]: row["text"] for row in found}, list(extract_claims(articles, knowledge))


def marked(file: Path, knowledge: Knowledge) -> Marked:
    """The marks of a file, and its articles."""
    rows = read_rows(file)
    return Marked(rows, *extracted((row["doc"] for row in rows if row["kind"] == "mark"), knowledge))


def paired(file: Path, knowledge: Knowledge) -> Marked:
    """Pairs of statements that are marked as the same or not, and their articles with the days of their dates."""
    rows = [row for row in read_rows(file) if row["mark"] in SAME]
    names = (statement["doc"] for row in rows for statement in row["statements"])
    return Marked(rows, *extracted(names, knowledge, published="date"))


def score(weights: Weights, sets: Sequence[Marked], pairs: Marked, knowledge: Knowledge) -> float:
    """The mean F at some weights and beside them, and that of the pairs in news."""
    beside = [weights | {"base": weights["base"] + aside} for aside in ASIDE]
    marks = sum(f_of(map(sum, zip(*(told_right(w, one, knowledge) for one in sets), strict=True))) for w in beside)
    return (1 - NEWS) * marks / len(beside) + NEWS * f_of(joined_right(weights, pairs, knowledge))


def told_right(weights: Weights, one: Marked, knowledge: Knowledge) -> Counts:
    """Of the pairs of one set: right, said and marked ones."""
    found = findings_at(weights, one, knowledge)
    predicted = list(as_contract(found, [extraction.article for extraction in one.extractions]))
    pairs = score_facts(one.rows, predicted, one.texts).facts
    return pairs.right, pairs.predicted, pairs.gold


def joined_right(weights: Weights, pairs: Marked, knowledge: Knowledge) -> Counts:
    """The same of single pairs; statements of which none begins and ends as marked are in no fact."""
    ids = {extraction.article.sha256: extraction.article.id for extraction in pairs.extractions}
    fact_of = {
        (ids[claim.article], claim.content[0].start, claim.content[-1].end): fact.id
        for fact in findings_at(weights, pairs, knowledge).facts
        for claim in fact.claims
    }
    right = said = 0
    for row in pairs.rows:
        one, other = (fact_of.get((s["doc"], s["start"], s["end"])) for s in row["statements"])
        joined = one is not None and one == other
        right, said = right + (joined and SAME[row["mark"]]), said + joined
    return right, said, sum(SAME[row["mark"]] for row in pairs.rows)


def findings_at(weights: Weights, one: Marked, knowledge: Knowledge) -> Findings:
    """What a set says together, at some weights."""
    own = joining()
    tried = own.model_copy(update={"weights": own.weights.model_copy(update=weights)})
    with patch.object(comparing, "joining", lambda: tried):
        return findings_of(one.extractions, knowledge)


def f_of(counts: Iterable[int]) -> float:
    """F, precision counting double."""
    right, said, gold = counts
    return (1 + BETA**2) * right / (said + BETA**2 * gold)


def better(weights: Weights, name: str) -> Iterator[Weights]:
    """The weights with one of them moved, by half of itself, by a fifth and by a twentieth."""
    for share in (0.5, 0.2, 0.05):
        step = max(LEAST, abs(weights[name]) * share)
        for moved in (weights[name] + step, weights[name] - step):
            yield weights | {name: round(round(moved / LEAST) * LEAST, 2)}


def fitted(start: Weights, sets: Sequence[Marked], pairs: Marked, knowledge: Knowledge, rounds: int) -> Weights:
    """Where no step of one weight helps, or after so many rounds."""
    weights, best = start, score(start, sets, pairs, knowledge)
    print(f"# at the start {best:.4f}", flush=True)
    for number in range(rounds):
        before = best
        for name in (name for name in start if name not in JUDGED):
            tried = [(score(one, sets, pairs, knowledge), one) for one in better(weights, name)]
            highest, moved = max(tried, key=lambda one: one[0])
            if highest > best:
                best, weights = highest, moved
        print(f"# after round {number + 1} {best:.4f}", flush=True)
        if best == before:
            break
    return weights


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--plain", action="store_true")
    asked.add_argument("--rounds", type=int, default=10)
    options = asked.parse_args()
    knowledge = read_knowledge()
    own = joining().weights.model_dump()
    signs = {name: 1.0 if value > 0 else -1.0 for name, value in own.items()}
    start = {name: own[name] if name in JUDGED else signs[name] for name in own} if options.plain else own
    sets = [marked(paths.GOLD / file, knowledge) for file in MARKS]
    pairs = paired(paths.GOLD / PAIRS, knowledge)
    for name, value in fitted(start, sets, pairs, knowledge, options.rounds).items():
        print(f"{name} = {value}")


if __name__ == "__main__":
    main()
