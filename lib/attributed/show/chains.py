"""Claims' chains as strips: who is said to know, through whose hands it came, who printed it."""

from collections.abc import Sequence

from attributed.model import Claim, Link, Role, SourceKind
from attributed.show import aloud
from attributed.show.tree import Chain, Hop, Voice
from attributed.show.wording import KINDS, UNNAMED, voice_of

CARRIERS = (Role.COLLECTOR, Role.WRITER, Role.PUBLISHER)


def claim_chain(claim: Claim) -> Chain:
    """The strip of one claim."""
    return Chain(origins=(origin_hop(claim.origin),), hops=hops_of(claim), roots=claim_roots(claim))


def fact_chains(claims: Sequence[Claim], *, roots: tuple[int, int]) -> tuple[Chain, ...]:
    """One strip for each way by which some claims came; claims that differ only in their origin share a strip.

    A way that is the end of a longer one ("KCNA, outlet" of "Kim, KCNA, outlet") is not shown twice.
    """
    whole = dict.fromkeys((origin_hop(claim.origin), *hops_of(claim)) for claim in claims)
    ways: dict[tuple[Hop, ...], dict[Hop, None]] = {}
    for origin, *hops in whole:
        if not any(_ends_with(longer, (origin, *hops)) for longer in whole):
            ways.setdefault(tuple(hops), {})[origin] = None
    is_own = all(claim.is_the_articles_own for claim in claims)
    *before, (last_hops, last) = ways.items()
    counted = Chain(tuple(last), last_hops, None if is_own else roots, together=len(ways) > 1)
    return (*(Chain(tuple(origins), hops, None) for hops, origins in before), counted)


def _ends_with(longer: tuple[Hop, ...], way: tuple[Hop, ...]) -> bool:
    tail = longer[-len(way) :]
    return len(longer) > len(way) and [hop.label for hop in tail] == [hop.label for hop in way]


def chain_words(claim: Claim) -> str:
    """The strip of one claim as a sentence."""
    return aloud.chain(claim_chain(claim))


def claim_roots(claim: Claim) -> tuple[int, int] | None:
    """One root; one that nobody is named for, or that may be another source's, is none to one and drawn hollow."""
    if claim.is_the_articles_own:
        return None
    return (0, 1) if claim.origin.undecided or claim.source_kind is SourceKind.UNATTRIBUTED_HEARSAY else (1, 1)


def origin_hop(link: Link) -> Hop:
    """The first box of a strip: who is said to know."""
    if link.kind == SourceKind.REPORTER:
        return Hop(label=link.name or "the article’s own words", voice=Voice.OWN)
    if link.name is None:
        label = "nobody named" if link.kind == SourceKind.UNATTRIBUTED_HEARSAY else "not named"
        return Hop(label=label, voice=voice_of(link.kind), is_named=False)
    return Hop(label=link.name, voice=voice_of(link.kind), is_named=link.kind not in UNNAMED)


def origin_words(claim: Claim) -> str:
    """Who a statement is from, as its chain says."""
    return origin_hop(claim.origin).label


def who_words(claim: Claim) -> str:
    """Who a statement is from and of what kind, each said once: "one expert, not named"."""
    origin, kind = origin_hop(claim.origin), kind_label(claim.source_kind)
    if claim.origin.name and claim.source_kind in UNNAMED:
        return f"{origin.label}, not named"
    return kind if origin.label in kind else f"{origin.label}, {kind}"


def hops_of(claim: Claim) -> tuple[Hop, ...]:
    """What follows the origin, each pair of hands once."""
    return tuple(dict.fromkeys(_hop_of(link) for link in claim.chain[1:]))


def _hop_of(link: Link) -> Hop:
    if link.role is Role.TRANSLATOR:
        return Hop(label=f"translated by {link.name}" if link.name else "translated", is_word=True)
    if link.role is Role.PUBLISHER and link.name is None:
        return Hop("outlet not named", is_named=False, aloud="in an article whose outlet is not named")
    if link.role is Role.PUBLISHER:
        return Hop(str(link.name), aloud=f"published by {link.name}")
    if link.name is None:
        return Hop("not named through whom", voice=Voice.OWN, is_named=False)
    voice = Voice.OWN if link.role in CARRIERS else voice_of(link.kind)
    way = {Role.DOCUMENT: "in", Role.WRITER: "written by"}.get(link.role, "through")
    return Hop(link.name, voice=voice, is_named=link.kind not in UNNAMED, aloud=f"{way} {link.name}")


def kind_label(kind: str | None) -> str:
    """What a source is called: "state media", "official, not named"."""
    return KINDS.get(kind, str(kind).replace("_", " "))
