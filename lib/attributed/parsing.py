"""Articles as spaCy sees them: one parsed document an article, over its whole text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from attributed.errors import AttributedError
from attributed.fingerprints import PIPELINE
from attributed.model import Article

LONGEST = 20_000_000  # characters; spaCy's own limit of a million refuses long reports
# In text wrapped by hand at a fixed width a line break means nothing; only an empty line ends a paragraph there.
WRAPPED_SHARE = 0.3
FEW = 3  # line breaks that prove nothing
SINGLE_BREAK = re.compile(r"[^\n]\n(?=[^\n])")
BROKEN_SENTENCE = re.compile(r"[\w,;]\n(?=[a-z])")


def is_hard_wrapped(text: str) -> bool:
    """Whether many lines break in the middle of a sentence, as in mail and old agency copy."""
    breaks = len(SINGLE_BREAK.findall(text))
    return breaks > FEW and len(BROKEN_SENTENCE.findall(text)) > WRAPPED_SHARE * breaks


@Language.component("attributed_line_starts")
def line_starts(doc: Doc) -> Doc:
    """A line starts a sentence: the parser alone would run a heading into the paragraph below it."""
    # Only blanks are looked at one by one: a loop over all tokens would cost a fiftieth of the parse.
    blanks = np.flatnonzero(np.asarray(doc.to_array("IS_SPACE"))).tolist()
    single = sum(doc[place].text == "\n" for place in blanks)
    needed = 2 if single > FEW and is_hard_wrapped(doc.text) else 1
    breaks = 0
    for place, following in zip(blanks, [*blanks, len(doc)][1:], strict=True):
        breaks += doc[place].text.count("\n")
        if place + 1 == following:
            continue
        if breaks >= needed:
            doc[place + 1].is_sent_start = True
        breaks = 0
    return doc


@cache
def load_pipeline(name: str = PIPELINE) -> Language:
    """The pipeline, loaded once, without the named-entity recogniser: nobody reads it, and it costs much."""
    try:
        pipeline = spacy.load(name, exclude=["ner", "senter"])
    except OSError as missing:
        raise AttributedError(
            f"the spaCy pipeline {name!r} is not installed; install requirements.txt, or name an installed one in "
            "ATTRIBUTED_PIPELINE"
        ) from missing
    pipeline.add_pipe("attributed_line_starts", before="parser")
    pipeline.max_length = LONGEST
    return pipeline


def parse(articles: Iterable[Article], *, processes: int = 1) -> Iterator[tuple[Article, Doc]]:
    """Each article with its parse, in the order given; a token's `idx` is its offset in the article's text."""
    texts = ((article.text, article) for article in articles)
    for doc, article in load_pipeline().pipe(texts, as_tuples=True, n_process=processes, batch_size=32):
        yield article, doc
