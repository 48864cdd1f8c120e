"""How many origins a fact really has: a range, with a reason for each step that narrows it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from attributed.facts.origins import Setting
from attributed.facts.steps import (
    certain_steps,
    copy_steps,
    doubtful_steps,
    ids_of,
    is_hearsay,
    roots_in,
    summaries,
    summary_steps,
)
from attributed.model import Claim, Ground, Link, Root, Step


def independent_roots(claims: Iterable[Claim]) -> tuple[int, int]:
    """The fewest and the most independent origins that some claims can have.

    Claims that pass through one speaker hang on that speaker, however many words came before. Speakers that
    the article leaves undecided may be one person, and hearsay may be anybody's words: the fewest count the first
    once and the second not at all, the most count all apart.
    """
    claims = tuple(claims)
    told = [claim for claim in claims if not is_hearsay(claim)]
    maybe_same = [{link.root, *link.undecided} for claim in told for link in claim.speakers if link.undecided]
    return len(joined([*speakers_of(told), *maybe_same])), len(joined(speakers_of(claims)))


def speakers_of(claims: Iterable[Claim]) -> list[set[str]]:
    """The roots of everybody who vouches for each claim."""
    return [{link.root for link in claim.speakers} for claim in claims]


def joined(groups: Iterable[set[str]]) -> list[set[str]]:
    """Groups with a member in common made one, until none overlap."""
    above: dict[str, str] = {}

    def head(member: str) -> str:
        while (higher := above[member]) != member:
            above[member] = member = above[higher]
        return member

    for group in groups:
        members = sorted(group)
        for member in members:
            above.setdefault(member, member)
            above[head(member)] = head(members[0])
    apart: dict[str, set[str]] = {}
    for member in above:
        apart.setdefault(head(member), set()).add(member)
    return list(apart.values())


@dataclass(frozen=True, slots=True)
class Counted:
    """The origins of one fact."""

    roots: tuple[Root, ...]
    independent: tuple[int, int]
    steps: tuple[Step, ...]


def roots_of_fact(claims: Sequence[Claim], copies: Mapping[str, str], unlike: Set[str], setting: Setting) -> Counted:
    """The origins behind some claims; `copies` leads from a claim that took its words over to the claim it took.

    A claim that is a copy adds its article to the origin of what it copies, and never an origin. Those `unlike` the
    first one in their words may tell of something else: they raise the most origins, and not the fewest.
    """
    claims = [setting.known(claim) for claim in claims]
    if len(claims) == 1:
        return _alone(claims[0])
    taken = _taken(claims, copies)
    own = [claim for claim in claims if claim.id not in taken]
    sums = summaries(own)
    counted = [claim for claim in own if claim.id not in sums]
    copies_here = [claim for claim in claims if claim.id in taken]
    copied = copy_steps(taken, copies_here, setting)
    steps = [*certain_steps(counted, copies_here, setting), *copied]
    certain = _reached(joined([*speakers_of(counted), *(set(step.roots) for step in steps)]), counted)
    doubts = doubtful_steps(counted, certain, setting)
    told = [claim for claim in counted if not is_hearsay(claim)]
    plain = [claim for claim in told if claim.id not in unlike] or [c for c in told if c.article == claims[0].article]
    fewest = _reached(joined([*_reached(certain, told), *(set(step.roots) for step in doubts)]), plain or told[:1])
    if beside := [claim for claim in told if not _reached(fewest, [claim])]:
        others = tuple(sorted(set().union(*_reached(certain, beside))))
        doubts.append(Step(Ground.OTHER_WORDS, others, ids_of(beside), is_certain=False))
    if len(told) < len(counted):
        hearsay = [claim for claim in counted if is_hearsay(claim)]
        doubts.append(Step(Ground.HEARSAY, roots_in(hearsay), ids_of(hearsay), is_certain=False))
    roots = tuple(_root(group, claims, taken, sums) for group in certain)
    return Counted(roots, (len(fewest), len(certain)), (*steps, *summary_steps(own, sums), *doubts))


def _alone(claim: Claim) -> Counted:
    """The origin of a fact that one claim tells."""
    origin, group = claim.origin, {link.root for link in claim.speakers}
    hearsay = [Step(Ground.HEARSAY, (origin.root,), (claim.id,), is_certain=False)] if is_hearsay(claim) else []
    root = Root(origin.root, origin.name, origin.kind, (claim.article,))
    return Counted((root,) if group else (), independent_roots([claim]), tuple(hearsay))


def _taken(claims: Sequence[Claim], copies: Mapping[str, str]) -> dict[str, Claim]:
    """Each copy of the fact with the claim that had the words first."""
    by_id = {claim.id: claim for claim in claims}
    taken = {}
    for claim in claims:
        first = claim.id
        while copies.get(first) in by_id:
            first = copies[first]
        if first != claim.id:
            taken[claim.id] = by_id[first]
    return taken


def _reached(groups: Iterable[set[str]], claims: Sequence[Claim]) -> list[set[str]]:
    """The groups in which somebody vouches for one of the claims."""
    speakers = set().union(*speakers_of(claims))
    return [group for group in groups if group & speakers]


def _root(group: set[str], claims: Sequence[Claim], taken: Mapping[str, Claim], sums: set[str]) -> Root:
    """One origin, by the hand through which most of its claims came; a named one before any other."""
    heard: dict[tuple[bool, str], list[Link]] = {}
    sources = {claim.id: taken.get(claim.id, claim) for claim in claims}
    articles = set()
    for claim in claims:
        source = sources[claim.id]
        links = [link for link in source.speakers if link.root in group and source.id not in sums]
        if links:
            articles.add(claim.article)
        for link in links:
            heard.setdefault((source.article[:10] in link.root, link.root), []).append(link)
    # Whoever copies an article's own summary hangs on that article's sources, as the summary does.
    articles |= {c.article for c in claims if sources[c.id].id in sums and sources[c.id].article in articles}
    _, links = min(heard.items(), key=lambda one: (one[0][0], -len(one[1])))
    in_order = dict.fromkeys(claim.article for claim in claims if claim.article in articles)
    return Root(links[0].root, links[0].name, links[0].kind, tuple(in_order))
