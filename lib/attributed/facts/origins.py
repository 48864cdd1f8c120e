"""Who the origins are across articles: names written two ways, outlets inside descriptions, what each article cites."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from attributed.facts.bodies import NAMED, OF_STATE, Bodies
from attributed.facts.shingles import WORD
from attributed.knowledge import Knowledge, find_mentions
from attributed.model import Claim, Copy, Extraction, Link, Role, SourceKind

UNNAMED = frozenset({SourceKind.ANONYMOUS_SOURCE, SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_EXPERT})
OUTLETS = frozenset({SourceKind.OTHER_OUTLET, SourceKind.STATE_MEDIA})


@dataclass(frozen=True, slots=True)
class Setting:
    """What roots are counted by beside a fact's own claims."""

    aliases: Mapping[str, str] = field(default_factory=dict)  # a root -> the root that stands for it everywhere
    days: Mapping[str, int | None] = field(default_factory=dict)  # article -> day of publication, as a number
    quoted_from: Mapping[str, str] = field(
        default_factory=dict
    )  # unnamed origin -> the same one where the words first stood
    through: Mapping[str, str] = field(default_factory=dict)  # unnamed origin -> the only outlet its words come through
    cited: Mapping[str, Set[str]] = field(default_factory=dict)  # article -> the outlets that it cites at all
    named: Mapping[str, Set[str]] = field(default_factory=dict)  # article that cites "a report" -> the outlets it names
    owners: Mapping[str, str] = field(default_factory=dict)  # outlet of a state -> the country
    states: Mapping[str, str] = field(default_factory=dict)  # country, or body of one -> the country

    def state_of(self, root: str) -> str | None:
        """The country for which a body or an outlet speaks, or that speaks itself."""
        return self.owners.get(root) or self.states.get(root) or self.states.get(root.partition(OF_STATE)[0])

    def known(self, claim: Claim) -> Claim:
        """The claim with every link under the root that stands for it."""
        if not any(link.root in self.aliases for link in claim.chain):
            return claim
        chain = tuple(replace(link, root=self.aliases.get(link.root, link.root)) for link in claim.chain)
        return replace(claim, chain=chain)


def setting_of(
    extractions: Sequence[Extraction],
    knowledge: Knowledge,
    *,
    days: Mapping[str, int | None],
    quoted_from: Mapping[str, str],
    copies: Sequence[Copy],
) -> Setting:
    """What these articles show of origins across them."""
    aliases = aliases_of(extractions, knowledge)
    through: dict[str, str] = {}
    cited: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for extraction in extractions:
        through.update(_through(extraction.claims, aliases))
        outlets = (cited_in(claim, aliases) for claim in extraction.claims)
        cited[extraction.article.sha256] = set().union(*outlets)
        if any(is_report(link, claim) for claim in extraction.claims for link in claim.speakers):
            printed = find_mentions(extraction.article.text, knowledge).outlets
            named[extraction.article.sha256] = {mention.id for mention in printed if mention.id is not None}
    owners = {one.id: one.country for one in knowledge.outlets.values() if one.state and one.country}
    states = {place.id: place.id for place in knowledge.places.values() if place.kind == "country"}
    states |= {one.id: one.country for one in knowledge.organisations.values() if one.country}
    again = {root: aliases.get(first, first) for root, first in quoted_from.items()}
    quoted_from = described_alike(extractions, copies, aliases) | again
    return Setting(aliases, days, quoted_from, through, cited, named, owners, states)


def aliases_of(extractions: Iterable[Extraction], knowledge: Knowledge) -> dict[str, str]:
    """Roots that are written otherwise elsewhere: another spelling of a name, words around a listed outlet's name."""
    aliases: dict[str, str] = {}
    bodies = Bodies.of(knowledge)
    for extraction in extractions:
        for claim in extraction.claims:
            for link in claim.chain:
                if link.root not in aliases:
                    aliases[link.root] = _known_root(link, knowledge, bodies)
    return {root: known for root, known in aliases.items() if root != known}


def _known_root(link: Link, knowledge: Knowledge, bodies: Bodies) -> str:
    if link.kind in OUTLETS and link.name is not None and link.root not in knowledge.outlets:
        named = {mention.id for mention in find_mentions(link.name, knowledge).outlets}
        if len(named) == 1 and (outlet := next(iter(named))) is not None:
            return outlet
    if link.root not in knowledge.organisations and (body := bodies.root(link)) is not None:
        return body
    if link.root.startswith(NAMED):
        letters = (letter if letter.isalnum() else " " for letter in link.root.removeprefix(NAMED).casefold())
        return NAMED + " ".join("".join(letters).split())
    return link.root


def described_alike(
    extractions: Iterable[Extraction], copies: Iterable[Copy], aliases: Mapping[str, str]
) -> dict[str, str]:
    """Unnamed origins of articles that took words from another one -> whoever is described in the same words there."""
    origins = {extraction.article.sha256: _unnamed(extraction.claims) for extraction in extractions}
    found = {}
    for copy in copies:
        there = origins[copy.of]
        for words, root in origins[copy.article].items():
            same = [other for known, other in there.items() if known == words or known < words or words < known]
            if len(same) == 1:
                found[root] = aliases.get(same[0], same[0])
    return found


def _unnamed(claims: Iterable[Claim]) -> dict[frozenset[str], str]:
    """The unnamed origins of an article by the words that describe them."""
    origins = (claim.origin for claim in claims if claim.origin.kind in UNNAMED and claim.origin.name)
    return {frozenset(WORD.findall((origin.name or "").casefold())): origin.root for origin in origins}


def _through(claims: Iterable[Claim], aliases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Unnamed origins whose words reach the article by one other outlet only."""
    outlets: dict[str, set[str]] = {}
    for claim in claims:
        if claim.origin.kind in UNNAMED:
            outlets.setdefault(claim.origin.root, set()).update(cited_in(claim, aliases))
    yield from ((root, next(iter(found))) for root, found in outlets.items() if len(found) == 1)


def cited_in(claim: Claim, aliases: Mapping[str, str]) -> set[str]:
    """The named outlets beside the publisher through which a claim came."""
    links = [link for link in claim.chain if link.kind in OUTLETS or link.role is Role.COLLECTOR]
    known = {aliases.get(link.root, link.root) for link in links if not _is_of_one_article(link, claim, aliases)}
    return known - {aliases.get(claim.chain[-1].root, claim.chain[-1].root)}


def is_report(link: Link, claim: Claim) -> bool:
    """Whether a source is an outlet or a report without a name: "a South Korean newspaper", "a new report"."""
    is_plain = link.kind in OUTLETS or (link.kind == SourceKind.DOCUMENT and (link.name or "").islower())
    return is_plain and link.root.startswith(claim.article[:10])


def _is_of_one_article(link: Link, claim: Claim, aliases: Mapping[str, str]) -> bool:
    """Whether a root means somebody only inside its article: "a South Korean newspaper"."""
    return link.root not in aliases and link.root.startswith(claim.article[:10])
