"""Examples for the judge: drafts, and how right each of them is."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Hashes, Ints
from attributed.attribution.drafting import Drafts
from attributed.attribution.judging import Judge, judge_numbers
from attributed.attribution.rates import FIGURES, Rates, rates_of
from attributed.attribution.tokens import Tokens
from attributed.attribution.training.growing import grown
from attributed.attribution.training.targets import Prepared, Target

FOLDS = 5  # the rates that trees learn from are those of articles of other folds
SOURCE_COUNTS = 0.6  # how much of a draft's worth hangs on the words of its source; the rest on its content's
HALF = 0.5  # agreement that counts as right
BARELY = 0.4  # what a draft is worth that is right but for half of its words; one that is right to the word is worth 1


@dataclass(frozen=True, slots=True)
class JudgeExamples:
    """Drafts of all articles: what is known of each, and how right it is, from 0 to 1."""

    numbers: Floats
    worth: Floats
    lemma: Hashes
    rank: Ints
    article: Ints


def worth_of(tokens: Tokens, drafts: Drafts, targets: tuple[Target, ...]) -> Floats:
    """How well each draft matches a marked attribution, source and content; of several cues only the best counts."""
    worth = np.zeros(len(drafts))
    if not targets:
        return worth
    content = agreement(tokens, drafts.content, marked(tokens, [target.content for target in targets]))
    sources = marked(tokens, [target.source for target in targets])
    source = agreement(tokens, drafts.source, sources)
    nobody = ~np.asarray(drafts.source.any(1))[:, None] & ~sources.any(1)
    source = np.where(nobody, 1.0, source)
    both = content * (1 - SOURCE_COUNTS) + source * SOURCE_COUNTS
    fits = (content >= HALF) & (source >= HALF)
    for column in np.flatnonzero(fits.any(0)).tolist():
        best = np.where(fits[:, column], both[:, column] + drafts.likely[:, 0] / 100, -1).argmax()
        rows = fits[:, column] & (drafts.cue == drafts.cue[best])
        worth[rows] = np.maximum(worth[rows], BARELY + (1 - BARELY) * both[rows, column])
    return worth


def marked(tokens: Tokens, passages: list[Ints]) -> Bools:
    """Token numbers as rows of tokens."""
    rows = np.zeros((len(passages), tokens.count + 1), dtype=bool)
    for row, passage in zip(rows, passages, strict=True):
        row[passage] = True
    return rows


def agreement(tokens: Tokens, rows: Bools, others: Bools) -> Floats:
    """Intersection over union of words, of each row with each other row."""
    words, other = ((some & tokens.is_word).astype(np.float32) for some in (rows, others))
    shared = words @ other.T
    return np.asarray(shared / np.maximum(1, words.sum(1)[:, None] + other.sum(1) - shared))


def judge_examples(articles: tuple[Prepared, ...], drafts: list[Drafts | None]) -> JudgeExamples:
    """Every draft of every article."""
    columns = [
        (
            judge_numbers(article.tokens, some),
            worth_of(article.tokens, some, article.targets),
            article.tokens.lemma[some.cue],
            some.rank,
            np.full(len(some), number),
        )
        for number, (article, some) in enumerate(zip(articles, drafts, strict=True))
        if some is not None
    ]
    return JudgeExamples(*(np.concatenate(column) for column in zip(*columns, strict=True)))


def judge_of(examples: JudgeExamples) -> Judge:
    """A judge fitted to examples; the rates that its trees learn from are other articles'."""
    rates = np.zeros((len(examples.lemma), FIGURES), dtype=np.float32)
    for fold in range(FOLDS):
        held_out = examples.article % FOLDS == fold
        rates[held_out] = rates_among(examples, ~held_out)(examples.lemma[held_out])
    trees = grown(np.hstack([examples.numbers, rates]), examples.worth)
    return Judge(trees, rates_among(examples, examples.article >= 0))


def rates_among(examples: JudgeExamples, used: Bools) -> Rates:
    """The lemma rates of some of the examples."""
    first = (examples.rank == 0)[used]
    starts, worth = np.flatnonzero(first), examples.worth[used]
    best = np.maximum.reduceat(worth, starts)
    return rates_of(examples.lemma[used][starts], best=best > 0, first=worth[starts] > 0)
