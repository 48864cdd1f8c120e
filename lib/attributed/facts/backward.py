"""Sentences that take up what was told shortly before: "the accusations", "the same message"."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from attributed.facts.comparing import Comparer
from attributed.facts.frequencies import stem_of
from attributed.facts.shingles import WORD
from attributed.facts.telling import Telling
from attributed.facts.weights import joining
from attributed.knowledge import Knowledge
from attributed.model import Article

SHORTLY = 3  # tellings: an event's noun with "the" takes up one of the last few
LONG = 12  # "the same" reaches further, where the very noun has stood before


def taken_up(
    tellings: Sequence[Telling], article: Article, knowledge: Knowledge, comparer: Comparer
) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of an article's tellings that may be about one thing, the one that was taken up first.

    Only may be: what a noun takes up is not decided without reading.
    """
    nouns = {noun: event.id for event in knowledge.events.values() for noun in event.nouns}
    with_status = {event.id for event in knowledge.events.values() if event.status}
    for place, telling in enumerate(tellings):
        for definite, noun in _definite_nouns(telling, article):
            before = tellings[max(0, place - LONG) : place]
            if definite in joining().again:
                taken = [one for one in before if stem_of(noun) in one.stems]
            elif _event_of(noun, nouns) == telling.event and telling.event in with_status:
                taken = [one for one in before[-SHORTLY:] if one.event in with_status and one.named & telling.named]
            else:
                continue
            yield from ((one, telling) for one in taken if not comparer.disagree(one, telling))


def open_to_each_other(
    tellings: Sequence[Telling], knowledge: Knowledge, comparer: Comparer
) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of an article's tellings of one kind of event that befalls people, of which only one says whom."""
    told: dict[str, tuple[list[Telling], list[Telling]]] = {}  # by whether the event says whom
    for telling in tellings:
        for event, says_whom in {(c.event, bool(c.affected)) for c in telling.claims if c.event}:
            if knowledge.events[event].status:
                told.setdefault(event, ([], []))[says_whom].append(telling)
    for open_ones, firm_ones in told.values():
        pairs = itertools.product(open_ones, firm_ones)
        yield from (pair for pair in pairs if pair[0] is not pair[1] and not comparer.disagree(*pair))


def _definite_nouns(telling: Telling, article: Article) -> Iterator[tuple[str, str]]:
    """Each word behind a definite one, with it."""
    for passage in telling.claims[0].content:
        words = [match.group().casefold() for match in WORD.finditer(article.text, passage.start, passage.end)]
        for one, other in itertools.pairwise(words):
            if one in joining().definite | joining().again:
                yield one, other


def _event_of(noun: str, nouns: Mapping[str, str]) -> str | None:
    return nouns.get(noun) or nouns.get(noun.removesuffix("s"))
