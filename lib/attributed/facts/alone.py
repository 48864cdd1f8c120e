"""Claims to facts without looking across articles."""

import hashlib
from collections.abc import Iterable

from attributed.facts.roots import independent_roots
from attributed.model import Claim, Extraction, Fact, Link, Root


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
        id=id_of(first),
        claims=tuple(claims),
        event=next((claim.event for claim in claims if claim.event), None),
        time=dated,
        roots=roots_of(claims),
        independent_roots=independent_roots(claims),
    )


def id_of(claim: Claim) -> str:
    """The id of the fact for which a claim speaks: it stays when other articles join or leave."""
    return "f" + hashlib.sha256(claim.id.encode()).hexdigest()[:10]


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
