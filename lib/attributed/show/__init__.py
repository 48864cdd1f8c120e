"""What a notebook cell displays: one function a section, each Briefing -> Shown."""

from attributed.show.articles import articles
from attributed.show.facts import own_words, reported, takeaways
from attributed.show.gaps import gaps
from attributed.show.head import headline, what_changed
from attributed.show.method import method
from attributed.show.people import people
from attributed.show.places import places
from attributed.show.shown import Shown
from attributed.show.sources import sources, who_vouches
from attributed.show.timeline import timeline

__all__ = [
    "Shown",
    "articles",
    "gaps",
    "headline",
    "method",
    "own_words",
    "people",
    "places",
    "reported",
    "sources",
    "takeaways",
    "timeline",
    "what_changed",
    "who_vouches",
]
