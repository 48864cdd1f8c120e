"""What facts are called, claims' words on one line, their first numbers."""

from collections.abc import Sequence

from attributed.briefing import Briefing
from attributed.model import Claim, Fact, Outlook, Passage, text_at
from attributed.show.chains import origin_words
from attributed.show.dates import date_words
from attributed.show.parts import cited
from attributed.show.tree import Inline, Style, Styled, Text
from attributed.show.wording import HEDGES, INTENDED, POLARITIES, TO_COME, listed, sentence, shortened

LONGEST = 320
MOST_CITED = 10
QUOTES = '“”"'


def fact_title(briefing: Briefing, fact: Fact) -> str:
    """The event, to whom, and when, as far as known: "Execution of Jang Song Thaek, December 2013".

    Whom only other claims of the fact name is said apart: the article that speaks for it may not have meant them.
    """
    label = event_words(briefing, fact.claims[0], fact.event)
    label = sentence(label) if label else f"Statement, {origin_words(fact.claims[0])}"
    lead = fact.claims[0].article
    named = dict.fromkeys(m.name for claim in fact.claims if claim.article == lead for m in claim.affected)
    others = dict.fromkeys(m.name for claim in fact.claims for m in claim.affected)
    whom = f": {listed(named)}" if named else f" (other claims name {listed(others)})" if others else ""
    return label + whom + (f", {date_words(fact.time.value)}" if fact.time.value else "")


def event_words(briefing: Briefing, claim: Claim, event: str | None) -> str:
    """What an event is called, with those that the claim's words leave open: "purge or punishment"; none: empty.

    That it is only wanted is said of the event: the rest of what is said may well be so.
    """
    types = (event, *claim.instead) if event == claim.event else (event,)
    words = " or ".join(briefing.event_labels[one] for one in types if one and one in briefing.event_labels)
    is_intended = event == claim.event and claim.outlook is Outlook.INTENT
    return f"{words}, {INTENDED}" if words and is_intended else words


def firmness(claim: Claim) -> str:
    """How firmly the lead claim of a fact is made, in a few words."""
    return ", ".join((HEDGES[claim.hedge], *but(claim)))


def but(claim: Claim) -> list[str]:
    """What keeps a claim from saying that something is so: a denial, or that it is yet to come."""
    words = POLARITIES.get(claim.polarity), TO_COME if claim.outlook is Outlook.FORECAST else None
    return [word for word in words if word]


def words_of(briefing: Briefing, claim: Claim, *passages: Passage, most: int = LONGEST) -> str:
    """A claim's words, or those at some passages of it, on one line.

    Quotation marks whose other half stands elsewhere are left out, as are those around a translator's words.
    """
    text = briefing.article_of(claim).text
    words = " ".join(text_at(passages or claim.content, text).split()).rstrip(",;")
    if claim.is_translated and words[:1] in QUOTES and not any(mark in words[1:-1] for mark in QUOTES):
        words = words.strip(QUOTES).rstrip(",;")
    return shortened(whole_quotes(words), most=most)


def whole_quotes(words: str) -> str:
    """Words without the half of a pair of curly quotation marks at their start or end."""
    if words.startswith("“") and "”" not in words:
        words = words[1:]
    return words[:-1].rstrip(",;") if words.endswith("”") and "“" not in words else words


def cited_first(briefing: Briefing, claims: Sequence[Claim]) -> tuple[Inline, ...]:
    """The first numbers of many, and how many more there are."""
    more = len(claims) - MOST_CITED
    rest = (Styled((Text(f"and {more} more"),), Style.QUIET),) if more > 0 else ()
    return (*cited(briefing, claims[:MOST_CITED]), *rest)
