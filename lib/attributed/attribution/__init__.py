"""Who said what: attributions in a parsed article, by weights trained on PolNeAR.

Doc ─▶ tokens ─▶ likely cues ─▶ pieces around them ─▶ drafts ─▶ judged, chosen ─▶ attributions
"""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from attributed.attribution.arrays import Bools
from attributed.attribution.carrying import carried
from attributed.attribution.choosing import chosen
from attributed.attribution.drafting import cue_probabilities, drafts_of, likely_cues
from attributed.attribution.passages import form_of, passages_of
from attributed.attribution.tokens import Tokens, tokens_of
from attributed.attribution.weights import Weights, load_weights
from attributed.fingerprints import model_fingerprint
from attributed.model import Attribution, Passage

__all__ = ["find_attributions", "model_fingerprint"]


def find_attributions(
    doc: Doc, *, text: str | None = None, zones: Sequence[Passage] | None = None, weights: Weights | None = None
) -> list[Attribution]:
    """The attributions of an article in the order of their cues; passages count code points of its text.

    Nothing lies outside `zones`, where they are given. `nested_in` is the place in this list of the attribution in
    whose content another one lies. `text` is the article's, where the caller has it: spaCy takes a while to put it
    together. Quotations without a cue, carried over from a speaker before, stand last.
    """
    if not len(doc):
        return []
    learned = weights or load_weights()
    text = doc.text if text is None else text
    tokens = tokens_of(doc, text)
    allowed = tokens_in(tokens, zones)
    likely = cue_probabilities(tokens, learned.cue, learned.lemma_hashes, learned.like) * allowed[:, None]
    cues = likely_cues(likely, learned.bars)
    if not len(cues):
        return []
    drafts = drafts_of(tokens, learned.drafter, likely, cues, allowed)
    if not len(drafts):
        return []
    judged = learned.judge(tokens, drafts)
    found = chosen(tokens, drafts, judged, bars=learned.bars)
    return [
        Attribution(
            source=passages_of(tokens, one.source, text),
            cue=passages_of(tokens, one.own, text),
            content=passages_of(tokens, one.content, text),
            form=form_of(tokens, one.content),
            confidence=one.confidence,
            nested_in=one.holder,
            alone=one.alone,
        )
        for one in carried(tokens, found, allowed)
    ]


def tokens_in(tokens: Tokens, zones: Sequence[Passage] | None) -> Bools:
    """Which tokens lie in the zones; all of them where none are given."""
    allowed = np.full(tokens.count + 1, zones is None)
    for zone in zones or ():
        allowed |= (tokens.start >= zone.start) & (tokens.start < zone.end)
    allowed[-1] = False
    return allowed
