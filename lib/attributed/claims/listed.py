"""What the subject's lists know of somebody who speaks."""

from attributed.knowledge import Knowledge
from attributed.model import SourceKind

# Kinds of organisation that are no part of a state; nothing in the lists makes their word an official one.
NOT_OFFICIAL = frozenset(
    {"think tank", "think-tank", "ngo", "university", "company", "research", "media", "association"}
)


def kind_of_person(person: str, knowledge: Knowledge) -> SourceKind | None:
    """An official where the lists give an office; else unknown."""
    known = knowledge.people.get(person)
    return SourceKind.NAMED_OFFICIAL if known and known.offices else None


def kind_of_organisation(organisation: str, knowledge: Knowledge) -> SourceKind | None:
    """An official body, unless its kind is no part of a state."""
    known = knowledge.organisations.get(organisation)
    return SourceKind.OFFICIAL_BODY if known and known.kind not in NOT_OFFICIAL else None


def kind_of_outlet(outlet: str, knowledge: Knowledge) -> SourceKind | None:
    """State media where the lists say so, else another outlet."""
    known = knowledge.outlets.get(outlet)
    if known is None:
        return None
    return SourceKind.STATE_MEDIA if known.state else SourceKind.OTHER_OUTLET
