"""How likely each word around a cue belongs to its source or to its content: convolutions over hashed features."""

from dataclasses import dataclass

import numpy as np

from attributed.attribution.arrays import Bools, Floats, Ints
from attributed.attribution.network import Network, probability
from attributed.attribution.surroundings import surrounding_features, surroundings_of
from attributed.attribution.tokens import Tokens
from attributed.attribution.word_vectors import WordVectors

REACH = (1, 2, 4, 8)  # tokens to the left and right that each layer looks at


@dataclass(frozen=True, slots=True)
class Tagger:
    """A layer for each token by itself, layers that look at tokens beside it, outputs for source and for content."""

    network: Network  # the first layer and the output
    layers: Floats  # of each layer three square matrices on top of each other: for the left, the token, the right
    biases: Floats

    def __call__(self, tokens: Tokens, cues: Ints, likely: Floats, like: WordVectors) -> Floats:
        """Cues by tokens by two: the chances of being a word of the source, of the content; 0 where it is not near."""
        around = surroundings_of(tokens, cues)
        dense = dense_inputs(tokens.vector, like.vectors[like.rows(tokens.lower)], around.token, cues[around.owner])
        hidden = self.network.hidden(surrounding_features(tokens, cues, around, likely), dense)
        is_there = rows_of(around.size)
        rows = np.zeros((*is_there.shape, hidden.shape[1]), dtype=np.float32)
        rows[is_there] = hidden
        for reach, layer, bias in zip(REACH, self.layers, self.biases, strict=True):
            rows += np.maximum(with_neighbours(rows, reach) @ layer + bias, 0) * is_there[:, :, None]
        found = np.zeros((len(cues), tokens.count + 1, 2), dtype=np.float32)
        found[around.owner, around.token] = probability(self.network.outputs(rows[is_there]))
        return np.asarray(found * tokens.is_word[:, None])


def dense_inputs(vectors: Floats, like: Floats, token: Ints, cue: Ints) -> Floats:
    """The parser's vectors of a token and of its cue, and what the token's word is like."""
    return np.hstack([vectors[token], vectors[cue], like[token]])


def rows_of(size: Ints) -> Bools:
    """Stretches of different lengths as rows of one width: which places are taken."""
    return np.asarray(np.arange(size.max(initial=0)) < size[:, None])


def with_neighbours(rows: Floats, reach: int) -> Floats:
    """Each place beside those so many tokens to its left and right; zeros beyond the ends."""
    return np.concatenate([shifted(rows, reach), rows, shifted(rows, -reach)], axis=2)


def shifted(rows: Floats, step: int) -> Floats:
    """Rows moved to the right, or to the left."""
    moved = np.zeros_like(rows)
    if step > 0:
        moved[:, step:] = rows[:, :-step]
    else:
        moved[:, :step] = rows[:, -step:]
    return moved
