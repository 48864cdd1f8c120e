"""By what a reader may filter the marked claims: data for the page's script."""

import json
from collections.abc import Iterable, Sequence

from attributed.briefing import Briefing
from attributed.model import Claim
from attributed.show.chains import kind_label
from attributed.show.filters import Filter
from attributed.show.tree import Data
from attributed.show.wording import HEDGES, sentence

ID = "claim-facets"
FACETS = ("Source", "Told as", "Event", "Person", "Place")


def facets(briefing: Briefing, shown: Iterable[Claim]) -> Data:
    """For each claim shown, by its number, which labels of which facet it has; labels stand once."""
    values = {briefing.number_of(claim): claim_facets(briefing, claim) for claim in shown}
    places: dict[str, int] = {}
    for labels in (labels for claim in values.values() for labels in claim):
        for label in labels:
            places.setdefault(label, len(places))
    claims = {number: [[places[label] for label in labels] for labels in claim] for number, claim in values.items()}
    content = {"facets": FACETS, "labels": list(places), "claims": claims}
    return Data("application/json", json.dumps(content, ensure_ascii=False, separators=(",", ":")), id=ID)


def filters(briefing: Briefing, claims: Iterable[Claim], element: str) -> tuple[Filter, ...]:
    """The same for JupyterLab, on elements named for the number of their claim: "claim-3"."""
    labels = {f"{element}-{briefing.number_of(claim)}": claim_facets(briefing, claim) for claim in claims}
    return tuple(
        Filter(name, {element: tuple(found[place]) for element, found in labels.items()})
        for place, name in enumerate(FACETS)
    )


def claim_facets(briefing: Briefing, claim: Claim) -> Sequence[Iterable[str]]:
    """The labels of one claim, facet by facet."""
    event = briefing.event_labels.get(claim.event or "")
    return (
        [sentence(kind_label(claim.source_kind))],
        [sentence(HEDGES[claim.hedge])],
        [sentence(event)] if event else [],
        dict.fromkeys(mention.name for mention in claim.people),
        dict.fromkeys(mention.name for mention in claim.places),
    )
