"""Short ways to claims and articles for tests: sentences in, model objects out."""

from collections.abc import Iterable

from attributed.facts import independent_roots
from attributed.facts.findings import id_of
from attributed.model import (
    UNKNOWN,
    Article,
    Claim,
    Extraction,
    Fact,
    Form,
    Hedge,
    Known,
    Link,
    Passage,
    Polarity,
    Role,
    Root,
    SourceKind,
    Zone,
    ZoneKind,
)


def article(text: str, *, id: str = "a.txt", sha256: str = "") -> Article:  # noqa: A002 - the field's name
    """An article whose whole text is body."""
    return Article(
        id=id,
        sha256=sha256 or f"sha-of-{id}",
        text=text,
        encoding=Known("utf-8", "decodes"),
        zones=(Zone(ZoneKind.BODY, Passage(0, len(text))),),
        published=UNKNOWN,
        outlet=UNKNOWN,
    )


def speaker(root: str, *, role: Role = Role.ORIGIN, undecided: tuple[str, ...] = ()) -> Link:
    return Link(role=role, name=root, kind=SourceKind.ANONYMOUS_SOURCE, root=root, undecided=undecided)


def claim(
    id: str,  # noqa: A002 - the field's name
    *chain: Link,
    nested_in: str | None = None,
    event: str | None = None,
    kind: SourceKind = SourceKind.ANONYMOUS_SOURCE,
    article: str = "sha-of-a.txt",
    content: tuple[int, int] = (0, 1),
) -> Claim:
    """A claim with this chain, about nothing in particular."""
    return Claim(
        id=id,
        article=article,
        source=(),
        cue=(),
        content=(Passage(*content),),
        form=Form.INDIRECT,
        chain=chain,
        source_kind=kind,
        hedge=Hedge.REPORTED,
        polarity=Polarity.AFFIRMED,
        time=UNKNOWN,
        nested_in=nested_in,
        event=event,
    )


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
