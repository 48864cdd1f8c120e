"""What several claims say together: facts with their roots, conflicts, copies, histories, cases and grades."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from attributed.model.article import UNKNOWN, Known, Passage
from attributed.model.claim import Claim, Mention


class Ground(StrEnum):
    """Why two origins are one, or may be one."""

    SAME_ORIGIN = "same_origin"  # both chains name it
    SAME_REPORT = "same_report"  # both cite one dated report of one outlet
    COPY = "copy"  # the same words stand in both articles
    RETELLING = "retelling"  # one article cites the other's outlet for it
    SAME_DESCRIPTION = "same_description"  # one outlet, the same words for somebody not named
    UNDECIDED = "undecided"  # descriptions in one article that may mean one person
    SAME_STATE = "same_state"  # a government, and a body or outlet of its own: possibly one voice, no proof
    SAME_MOMENT = "same_moment"  # nobody is named, and both tell the same at the same time: possible, no proof
    OWN_WORDS = "own_words"  # articles tell it themselves on other days, and name nobody: possible, no proof
    OTHER_WORDS = "other_words"  # told in words so unlike those of the fact's first claim that it may be something else
    HEARSAY = "hearsay"  # words without any origin may be anybody's


@dataclass(frozen=True, slots=True)
class Step:
    """One reason for the range of independent roots."""

    ground: Ground
    roots: tuple[str, ...]  # the origins it is about
    claims: tuple[str, ...]  # ids of the claims that show it
    is_certain: bool  # False: it only lowers the fewest


@dataclass(frozen=True, slots=True)
class Root:
    """An origin behind a fact."""

    id: str
    name: str | None
    kind: str
    articles: tuple[str, ...]


class Disagreement(StrEnum):
    """In what two claims differ that cannot both hold."""

    POLARITY = "polarity"
    COUNT = "count"
    DATE = "date"
    PLACE = "place"
    STATUS = "status"
    WORDING = "wording"  # of an order or a document


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts that cannot both hold, with the claims that show it and what each side says, as data."""

    about: Disagreement
    facts: tuple[str, str]
    claims: tuple[str, str]
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drift:
    """Where a retelling says something else than what it retells."""

    about: Disagreement
    original: str  # claim id
    retelling: str  # claim id
    values: tuple[str, str]


class CopyKind(StrEnum):
    """How two articles come to say the same."""

    SAME_WORDS = "same_words"  # nearly the whole text
    SHARED_PASSAGES = "shared_passages"
    WIRE = "wire"  # both credit one agency
    UPDATE = "update"  # a later version of one story
    RETELLING = "retelling"  # the later one cites the earlier one's outlet


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that took words or a story from another one of the ledger."""

    article: str  # sha256
    of: str  # sha256 of the one it took from, as far as dates tell; else the first in the ledger
    kind: CopyKind
    share: float  # of the article's body words that stand in the other one
    passages: tuple[tuple[Passage, Passage], ...] = ()  # in this article, in the other one


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A part of a summary sentence that nobody quoted in the article bears out."""

    claim: str  # id
    passage: Passage


@dataclass(frozen=True, slots=True)
class Grade:
    """Both axes of the NATO Admiralty scale (AJP-2.1): the source's reliability and the information's credibility."""

    source: str  # A to F
    information: int  # 1 to 6
    why: tuple[str, ...]
    given_by: str | None = None  # who put it in place of the computed one


UNGRADED = Grade("F", 6, ("not judged",))


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more claims say, taken as one reported thing."""

    id: str
    claims: tuple[Claim, ...]  # the one that speaks for the fact first
    event: str | None
    time: Known
    roots: tuple[Root, ...]
    independent_roots: tuple[int, int]  # fewest and most that the sources allow
    steps: tuple[Step, ...] = ()  # why the range is what it is
    may_be: tuple[str, ...] = ()  # ids of facts that may be the same thing
    overturned_by: str | None = None  # id of a later fact
    grade: Grade = UNGRADED

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(claim.article for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Findings:
    """What a set of extractions says, taken together."""

    facts: tuple[Fact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    drifts: tuple[Drift, ...] = ()
    copies: tuple[Copy, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()


@dataclass(frozen=True, slots=True)
class Status:
    """What a person or body is reported to be from some time on."""

    status: str  # of the event type: appointed, dismissed, detained, executed, seen ...
    time: Known
    fact: str  # id
    claims: tuple[str, ...]
    overturned_by: str | None = None  # id of the fact of a later sighting


@dataclass(frozen=True, slots=True)
class History:
    """One person's or organisation's statuses, oldest first where dates allow."""

    subject: Mention  # the first mention
    hangul: str | None
    printed: tuple[str, ...]  # names as printed, each once
    statuses: tuple[Status, ...]
    claims: tuple[Claim, ...]  # every claim that names it
    last_seen: Known = UNKNOWN
    unfirm: tuple[Status, ...] = ()  # only possible, feared, ordered, supposed or denied: no status
    appearances: tuple[Status, ...] = ()  # where they took part; `status` is the event type


class CaseField(StrEnum):
    """By what analysts compare affairs."""

    TRIGGER = "trigger"
    CHARGE = "charge"
    TARGETS = "targets"
    COUNT = "count"
    PLACE = "place"
    METHOD = "method"
    ANNOUNCEMENT = "announcement"
    STATED_REASON = "stated_reason"
    ALLEGED_MOTIVE = "alleged_motive"
    CONSEQUENCES = "consequences"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one claim says for one field of a case."""

    claim: str  # id
    passage: Passage


@dataclass(frozen=True, slots=True)
class Case:
    """Facts of one affair, by field; a field without entries is a gap."""

    id: str
    event: str | None  # the gravest event of the affair
    time: Known
    facts: tuple[str, ...]
    fields: Mapping[CaseField, tuple[Entry, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A forecast or a sign, with later facts that bear it out or refute it; open where there are none."""

    claim: str  # id
    borne_out_by: tuple[str, ...] = ()  # fact ids
    refuted_by: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What became of a fact between two editions."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    OVERTURNED = "overturned"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is not as it was in the edition before."""

    kind: ChangeKind
    fact: str  # id
    title: str  # how the edition that has it calls it
    differences: tuple[tuple[str, str, str], ...] = ()  # (what: roots, grade, conflicts, claims; before; now)
    time: str | None = None  # EDTF
    words: str = ""  # the first claim's, as that edition had them
    editions: tuple[str, ...] = ()  # earlier ones that used a fact now overturned
