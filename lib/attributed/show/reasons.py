"""How the page words reasons: why origins are one, in what reports differ, how articles come to say the same."""

from attributed.model import CaseField, ChangeKind, CopyKind, Disagreement, Ground, Polarity
from attributed.show.dates import date_words
from attributed.show.wording import POLARITIES

GROUNDS = {
    Ground.SAME_ORIGIN: "both chains name the same origin",
    Ground.SAME_REPORT: "both cite one report",
    Ground.COPY: "the same words stand in both articles",
    Ground.RETELLING: "one article cites the other’s outlet for it",
    Ground.SAME_DESCRIPTION: "one outlet, the same words for somebody not named",
    Ground.UNDECIDED: "two descriptions in one article that may mean one person",
    Ground.SAME_STATE: "a government, and a body or an outlet of its own: possibly one voice, no proof",
    Ground.SAME_MOMENT: "nobody is named, and both tell the same at the same time: a possible common origin, no proof",
    Ground.OWN_WORDS: "both articles tell it themselves and name nobody: a possible common origin, no proof",
    Ground.OTHER_WORDS: "some tell it in other words than the first claim does, and may tell of something else",
    Ground.HEARSAY: "nobody is named for it: it may be anybody’s word",
}
DISAGREEMENTS = {
    Disagreement.POLARITY: "Whether it is so",
    Disagreement.COUNT: "How many",
    Disagreement.DATE: "When",
    Disagreement.PLACE: "Where",
    Disagreement.STATUS: "What became of somebody",
    Disagreement.WORDING: "What the words were",
}
COPIES = {
    CopyKind.SAME_WORDS: "nearly the same text",
    CopyKind.SHARED_PASSAGES: "passages in the same words",
    CopyKind.WIRE: "one agency’s report",
    CopyKind.UPDATE: "a later version of one story",
    CopyKind.RETELLING: "a retelling: it cites the other’s outlet",
}
FIELDS = {
    CaseField.TRIGGER: "Trigger",
    CaseField.CHARGE: "Charge",
    CaseField.TARGETS: "Targets",
    CaseField.COUNT: "How many",
    CaseField.PLACE: "Place",
    CaseField.METHOD: "Method",
    CaseField.ANNOUNCEMENT: "Announcement",
    CaseField.STATED_REASON: "Reason stated by officials",
    CaseField.ALLEGED_MOTIVE: "Motive alleged by others",
    CaseField.CONSEQUENCES: "Consequences",
}
CHANGES = {
    ChangeKind.NEW: "New",
    ChangeKind.CHANGED: "Changed",
    ChangeKind.OVERTURNED: "Overturned by a later sighting or death",
    ChangeKind.WITHDRAWN: "Withdrawn",
}
LETTERS = {  # AJP-2.1
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
NUMBERS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
VALUES = {"affirmed": "it is so", "negated": POLARITIES[Polarity.NEGATED], "denied": "denied"}


def value_words(about: Disagreement, value: str) -> str:
    """What one side says, in words."""
    if about is Disagreement.DATE:
        return date_words(value)
    return VALUES.get(value, value) if about is Disagreement.POLARITY else value
