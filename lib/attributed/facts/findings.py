"""Extractions to findings: copies, facts with their roots, conflicts, drift and leads without support."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from attributed.facts.backward import open_to_each_other, taken_up
from attributed.facts.comparing import Comparer
from attributed.facts.conflicts import conflicts_between, drifts_between
from attributed.facts.copies import copies_of
from attributed.facts.joining import Groups
from attributed.facts.leads import unsupported_in
from attributed.facts.naming import with_one_name_each
from attributed.facts.origins import Setting, cited_in, setting_of
from attributed.facts.repeats import Repeats, repeats_in, requoted, taken_claims
from attributed.facts.roots import roots_of_fact
from attributed.facts.spans import span_of
from attributed.facts.statuses import status_conflicts
from attributed.facts.telling import Telling, tellings_of
from attributed.knowledge import Knowledge
from attributed.model import (
    Claim,
    Copy,
    CopyKind,
    Extraction,
    Fact,
    Findings,
    Ground,
    Known,
    Unsupported,
)

PLAIN = 0.8  # chance from which a telling surely tells what a fact's first one does
LATE = 1 << 30  # undated articles come last: nothing shows that they were first


def findings_of(extractions: Iterable[Extraction], knowledge: Knowledge) -> Findings:
    """What some extractions say together, the facts in the order of articles and text.

    A fact's first claim is the earliest published one (undated articles as given, behind the dated); the fact's id is
    made of it, so that it stays while later articles join and others leave.
    """
    extractions = tuple(extractions)
    return _Finder(extractions, knowledge).findings()


class _Finder:
    """Holds what the steps share."""

    def __init__(self, extractions: Sequence[Extraction], knowledge: Knowledge) -> None:
        self.extractions = extractions
        self.knowledge = knowledge
        self.articles = {extraction.article.sha256: extraction.article for extraction in extractions}
        self.by_article = {extraction.article.sha256: tellings_of(extraction) for extraction in extractions}
        given = [telling for tellings in self.by_article.values() for telling in tellings]
        self.place = {telling.id: place for place, telling in enumerate(given)}
        self.tellings = with_one_name_each(sorted(given, key=_published), knowledge)
        self.comparer = Comparer.of(knowledge, self.tellings)

    def findings(self) -> Findings:
        copies = copies_of(tuple(self.articles.values()), self.knowledge)
        repeats = repeats_in(self.tellings, self.comparer)
        own = [telling for index, telling in enumerate(self.tellings) if index not in repeats.first]
        groups = Groups(own, self.comparer)
        alike = groups.join()
        members = self._members(groups, own, repeats)
        facts = self._facts(members, copies, repeats)
        ids = {head: fact.id for head, fact in facts.items()}
        clashing = [(own[one], own[other]) for one, other in groups.clashing]
        retold = [pair for pair in map(self._as_retold, clashing) if pair is not None]
        apart = [pair for pair in clashing if self._as_retold(pair) is None]
        fact_of = {claim.id: fact.id for fact in facts.values() for claim in fact.claims}
        return Findings(
            facts=self._in_order(facts, [*((ids[a], ids[b]) for a, b in alike), *self._taken_up(fact_of)]),
            conflicts=(
                *conflicts_between(apart, fact_of, self.comparer),
                *status_conflicts(self.tellings, fact_of, self.knowledge),
            ),
            drifts=drifts_between(retold, self.comparer),
            copies=(*copies, *self._retellings(facts.values(), copies)),
            unsupported=tuple(self._unsupported()),
        )

    def _members(self, groups: Groups, own: Sequence[Telling], repeats: Repeats) -> dict[int, list[Telling]]:
        """The tellings of each group, with those in the same words as one of them."""
        members = {head: [own[index] for index in indices] for head, indices in groups.members.items()}
        head_of = {own[index].id: groups.group_of[index] for index in range(len(own))}
        for index, before in repeats.first.items():
            members[head_of[self.tellings[before].id]].append(self.tellings[index])
        return members

    def _facts(self, members: Mapping[int, list[Telling]], copies: Sequence[Copy], repeats: Repeats) -> dict[int, Fact]:
        several = [told for told in members.values() if len(told) > 1]
        again = {root: first for told in several for root, first in requoted(sorted(told, key=_published)).items()}
        setting = setting_of(
            self.extractions,
            self.knowledge,
            days={sha256: _day(tellings) for sha256, tellings in self.by_article.items()},
            quoted_from=again | dict(repeats.quoted_from),
            copies=copies,
        )
        copied = {copy.article: copy for copy in copies}
        first = {self.tellings[index].id: self.tellings[before] for index, before in repeats.first.items()}
        return {head: self._fact(told, copied, first, setting) for head, told in members.items()}

    def _fact(
        self,
        tellings: Sequence[Telling],
        copied: Mapping[str, Copy],
        first: Mapping[str, Telling],
        setting: Setting,
    ) -> Fact:
        ordered = sorted(tellings, key=lambda telling: (_published(telling), self.place[telling.id]))
        claims = tuple(claim for telling in ordered for claim in telling.claims)
        # What is said in other words raises the most roots alone: event and date are those of the words that are shown.
        plain = [ordered[0], *(t for t in ordered[1:] if self.comparer.chance(ordered[0], t) >= PLAIN)]
        unlike = frozenset(claim.id for claim in claims) - {claim.id for telling in plain for claim in telling.claims}
        counted = roots_of_fact(claims, taken_claims(ordered, first, copied), unlike, setting)
        events = Counter(telling.event for telling in plain if telling.event)
        return Fact(
            id=id_of(claims[0]),
            claims=claims,
            event=events.most_common(1)[0][0] if events else None,
            time=_time(plain),
            roots=counted.roots,
            independent_roots=counted.independent,
            steps=counted.steps,
        )

    def _as_retold(self, pair: tuple[Telling, Telling]) -> tuple[Telling, Telling] | None:
        """Original and retelling, where one of two tellings cites the outlet of the other's article."""
        one, other = pair
        if other.claims[0].chain[-1].root in _cited(one):
            return other, one
        return pair if one.claims[0].chain[-1].root in _cited(other) else None

    def _retellings(self, facts: Iterable[Fact], copies: Sequence[Copy]) -> Iterator[Copy]:
        """Articles that cite another one of the ledger, as the roots of their facts show."""
        known = {(copy.article, copy.of) for copy in copies}
        for fact in facts:
            article_of = {claim.id: claim.article for claim in fact.claims}
            for step in fact.steps:
                if step.ground is Ground.RETELLING:
                    pair = (article_of[step.claims[0]], article_of[step.claims[1]])
                    if pair not in known:
                        known.add(pair)
                        yield Copy(*pair, CopyKind.RETELLING, share=0.0)

    def _in_order(self, facts: Mapping[int, Fact], alike: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
        may_be: dict[str, set[str]] = {}
        for one, other in alike:
            may_be.setdefault(one, set()).add(other)
            may_be.setdefault(other, set()).add(one)
        ordered = sorted(facts.values(), key=lambda fact: min(self.place.get(c.id, LATE) for c in fact.claims))
        return tuple(replace(fact, may_be=tuple(sorted(may_be.get(fact.id, ())))) for fact in ordered)

    def _taken_up(self, fact_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for sha256, tellings in self.by_article.items():
            backward = taken_up(tellings, self.articles[sha256], self.knowledge, self.comparer)
            for one, other in (*backward, *open_to_each_other(tellings, self.knowledge, self.comparer)):
                if fact_of[one.id] != fact_of[other.id]:
                    yield fact_of[one.id], fact_of[other.id]

    def _unsupported(self) -> Iterator[Unsupported]:
        for sha256, tellings in self.by_article.items():
            yield from unsupported_in(self.articles[sha256], tellings, self.knowledge)


def id_of(claim: Claim) -> str:
    """The id of the fact for which a claim speaks: it stays when other articles join or leave."""
    return "f" + hashlib.sha256(claim.id.encode()).hexdigest()[:10]


def _cited(telling: Telling) -> set[str]:
    return {root for claim in telling.claims for root in cited_in(claim, {})}


def _published(telling: Telling) -> int:
    return telling.published.first.toordinal() if telling.published and telling.published.has_year else LATE


def _day(tellings: Sequence[Telling]) -> int | None:
    day = _published(tellings[0]) if tellings else LATE
    return day if day != LATE else None


def _time(tellings: Sequence[Telling]) -> Known:
    """The most precise date of the event that a telling gives; of equally precise ones the first."""
    times = [claim.event_time for one in tellings for claim in (one.told, *one.claims) if claim.event_time.value]
    dated = [(span, time) for time in times if (span := span_of(time.value)) is not None]
    if not dated:
        return tellings[0].told.event_time
    return min(dated, key=lambda one: (not one[0].has_year, one[0].is_rough, one[0].days))[1]
