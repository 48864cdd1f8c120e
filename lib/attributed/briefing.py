"""What a briefing says, as data: no wording, no display."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

from attributed.grading import GradeGiven
from attributed.knowledge.corrections import Correction
from attributed.model import (
    Article,
    Case,
    Change,
    Claim,
    Conflict,
    Copy,
    Drift,
    Fact,
    History,
    Outcome,
    Unsupported,
)

Tell = Callable[[str], object]  # is called with each step of something long as it begins
Tlp = Literal["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]


def _written(day: object) -> object:
    """A TOML date as its ISO 8601 words."""
    return day.isoformat() if isinstance(day, date) else day


class Request(BaseModel):
    """What one briefing is asked to be: the keys of data/briefings/*.toml and the notebook's parameters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str  # names the report's folder
    subject: str = "north-korea"
    articles: tuple[str, ...] = ("seeds/*.txt",)  # file patterns, from the project's folder or absolute
    as_of: date
    title: str | None = None  # None: drafted from the facts
    tlp: Tlp = "CLEAR"
    outlets: Mapping[str, str] = {}  # article id -> outlet, given by the user
    published: Mapping[str, Annotated[str, BeforeValidator(_written)]] = {}  # article id -> EDTF date
    notes: str | None = None  # the analyst's notes: a file in data/briefings
    romanisation: str = "listed"  # how names are written: "listed", or a style of the subject's romanisation.toml
    protect_sources: bool = False  # page and PDF generalise descriptions that could tell who a source is
    grades: Mapping[str, GradeGiven] = {}  # id of a fact or a claim -> the grade that a person gives to the fact


class GapKind(StrEnum):
    """What the articles do not let us know."""

    NO_OUTLET = "no_outlet"
    NO_DATE = "no_date"
    ORIGIN_UNNAMED = "origin_unnamed"
    ORIGIN_UNDECIDED = "origin_undecided"
    TIME_OPEN = "time_open"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something not known, with what it concerns: articles (sha256) or claims (ids)."""

    kind: GapKind
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An origin or relay that claims came through."""

    root: str
    name: str | None
    kind: str
    claims: tuple[Claim, ...]
    undecided: tuple[str, ...]  # names of other sources that may be the same


@dataclass(frozen=True, slots=True)
class Making:
    """What the briefing was made with, for the method section and the manifest."""

    versions: Mapping[str, str]  # package -> version
    fingerprints: Mapping[str, str]  # knowledge, model, extractor, pipeline -> hash
    ledger_version: Mapping[str, int]  # table -> version read


@dataclass(frozen=True)
class Briefing:
    """One edition of one briefing: findings, gaps and what figures are drawn from."""

    request: Request
    edition: str
    articles: tuple[Article, ...]  # numbered from 1 in this order
    claims: tuple[Claim, ...]  # numbered from 1 in this order: by article, then by place in the text
    facts: tuple[Fact, ...]  # in reading order
    takeaways: tuple[Fact, ...]
    headline: tuple[tuple[str, str, int], ...]  # (event type, hedge, how many articles)
    sources: tuple[Source, ...]
    independent_roots: tuple[int, int]
    gaps: tuple[Gap, ...]
    event_labels: Mapping[str, str]  # event type -> how it is called in print
    making: Making
    refused: tuple[tuple[str, str], ...] = ()  # (file, why it could not be read)
    conflicts: tuple[Conflict, ...] = ()
    drifts: tuple[Drift, ...] = ()
    copies: tuple[Copy, ...] = ()
    unsupported: tuple[Unsupported, ...] = ()
    histories: tuple[History, ...] = ()
    cases: tuple[Case, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    before: str | None = None  # the edition that `changes` are counted from; None: this is the first
    corrections: tuple[Correction, ...] = ()  # of the subject's lists, by users
    earlier: tuple[str, ...] = ()  # every edition before this one, oldest first
    is_read_anew: bool = False  # whether the one before was made with other knowledge or another extractor
    changes: tuple[Change, ...] = ()

    def number_of(self, claim: Claim) -> int:
        """The number that the page, the PDF and the exports give to a claim, from 1."""
        return self.numbers[claim.id]

    def number_of_article(self, article: Article) -> int:
        """The number that an article goes by in print, from 1."""
        return self.article_numbers[article.sha256]

    def article_of(self, claim: Claim) -> Article:
        return self.articles_by_hash[claim.article]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return {claim.id: number for number, claim in enumerate(self.claims, 1)}

    @cached_property
    def first_naming(self) -> Mapping[str, str]:
        """Person or place of the lists -> the first claim on a fact's card that names it."""
        found: dict[str, str] = {}
        told = [fact.claims for fact in self.facts if not all(claim.is_the_articles_own for claim in fact.claims)]
        for claim in (claim for claims in told for claim in claims):
            for mention in (*claim.people, *claim.places):
                if mention.id is not None:
                    found.setdefault(mention.id, claim.id)
        return found

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def facts_by_id(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def articles_by_hash(self) -> Mapping[str, Article]:
        return {article.sha256: article for article in self.articles}

    @cached_property
    def article_numbers(self) -> Mapping[str, int]:
        return {article.sha256: number for number, article in enumerate(self.articles, 1)}


@dataclass(frozen=True)
class Life:
    """One person or body through time, with a briefing of what is told of it alone."""

    history: History
    briefing: Briefing
