"""What a notebook cell displays: one function a section, each Briefing -> Shown."""

from attributed.show.articles import articles
from attributed.show.cases import cases
from attributed.show.changes import what_changed
from attributed.show.conflicts import conflicts, unsupported
from attributed.show.copies import copies
from attributed.show.corrections import corrections
from attributed.show.facts import own_words, reported, takeaways
from attributed.show.gaps import gaps
from attributed.show.head import headline
from attributed.show.method import method
from attributed.show.notes import alternatives, indicators, judgements
from attributed.show.outcomes import outcomes
from attributed.show.people import people
from attributed.show.places import places
from attributed.show.shown import Shown
from attributed.show.sources import sources
from attributed.show.stages import attributions, zones
from attributed.show.timeline import timeline
from attributed.show.vouching import who_vouches
from attributed.show.web import chains_web

__all__ = [
    "Shown",
    "alternatives",
    "articles",
    "attributions",
    "cases",
    "chains_web",
    "conflicts",
    "copies",
    "corrections",
    "gaps",
    "headline",
    "indicators",
    "judgements",
    "method",
    "outcomes",
    "own_words",
    "people",
    "places",
    "reported",
    "sources",
    "takeaways",
    "timeline",
    "unsupported",
    "what_changed",
    "who_vouches",
    "zones",
]
