"""The analyst's notes: judgements, alternatives and indicators in the analyst's own words, held against the claims."""

from attributed.notes.checking import Flag, check_notes
from attributed.notes.parts import Alternatives, Evidence, Indicator, Judgement, Kind, Notes, Rating, Sentence
from attributed.notes.reading import read_notes
from attributed.notes.yardsticks import Yardstick, read_yardsticks

__all__ = [
    "Alternatives",
    "Evidence",
    "Flag",
    "Indicator",
    "Judgement",
    "Kind",
    "Notes",
    "Rating",
    "Sentence",
    "Yardstick",
    "check_notes",
    "read_notes",
    "read_yardsticks",
]
