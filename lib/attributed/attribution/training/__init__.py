"""Training the attribution weights from marked articles."""

from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from attributed.attribution.arrays import Bools, Floats
from attributed.attribution.network import Network, probability
from attributed.attribution.training.annotations import MarkedArticle, read_annotations
from attributed.attribution.training.examples import CueExamples, Prepared, cue_examples, piece_examples, prepared
from attributed.attribution.training.fitting import Fit, fitted
from attributed.attribution.training.losses import source_and_content, yes_or_no
from attributed.attribution.weights import Weights, write_weights
from attributed.parsing import load_pipeline

FOLDS = 3  # cue scores that the second network learns from come from networks that did not see the article
CUE_FIT = Fit(hidden=32, outputs=1, epochs=5, dropout=0.4, features=45_000, seen=8)
PIECE_FIT = Fit(hidden=40, outputs=2, epochs=5, dropout=0.3, features=40_000, seen=5)
BARS = {"cue": 0.36, "cue_considered": 0.15, "content": 0.5, "content_at_least": 0.1}


def learned(articles: tuple[MarkedArticle, ...]) -> Weights:
    """Weights fitted to marked articles; one thread, so that sums come out the same."""
    with threadpool_limits(1):
        docs = list(load_pipeline().pipe([article.text for article in articles], batch_size=32))
        ready, lemmas = prepared(articles, docs)
        examples = cue_examples(ready, lemmas)
        likely = unseen_probabilities(examples, ready)
        pieces = piece_examples(ready, likely)
        loss = source_and_content(pieces.source, pieces.content, pieces.group)
        constituent = fitted(pieces.slots, pieces.dense, pieces.group, loss, fit=PIECE_FIT)
        return Weights(cue_network(examples, np.full(len(examples.is_cue), True)), constituent, lemmas, BARS)


def cue_network(examples: CueExamples, used: Bools) -> Network:
    """The network that tells cues, from some of the examples."""
    rows = np.flatnonzero(used)
    loss = yes_or_no(examples.is_cue[rows], examples.weight[rows])
    return fitted(examples.slots[rows], examples.dense[rows], np.arange(len(rows)), loss, fit=CUE_FIT)


def unseen_probabilities(examples: CueExamples, articles: tuple[Prepared, ...]) -> list[Floats]:
    """For every token of every article how likely it is a cue, judged by a network that did not see the article."""
    found = [np.zeros(article.tokens.count + 1, dtype=np.float32) for article in articles]
    for fold in range(FOLDS):
        is_held_out = examples.article % FOLDS == fold
        network = cue_network(examples, ~is_held_out)
        score = probability(network(examples.slots[is_held_out], examples.dense[is_held_out]))[:, 0]
        for number in np.unique(examples.article[is_held_out]).tolist():
            of_article = examples.article[is_held_out] == number
            found[number][examples.token[is_held_out][of_article]] = score[of_article]
    return found


def train(source: Path, *, dev: Path | None, out: Path) -> None:
    """Fit the weights to the annotations in `source` and write them to the folder `out`."""
    write_weights(learned(read_annotations(source)), out)
