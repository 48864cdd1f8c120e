"""From marked articles to examples: which token is a cue, which piece beside it is source or content."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from attributed.attribution.arrays import Bools, Floats, Ints, Slots
from attributed.attribution.constituent_features import constituent_features
from attributed.attribution.constituents import Constituents, constituents_of
from attributed.attribution.cues import candidate_cues, cue_features
from attributed.attribution.drafting import OUTERMOST, Drafts, piece_tokens
from attributed.attribution.judging import judge_features
from attributed.attribution.labels import PART
from attributed.attribution.tokens import Tokens, tokens_of
from attributed.attribution.training.annotations import MarkedArticle
from attributed.attribution.weights import lemma_hashes
from attributed.model import Passage

WORDY = PART.numbers("VERB AUX NOUN ADP ADJ ADV PROPN SCONJ")
REST_OF_CUE = 0.3  # weight of a word that stands in a cue but was not taken for its head
FITS = 0.3  # overlap with what is marked from which the best piece is the answer
HALF = 0.5  # agreement that counts as right
SHORTEST_REST = 2  # words
OFTEN = 2  # a lemma becomes a candidate when it was a cue so often


@dataclass(frozen=True, slots=True)
class Target:
    """A marked attribution as tokens; `head` is the cue's word that the trees are read from."""

    head: int
    cue: Ints
    source: Ints
    content: Ints


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to learn from."""

    tokens: Tokens
    targets: tuple[Target, ...]


def tokens_at(tokens: Tokens, passages: tuple[Passage, ...]) -> Ints:
    """The tokens that some passages touch."""
    touched = np.zeros(tokens.count, dtype=bool)
    for passage in passages:
        touched |= (tokens.start[:-1] < passage.end) & (tokens.end[:-1] > passage.start)
    return np.flatnonzero(touched & ~tokens.is_space[:-1])


def prepared(articles: tuple[MarkedArticle, ...], docs: list[Doc]) -> tuple[tuple[Prepared, ...], tuple[str, ...]]:
    """Articles with their targets, and the lemmas that were cues often enough."""
    read = [(tokens_of(doc, article.text), article) for article, doc in zip(articles, docs, strict=True)]
    marked = [
        [
            (tokens_at(tokens, one.cue), tokens_at(tokens, one.source), tokens_at(tokens, one.content))
            for one in article.attributions
        ]
        for tokens, article in read
    ]
    alone = Counter(
        int(tokens.lemma[cue[0]])
        for (tokens, _), all_ in zip(read, marked, strict=True)
        for cue, _, _ in all_
        if len(cue) == 1
    )
    everywhere = Counter(lemma for tokens, _ in read for lemma in tokens.lemma[:-1].tolist())
    rate = {lemma: times / (everywhere[lemma] + 5) for lemma, times in alone.items()}
    found = tuple(
        Prepared(tokens, tuple(Target(head_of(tokens, cue, rate), cue, *rest) for cue, *rest in all_ if len(cue)))
        for (tokens, _), all_ in zip(read, marked, strict=True)
    )
    heads = Counter(docs[at][target.head].lemma_ for at, one in enumerate(found) for target in one.targets)
    return found, tuple(sorted(lemma for lemma, times in heads.items() if times >= OFTEN))


def head_of(tokens: Tokens, cue: Ints, rate: dict[int, float]) -> int:
    """Of a cue's words the one that most often is a cue by itself: "said" in "said in a statement"."""
    return max(
        cue.tolist(),
        key=lambda at: (
            tokens.part[at] in WORDY,
            tokens.part[at] == PART.number["VERB"],
            rate.get(int(tokens.lemma[at]), 0.0),
            -tokens.depth[at],
            -at,
        ),
    )


@dataclass(frozen=True, slots=True)
class CueExamples:
    """Candidates of all articles: features, whether each is a cue, how much it counts, and its article."""

    slots: Slots
    dense: Floats
    is_cue: Bools
    weight: Floats
    article: Ints
    token: Ints


def cue_examples(articles: tuple[Prepared, ...], lemmas: tuple[str, ...]) -> CueExamples:
    """Every candidate of every article."""
    hashes, columns = lemma_hashes(lemmas), []
    for number, article in enumerate(articles):
        tokens = article.tokens
        at = candidate_cues(tokens, hashes)
        is_cue = np.isin(at, [target.head for target in article.targets])
        in_cue = np.isin(at, np.concatenate([np.zeros(0, int), *(target.cue for target in article.targets)]))
        held = np.isin(at, np.concatenate([np.zeros(0, int), *(target.content for target in article.targets)]))
        weight = np.where(in_cue & ~is_cue, REST_OF_CUE, 1.0)
        weight = np.stack([weight, np.where(held & ~is_cue, 0.0, weight)], axis=1).astype(np.float32)
        columns.append((*cue_features(tokens, at), is_cue, weight, np.full(len(at), number), at))
    return CueExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))


@dataclass(frozen=True, slots=True)
class PieceExamples:
    """Pieces around all marked cues: features, the chances of being source and content, and the cue."""

    slots: Slots
    dense: Floats
    source: Floats
    main: Floats  # the chance of being the largest part of the content
    rest: Floats  # the chance of being the part of the content that the main part leaves
    group: Ints
    article: Ints


def piece_examples(articles: tuple[Prepared, ...], likely: list[Floats]) -> PieceExamples:
    """Every piece around every marked cue."""
    columns, groups = [], 0
    for number, (article, probability) in enumerate(zip(articles, likely, strict=True)):
        targets = sorted({target.head: target for target in article.targets if len(target.content)}.items())
        if not targets:
            continue
        pieces = constituents_of(article.tokens, np.array([head for head, _ in targets]))
        features = constituent_features(article.tokens, pieces, probability[:, OUTERMOST])
        source, main, rest = np.zeros((3, len(pieces.owner)), dtype=np.float32)
        for place, (_, target) in enumerate(targets):
            rows = np.flatnonzero(pieces.owner == place)
            source[rows] = best_fit(article.tokens, pieces, rows, target.source)
            main[rows] = best_fit(article.tokens, pieces, rows, target.content)
            rest[rows] = best_fit(
                article.tokens, pieces, rows, left_over(article.tokens, pieces, main[rows], rows, target)
            )
        columns.append((*features, source, main, rest, pieces.owner + groups, np.full(len(pieces.owner), number)))
        groups += len(targets)
    return PieceExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def overlaps(tokens: Tokens, pieces: Constituents, rows: Ints, marked: Ints) -> tuple[Floats, Floats]:
    """For each piece, the share of its words that are marked, and its intersection over union with them."""
    is_marked = np.zeros(tokens.count + 1, dtype=bool)
    is_marked[marked] = True
    is_marked &= tokens.is_word
    before = np.append(0, np.cumsum(is_marked))
    end = tokens.count

    def inside(first: Ints, last: Ints) -> Ints:
        found = before[np.minimum(last[rows] + 1, end)] - before[np.minimum(first[rows], end)]
        return np.where(last[rows] >= first[rows], found, 0)

    shared = inside(pieces.first, pieces.last) - inside(pieces.gap_first, pieces.gap_last)
    size = pieces.size[rows]
    return shared / size, shared / np.maximum(1, size + is_marked.sum() - shared)


def left_over(tokens: Tokens, pieces: Constituents, main: Floats, rows: Ints, target: Target) -> Ints:
    """The marked content's words outside its main part, if they are more than a word or two."""
    if not main.any():
        return target.content[:0]
    inside = piece_tokens(tokens, pieces, int(rows[main.argmax()]))
    rest = target.content[~inside[target.content]]
    return rest if tokens.is_word[rest].sum() >= SHORTEST_REST else rest[:0]


def best_fit(tokens: Tokens, pieces: Constituents, rows: Ints, marked: Ints) -> Floats:
    """One for the piece that fits what is marked best, shared where several fit alike; zeros where none fits."""
    _, fit = overlaps(tokens, pieces, rows, marked)
    best = fit.max(initial=0)
    is_best = (fit >= best - 1e-6) & (best >= FITS)
    return (is_best / max(1, is_best.sum())).astype(np.float32)


@dataclass(frozen=True, slots=True)
class JudgeExamples:
    """Drafts of all articles: features, and whether each is right."""

    slots: Slots
    dense: Floats
    is_right: Bools
    article: Ints


def right_drafts(tokens: Tokens, drafts: Drafts, targets: tuple[Target, ...]) -> Bools:
    """Which drafts match a marked attribution, source and content; of several that match the same one, the best."""
    right = np.zeros(len(drafts), dtype=bool)
    for target in targets:
        content = agreement(tokens, drafts.content, target.content)
        source = agreement(tokens, drafts.source, target.source)
        nobody = ~drafts.source.any(1) & (len(target.source) == 0)
        fits = (content >= HALF) & ((source >= HALF) | nobody)
        if fits.any():
            right[np.where(fits, content + source + drafts.likely[:, 0] / 100, -1).argmax()] = True
    return right


def agreement(tokens: Tokens, rows: Bools, marked: Ints) -> Floats:
    """Intersection over union of words, for each row."""
    is_marked = np.zeros(tokens.count + 1, dtype=bool)
    is_marked[marked] = True
    is_marked &= tokens.is_word
    shared = (rows & is_marked).sum(1)
    union = ((rows | is_marked) & tokens.is_word).sum(1)
    return np.asarray(shared / np.maximum(1, union))


def judge_examples(articles: tuple[Prepared, ...], drafts: list[Drafts | None]) -> JudgeExamples:
    """Every draft of every article."""
    columns = [
        (
            *judge_features(article.tokens, found),
            right_drafts(article.tokens, found, article.targets),
            np.full(len(found), number),
        )
        for number, (article, found) in enumerate(zip(articles, drafts, strict=True))
        if found is not None
    ]
    return JudgeExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))
