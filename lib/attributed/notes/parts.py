"""What a notes file says: typed sentences that cite claims, hypotheses held against evidence, indicators to watch."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a sentence of a judgement is (ICD 203: reported, assumed and judged stay visibly apart)."""

    REPORTED = "reported"
    ASSUMED = "assumed"
    JUDGED = "judged"


class Rating(StrEnum):
    """How a piece of evidence sits with a hypothesis, as in an analysis of competing hypotheses."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"

    @property
    def weight(self) -> int:
        return {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}[self.value]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in the analyst's words, without its type and citations; lines count from 1."""

    kind: Kind
    text: str
    claims: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst holds, with what it rests on."""

    title: str
    sentences: tuple[Sentence, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the matrix: a claim, and how it sits with each hypothesis."""

    claim: str
    ratings: Mapping[str, Rating]  # hypothesis -> rating
    line: int

    @property
    def diagnosticity(self) -> int:
        """How far apart the ratings lie, 0 to 4; at 0 the claim tells the hypotheses apart in nothing."""
        weights = [rating.weight for rating in self.ratings.values()]
        return max(weights) - min(weights)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Hypotheses with the evidence that each is held against."""

    hypotheses: Mapping[str, str]  # "H1" -> what it says
    evidence: tuple[Evidence, ...]
    line: int

    def against(self, hypothesis: str) -> int:
        """How much speaks against a hypothesis: 1 for each I, 2 for each II. The least refuted one stands."""
        return -sum(min(0, evidence.ratings[hypothesis].weight) for evidence in self.evidence)


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something to watch for, and the hypothesis that it would speak for, where one is named."""

    text: str
    hypothesis: str | None
    claims: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Notes:
    """A notes file."""

    name: str  # the file's
    yardstick: str
    judgements: tuple[Judgement, ...] = ()
    alternatives: Alternatives | None = None
    indicators: tuple[Indicator, ...] = ()
    by: str | None = None  # who judges, as they want to be called
