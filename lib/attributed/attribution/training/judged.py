"""Examples for the judge: drafts that are right and drafts that are wrong."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints, Slots
from attributed.attribution.drafting import Drafts
from attributed.attribution.judging import judge_features
from attributed.attribution.tokens import Tokens
from attributed.attribution.training.targets import Prepared, Target

HALF = 0.5  # agreement that counts as right


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
