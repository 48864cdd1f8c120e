"""Who said what, through whom.

file ─▶ Article ─▶ Doc ─▶ attributions ─▶ Claims ─▶ ledger ─▶ Facts ─▶ Briefing ─▶ notebook ─▶ index.html, briefing.pdf

The names below are the public ones, in the order of that flow; each is imported when it is first asked for, so
that a command that only prints its help does not wait for spaCy and matplotlib.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attributed.briefing import Briefing, Request
    from attributed.claims import extract_claims
    from attributed.facts import findings_of
    from attributed.knowledge import Knowledge, read_knowledge
    from attributed.ledger import Ledger
    from attributed.making import make_briefing
    from attributed.model import Article, Claim, Extraction, Fact, Passage
    from attributed.reading import article_from_text, read_article, read_page_words

HOMES = {
    "read_knowledge": "knowledge",
    "Knowledge": "knowledge",
    "read_page_words": "reading",
    "read_article": "reading",
    "article_from_text": "reading",
    "Article": "model",
    "Passage": "model",
    "extract_claims": "claims",
    "Claim": "model",
    "Extraction": "model",
    "Ledger": "ledger",
    "findings_of": "facts",
    "Fact": "model",
    "Request": "briefing",
    "Briefing": "briefing",
    "make_briefing": "making",
}

__all__ = [
    "Article",
    "Briefing",
    "Claim",
    "Extraction",
    "Fact",
    "Knowledge",
    "Ledger",
    "Passage",
    "Request",
    "article_from_text",
    "extract_claims",
    "findings_of",
    "make_briefing",
    "read_article",
    "read_knowledge",
    "read_page_words",
]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'attributed' has no attribute {name!r}")
    return getattr(import_module(f"attributed.{HOMES[name]}"), name)
