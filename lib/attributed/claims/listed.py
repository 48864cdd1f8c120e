"""What the subject's lists know of somebody who speaks."""

from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import SourceKind

# Kinds of organisation that are no part of a state; nothing in the lists makes their word an official one.
THINK_TANK = "think tank"
NOT_OFFICIAL = frozenset({THINK_TANK, "company", "academic body", "cultural body", "organisation"})

ASKED = frozenset({THINK_TANK, "academic body"})


def holds_office(person: str, knowledge: Knowledge) -> bool:
    """Whether the lists give somebody an office."""
    known = knowledge.people.get(person)
    return bool(known and known.offices)


def kind_as_described(person: str, knowledge: Knowledge, words: ClaimWords) -> SourceKind | None:
    """What the lists' description of somebody says; else unknown."""
    known = knowledge.people.get(person)
    if known is None:
        return None
    described = set((known.described or "").lower().replace(",", " ").replace("-", " ").split())
    if described & (words.titles["institutes"] | words.titles["learned"]) and described & words.titles["at"]:
        return SourceKind.NAMED_EXPERT  # "director of studies at the Center for Peace"
    if described & words.titles[SourceKind.NAMED_EXPERT]:
        return SourceKind.NAMED_EXPERT
    offices, private = words.titles[SourceKind.NAMED_OFFICIAL], words.heads["anonymous_source"]
    is_official = described & offices and not described & private  # not "head of a group, a defector"
    return SourceKind.NAMED_OFFICIAL if is_official else None


def kind_of_organisation(organisation: str, knowledge: Knowledge) -> SourceKind | None:
    """An official body, unless its kind is no part of a state; a think tank is asked as an expert."""
    known = knowledge.organisations.get(organisation)
    if known and known.kind == THINK_TANK:
        return SourceKind.NAMED_EXPERT
    return SourceKind.OFFICIAL_BODY if known and known.kind not in NOT_OFFICIAL else None


def is_of_no_state(organisation: str, knowledge: Knowledge) -> bool:
    """Whether whoever leads an organisation or speaks for it is no official."""
    known = knowledge.organisations.get(organisation)
    return known is not None and known.kind in NOT_OFFICIAL


def is_institute(organisation: str, knowledge: Knowledge) -> bool:
    """Whether whoever belongs to an organisation is asked as an expert."""
    known = knowledge.organisations.get(organisation)
    return known is not None and known.kind in ASKED


def kind_of_outlet(outlet: str, knowledge: Knowledge) -> SourceKind | None:
    """State media where the lists say so, else another outlet."""
    known = knowledge.outlets.get(outlet)
    if known is None:
        return None
    return SourceKind.STATE_MEDIA if known.state else SourceKind.OTHER_OUTLET
