"""What is known of a subject, and where a text names it."""

from attributed.knowledge.corrections import Act, Correction
from attributed.knowledge.english import Words
from attributed.knowledge.loading import Knowledge, find_mentions, read_knowledge
from attributed.knowledge.mentions import Mentions
from attributed.knowledge.subject import EventType, Office, Organisation, Outlet, Person, Place, Subject

__all__ = [
    "Act",
    "Correction",
    "EventType",
    "Knowledge",
    "Mentions",
    "Office",
    "Organisation",
    "Outlet",
    "Person",
    "Place",
    "Subject",
    "Words",
    "find_mentions",
    "read_knowledge",
]
