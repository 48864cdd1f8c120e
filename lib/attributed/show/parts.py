"""What sections share: numbers that lead to claims, sentences for empty sections, the ids a briefing offers."""

from collections.abc import Iterable

from attributed.briefing import Briefing
from attributed.model import Claim
from attributed.show.cutting import cut_blocks
from attributed.show.filters import Filter
from attributed.show.shown import Shown
from attributed.show.tree import Block, Citation, Inline, Manner, Paragraph, Text


def shown(briefing: Briefing, *blocks: Block, filters: tuple[Filter, ...] = ()) -> Shown:
    """Some blocks of a briefing, cut where they are many, with what their links can lead to in the other sections."""
    numbers = range(1, len(briefing.claims) + 1)
    articles = range(1, len(briefing.articles) + 1)
    targets = {f"{kind}-{number}" for kind in ("claim", "words") for number in numbers}
    return Shown(tuple(cut_blocks(blocks)), frozenset(targets | {f"article-{number}" for number in articles}), filters)


def cited(briefing: Briefing, claims: Iterable[Claim]) -> tuple[Inline, ...]:
    """The numbers of some claims, each leading to its card."""
    numbers = sorted(briefing.number_of(claim) for claim in claims)
    return tuple(Citation(number, f"#claim-{number}") for number in numbers)


def empty(words: str) -> Paragraph:
    """What a section says that has nothing to show."""
    return Paragraph((Text(words),), Manner.EMPTY)


def note(words: str) -> Paragraph:
    """How to read what stands beside it."""
    return Paragraph((Text(words),), Manner.NOTE)
