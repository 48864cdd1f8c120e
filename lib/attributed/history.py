"""A person's or organisation's status through time: who reports it, who was seen later, what is only feared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from attributed.facts.conflicts import ONE_AFFAIR
from attributed.facts.naming import aliases
from attributed.facts.rules import StatusRules, status_rules
from attributed.facts.statuses import YEAR
from attributed.knowledge import Knowledge
from attributed.model import (
    UNKNOWN,
    Article,
    Claim,
    Conflict,
    Disagreement,
    Extraction,
    Fact,
    Findings,
    History,
    Known,
    Mention,
    Status,
)
from attributed.model.dates import days_of

SEEN_LATER, DIED_LATER = "seen later", "died later"  # what the other side of such a conflict says


@dataclass(frozen=True, slots=True)
class _Named:
    """Where one person or body is spoken of."""

    mention: Mention
    claim: Claim


def histories_of(findings: Findings, extractions: Iterable[Extraction], knowledge: Knowledge) -> tuple[History, ...]:
    """Everybody of whom claims speak, and every body with a reported status: those with a status first.

    Only firm, affirmed claims make a status; what is possible, ordered, feared or denied stands apart in `unfirm`.
    """
    extractions = tuple(extractions)
    articles = {extraction.article.sha256: extraction.article for extraction in extractions}
    keys = _Keys.of(extractions, knowledge)
    people, bodies = _named_in(extractions, keys)
    facts = {fact.id: fact for fact in findings.facts}
    concerning = _facts_by_subject(findings, keys)
    teller = _Teller(knowledge, status_rules(knowledge), articles, facts, concerning, keys)
    histories = [teller.history(key, named) for key, named in (people | bodies).items()]
    kept = (one for one in histories if one.statuses or one.unfirm or keys.of_whom(one.subject) in people)
    return tuple(sorted(kept, key=lambda one: (not one.statuses, not one.unfirm, -len(one.claims), one.subject.name)))


def overturned(findings: Findings, histories: Iterable[History], knowledge: Knowledge) -> Findings:
    """The same findings, each fact that a later sighting or death speaks against saying so, and in conflict with it."""
    fatal = status_rules(knowledge).fatal
    against = [(status, _shown_by(status, one)) for one in histories for status in one.statuses if status.overturned_by]
    by = {status.fact: later.fact for status, later in against}
    facts = {fact.id: replace(fact, overturned_by=by.get(fact.id)) for fact in findings.facts}
    conflicts = {
        (status.fact, status.status): Conflict(
            Disagreement.STATUS,
            (status.fact, later.fact),
            (status.claims[0], _dated(facts[later.fact], later)),
            (status.status, DIED_LATER if later.status in fatal else SEEN_LATER),
        )
        for status, later in against
    }
    return replace(findings, facts=tuple(facts.values()), conflicts=(*findings.conflicts, *conflicts.values()))


def _shown_by(status: Status, history: History) -> Status:
    """The later status or appearance by whose fact one is overturned."""
    return next(one for one in (*history.appearances, *history.statuses) if one.fact == status.overturned_by)


def _dated(fact: Fact, status: Status) -> str:
    """The claim that gives a status its time."""
    told = (claim.id for claim in fact.claims if claim.id in status.claims and claim.event_time == status.time)
    return next(told, status.claims[0])


@dataclass(frozen=True, slots=True)
class _Teller:
    """What one history is told from."""

    knowledge: Knowledge
    rules: StatusRules
    articles: Mapping[str, Article]
    facts: Mapping[str, Fact]
    concerning: Mapping[str, Sequence[Fact]]  # by whom they happen to, or who does them
    keys: "_Keys"

    def history(self, key: str, named: Sequence[_Named]) -> History:
        """One person or body: statuses oldest first, those without a date last."""
        facts = self.concerning.get(key, ())
        statuses = [status for fact in facts for status in self._statuses(fact, key, firm=True)]
        unfirm = [status for fact in facts for status in self._statuses(fact, key, firm=False)]
        appearances = [status for fact in facts for status in self._appearances(fact, key)]
        seen = [*appearances, *(status for status in statuses if status.status in self.rules.sightings)]
        died = [status for status in statuses if status.status in self.rules.fatal]
        known = self.knowledge.people.get(key) or self.knowledge.organisations.get(key)
        printed = (one.mention.passage.of(self.articles[one.claim.article].text) for one in named)
        return History(
            subject=next((one.mention for one in named if _key(one.mention) == key), named[0].mention),
            hangul=known.hangul if known else None,
            printed=tuple(dict.fromkeys(printed)),
            statuses=tuple(
                # A namesake may have been seen: where it is open who is meant, nothing is overturned.
                self._judged(status, seen, died) if named[0].mention.key else status
                for status in in_time(statuses)
            ),
            claims=tuple(dict.fromkeys(one.claim for one in named)),
            last_seen=last_of(seen),
            unfirm=in_time(unfirm),
            appearances=in_time(appearances),
        )

    def _statuses(self, fact: Fact, key: str, *, firm: bool) -> list[Status]:
        """What a fact's claims make of somebody, each status once."""
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in fact.claims:
            event = self.knowledge.events.get(claim.event or "")
            befalls = key in map(self.keys.of_whom, claim.affected)
            if event and event.status and befalls and claim.is_firm is firm:
                told[self._status_words(claim, event.status)].append(claim)
        return [_status(status, fact, claims) for status, claims in told.items()]

    def _status_words(self, claim: Claim, status: str) -> str:
        """The status, or all that the words leave open: "purged or punished"."""
        others = (self.knowledge.events[event].status for event in claim.instead)
        return " or ".join(dict.fromkeys([status, *(other for other in others if other)]))

    def _appearances(self, fact: Fact, key: str) -> list[Status]:
        """The events of a fact at which somebody took part, by firm claims."""
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in fact.claims:
            takes_part = key in map(self.keys.of_whom, (*claim.agents, *claim.affected))
            if claim.event in self.rules.attendance and takes_part and claim.is_firm:
                told[claim.event or ""].append(claim)
        return [_status(event, fact, claims) for event, claims in told.items()]

    def _judged(self, status: Status, seen: Iterable[Status], died: Iterable[Status]) -> Status:
        """A status with the first sighting, or death at a much later time, that speaks against it, if any does."""
        latest = self._latest_day(status)
        if status.status not in self.rules.overturned or latest is None:
            return status
        died = died if status.status in self.rules.fatal else ()
        later = [
            (days[0], sighting.fact)
            for sightings, least in ((seen, timedelta(0)), (died, timedelta(ONE_AFFAIR)))
            for sighting in sightings
            if sighting.fact != status.fact and (days := days_of(sighting.time.value)) and days[0] > latest + least
        ]
        return replace(status, overturned_by=min(later)[1]) if later else status

    def _latest_day(self, status: Status) -> date | None:
        """The last day on which a reported thing can have happened: at the latest when it was printed.

        A decade is no date of an event: "the 1940s star has died".
        """
        told = days_of(status.time.value)
        told = told if told and (told[1] - told[0]).days <= YEAR else None
        articles = self.facts[status.fact].articles
        printed = [days_of(self.articles[article].published.value) for article in articles]
        ends = [days[1] for days in (told, *printed) if days]
        return min(ends, default=None)


def in_time(statuses: Iterable[Status]) -> tuple[Status, ...]:
    """Oldest first; what has no date last, in the order of the text."""
    dated = [(days_of(status.time.value) or (date.max, date.max), status) for status in statuses]
    return tuple(status for _, status in sorted(dated, key=lambda entry: entry[0]))


def last_of(seen: Iterable[Status]) -> Known:
    """The time of the last sighting with a date."""
    dated = [(days, status.time) for status in seen if (days := days_of(status.time.value))]
    return max(dated, key=lambda entry: entry[0])[1] if dated else UNKNOWN


def _status(status: str, fact: Fact, claims: Sequence[Claim]) -> Status:
    # Not the fact's own time: it may come from a claim that names somebody else.
    times = (claim.event_time for claim in claims if claim.event_time.value)
    return Status(status, next(times, UNKNOWN), fact.id, tuple(claim.id for claim in claims))


def _key(mention: Mention) -> str:
    return mention.key or f"as printed:{mention.name}"


@dataclass(frozen=True, slots=True)
class _Keys:
    """By what mentions of several articles are one, with a middle name or without."""

    known_as: Mapping[str, str]

    @classmethod
    def of(cls, extractions: Iterable[Extraction], knowledge: Knowledge) -> "_Keys":
        people = (mention for extraction in extractions for claim in extraction.claims for mention in claim.people)
        return cls(aliases(map(_key, people), knowledge))

    def of_whom(self, mention: Mention) -> str:
        key = _key(mention)
        return self.known_as.get(key, key)


def _named_in(
    extractions: Iterable[Extraction], keys: _Keys
) -> tuple[dict[str, list[_Named]], dict[str, list[_Named]]]:
    """Where people, and where bodies, are spoken of; who only speaks is left out."""
    people: dict[str, list[_Named]] = {}
    bodies: dict[str, list[_Named]] = {}
    for claim in (claim for extraction in extractions for claim in extraction.claims):
        for mentions, found in ((claim.people, people), (claim.organisations, bodies)):
            for mention in mentions:
                if any(passage.covers(mention.passage) for passage in claim.content):
                    found.setdefault(keys.of_whom(mention), []).append(_Named(mention, claim))
    return people, bodies


def _facts_by_subject(findings: Findings, keys: _Keys) -> dict[str, list[Fact]]:
    facts: dict[str, list[Fact]] = {}
    for fact in findings.facts:
        concerned = (mention for claim in fact.claims for mention in (*claim.affected, *claim.agents))
        for key in dict.fromkeys(map(keys.of_whom, concerned)):
            facts.setdefault(key, []).append(fact)
    return facts
