"""From scores to drafts: for each likely cue, which tokens are its source and which its content."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Hashes, Ints
from attributed.attribution.constituent_features import constituent_features
from attributed.attribution.constituents import Constituents, constituents_of
from attributed.attribution.cues import candidate_cues, cue_features, own_words
from attributed.attribution.network import Network, probability
from attributed.attribution.picking import agreement_by_words, pick
from attributed.attribution.tagger import Tagger
from attributed.attribution.tokens import Tokens
from attributed.attribution.word_vectors import WordVectors

OUTERMOST, ANYWHERE = range(2)  # outputs of the cue network: a cue that no content holds; a cue wherever it stands
SOURCE, MAIN, PART = range(3)  # outputs of the constituent network
KIND = 4096  # more than the ways from a cue to a piece
MENDED_FROM = 0.5  # share of a quotation's words
SHARPER = 1.6  # what the network's outputs are multiplied with: it was taught to share chances among pieces much alike
WORTH = ("source", "no source", "main", "no main", "part", "together", "this main", "this source")


@dataclass(frozen=True, slots=True)
class Drafts:
    """Attributions as tokens, one row each, before they have been compared with each other."""

    cue: Ints
    rank: Ints  # 0 for the best of a cue's drafts
    likely: Floats  # the cue network's two probabilities
    source: Bools  # rows by tokens
    own: Bools  # the cue's words
    content: Bools
    kind: Ints  # place, way and relation of the main content's piece
    scores: Floats  # WORTH: what speaks for each choice, and against any; source and content by words

    def __len__(self) -> int:
        return len(self.cue)

    def taken(self, rows: Ints) -> "Drafts":
        """Some of the drafts."""
        return Drafts(*(getattr(self, field.name)[rows] for field in fields(self)))


def cue_probabilities(tokens: Tokens, network: Network, lemmas: Hashes, like: WordVectors) -> Floats:
    """For every token the two probabilities of being a cue."""
    found = np.zeros((tokens.count + 1, 2), dtype=np.float32)
    candidates = candidate_cues(tokens, lemmas)
    if len(candidates):
        found[candidates] = probability(network(*cue_features(tokens, candidates, like)))
    return found


def likely_cues(likely: Floats, bars: Mapping[str, float]) -> Ints:
    """Tokens worth a draft."""
    outermost, anywhere = likely[:-1, OUTERMOST], likely[:-1, ANYWHERE]
    return np.flatnonzero((outermost >= bars["considered"]) | (anywhere >= bars["nested"]))


@dataclass(frozen=True, slots=True)
class Drafter:
    """What drafts are made with: what is said of pieces, what is said of words, what words are like."""

    pieces: Network
    words: Tagger
    like: WordVectors


def drafts_of(tokens: Tokens, drafter: Drafter, likely: Floats, cues: Ints, allowed: Bools) -> Drafts:
    """Drafts for every cue, the best first."""
    pieces = constituents_of(tokens, cues)
    outputs = drafter.pieces(*constituent_features(tokens, pieces, likely[:, OUTERMOST]))
    tagged = drafter.words(tokens, cues, likely[:, OUTERMOST], drafter.like)
    cuts = np.searchsorted(pieces.owner, np.arange(len(cues) + 1))
    chance, nothing = chances(outputs, pieces.owner, len(cues))
    picked = [
        (number, rank, one)
        for number in np.flatnonzero(np.diff(cuts)).tolist()
        for rank, one in enumerate(
            pick(
                tokens,
                pieces,
                np.arange(cuts[number], cuts[number + 1]),
                chance,
                tuple(nothing[number, [SOURCE, MAIN]].tolist()),
                tagged[number],
            )
        )
    ]
    owner = np.array([number for number, _, _ in picked], dtype=np.int64)
    ranks = np.array([rank for _, rank, _ in picked], dtype=np.int64)
    own = own_words(tokens, cues)[owner]
    source, content = np.zeros_like(own), np.zeros_like(own)
    for row, (_, _, one) in enumerate(picked):
        there = slice(one.start, one.start + len(one.content))
        source[row, there], content[row, there] = one.source, one.content
    kind = kinds_of(pieces, np.array([one.main for _, _, one in picked], dtype=np.int64))
    source &= allowed & ~own
    content = (content | mended(tokens, cues[owner], source, content)) & allowed & ~own & ~source
    worth = np.array([one.worth for _, _, one in picked], dtype=np.float32).reshape(-1, len(WORTH))
    scores = np.hstack([worth, by_words(tokens, (source, content), tagged, owner)])
    return Drafts(cues[owner], ranks, likely[cues[owner]], source, own, content, kind, scores)


def by_words(tokens: Tokens, chosen: tuple[Bools, Bools], tagged: Floats, owner: Ints) -> Floats:
    """How well sources and contents agree with what the tagger says of each word around their cues."""
    found = np.zeros((len(owner), len(chosen)), dtype=np.float32)
    for cue in np.unique(owner).tolist():
        rows, total = owner == cue, tagged[cue].sum(0)
        for role, part in enumerate(chosen):
            words = (part[rows] & tokens.is_word).astype(np.float32)
            found[rows, role] = agreement_by_words(words, tagged[cue], total)[:, role]
    return found


def chances(outputs: Floats, owner: Ints, count: int) -> tuple[Floats, Floats]:
    """For every piece the chances of being source, main content, part; for every cue, of having no source, no main."""
    sharp = outputs * np.array([SHARPER, SHARPER, 1], dtype=outputs.dtype)
    none = log_none(sharp, owner, count)
    chance = np.exp(sharp + none[owner])
    chance[:, PART] = probability(outputs[:, PART])
    return chance, np.exp(none)


def mended(tokens: Tokens, cues: Ints, source: Bools, content: Bools) -> Bools:
    """The whole of every quotation that a content holds half of, unless the cue or the source stands in it."""
    regions = tokens.region[:-1] == np.arange(len(tokens.region_starts))[:, None]
    words = (regions & tokens.is_word[:-1]).astype(np.float32)
    covered = (content[:, :-1] @ words.T) >= MENDED_FROM * np.maximum(1, words.sum(1))
    foreign = (source[:, :-1] @ words.T > 0) | (tokens.region[cues][:, None] == np.arange(len(regions)))
    whole = (covered & ~foreign).astype(np.float32) @ regions > 0
    return np.append(whole, np.zeros((len(cues), 1), dtype=bool), axis=1)


def log_none(outputs: Floats, owner: Ints, count: int) -> Floats:
    """For every cue and choice, the log probability of "none of the pieces", whose score is 0."""
    highest = np.zeros((count, outputs.shape[1]), dtype=outputs.dtype)
    np.maximum.at(highest, owner, outputs)
    total = np.exp(-highest)
    np.add.at(total, owner, np.exp(outputs - highest[owner]))
    return np.asarray(-np.log(total) - highest)


def kinds_of(pieces: Constituents, rows: Ints) -> Ints:
    """Where pieces stand to their cues, as one number each."""
    return np.asarray(pieces.place[rows] * KIND + pieces.way[rows] % KIND)
