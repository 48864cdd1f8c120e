"""Facts to a briefing: what comes first, who is named, what is not known."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from attributed.briefing import Briefing, Gap, GapKind, Life, Making, Request, Source
from attributed.cases import cases_of
from attributed.cases.news import headlined
from attributed.facts import independent_roots
from attributed.facts.leads import lead_end
from attributed.grading import graded
from attributed.history import histories_of, overturned
from attributed.knowledge import Knowledge
from attributed.model import Article, Claim, Extraction, Fact, Findings, History, Link
from attributed.outcomes import outcomes_of

FEWEST_TAKEAWAYS, MOST_TAKEAWAYS = 3, 5
MOST_OF_ONE_TYPE = 2


def build_briefing(
    request: Request,
    extractions: Iterable[Extraction],
    findings: Findings,
    knowledge: Knowledge,
    *,
    edition: str,
    making: Making,
    refused: tuple[tuple[str, str], ...] = (),
    known: Collection[str] | None = None,
) -> Briefing:
    """The briefing that a request asks for, from what was extracted; claims are numbered in the order given.

    `known` are the claims of the edition before, if there is one: what is new goes before what stood there.
    """
    extractions = tuple(extractions)
    articles = tuple(extraction.article for extraction in extractions)
    claims = tuple(claim for extraction in extractions for claim in extraction.claims)
    histories = histories_of(findings, extractions, knowledge)
    findings = graded(overturned(findings, histories, knowledge), extractions, knowledge, request.grades)
    facts = findings.facts
    order = Order.of(articles, knowledge, known)
    return Briefing(
        request=request,
        edition=edition,
        articles=articles,
        claims=claims,
        facts=facts,
        takeaways=takeaways(facts, order),
        headline=headline(facts, order),
        sources=sources(claims),
        independent_roots=roots_behind(claims),
        gaps=gaps(articles, claims),
        event_labels={event.id: event.label for event in knowledge.events.values()},
        making=making,
        refused=refused,
        conflicts=findings.conflicts,
        drifts=findings.drifts,
        copies=findings.copies,
        unsupported=findings.unsupported,
        histories=histories,
        cases=cases_of(findings, extractions, knowledge),
        outcomes=outcomes_of(findings, extractions, knowledge),
        corrections=knowledge.corrections,
    )


def life_of(history: History, briefing: Briefing) -> Life:
    """One history with the facts that it rests on, and no more of the briefing than these."""
    told = {claim.id for claim in history.claims}
    told |= {name for status in (*history.statuses, *history.unfirm, *history.appearances) for name in status.claims}
    later = {status.overturned_by for status in history.statuses}
    facts = [f for f in briefing.facts if f.id in later or any(claim.id in told for claim in f.claims)]
    held = {claim.id for fact in facts for claim in fact.claims}
    names = {fact.id for fact in facts}
    claims = tuple(claim for claim in briefing.claims if claim.id in held)
    articles = tuple(one for one in briefing.articles if any(claim.article == one.sha256 for claim in claims))
    return Life(
        history,
        replace(
            briefing,
            articles=articles,
            claims=claims,
            facts=tuple(replace(f, may_be=tuple(name for name in f.may_be if name in names)) for f in facts),
            takeaways=(),
            headline=(),
            sources=sources(claims),
            independent_roots=roots_behind(claims),
            gaps=gaps(articles, claims),
            conflicts=tuple(one for one in briefing.conflicts if set(one.facts) <= names),
            drifts=(),
            copies=(),
            unsupported=(),
            histories=(history,),
            cases=(),
            outcomes=(),
            before=None,
            changes=(),
        ),
    )


@dataclass(frozen=True, slots=True)
class Order:
    """What makes a fact weighty: its event type, and whether the article's title or first paragraph is about it."""

    weights: Mapping[str, int]  # event type -> weight
    headlined: Mapping[str, frozenset[str]]  # article -> the event types that its title names
    lead_ends: Mapping[str, int]  # article -> the end of its first paragraph
    known: Collection[str] | None = None  # claims of the edition before

    @classmethod
    def of(cls, articles: Sequence[Article], knowledge: Knowledge, known: Collection[str] | None) -> "Order":
        """The order for some articles."""
        return cls(
            weights={event.id: event.weight for event in knowledge.events.values()},
            headlined={article.sha256: headlined(article, knowledge) for article in articles},
            lead_ends={article.sha256: lead_end(article) for article in articles},
            known=known,
        )

    def is_news(self, fact: Fact) -> bool:
        """Whether an article is about this fact: an old affair told as background is not, however grave."""
        claim = fact.claims[0]
        return fact.event in self.headlined[claim.article] or claim.content[0].start < self.lead_ends[claim.article]

    def key(self, fact: Fact) -> tuple[float, ...]:
        """How early a reader should meet a fact, the greater the earlier; an overturned one comes last.

        News before background, the new before what an earlier edition had, grave events before light ones, firm words
        before doubt, more roots before fewer, a better grade before a worse. Reporters tell first what matters most, so
        of two facts of one kind the earlier one speaks for the article.
        """
        claim = fact.claims[0]
        return (
            fact.overturned_by is None,
            self.is_news(fact),
            self.is_new(fact),
            self.weights.get(fact.event or "", 0),
            claim.is_firm,
            fact.independent_roots[0],
            -fact.grade.information,
            -claim.content[0].start,
        )

    def is_new(self, fact: Fact) -> bool:
        """Whether no claim of the fact stood in the edition before; nothing is new in a first edition."""
        return self.known is not None and not any(claim.id in self.known for claim in fact.claims)


def takeaways(facts: Iterable[Fact], order: Order) -> tuple[Fact, ...]:
    """The news of the articles, no event type more than twice, filled up with background to a few."""
    chosen: dict[tuple[str | None, tuple[str, ...]], Fact] = {}
    of_type: Counter[str | None] = Counter()
    for fact in sorted(facts, key=order.key, reverse=True):
        place = (fact.event, fact.articles)
        if (
            order.weights.get(fact.event or "", 0) > 0
            and place not in chosen
            and of_type[fact.event] < MOST_OF_ONE_TYPE
        ):
            chosen[place] = fact
            of_type[fact.event] += 1
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
