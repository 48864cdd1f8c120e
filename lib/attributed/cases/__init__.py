"""Facts of one affair as a case, by the fields that analysts compare."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attributed.cases.filling import Filling
from attributed.cases.news import headlined, names_event
from attributed.cases.rules import case_rules
from attributed.facts.leads import lead_end
from attributed.facts.spans import gap_between, span_of
from attributed.knowledge import Knowledge
from attributed.model import UNKNOWN, Case, Extraction, Fact, Findings, Known

__all__ = ["cases_of"]


def cases_of(findings: Findings, extractions: Iterable[Extraction], knowledge: Knowledge) -> tuple[Case, ...]:
    """The affairs that the articles are about, the gravest first; an affair told as background makes no case.

    Facts of affairs belong together where they happen to the same person, or where one article tells of them without
    saying to whom; the other facts of these articles stand in the case's fields where they fill one.
    """
    articles = {extraction.article.sha256: extraction.article for extraction in extractions}
    titles = {sha256: headlined(article, knowledge) for sha256, article in articles.items()}
    leads = {sha256: lead_end(article) for sha256, article in articles.items()}
    filling = Filling(case_rules(knowledge), knowledge, articles)
    gathering = _Gathering(filling, titles, leads)
    affairs, others = gathering.affairs(findings.facts)
    of_article: dict[str, list[Fact]] = {}
    for fact in others:
        for article in fact.articles:
            of_article.setdefault(article, []).append(fact)
    cases = [
        _case(affair, news, gathering.beside(affair, news, of_article), filling)
        for affair in affairs
        if (news := gathering.news(affair))
    ]
    weights = {event.id: event.weight for event in knowledge.events.values()}
    return tuple(sorted(cases, key=lambda case: (-weights.get(case.event or "", 0), case.id)))


@dataclass(frozen=True, slots=True)
class _Gathering:
    """What brings facts together."""

    filling: Filling
    titles: Mapping[str, frozenset[str]]  # article -> the event types that its title names
    leads: Mapping[str, int]  # article -> the end of its first paragraph

    def affairs(self, facts: Iterable[Fact]) -> tuple[list[list[Fact]], list[Fact]]:
        """Facts of affairs in groups that belong together, and the other facts."""
        groups: dict[str, list[Fact]] = {}  # the same list for every member
        near: dict[str, list[Fact]] = {}  # only facts of one person or one article can belong together
        others: list[Fact] = []
        for fact in facts:
            if not any(map(self.filling.is_of_affair, fact.claims)):
                others.append(fact)
                continue
            groups[fact.id] = [fact]
            keys = [*sorted(_people(fact)), *fact.articles]
            for other in [other for key in keys for other in near.get(key, ())]:
                if groups[other.id] is not groups[fact.id] and self._belong_together(fact, other):
                    groups[other.id].extend(groups[fact.id])
                    groups |= dict.fromkeys((member.id for member in groups[fact.id]), groups[other.id])
            for key in keys:
                near.setdefault(key, []).append(fact)
        return list({id(group): group for group in groups.values()}.values()), others

    def news(self, affair: Sequence[Fact]) -> list[Fact]:
        """What an article is about: in its first paragraph, or in its title where nobody else is meant."""
        return [fact for fact in affair if self._is_news(fact)]

    def beside(
        self, affair: Sequence[Fact], news: Sequence[Fact], of_article: Mapping[str, Sequence[Fact]]
    ) -> list[Fact]:
        """The other facts of the articles that are about an affair: those that name its people, where it has any."""
        articles = dict.fromkeys(article for fact in news for article in fact.articles)
        told = {fact.id: fact for article in articles for fact in of_article.get(article, ())}
        people = {key for fact in affair for key in _people(fact)}
        return [
            fact
            for fact in told.values()
            if not people or not people.isdisjoint(mention.key for claim in fact.claims for mention in claim.people)
        ]

    def _belong_together(self, one: Fact, other: Fact) -> bool:
        if self._are_far_apart(one, other):
            return False
        if _people(one) and _people(other):
            return not _people(one).isdisjoint(_people(other))
        if set(one.articles).isdisjoint(other.articles):
            return False
        # "the purge" is of whom the article is about; whom it names in passing were purged at another time.
        return not (_people(one) or _people(other)) or all(map(self._is_news, (one, other)))

    def _are_far_apart(self, one: Fact, other: Fact) -> bool:
        spans = [span for fact in (one, other) if (span := span_of(fact.time.value)) and span.has_year]
        return len(spans) == len((one, other)) and gap_between(*spans) > self.filling.rules.longest

    def _is_news(self, fact: Fact) -> bool:
        """In the lead; or, where nobody is named for it, of an event that the title names."""
        return any(
            claim.content[0].start < self.leads[claim.article]
            or (not _people(fact) and claim.event in self.titles[claim.article])
            for claim in fact.claims
        )


def _people(fact: Fact) -> frozenset[str]:
    return frozenset(mention.key for claim in fact.claims for mention in claim.affected if mention.key)


def _case(affair: Sequence[Fact], news: Sequence[Fact], beside: Sequence[Fact], filling: Filling) -> Case:
    weights = {event.id: event.weight for event in filling.knowledge.events.values()}
    gravest = max(news, key=lambda fact: (fact.event in filling.rules.affairs, weights.get(fact.event or "", 0)))
    claims = [claim for fact in (*affair, *beside) for claim in fact.claims]
    places = {sha256: place for place, sha256 in enumerate(filling.articles)}
    fields = filling.fields(sorted(claims, key=lambda claim: (places[claim.article], claim.content[0].start)))
    filled = {entry.claim for entries in fields.values() for entry in entries}
    facts = [*affair, *(fact for fact in beside if any(claim.id in filled for claim in fact.claims))]
    return Case(
        id="k" + hashlib.sha256(affair[0].claims[0].id.encode()).hexdigest()[:10],
        event=gravest.event if gravest.event in filling.rules.affairs else _foreshadowed(affair, filling),
        time=_time(fact for fact in affair if fact.event == gravest.event),
        facts=tuple(fact.id for fact in facts),
        fields=fields,
    )


def _foreshadowed(affair: Sequence[Fact], filling: Filling) -> str | None:
    """The gravest affair that words of fear or warning name."""
    events = sorted(filling.rules.affairs, key=lambda event: -filling.knowledge.events[event].weight)
    words = " ".join(c.text_in(filling.articles[c.article]) for fact in affair for c in fact.claims)
    return next((event for event in events if names_event(words, [event], filling.knowledge)), None)


def _time(affair: Iterable[Fact]) -> Known:
    """The time of the first dated fact that somebody tells firmly."""
    return next(
        (fact.time for fact in affair if fact.time.value and any(claim.is_firm for claim in fact.claims)), UNKNOWN
    )
