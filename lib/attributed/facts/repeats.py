"""Tellings that stand word for word in an earlier article, or in a stretch that one article took from another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from attributed.facts.comparing import Comparer
from attributed.facts.origins import UNNAMED
from attributed.facts.shingles import phrases_shared
from attributed.facts.telling import Telling
from attributed.model import Copy, Passage

LONG = 12  # words of a statement that nobody makes twice by chance
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
    """Unnamed origins of one fact -> the unnamed origin who says nearly the same words in an earlier article."""
    firsts: list[tuple[Telling, str]] = []
    found: dict[str, str] = {}
    for telling in tellings:
        root = next((claim.origin.root for claim in telling.claims if claim.origin.kind in UNNAMED), None)
        if root is None or telling.words.count(" ") + 1 < LONG:
            continue
        known = next((one for one in firsts if phrases_shared(one[0].words, telling.words) >= NEARLY), None)
        if known is None:
            firsts.append((telling, root))
        elif known[0].article != telling.article:
            found.setdefault(root, known[1])
    return found


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
