"""Sources whose description could tell who they are: found, warned of, and generalised in print where that is asked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from attributed import paths
from attributed.briefing import Briefing, Source
from attributed.errors import BadKnowledge
from attributed.knowledge import find_mentions, read_knowledge
from attributed.model import Article, Case, Claim, Entry, Fact, History, Link, Passage
from attributed.show.chains import kind_label
from attributed.show.wording import UNNAMED

MASK = "█"  # one for each character taken out, so that every passage stays where it is


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article says of a source that it does not name, and which of it narrows down who it is."""

    description: str
    access: str | None
    condition: str | None
    traits: tuple[str, ...]  # place, office, rank, access

    @property
    def is_telling(self) -> bool:
        """A place alone holds many people; with an office, a rank or a way to know it may hold one."""
        return "place" in self.traits and len(self.traits) > 1


def telling_of(briefing: Briefing, source: Source) -> Telling | None:
    """What the articles say of a source that they do not name; None for one that has a name."""
    described = [(link, briefing.article_of(claim)) for claim in source.claims for link in links_of(claim, source.root)]
    if source.kind not in UNNAMED or not described:
        return None
    link, article = described[0]
    description = link.passage.of(article.text) if link.passage else link.name or ""
    access = next((link.access.of(article.text) for link, article in described if link.access), None)
    condition = next((link.condition.of(article.text) for link, article in described if link.condition), None)
    return Telling(description, access, condition, tuple(traits(briefing, description, access)))


def links_of(claim: Claim, root: str) -> list[Link]:
    """The links of a claim's chain that are one source."""
    return [link for link in claim.chain if link.root == root]


def traits(briefing: Briefing, description: str, access: str | None) -> Iterator[str]:
    """Which kinds of words a description has that narrow down who it is."""
    knowledge = read_knowledge(briefing.request.subject)
    words = description.lower()
    places = [mention for mention in find_mentions(description, knowledge).places if mention.id]
    roles = knowledge.english.roles
    in_place = [mention.passage.of(description) for mention in places if mention.id != knowledge.subject.country]
    if in_place:
        yield "place"
    if any(_has(words, noun) for kind in ("anonymous_official", "named_official") for noun in roles[kind]):
        yield "office"
    if any(_has(words, word) for word in _words()["rank"]):
        yield "rank"
    beyond_place = access or ""
    for place in in_place:
        beyond_place = beyond_place.replace(place, "")
    ways = knowledge.english.access - set(_words()["residence"])
    if any(_has(beyond_place.lower(), phrase) for phrase in ways):
        yield "access"


@cache
def _words() -> Mapping[str, list[str]]:
    path = paths.LANGUAGES / "telling.toml"
    try:
        words = tomllib.loads(path.read_text(encoding="utf-8"))
        return {kind: list(words[kind]) for kind in ("rank", "residence")}
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise BadKnowledge(f"{path.name}: {error!r}; expected lists rank and residence") from error


def _has(words: str, wanted: str) -> bool:
    return f" {wanted} " in f" {words.replace(',', ' ')} "


def telling_sources(briefing: Briefing) -> dict[str, Telling]:
    """The sources that their descriptions could give away, by root."""
    found = {source.root: telling_of(briefing, source) for source in briefing.sources}
    return {root: telling for root, telling in found.items() if telling is not None and telling.is_telling}


def protected(briefing: Briefing) -> Briefing:
    """The briefing with telling descriptions put in general words, and blacked out in the articles' text.

    It is for print: the exports and the kept articles of a report have the words as they were.
    """
    telling = telling_sources(briefing)
    masks: dict[str, set[Passage]] = {}
    for claim in briefing.claims:
        for link in (link for link in claim.chain if link.root in telling):
            found = {passage for passage in (link.passage, link.access) if passage}
            masks.setdefault(claim.article, set()).update(found)
    claims = {claim.id: _generalised(claim, telling, masks.get(claim.article, set())) for claim in briefing.claims}
    return replace(
        briefing,
        articles=tuple(_masked(article, masks.get(article.sha256, set())) for article in briefing.articles),
        claims=tuple(claims.values()),
        facts=tuple(_fact(fact, claims, telling) for fact in briefing.facts),
        takeaways=tuple(_fact(fact, claims, telling) for fact in briefing.takeaways),
        histories=tuple(_history(history, claims) for history in briefing.histories),
        cases=tuple(_case(case, claims, masks) for case in briefing.cases),
        sources=tuple(_source(source, claims, telling) for source in briefing.sources),
    )


def _generalised(claim: Claim, telling: Mapping[str, Telling], masks: set[Passage]) -> Claim:
    chain = (
        replace(link, name=kind_label(link.kind), passage=None, access=None) if link.root in telling else link
        for link in claim.chain
    )
    # A place that the description alone names would tell as much on a chip, in the list of places and on the map.
    places = (place for place in claim.places if not any(mask.covers(place.passage) for mask in masks))
    return replace(claim, chain=tuple(chain), places=tuple(places))


def _masked(article: Article, passages: set[Passage]) -> Article:
    letters = list(article.text)
    for passage in passages:
        for place in range(passage.start, passage.end):
            letters[place] = letters[place] if letters[place].isspace() else MASK
    return replace(article, text="".join(letters))


def _fact(fact: Fact, claims: Mapping[str, Claim], telling: Mapping[str, Telling]) -> Fact:
    roots = (replace(root, name=kind_label(root.kind)) if root.id in telling else root for root in fact.roots)
    return replace(fact, claims=tuple(claims[claim.id] for claim in fact.claims), roots=tuple(roots))


def _case(case: Case, claims: Mapping[str, Claim], masks: Mapping[str, set[Passage]]) -> Case:
    def printed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if not _hidden(entry, claims, masks))

    return replace(case, fields={field: printed(entries) for field, entries in case.fields.items()})


def _hidden(entry: Entry, claims: Mapping[str, Claim], masks: Mapping[str, set[Passage]]) -> bool:
    return any(mask.covers(entry.passage) for mask in masks.get(claims[entry.claim].article, ()))


def _history(history: History, claims: Mapping[str, Claim]) -> History:
    return replace(history, claims=tuple(claims[claim.id] for claim in history.claims))


def _source(source: Source, claims: Mapping[str, Claim], telling: Mapping[str, Telling]) -> Source:
    name = kind_label(source.kind) if source.root in telling else source.name
    return replace(source, name=name, claims=tuple(claims[claim.id] for claim in source.claims))
