"""Who said what: attributions in a parsed article, by weights trained on PolNeAR.

Doc ─▶ tokens ─▶ likely cues ─▶ pieces around them ─▶ drafts ─▶ chosen ─▶ attributions
"""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from attributed.attribution.arrays import Bools
from attributed.attribution.choosing import chosen
from attributed.attribution.drafting import cue_probabilities, drafts_of
from attributed.attribution.passages import form_of, passages_of
from attributed.attribution.tokens import Tokens, tokens_of
from attributed.attribution.weights import Weights, load_weights, model_fingerprint
from attributed.model import Attribution, Passage

__all__ = ["find_attributions", "model_fingerprint"]


def find_attributions(
    doc: Doc, *, zones: Sequence[Passage] | None = None, weights: Weights | None = None
) -> list[Attribution]:
    """The attributions of an article in the order of their cues, passages in code points of the article's text.

    Nothing lies outside `zones`, where they are given. `nested_in` is the place in this list of the attribution in whose
    content another one lies.
    """
    if not len(doc):
        return []
    learned = weights or load_weights()
    tokens = tokens_of(doc)
    allowed = tokens_in(tokens, zones)
    likely = cue_probabilities(tokens, learned) * allowed
    drafts = drafts_of(tokens, learned, likely, allowed)
    return [
        Attribution(
            source=passages_of(tokens, draft.source, doc.text),
            cue=passages_of(tokens, draft.own, doc.text),
            content=passages_of(tokens, draft.content, doc.text),
            form=form_of(tokens, draft.content),
            confidence=draft.confidence,
            nested_in=holder,
        )
        for draft, holder in chosen(tokens, drafts, learned)
    ]


def tokens_in(tokens: Tokens, zones: Sequence[Passage] | None) -> Bools:
    """Which tokens lie in the zones; all of them where none are given."""
    allowed = np.full(tokens.count + 1, zones is None)
    for zone in zones or ():
        allowed |= (tokens.start >= zone.start) & (tokens.start < zone.end)
    allowed[-1] = False
    return allowed
