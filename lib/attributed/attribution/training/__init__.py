"""Training the attribution weights from marked articles."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from attributed.attribution.arrays import Bools, Floats
from attributed.attribution.drafting import Drafter, Drafts, drafts_of, likely_cues
from attributed.attribution.network import Network, probability
from attributed.attribution.training.annotations import MarkedArticle, read_annotations
from attributed.attribution.training.card import TrainingReport, write_card
from attributed.attribution.training.examples import CueExamples, PieceExamples, cue_examples, piece_examples
from attributed.attribution.training.fitting import Fit, fitted
from attributed.attribution.training.judged import judge_examples, judge_of
from attributed.attribution.training.losses import source_and_content, yes_or_no
from attributed.attribution.training.neighbours import word_vectors_of
from attributed.attribution.training.tagging import WordExamples, fitted_tagger, word_examples
from attributed.attribution.training.targets import Prepared, prepared
from attributed.attribution.training.texts import read_texts
from attributed.attribution.weights import Weights, write_weights
from attributed.attribution.word_vectors import WordVectors
from attributed.fingerprints import PIPELINE, model_fingerprint
from attributed.parsing import load_pipeline

__all__ = ["TrainingReport", "train", "write_card"]

FOLDS = 3  # what a network learns from others' scores comes from networks that did not see the article
CUE_FIT = Fit(hidden=32, outputs=2, epochs=5, dropout=0.4, features=45_000, seen=8)
PIECE_FIT = Fit(hidden=48, outputs=3, epochs=5, dropout=0.5, features=40_000, seen=6, batch=512)
BARS = {
    "outermost": 0.34,
    "sure cue": 0.6,
    "of a sure cue": 0.1,
    "considered": 0.15,
    "nested": 0.6,
    "parted": 0.7,
    "parted, same speaker": 0.35,
}


def learned(articles: tuple[MarkedArticle, ...], texts: Sequence[str] = ()) -> Weights:
    """Weights fitted to marked articles, word vectors to these and other texts; one thread: sums come out the same."""
    with threadpool_limits(1):
        like = word_vectors_of([*texts, *(article.text for article in articles)])
        docs = list(load_pipeline().pipe([article.text for article in articles], batch_size=32))
        ready, lemmas = prepared(articles, docs)
        cues = cue_examples(ready, lemmas, like)
        likely = unseen_cues(cues, ready)
        pieces = piece_examples(ready, likely)
        words = word_examples(ready, likely, like)
        drafts = unseen_drafts(pieces, words, like, ready, likely)
        return Weights(
            cue=cue_network(cues, cues.article >= 0),
            constituent=piece_network(pieces, pieces.article >= 0),
            tagger=fitted_tagger(words, words.article >= 0),
            judge=judge_of(judge_examples(ready, drafts)),
            like=like,
            lemmas=lemmas,
            bars=BARS,
        )


def cue_network(examples: CueExamples, used: Bools) -> Network:
    """The network that tells cues, from some of the examples."""
    rows = np.flatnonzero(used)
    loss = yes_or_no(examples.is_cue[rows], examples.weight[rows])
    return fitted(examples.slots[rows], examples.dense[rows], np.arange(len(rows)), loss, fit=CUE_FIT)


def piece_network(examples: PieceExamples, used: Bools) -> Network:
    """The network that picks sources and contents, from some of the examples."""
    rows = np.flatnonzero(used)
    some = PieceExamples(*(getattr(examples, field.name)[rows] for field in fields(examples)))
    return fitted(some.slots, some.dense, some.group, source_and_content(some), fit=PIECE_FIT)


def unseen_cues(examples: CueExamples, articles: tuple[Prepared, ...]) -> list[Floats]:
    """For every token of every article how likely it is a cue, by a network that did not see the article."""
    found = [np.zeros((article.tokens.count + 1, 2), dtype=np.float32) for article in articles]
    for fold in range(FOLDS):
        held_out = examples.article % FOLDS == fold
        network = cue_network(examples, ~held_out)
        for number in np.unique(examples.article[held_out]).tolist():
            rows = np.flatnonzero(examples.article == number)
            found[number][examples.token[rows]] = probability(network(examples.slots[rows], examples.dense[rows]))
    return found


def unseen_drafts(
    pieces: PieceExamples, words: WordExamples, like: WordVectors, articles: tuple[Prepared, ...], likely: list[Floats]
) -> list[Drafts | None]:
    """The drafts of every article, by networks that did not see it."""
    found: list[Drafts | None] = [None] * len(articles)
    for fold in range(FOLDS):
        network = piece_network(pieces, pieces.article % FOLDS != fold)
        drafter = Drafter(network, fitted_tagger(words, words.article % FOLDS != fold), like)
        for number in range(fold, len(articles), FOLDS):
            cues = likely_cues(likely[number], BARS)
            if len(cues):
                everywhere = np.ones(len(likely[number]), dtype=bool)
                found[number] = drafts_of(articles[number].tokens, drafter, likely[number], cues, everywhere)
    return found


def train(source: Path, *, dev: Path | None, out: Path, texts: Sequence[Path] = ()) -> TrainingReport:
    """Fit the weights to the annotations in `source` and write them, with a card, to the folder `out`.

    What words are like is learned from the annotated articles and from `texts`, files of articles that nobody marked.
    Of `dev` no article is trained on; to score it is the caller's part, who hands the figures to `write_card`.
    """
    kept_apart = {article.id for article in read_annotations(dev)} if dev else set()
    articles = tuple(article for article in read_annotations(source) if article.id not in kept_apart)
    more = [text for path in texts for text in read_texts(path)]
    weights = learned(articles, more)
    written = write_weights(weights, out)
    report = TrainingReport(
        articles=len(articles),
        words=sum(len(article.text.split()) for article in articles),
        attributions=sum(len(article.attributions) for article in articles),
        lemmas=len(weights.lemmas),
        unmarked=len(more),
        vectors=len(weights.like.words),
        size=sum(path.stat().st_size for path in written),
        fingerprint=model_fingerprint(out),
        pipeline=f"{PIPELINE} {load_pipeline().meta['version']}",
    )
    write_card(report, out)
    return report
