"""Forecasts and signs, with the later facts that bear them out or refute them."""

from collections.abc import Iterable, Mapping
from datetime import date

from attributed.model import Article, Claim, Extraction, Fact, Findings, Outcome, Polarity
from attributed.model.dates import days_of


def outcomes_of(findings: Findings, extractions: Iterable[Extraction]) -> tuple[Outcome, ...]:
    """Every claim about what may come, or that something is a sign, in the order of the text.

    A later fact bears a claim out where it is of the same event, concerns somebody or somewhere that the claim names,
    and happened after the claim was printed and by its horizon; without these dates the claim stays open.
    """
    extractions = tuple(extractions)
    articles = {extraction.article.sha256: extraction.article for extraction in extractions}
    about = _by_event_and_name(findings.facts)
    claims = (claim for extraction in extractions for claim in extraction.claims if claim.outlook)
    return tuple(_outcome(claim, about, articles) for claim in claims)


def _by_event_and_name(facts: Iterable[Fact]) -> Mapping[tuple[str | None, str], Mapping[str, Fact]]:
    """The dated facts by event and by whom, which body or what place their claims of it are about."""
    found: dict[tuple[str | None, str], dict[str, Fact]] = {}
    for fact in facts:
        for claim in fact.claims if days_of(fact.time.value) else ():
            for name in _concerned(claim) if claim.event else ():
                found.setdefault((claim.event, name), {})[fact.id] = fact
    return found


def _outcome(
    claim: Claim, about: Mapping[tuple[str | None, str], Mapping[str, Fact]], articles: Mapping[str, Article]
) -> Outcome:
    printed = days_of(articles[claim.article].published.value)
    if printed is None or claim.event is None:
        return Outcome(claim.id)
    by = days_of(claim.horizon.value)
    alike = {
        name: fact for key in sorted(_concerned(claim)) for name, fact in about.get((claim.event, key), {}).items()
    }
    later = [fact for fact in alike.values() if _is_within(fact, after=printed[1], by=by[1] if by else date.max)]
    so = tuple(fact.id for fact in later if _says(fact, claim, Polarity.AFFIRMED))
    not_so = tuple(fact.id for fact in later if _says(fact, claim, Polarity.NEGATED))
    return Outcome(claim.id, so, not_so) if claim.polarity is Polarity.AFFIRMED else Outcome(claim.id, not_so, so)


def _is_within(fact: Fact, *, after: date, by: date) -> bool:
    """Whether a fact happened after a claim was printed, and in time."""
    days = days_of(fact.time.value)
    return days is not None and after < days[0] and days[1] <= by


def _concerned(claim: Claim) -> set[str]:
    """Whom, which bodies and what places an event is about."""
    mentions = (*claim.affected, *claim.agents, *claim.places)
    return {mention.key for mention in mentions if mention.key}


def _says(fact: Fact, claim: Claim, polarity: Polarity) -> bool:
    """Whether a fact's claims of the event say firmly that it is so, or that it is not."""
    told = [one for one in fact.claims if one.event == claim.event and one.outlook is None]
    if polarity is Polarity.AFFIRMED:
        return any(one.is_firm for one in told)
    return any(one.polarity is not Polarity.AFFIRMED for one in told)
