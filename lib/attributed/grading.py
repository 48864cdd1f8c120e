"""Both axes of the Admiralty scale for each fact, by the subject's rules, with reasons; a person may say otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from attributed import paths
from attributed.errors import BadRequest
from attributed.facts.rules import status_rules
from attributed.knowledge import Knowledge, find_mentions
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import (
    UNGRADED,
    Claim,
    Conflict,
    Disagreement,
    Extraction,
    Fact,
    Findings,
    Grade,
    Ground,
    Hedge,
    Link,
    SourceKind,
    Step,
)

Letter = Literal["A", "B", "C", "D", "E", "F"]
Number = Annotated[int, Field(ge=1, le=6)]
CANNOT_BE_JUDGED = "F"
FIRM = (Hedge.ASSERTED, Hedge.REPORTED)
OUTLETS = frozenset({"outlet", "collector", SourceKind.STATE_MEDIA, SourceKind.OTHER_OUTLET})  # kinds of links
NAMED = frozenset(SourceKind) - {
    SourceKind.ANONYMOUS_OFFICIAL,
    SourceKind.ANONYMOUS_SOURCE,
    SourceKind.ANONYMOUS_EXPERT,
    SourceKind.UNATTRIBUTED_HEARSAY,
    SourceKind.REPORTER,
}


class GradeGiven(BaseModel):
    """A grade that a person puts in place of the computed one, in a briefing's request."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: Letter
    information: Number
    note: Annotated[str, Field(min_length=1)]
    by: Annotated[str, Field(min_length=1)]

    def __str__(self) -> str:
        return f"{self.source}{self.information} by {self.by}: {self.note}"


class SourceRule(Strict):
    """The letter for sources of some kinds."""

    kinds: frozenset[SourceKind]
    letter: Letter | Literal["outlet"]
    at_best: Letter = "A"
    why: str


class InformationRule(Strict):
    """A number, and the conditions under which it is given; those left out do not matter."""

    number: Number
    overturned: bool | None = None
    conflicts: bool | None = None
    firm: bool | None = None
    fewest_roots: int = 0
    most_at_least: int = 0
    most_roots: int | None = None
    named_roots: int = 0
    named_kinds: int = 0
    why: str


class GradingRules(Strict):
    """grading.toml, which a subject may lack."""

    source: tuple[SourceRule, ...] = ()
    information: tuple[InformationRule, ...] = ()


@lru_cache(maxsize=8)
def grading_rules(subject: str) -> GradingRules:
    """The rules of one subject; raises BadKnowledge."""
    path = paths.SUBJECTS / subject / "grading.toml"
    return read_toml(path, GradingRules) if path.exists() else GradingRules()


def graded(
    findings: Findings,
    extractions: Iterable[Extraction],
    knowledge: Knowledge,
    overrides: Mapping[str, GradeGiven],
) -> Findings:
    """The same findings, each fact with its grade; `overrides` are by the id of a fact or of one of its claims.

    Raises BadRequest for an id that no fact and no claim has, and where claims of one fact get different grades.
    """
    _check(overrides, findings, extractions)
    rules, outlets = grading_rules(knowledge.subject.id), _Outlets(knowledge)
    disputed = {fact for conflict in _disputes(findings.conflicts, knowledge) for fact in conflict.facts}
    facts = tuple(
        replace(fact, grade=_given(fact, overrides) or _grade(fact, rules, outlets, is_disputed=fact.id in disputed))
        for fact in findings.facts
    )
    return replace(findings, facts=facts)


def _disputes(conflicts: Iterable[Conflict], knowledge: Knowledge) -> Iterator[Conflict]:
    """The conflicts that make both sides doubtful: a sighting is not, for what it overturns; that has its own rule."""
    exclusive = frozenset[str]().union(*status_rules(knowledge).exclusive)
    either = {knowledge.events[event].status for event in exclusive}
    for conflict in conflicts:
        if conflict.about is not Disagreement.STATUS or either.issuperset(conflict.values):
            yield conflict


def _check(overrides: Mapping[str, GradeGiven], findings: Findings, extractions: Iterable[Extraction]) -> None:
    known = {claim.id for extraction in extractions for claim in extraction.claims}
    known |= {fact.id for fact in findings.facts}
    if unknown := sorted(set(overrides) - known):
        raise BadRequest(
            f"grades: {', '.join(unknown)}: no fact and no claim of these articles has that id; "
            "ids stand in facts.csv and claims.csv of a report"
        )


def _given(fact: Fact, overrides: Mapping[str, GradeGiven]) -> Grade | None:
    """The grade that a person gave to a fact or to a claim of it; the fact's own id goes first."""
    of_claims = {claim.id: overrides[claim.id] for claim in fact.claims if claim.id in overrides}
    given = overrides.get(fact.id) or next(iter(of_claims.values()), None)
    if fact.id not in overrides and any(other != given for other in of_claims.values()):
        raise BadRequest(f"grades: {', '.join(of_claims)} are claims of one fact; give {fact.id} one grade instead")
    return Grade(given.source, given.information, (given.note,), given_by=given.by) if given else None


def _grade(fact: Fact, rules: GradingRules, outlets: "_Outlets", *, is_disputed: bool) -> Grade:
    letter, of_source = _letter(fact, rules, outlets)
    standing = _Standing.of(fact, is_disputed=is_disputed)
    rule = next((rule for rule in rules.information if standing.meets(rule)), None)
    number, of_information = (rule.number, standing.told(rule.why)) if rule else (UNGRADED.information, "no rule fits")
    return Grade(letter, number, (of_source, of_information))


def _letter(fact: Fact, rules: GradingRules, outlets: "_Outlets") -> tuple[str, str]:
    """The best letter of a fact's claims; F, which only says that nobody can judge, where no claim has another."""
    told = _told_alike(fact)
    firm = [claim for claim in told if claim.is_firm]
    letters = list(_letters(firm or told, rules, outlets))
    return min(letters, key=lambda entry: entry[0], default=(UNGRADED.source, "the kind of source is not known"))


def _told_alike(fact: Fact) -> list[Claim]:
    """The claims without those in other words, which may tell of something else: they make no grade better."""
    unlike = {claim for step in _beside(fact) for claim in step.claims}
    return [claim for claim in fact.claims if claim.id not in unlike]


def _beside(fact: Fact) -> list[Step]:
    return [step for step in fact.steps if step.ground is Ground.OTHER_WORDS]


def _letters(claims: Iterable[Claim], rules: GradingRules, outlets: "_Outlets") -> Iterator[tuple[str, str]]:
    for claim in claims:
        rule = next((rule for rule in rules.source if claim.source_kind in rule.kinds), None)
        if rule is None:
            continue
        if rule.letter != "outlet":
            yield rule.letter, rule.why
            continue
        outlet, letter = outlets.judged(claim.chain)
        letter = letter if letter == CANNOT_BE_JUDGED else max(letter, rule.at_best)
        yield letter, rule.why.format(outlet=outlet, letter=letter)


class _Outlets:
    """The subject's outlets, each name looked up once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._listed: dict[str, tuple[str, str] | None] = {}

    def judged(self, chain: Iterable[Link]) -> tuple[str, str]:
        """The outlet nearest to the origin that the subject's list has, and its letter."""
        links = tuple(chain)
        found = next(
            (listed for link in links if link.name and link.kind in OUTLETS and (listed := self._named(link.name))),
            None,
        )
        if found:
            return found
        named = [link.name for link in links if link.kind == "outlet" and link.name]
        return (f"{named[0]}, which the list of outlets lacks" if named else "an outlet not named"), CANNOT_BE_JUDGED

    def _named(self, name: str) -> tuple[str, str] | None:
        if name not in self._listed:
            ids = [mention.id for mention in find_mentions(name, self._knowledge).outlets if mention.id]
            outlet = self._knowledge.outlets[ids[0]] if ids else None
            self._listed[name] = (outlet.name, outlet.letter) if outlet else None
        return self._listed[name]


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the number of a fact depends on."""

    few: int
    many: int
    named: int
    kinds: int  # of those who are named
    is_disputed: bool
    is_overturned: bool
    is_firm: bool
    leaves_out: bool  # claims that tell it in other words

    @classmethod
    def of(cls, fact: Fact, *, is_disputed: bool) -> "_Standing":
        others = {root for step in _beside(fact) for root in step.roots}
        roots = [root for root in fact.roots if root.id not in others]
        named = [root.kind for root in roots if root.name is not None and root.kind in NAMED]
        few, many = fact.independent_roots
        many = max(few, many - len(fact.roots) + len(roots))
        # That something is not so can be said as firmly as that it is.
        firm = any(claim.hedge in FIRM and not claim.is_open for claim in _told_alike(fact))
        kinds, is_overturned = len(set(named)), fact.overturned_by is not None
        return cls(few, many, min(len(named), few), kinds, is_disputed, is_overturned, firm, bool(others))

    def meets(self, rule: InformationRule) -> bool:
        return (
            rule.overturned in (None, self.is_overturned)
            and rule.conflicts in (None, self.is_disputed)
            and rule.firm in (None, self.is_firm)
            and self.few >= rule.fewest_roots
            and self.many >= rule.most_at_least
            and (rule.most_roots is None or self.many <= rule.most_roots)
            and self.named >= rule.named_roots
            and self.kinds >= rule.named_kinds
        )

    def told(self, why: str) -> str:
        told = why.format(few=self.few, many=self.many, named=self.named)
        return f"{told}, not counting what is told in other words" if self.leaves_out else told
