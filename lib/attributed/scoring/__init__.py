"""How good we are: attributions, claims and facts against hand-marked ones."""

from attributed.scoring.attributions import AttributionScores, row_of, score_attributions
from attributed.scoring.claims import ClaimScores, score_claims
from attributed.scoring.clusters import Agreement, BCubed, b_cubed
from attributed.scoring.disagreements import Cause, Disagreement
from attributed.scoring.facts import Error, FactError, FactScores, score_facts
from attributed.scoring.intervals import Figure
from attributed.scoring.rows import read_rows

__all__ = [
    "Agreement",
    "AttributionScores",
    "BCubed",
    "Cause",
    "ClaimScores",
    "Disagreement",
    "Error",
    "FactError",
    "FactScores",
    "Figure",
    "b_cubed",
    "read_rows",
    "row_of",
    "score_attributions",
    "score_claims",
    "score_facts",
]
