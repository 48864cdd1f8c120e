"""Facts to a briefing: what comes first, who is named, what is not known."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from attributed.briefing import Briefing, Gap, GapKind, Making, PersonHistory, Request, Source
from attributed.facts import independent_roots
from attributed.knowledge import Knowledge
from attributed.model import Article, Claim, Extraction, Fact, Hedge, Link, Mention, Polarity, ZoneKind

FEWEST_TAKEAWAYS, MOST_TAKEAWAYS = 3, 5
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
    order = Order(
        weights={event.id: event.weight for event in knowledge.events.values()},
        headlined={article.sha256: headlined(article, knowledge) for article in articles},
        lead_ends={article.sha256: lead_end(article) for article in articles},
    )
    return Briefing(
        request=request,
        edition=edition,
        articles=articles,
        claims=claims,
        facts=facts,
        takeaways=takeaways(facts, order),
        headline=headline(facts, order),
        people=people(claims, articles, knowledge),
        sources=sources(claims),
        independent_roots=roots_behind(claims),
        gaps=gaps(articles, claims),
        event_labels={event.id: event.label for event in knowledge.events.values()},
        making=making,
        refused=refused,
    )


@dataclass(frozen=True, slots=True)
class Order:
    """What makes a fact weighty: its event type, and whether the article's title or first paragraph is about it."""

    weights: Mapping[str, int]  # event type -> weight
    headlined: Mapping[str, frozenset[str]]  # article -> the event types that its title names
    lead_ends: Mapping[str, int]  # article -> the end of its first paragraph

    def is_news(self, fact: Fact) -> bool:
        """Whether an article is about this fact: an old affair told as background is not, however grave."""
        claim = fact.claims[0]
        return fact.event in self.headlined[claim.article] or claim.content[0].start < self.lead_ends[claim.article]

    def key(self, fact: Fact) -> tuple[float, ...]:
        """How early a reader should meet a fact, the greater the earlier: news, event, firm words, place in the text.

        Reporters tell first what matters most, so of two facts of one kind the earlier one speaks for the article.
        """
        claim = fact.claims[0]
        return (
            self.is_news(fact),
            self.weights.get(fact.event or "", 0),
            claim.hedge in FIRM and claim.polarity is Polarity.AFFIRMED,
            fact.independent_roots[0],
            -claim.content[0].start,
        )


def lead_end(article: Article) -> int:
    """Where the first paragraph of an article's body ends."""
    body = next((zone.passage for zone in article.zones_of(ZoneKind.BODY)), None)
    if body is None:
        return 0
    line_end = article.text.find("\n", body.start)
    return line_end if line_end >= 0 else body.end


def headlined(article: Article, knowledge: Knowledge) -> frozenset[str]:
    """The event types whose words an article's title has, in any of their regular forms."""
    title = article.title.of(article.text).casefold() if article.title else ""
    return frozenset(
        event.id
        for event in knowledge.events.values()
        if any(re.search(rf"\b{re.escape(word.rstrip('e'))}(?:e?s|e?d|ing|e)?\b", title) for word in event.words)
    )


def takeaways(facts: Iterable[Fact], order: Order) -> tuple[Fact, ...]:
    """The news of the articles, one fact for each event type of an article, filled up with background to a few."""
    chosen: dict[tuple[str | None, tuple[str, ...]], Fact] = {}
    for fact in sorted(facts, key=order.key, reverse=True):
        if order.weights.get(fact.event or "", 0) > 0:
            chosen.setdefault((fact.event, fact.articles), fact)
    news = [fact for fact in chosen.values() if order.is_news(fact)]
    return tuple(news[:MOST_TAKEAWAYS] if len(news) >= FEWEST_TAKEAWAYS else [*chosen.values()][:FEWEST_TAKEAWAYS])


def headline(facts: Iterable[Fact], order: Order) -> tuple[tuple[str, str, int], ...]:
    """The first fact of each article, counted: (event type, hedge, how many articles), most articles first."""
    first: dict[str, Fact] = {}
    for fact in sorted(facts, key=order.key, reverse=True):
        for article in fact.articles if fact.event else ():
            first.setdefault(article, fact)
    told = Counter((fact.event or "", str(fact.claims[0].hedge)) for fact in first.values())
    return tuple((event, hedge, count) for (event, hedge), count in sorted(told.items(), key=lambda kind: -kind[1]))


def people(claims: Iterable[Claim], articles: Iterable[Article], knowledge: Knowledge) -> tuple[PersonHistory, ...]:
    """Everybody of whom claims speak (not who only speaks): with a reported status first, then the most named."""
    texts = {article.sha256: article.text for article in articles}
    hangul = {person.id: person.hangul for person in knowledge.people.values()}
    status_of = {event.id: event.status for event in knowledge.events.values()}
    naming: dict[str, list[tuple[Mention, Claim]]] = {}
    for claim in claims:
        spoken_of = [m for m in claim.people if any(passage.covers(m.passage) for passage in claim.content)]
        for mention in spoken_of:
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
    links: dict[str, Link] = {}
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
