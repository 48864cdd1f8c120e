"""Claims against hand-marked ones, in figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attributed.scoring.cases import REPORTER, Case, Row, cases_of, is_own, lies_in, same_source, words_at, words_of
from attributed.scoring.disagreements import (
    FIELDS,
    OF_SPEAKERS,
    Disagreement,
    differences,
    false_alarms,
    misread,
    missed,
)
from attributed.scoring.lists import ScoringWords, read_scoring_words


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 as shares of 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """How far our claims agree with marked ones, and each case in which they do not."""

    attributed: Score  # claims that somebody makes
    both: Score  # the same, with the source's words
    reporter_recall: float | None  # of the article's own assertions
    furniture: int  # claims from captions, bylines, comment forms
    matched: int
    right: Mapping[str, float]  # of the matched claims: chain, origin, source kind, time, places, people
    disagreements: tuple[Disagreement, ...]

    def rows(self) -> list[tuple[str, float | int | None]]:
        """Name and value of each figure, for a table."""
        shares = [
            (f"{name} {label}", value)
            for name, score in (("attributed", self.attributed), ("both", self.both))
            for label, value in (("precision", score.precision), ("recall", score.recall), ("F1", score.f1))
        ]
        return [
            *shares,
            ("reporter recall", self.reporter_recall),
            ("furniture", self.furniture),
            ("of matched", self.matched),
            *self.right.items(),
        ]


def score_claims(
    gold: Iterable[Row], predicted: Iterable[Row], texts: Mapping[str, str], *, language: str = "english"
) -> ClaimScores:
    """Scores over the articles that the gold marks; `predicted` has the rows that `attributed extract` prints.

    Two claims match where the words of their contents overlap by half, the pair that also shares its source first.
    """
    lists = read_scoring_words(language)
    counts: Counter[str] = Counter()
    disagreements: list[Disagreement] = []
    for case in cases_of(gold, predicted, texts):
        count(case, counts, lists)
        disagreements += [*missed(case), *false_alarms(case, lists), *misread(case, lists)]
    return ClaimScores(
        attributed=score(counts["hit"], counts["predicted"], counts["said"]),
        both=score(counts["both"], counts["predicted"], counts["said"]),
        reporter_recall=counts["own hit"] / counts["own"] if counts["own"] else None,
        furniture=counts["furniture"],
        matched=counts["matched"],
        right={field: share(counts[field], counts["hit" if field in OF_SPEAKERS else "matched"]) for field in FIELDS},
        disagreements=tuple(disagreements),
    )


def share(part: int, whole: int) -> float:
    """A quotient that is 0 where there is nothing to divide by."""
    return part / whole if whole else 0.0


def score(right: int, predicted: int, gold: int) -> Score:
    """The three shares of some counts."""
    precision, recall = share(right, predicted), share(right, gold)
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0)


def count(case: Case, counts: Counter[str], lists: ScoringWords) -> None:
    """Adds one article's counts."""
    for row in case.marked:
        counts["own" if is_own(row) else "said"] += 1
    for i, j in case.pairs:
        row, claim = case.marked[i], case.found[j]
        counts["matched"] += 1
        counts["own hit" if is_own(row) else "hit"] += 1
        counts["both"] += not is_own(row) and same_source(case.text, row, claim)
        wrong = {cause for cause, _, _ in differences(row, claim, lists)}
        for field in FIELDS:
            counts[field] += field not in wrong and not (field in OF_SPEAKERS and is_own(row))
    junk, optional = words_of(case, lists.furniture), words_of(case, lists.optional)
    for claim in case.found:
        words = words_at(case.text, claim["content"])
        counts["furniture"] += lies_in(words, junk)
        counts["predicted"] += claim.get("source_kind") != REPORTER and not lies_in(words, optional)
