"""How good we are: attributions and claims against hand-marked ones."""

from attributed.scoring.attributions import AttributionScores, row_of, score_attributions
from attributed.scoring.claims import ClaimScores, score_claims
from attributed.scoring.disagreements import Cause, Disagreement
from attributed.scoring.intervals import Figure
from attributed.scoring.rows import read_rows

__all__ = [
    "AttributionScores",
    "Cause",
    "ClaimScores",
    "Disagreement",
    "Figure",
    "read_rows",
    "row_of",
    "score_attributions",
    "score_claims",
]
