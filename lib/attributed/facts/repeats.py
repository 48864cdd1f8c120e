"""Tellings that stand word for word in an earlier article, or in a stretch that one article took from another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from attributed.facts.comparing import Comparer
from attributed.facts.origins import UNNAMED
from attributed.facts.shingles import phrases_shared
from attributed.facts.telling import Telling
from attributed.model import Copy, Link, Passage

LONG = 12  # words of a statement that nobody makes twice by chance
QUOTED = 5  # words of a quotation, without those that say little, that is no phrase of many
NEARLY = 0.7  # share of neighbouring words from which two such statements are one


@dataclass(frozen=True, slots=True)
class Repeats:
    """What was said before in the same words."""

    first: Mapping[int, int] = field(default_factory=dict)  # index of a telling -> of the one with the same words
    quoted_from: Mapping[str, str] = field(default_factory=dict)  # an unnamed origin -> the same one there


def repeats_in(tellings: Sequence[Telling], comparer: Comparer) -> Repeats:
    """Each telling whose words another article has before it; earlier ones must stand first."""
    known: dict[str, int] = {}
    first: dict[int, int] = {}
    quoted_from: dict[str, str] = {}
    for index, telling in enumerate(tellings):
        if not telling.wording:
            continue
        before = known.setdefault(telling.wording, index)
        original = tellings[before]
        if before == index or original.article == telling.article or comparer.disagree(telling, original):
            continue
        first[index] = before
        here, there = telling.claims[0].origin, original.claims[0].origin
        if here.kind in UNNAMED and there.kind in UNNAMED:
            quoted_from.setdefault(here.root, there.root)
    return Repeats(first, quoted_from)


def requoted(tellings: Iterable[Telling]) -> dict[str, str]:
    """Origins of one fact that only their article knows -> who says the same words in another article."""
    told = [telling for telling in tellings if not telling.claims[0].is_the_articles_own]
    found: dict[str, str] = {}
    for telling in told:
        for link in (claim.origin for claim in telling.claims if claim.origin.root.startswith(telling.article[:10])):
            known = next((one for one in told if one.article != telling.article and _are_one(link, telling, one)), None)
            if known is not None:
                found.setdefault(link.root, known.claims[0].origin.root)
    return found


def _are_one(link: Link, telling: Telling, other: Telling) -> bool:
    """Whether both quote the same longer stretch, or people without a name say nearly the same long sentence."""
    if any(
        min(len(here), len(there)) >= QUOTED and (here <= there or there <= here)
        for here in telling.quoted
        for there in other.quoted
    ):
        return True
    if link.kind not in UNNAMED or other.claims[0].origin.kind not in UNNAMED:
        return False
    is_long = min(one.words.count(" ") for one in (telling, other)) + 1 >= LONG
    return is_long and phrases_shared(other.words, telling.words) >= NEARLY


def taken_claims(
    tellings: Sequence[Telling], repeats: Mapping[str, Telling], copies: Mapping[str, Copy]
) -> dict[str, str]:
    """Claims of one fact that took their words over -> the claim each took them from."""
    taken: dict[str, str] = {}
    by_article: dict[str, list[Telling]] = {}
    for telling in tellings:
        by_article.setdefault(telling.article, []).append(telling)
    for telling in tellings:
        original = repeats.get(telling.id) or _original(telling, by_article, copies.get(telling.article))
        if original is not None and any(original.id == one.id for one in by_article.get(original.article, ())):
            taken |= {claim.id: _counterpart(number, original) for number, claim in enumerate(telling.claims)}
    return taken


def _counterpart(number: int, original: Telling) -> str:
    return original.claims[min(number, len(original.claims) - 1)].id


def _original(telling: Telling, by_article: Mapping[str, list[Telling]], copy: Copy | None) -> Telling | None:
    """What an article told in the stretch that this one took over from it."""
    if copy is None:
        return None
    for ours, theirs in copy.passages:
        if _is_mostly_in(telling, ours):
            for other in by_article.get(copy.of, ()):
                if _is_mostly_in(other, theirs):
                    return other
    return None


def _is_mostly_in(telling: Telling, passage: Passage) -> bool:
    """Whether more than half of a telling's stretch lies in a passage: copies change a date, a name's spelling."""
    start, end = telling.stretch
    return 2 * (min(end, passage.end) - max(start, passage.start)) > end - start
