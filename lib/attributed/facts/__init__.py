"""Claims to facts: what is said to be one thing, and how many origins it really has."""

import hashlib
from collections.abc import Iterable

from attributed.model import Claim, Extraction, Fact, Link, Root, SourceKind


def facts_of(extractions: Iterable[Extraction]) -> tuple[Fact, ...]:
    """One fact for each outermost claim with the claims inside it, in the order of articles and text.

    Claims of different sentences are not joined: that two articles speak of one affair is not decided here.
    """
    return tuple(
        fact_of([claim, *inner_claims(claim, extraction.claims)])
        for extraction in extractions
        for claim in extraction.claims
        if claim.nested_in is None
    )


def inner_claims(outer: Claim, claims: tuple[Claim, ...]) -> list[Claim]:
    """The claims nested in one claim, at any depth."""
    inner = [claim for claim in claims if claim.nested_in == outer.id]
    return inner + [deeper for claim in inner for deeper in inner_claims(claim, claims)]


def fact_of(claims: list[Claim]) -> Fact:
    """The fact that some claims report; the first claim speaks for it."""
    first = claims[0]
    dated = next((claim.time for claim in claims if claim.time.value), first.time)
    return Fact(
        id="f" + hashlib.sha256(first.id.encode()).hexdigest()[:10],
        claims=tuple(claims),
        event=next((claim.event for claim in claims if claim.event), None),
        time=dated,
        roots=roots_of(claims),
        independent_roots=independent_roots(claims),
    )


def roots_of(claims: Iterable[Claim]) -> tuple[Root, ...]:
    """The origins named by some claims, each once, in the order of their first claim."""
    articles: dict[str, list[str]] = {}
    origins: dict[str, Link] = {}
    for claim in claims:
        origins.setdefault(claim.origin.root, claim.origin)
        articles.setdefault(claim.origin.root, []).append(claim.article)
    return tuple(
        Root(root, origin.name, origin.kind, tuple(dict.fromkeys(articles[root]))) for root, origin in origins.items()
    )


def independent_roots(claims: Iterable[Claim]) -> tuple[int, int]:
    """The fewest and the most independent origins that some claims can have.

    Claims that pass through one speaker hang on that speaker, however many words came before. Speakers that
    the article leaves undecided may be one person, and hearsay may be anybody's words: the fewest count the first
    once and the second not at all, the most count all apart.
    """
    claims = tuple(claims)
    told = [claim for claim in claims if claim.source_kind is not SourceKind.UNATTRIBUTED_HEARSAY]
    maybe_same = [{link.root, *link.undecided} for claim in told for link in claim.speakers if link.undecided]
    return len(joined([*speakers_of(told), *maybe_same])), len(joined(speakers_of(claims)))


def speakers_of(claims: Iterable[Claim]) -> list[set[str]]:
    """The roots of everybody who vouches for each claim."""
    return [{link.root for link in claim.speakers} for claim in claims]


def joined(groups: Iterable[set[str]]) -> list[set[str]]:
    """Groups with a member in common made one, until none overlap."""
    apart: list[set[str]] = []
    for group in groups:
        touching = [other for other in apart if other & group]
        apart = [other for other in apart if not other & group] + [group.union(*touching)]
    return apart
