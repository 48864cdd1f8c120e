"""Facts to a briefing: what comes first, who is named, what is not known."""

from collections.abc import Iterable, Mapping

from attributed.briefing import Briefing, Gap, GapKind, Making, PersonHistory, Request, Source
from attributed.facts import independent_roots
from attributed.knowledge import Knowledge
from attributed.model import Article, Claim, Extraction, Fact, Hedge, Mention, Polarity

MOST_TAKEAWAYS = 5
FIRM = (Hedge.ASSERTED, Hedge.REPORTED)


def build_briefing(
    request: Request,
    extractions: Iterable[Extraction],
    facts: tuple[Fact, ...],
    knowledge: Knowledge,
    *,
    edition: str,
    making: Making,
    refused: tuple[tuple[str, str], ...] = (),
) -> Briefing:
    """The briefing that a request asks for, from what was extracted; claims are numbered in the order given."""
    extractions = tuple(extractions)
    articles = tuple(extraction.article for extraction in extractions)
    claims = tuple(claim for extraction in extractions for claim in extraction.claims)
    weights = {event.id: event.weight for event in knowledge.events}
    return Briefing(
        request=request,
        edition=edition,
        articles=articles,
        claims=claims,
        facts=facts,
        takeaways=takeaways(facts, weights),
        headline=headline(facts, weights),
        people=people(claims, articles, knowledge),
        sources=sources(claims),
        independent_roots=roots_behind(claims),
        gaps=gaps(articles, claims),
        event_labels={event.id: event.label for event in knowledge.events},
        making=making,
        refused=refused,
    )


def takeaways(facts: Iterable[Fact], weights: Mapping[str, int]) -> tuple[Fact, ...]:
    """The weightiest facts, the best vouched for first among equals, one for each event type of an article."""
    chosen: dict[tuple[str | None, tuple[str, ...]], Fact] = {}
    for fact in sorted(facts, key=lambda fact: rank(fact, weights), reverse=True):
        chosen.setdefault((fact.event, fact.articles), fact)
    weighty = [fact for fact in chosen.values() if weights.get(fact.event or "", 0) > 0]
    return tuple(weighty[:MOST_TAKEAWAYS])


def rank(fact: Fact, weights: Mapping[str, int]) -> tuple[int, ...]:
    """How early a reader should meet a fact: event, firmness, somebody who answers for it, roots, date."""
    claim = fact.claims[0]
    return (
        weights.get(fact.event or "", 0),
        not claim.is_the_articles_own,
        claim.hedge in FIRM and claim.polarity is Polarity.AFFIRMED,
        fact.independent_roots[0],
        fact.time.value is not None,
        len(claim.people) + len(claim.places),
    )


def headline(facts: Iterable[Fact], weights: Mapping[str, int]) -> tuple[tuple[str, str, int], ...]:
    """For the weightiest event type of each article: how it is put there and in how many articles."""
    told: dict[tuple[str, str], set[str]] = {}
    best: dict[str, Fact] = {}
    for fact in facts:
        for article in fact.articles:
            if fact.event and rank(fact, weights) > (rank(best[article], weights) if article in best else (0,)):
                best[article] = fact
    for article, fact in best.items():
        told.setdefault((fact.event or "", fact.claims[0].hedge), set()).add(article)
    return tuple((event, hedge, len(where)) for (event, hedge), where in told.items())


def people(claims: Iterable[Claim], articles: Iterable[Article], knowledge: Knowledge) -> tuple[PersonHistory, ...]:
    """Everybody whom claims name, those with a reported status first, then by how often they are named."""
    texts = {article.sha256: article.text for article in articles}
    hangul = {person.id: person.hangul for person in knowledge.people}
    status_of = {event.id: event.status for event in knowledge.events}
    naming: dict[str, list[tuple[Mention, Claim]]] = {}
    for claim in claims:
        for mention in claim.people:
            naming.setdefault(mention.id or mention.name, []).append((mention, claim))
    histories = []
    for key, named in naming.items():
        printed = (mention.passage.of(texts[claim.article]) for mention, claim in named)
        claimed = tuple(dict.fromkeys(claim for _, claim in named))
        histories.append(
            PersonHistory(
                person=named[0][0],
                hangul=hangul.get(key),
                printed=tuple(dict.fromkeys(printed)),
                statuses=tuple(
                    (status, claim)
                    for claim in claimed
                    if (status := status_of.get(claim.event or "")) and key in {m.id or m.name for m in claim.affected}
                ),
                claims=claimed,
            )
        )
    return tuple(
        sorted(histories, key=lambda history: (not history.statuses, -len(history.claims), history.person.name))
    )


def sources(claims: Iterable[Claim]) -> tuple[Source, ...]:
    """Everybody who vouches for a claim, each with the claims, in the order of the text."""
    vouched: dict[str, list[Claim]] = {}
    links = {}
    for claim in claims:
        for link in claim.speakers:
            if not claim.is_the_articles_own:
                links.setdefault(link.root, link)
                vouched.setdefault(link.root, []).append(claim)
    return tuple(
        Source(root, links[root].name, links[root].kind, tuple(dict.fromkeys(told)), links[root].undecided)
        for root, told in vouched.items()
    )


def roots_behind(claims: Iterable[Claim]) -> tuple[int, int]:
    """How few and how many independent origins stand behind the claims that somebody else answers for."""
    attributed = [claim for claim in claims if not claim.is_the_articles_own and claim.nested_in is None]
    return independent_roots(attributed)


def gaps(articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[Gap, ...]:
    """What cannot be known from the articles, each kind once."""
    claims = tuple(claims)
    attributed = [claim for claim in claims if not claim.is_the_articles_own]
    found = (
        Gap(GapKind.NO_OUTLET, articles=tuple(a.sha256 for a in articles if a.outlet.value is None)),
        Gap(GapKind.NO_DATE, articles=tuple(a.sha256 for a in articles if a.published.value is None)),
        Gap(GapKind.ORIGIN_UNNAMED, claims=tuple(c.id for c in attributed if c.origin.name is None)),
        Gap(GapKind.ORIGIN_UNDECIDED, claims=tuple(c.id for c in attributed if c.origin.undecided)),
        Gap(GapKind.TIME_OPEN, claims=tuple(c.id for c in claims if c.event and c.time.value is None)),
    )
    return tuple(gap for gap in found if gap.articles or gap.claims)
