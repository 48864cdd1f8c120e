"""Articles that took words from others of the ledger: whole texts, passages, wire copies, updates of one story."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from attributed import paths
from attributed.facts.shingles import Hashes, Postings, Wording, pairs_sharing, picked, shingles, wording_of
from attributed.facts.spans import span_of
from attributed.knowledge import Knowledge, find_mentions
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import Article, Copy, CopyKind, Passage, ZoneKind

SHINGLE = 6  # words
WINDOW = 8  # a shared stretch of SHINGLE + WINDOW words is always found
FEWEST = 2  # picked shingles that two articles must share to be compared
SHORTEST = 14  # words of a stretch that counts as taken over
SLIP = 3  # words inside a stretch that may differ
WHOLE = 0.8  # of an article's words: nearly the whole text
MANY = 4  # articles of one outlet: what stands in so many different ones is the outlet's boilerplate
OWN = 0.5  # an article with more than this share of shingles that no other has is one of a kind
AGENCY_REACH = 160  # characters at either end of a body in which an agency is credited
_Places = tuple[Hashes, npt.NDArray[np.intp]]  # the runs of one text in order, and where each first begins


class _Marks(Strict):
    """copying.toml."""

    updates: list[str]


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    words: Wording
    runs: Hashes  # of SHINGLE words, one for each word that begins a run
    picked: Hashes


def copies_of(articles: Sequence[Article], knowledge: Knowledge) -> tuple[Copy, ...]:
    """Each article that took words from an earlier one, with that one; the later is told by dates, else by order."""
    updates = read_toml(paths.LANGUAGES / "english" / "copying.toml", _Marks).updates
    is_update = re.compile("|".join(updates), re.IGNORECASE)
    ordered = sorted(articles, key=_published)
    texts = [_text_of(article) for article in ordered]
    postings = Postings.of([text.picked for text in texts])
    boilerplate = _boilerplate(postings, texts)
    most: dict[int, tuple[int, int, list[tuple[Passage, Passage]]]] = {}  # later text -> (words, first text, passages)
    pairs = pairs_sharing(postings, fewest=FEWEST, without=boilerplate)
    for first, group in itertools.groupby(pairs, key=lambda pair: pair[0]):
        places = np.unique(texts[first].runs, return_index=True)
        for _, later in group:
            passages, words = shared_passages(texts[later], texts[first], places)
            if passages and (later not in most or most[later][0] < words):
                most[later] = (words, first, passages)
    found = {
        texts[later].article.sha256: _copy(texts[later], texts[first], words, passages, knowledge, is_update)
        for later, (words, first, passages) in most.items()
    }
    return tuple(found[article.sha256] for article in articles if article.sha256 in found)


def _published(article: Article) -> int:
    span = span_of(article.published.value)
    return span.first.toordinal() if span and span.has_year else 1 << 30


def _text_of(article: Article) -> _Text:
    words = wording_of(article.text, [zone.passage for zone in article.zones_of(ZoneKind.BODY)])
    runs = shingles(words.hashes, SHINGLE)
    return _Text(article, words, runs, picked(runs, WINDOW))


def _boilerplate(postings: Postings, texts: Sequence[_Text]) -> npt.NDArray[np.bool_]:
    """Which shingles stand in many articles of one outlet that are otherwise of their own: no copies, but furniture."""
    lengths = postings.lengths
    if not len(lengths):
        return np.empty(0, dtype=bool)
    alone = np.repeat(lengths == 1, lengths)
    size = np.maximum(1, np.bincount(postings.texts, minlength=len(texts)))
    of_a_kind = np.bincount(postings.texts, weights=alone, minlength=len(texts)) / size > OWN
    outlets = [text.article.outlet.value or "" for text in texts]
    number = np.unique(outlets, return_inverse=True)[1].astype(np.int64)
    keys = np.repeat(np.arange(len(lengths)), lengths) * (number.max() + 1) + number[postings.texts]
    pairs, which, counts = np.unique(keys, return_inverse=True, return_counts=True)
    kept = np.bincount(which, weights=of_a_kind[postings.texts], minlength=len(pairs))
    is_common = (counts >= MANY) & (kept >= counts * OWN)
    found = np.zeros(len(lengths), dtype=bool)
    found[(pairs[is_common] // (number.max() + 1)).astype(np.int64)] = True
    return found


def _copy(
    later: _Text,
    first: _Text,
    words: int,
    passages: Sequence[tuple[Passage, Passage]],
    knowledge: Knowledge,
    is_update: re.Pattern[str],
) -> Copy:
    """The copy that one article is of another."""
    share = words / len(later.words)
    kind = _kind(later.article, first.article, share, knowledge, is_update)
    return Copy(later.article.sha256, first.article.sha256, kind, round(share, 3), tuple(passages))


def shared_passages(later: _Text, first: _Text, places: _Places) -> tuple[list[tuple[Passage, Passage]], int]:
    """The stretches of words that stand in both, in each, and how many of the later one's words they hold."""
    known, begin = places
    at = np.searchsorted(known, later.runs)
    at[at == len(known)] = 0
    hits = np.flatnonzero(known[at] == later.runs)
    passages, words = [], 0
    for run in np.split(hits, np.flatnonzero(np.diff(hits) > SHINGLE + SLIP) + 1) if len(hits) else ():
        start, end = int(run[0]), int(run[-1]) + SHINGLE - 1
        if end - start + 1 < SHORTEST:
            continue
        there = begin[at[run]]
        taken = first.words.passage(int(there.min()), int(there.max()) + SHINGLE - 1)
        passages.append((later.words.passage(start, end), taken))
        words += end - start + 1
    return passages, words


def _kind(later: Article, first: Article, share: float, knowledge: Knowledge, is_update: re.Pattern[str]) -> CopyKind:
    same_outlet = later.outlet.value is not None and later.outlet.value == first.outlet.value
    marked = later.title is not None and is_update.search(later.title.of(later.text)) is not None
    if marked or (same_outlet and share < 1 and later.published.value and first.published.value):
        return CopyKind.UPDATE if share < WHOLE or marked else CopyKind.SAME_WORDS
    if _agencies(later, knowledge) & _agencies(first, knowledge):
        return CopyKind.WIRE
    return CopyKind.SAME_WORDS if share >= WHOLE else CopyKind.SHARED_PASSAGES


def _agencies(article: Article, knowledge: Knowledge) -> set[str]:
    """The agencies that an article credits: as its outlet, in its byline, at the head or the foot of its body."""
    text = article.text
    body = [zone.passage for zone in article.zones_of(ZoneKind.BODY)]
    places = [zone.passage.of(text) for zone in article.zones_of(ZoneKind.BYLINE)]
    if body:
        places += [text[body[0].start : body[0].start + AGENCY_REACH], text[body[-1].end - AGENCY_REACH : body[-1].end]]
    mentions = find_mentions("\n".join([article.outlet.value or "", *places]), knowledge).outlets
    return {m.id for m in mentions if m.id is not None and knowledge.outlets[m.id].kind == "agency"}
