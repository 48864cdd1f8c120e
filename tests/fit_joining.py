"""Fit the weights of data/language/english/joining.toml on the marked facts, and print them as they stand there.

usage: fit_joining.py [--plain] [--rounds N]

Each weight in turn is moved by steps, up and down, and stays where the score is best, until a whole round moves none.
The score is the F0.5 of pairs of statements in one fact (precision counts double) in facts_dev and facts_dev_2
together, counted as `attributed score` does, as the mean of three: at the weights and with the base a little higher and
lower. One wrong step joins two large groups, so the best single point lies at an edge: fitted so, weights that were
moved by up to a tenth at random lost a tenth of their precision. Weights that the file says to be by judgement stay as
they are. The search begins at the file's weights, so that run on a fitted file it prints the same weights; with --plain
it begins at +1 or -1 for each, as if nobody had fitted any. Nothing is random, and facts_held.jsonl is not read.

The articles lie in the folder shared beside the checkout (corpora/rumours, corpora/news).
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from attributed import paths
from attributed.claims import extract_claims
from attributed.facts import comparing, findings_of
from attributed.facts.contract import as_contract
from attributed.facts.weights import joining
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import Extraction
from attributed.reading import article_from_text, read_page_words
from attributed.scoring import read_rows, score_facts

CORPORA = paths.PROJECT.parent / "shared/corpora"
ARTICLES = (CORPORA / "rumours/bodies.jsonl", CORPORA / "news/articles.jsonl")
MARKS = ("facts_dev.jsonl", "facts_dev_2.jsonl")
JUDGED = ("same_event_once", "other_news", "other_affair")  # by judgement
LEAST = 0.05  # to which weights are rounded
BETA = 0.5
ASIDE = (-0.25, 0.0, 0.25)  # by which the base is moved
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Marked:
    """One file of marks with what its articles say."""

    rows: Sequence[Mapping[str, Any]]
    texts: Mapping[str, str]
    extractions: Sequence[Extraction]


def marked(file: Path, knowledge: Knowledge) -> Marked:
    """The marks of a file, and its articles extracted as `attributed facts --from-jsonl` does."""
    rows, page = read_rows(file), read_page_words()
    stored = {row["id"]: row for source in ARTICLES for row in map(json.loads, source.open(encoding="utf-8"))}
    known = [stored[name] for name in dict.fromkeys(row["doc"] for row in rows if row["kind"] == "mark")]
    articles = [
        article_from_text(
            row["id"], row["text"], page, **{key: row[key] for key in ("title", "outlet", "url") if row.get(key)}
        )
        for row in known
    ]
    return Marked(rows, {row["id"]: row["text"] for row in known}, list(extract_claims(articles, knowledge)))


def score(weights: Weights, sets: Sequence[Marked], knowledge: Knowledge) -> float:
    """The mean F at some weights and beside them."""
    beside = [weights | {"base": weights["base"] + aside} for aside in ASIDE]
    return sum(score_at(one, sets, knowledge) for one in beside) / len(beside)


def score_at(weights: Weights, sets: Sequence[Marked], knowledge: Knowledge) -> float:
    """F of the pairs of all sets together, precision counting double."""
    own = joining()
    fitted = own.model_copy(update={"weights": own.weights.model_copy(update=weights)})
    right = said = gold = 0
    with patch.object(comparing, "joining", lambda: fitted):
        for one in sets:
            found = findings_of(one.extractions, knowledge)
            predicted = list(as_contract(found, [extraction.article for extraction in one.extractions]))
            pairs = score_facts(one.rows, predicted, one.texts).facts
            right, said, gold = right + pairs.right, said + pairs.predicted, gold + pairs.gold
    return (1 + BETA**2) * right / (said + BETA**2 * gold)


def better(weights: Weights, name: str) -> Iterator[Weights]:
    """The weights with one of them moved, by half of itself, by a fifth and by a twentieth."""
    for share in (0.5, 0.2, 0.05):
        step = max(LEAST, abs(weights[name]) * share)
        for moved in (weights[name] + step, weights[name] - step):
            yield weights | {name: round(round(moved / LEAST) * LEAST, 2)}


def fitted(start: Weights, sets: Sequence[Marked], knowledge: Knowledge, rounds: int) -> Weights:
    """Where no step of one weight helps, or after so many rounds."""
    weights, best = start, score(start, sets, knowledge)
    print(f"# at the start {best:.4f}", flush=True)
    for number in range(rounds):
        before = best
        for name in (name for name in start if name not in JUDGED):
            tried = [(score(one, sets, knowledge), one) for one in better(weights, name)]
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
    for name, value in fitted(start, sets, knowledge, options.rounds).items():
        print(f"{name} = {value}")


if __name__ == "__main__":
    main()
