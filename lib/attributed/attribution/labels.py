"""The parser's labels as small numbers, so that features can count and combine them."""

import numpy as np
from spacy.strings import get_string_id

from attributed.attribution.arrays import Hashes, Ints

RELATIONS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp"
)
PARTS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X"
TAGS = (
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$ RB "
    "RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX _SP ``"
)


class Labels:
    """A list of labels; a label's number is its place from 1, and 0 stands for any label not listed."""

    def __init__(self, names: str) -> None:
        self.number = {name: place for place, name in enumerate(names.split(), start=1)}
        hashes = np.array([0, *map(get_string_id, self.number)], dtype=np.uint64)
        self._order = np.argsort(hashes, kind="stable")
        self._sorted = hashes[self._order]

    def __len__(self) -> int:
        return len(self.number) + 1

    def numbers(self, names: str) -> Ints:
        return np.array([self.number[name] for name in names.split()], dtype=np.int64)

    def of(self, hashes: Hashes) -> Ints:
        place = np.minimum(np.searchsorted(self._sorted, hashes), len(self._sorted) - 1)
        return np.where(self._sorted[place] == hashes, self._order[place], 0)


RELATION = Labels(RELATIONS)
PART = Labels(PARTS)
TAG = Labels(TAGS)
