"""Forecasts and signs, with the later facts that bear them out or refute them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from attributed.knowledge import Knowledge
from attributed.model import Article, Claim, Extraction, Fact, Findings, Outcome, Outlook, Polarity
from attributed.model.dates import days_of

ASKED = frozenset({Outlook.FORECAST, Outlook.SIGN})
YEAR = timedelta(days=366)  # what comes later than that, where no horizon was given, may be another matter


def outcomes_of(findings: Findings, extractions: Iterable[Extraction], knowledge: Knowledge) -> tuple[Outcome, ...]:
    """Every claim about what may come, or that something is a sign, in the order of the text.

    A later fact bears a claim out where it is of the same event, concerns whom the claim names, and happened after the
    claim was printed and by its horizon; without these dates the claim stays open. Of events that befall people it must
    concern the one to whom it is done, or where he is not named a place below a country. A country is no such name:
    something of the kind happens there every year. Of events that befall nobody (a visit) all whom and what the claim
    names must be in the fact: guest, host and place.
    """
    extractions = tuple(extractions)
    articles = {extraction.article.sha256: extraction.article for extraction in extractions}
    about = _by_event_and_name(findings.facts, knowledge)
    claims = (claim for extraction in extractions for claim in extraction.claims if claim.outlook in ASKED)
    return tuple(_outcome(claim, about, articles, knowledge) for claim in claims)


def _by_event_and_name(
    facts: Iterable[Fact], knowledge: Knowledge
) -> Mapping[tuple[str | None, str], Mapping[str, Fact]]:
    """The dated facts by event and by whom, which body or what place their claims of it are about."""
    found: dict[tuple[str | None, str], dict[str, Fact]] = {}
    for fact in facts:
        for claim in fact.claims if days_of(fact.time.value) else ():
            for name in _concerned(claim, knowledge):
                found.setdefault((claim.event, name), {})[fact.id] = fact
    return found


def _outcome(
    claim: Claim,
    about: Mapping[tuple[str | None, str], Mapping[str, Fact]],
    articles: Mapping[str, Article],
    knowledge: Knowledge,
) -> Outcome:
    printed = days_of(articles[claim.article].published.value)
    if printed is None or claim.event is None:
        return Outcome(claim.id)
    by = days_of(claim.horizon.value)
    last = by[1] if by else printed[1] + YEAR
    names = sorted(_concerned(claim, knowledge, alone=True))
    alike = {name: fact for key in names for name, fact in about.get((claim.event, key), {}).items()}
    needed = set() if knowledge.events[claim.event].status else _named(claim)
    later = [
        fact
        for fact in alike.values()
        if _is_within(fact, after=printed[1], by=last) and needed <= set().union(*map(_named, fact.claims))
    ]
    so = tuple(fact.id for fact in later if _says(fact, claim, Polarity.AFFIRMED))
    not_so = tuple(fact.id for fact in later if _says(fact, claim, Polarity.NEGATED))
    return Outcome(claim.id, so, not_so) if claim.polarity is Polarity.AFFIRMED else Outcome(claim.id, not_so, so)


def _is_within(fact: Fact, *, after: date, by: date) -> bool:
    """Whether a fact happened after a claim was printed, and in time."""
    days = days_of(fact.time.value)
    return days is not None and after < days[0] and days[1] <= by


def _concerned(claim: Claim, knowledge: Knowledge, *, alone: bool = False) -> set[str]:
    """Which people and bodies an event is about; where it befalls people also which places below a country.

    Whoever does something to somebody does it to many: it is about the one to whom it is done; `alone`, about no place.
    """
    if claim.event is None:
        return set()
    befalls = knowledge.events[claim.event].status is not None
    affected, agents = ({mention.key for mention in side if mention.key} for side in (claim.affected, claim.agents))
    keys = (affected if befalls and affected else affected | agents) - knowledge.places.keys()
    if not befalls or (alone and affected):
        return keys
    places = (knowledge.places.get(mention.key or "") for mention in claim.places)
    return keys | {place.id for place in places if place is not None and place.parent is not None}


def _named(claim: Claim) -> set[str]:
    return {mention.key for mention in (*claim.affected, *claim.agents, *claim.places) if mention.key}


def _says(fact: Fact, claim: Claim, polarity: Polarity) -> bool:
    """Whether a fact's claims of the event say firmly that it is so, or that it is not."""
    told = [one for one in fact.claims if one.event == claim.event and one.outlook is None]
    if polarity is Polarity.AFFIRMED:
        return any(one.is_firm for one in told)
    return any(one.polarity is not Polarity.AFFIRMED for one in told)
