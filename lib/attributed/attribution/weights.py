"""The trained weights: read from data/models, written by training, never through pickle."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from attributed.attribution.arrays import Hashes
from attributed.attribution.drafting import Drafter
from attributed.attribution.judging import Judge
from attributed.attribution.network import Network, network_of
from attributed.attribution.rates import Rates
from attributed.attribution.tagger import Tagger
from attributed.attribution.trees import Forest
from attributed.attribution.word_vectors import WordVectors
from attributed.errors import AttributedError
from attributed.paths import MODELS

NAME = "attribution"
NETWORKS = ("cue", "constituent", "word")
SCALE = "scale"
BYTE = 127
RATES = ("lemmas", "figures")
LAYERS = ("layers", "biases")
TREES = ("feature", "threshold", "kept", "value", "start")
ARRAYS = ("slots", "features", "dense", "hidden_bias", "output", "output_bias")


@dataclass(frozen=True)
class Weights:
    """Everything learned: networks, a judge, word vectors, known lemmas of cues; bars for decisions."""

    cue: Network
    constituent: Network
    tagger: Tagger
    judge: Judge
    like: WordVectors
    lemmas: tuple[str, ...]
    bars: Mapping[str, float]

    @property
    def drafter(self) -> Drafter:
        return Drafter(self.constituent, self.tagger, self.like)

    @cached_property
    def lemma_hashes(self) -> Hashes:
        return lemma_hashes(self.lemmas)


def lemma_hashes(lemmas: tuple[str, ...]) -> Hashes:
    """Lemmas as spaCy numbers them, in order, for looking up."""
    return np.sort(np.array([get_string_id(lemma) for lemma in lemmas], dtype=np.uint64))


def read_weights(folder: Path) -> Weights:
    """The weights in a folder."""
    arrays_path, words_path = folder / f"{NAME}.npz", folder / f"{NAME}.json"
    try:
        words = json.loads(words_path.read_text(encoding="utf-8"))
        with np.load(arrays_path, allow_pickle=False) as arrays:
            cue, constituent, word = (network_from(arrays, name) for name in NETWORKS)
            tagger = Tagger(word, *(arrays[f"word.{part}"].astype(np.float32) for part in LAYERS))
            trees = Forest(*(arrays[f"judge.{part}"] for part in TREES))
            judge = Judge(trees, Rates(*(arrays[f"rates.{part}"] for part in RATES)))
            like = WordVectors(arrays["like.words"], arrays["like.vectors"].astype(np.float32) / BYTE)
    except (OSError, ValueError, KeyError) as fault:
        raise AttributedError(
            f"{folder}: the attribution weights cannot be read ({fault}); `attributed train` makes them"
        ) from fault
    return Weights(cue, constituent, tagger, judge, like, lemmas=tuple(words["lemmas"]), bars=words["bars"])


def network_from(arrays: Mapping[str, NDArray[Any]], name: str) -> Network:
    """One network out of the file's arrays."""
    slots, features, *weights = (arrays[f"{name}.{part}"] for part in ARRAYS)
    restored = features * arrays[f"{name}.{SCALE}"].astype(np.float32)[:, None]
    return network_of(slots, restored, *(part.astype(np.float32) for part in weights))


def stored(network: Network) -> dict[str, NDArray[Any]]:
    """A network's arrays as they are written: features in bytes, with one scale a row, all else in half precision."""
    scale = (np.abs(network.features).max(axis=1) / BYTE).astype(np.float16)
    divisor = np.where(scale > 0, scale, 1).astype(np.float32)
    small = np.clip(np.rint(network.features / divisor[:, None]), -BYTE, BYTE).astype(np.int8)
    halves = {part: getattr(network, part).astype(np.float16) for part in ARRAYS[2:]}
    return {"slots": network.slots, "features": small, **halves, SCALE: scale}


def write_weights(weights: Weights, folder: Path) -> tuple[Path, Path]:
    """Write arrays and words, equal bytes from equal weights; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {f"judge.{part}": getattr(weights.judge.trees, part) for part in TREES}
    arrays |= {f"rates.{part}": getattr(weights.judge.rates, part) for part in RATES}
    arrays |= {"like.words": weights.like.words, "like.vectors": np.rint(weights.like.vectors * BYTE).astype(np.int8)}
    for name, network in zip(NETWORKS, (weights.cue, weights.constituent, weights.tagger.network), strict=True):
        arrays |= {f"{name}.{part}": values for part, values in stored(network).items()}
    arrays |= {f"word.{part}": getattr(weights.tagger, part).astype(np.float16) for part in LAYERS}
    written = folder / f"{NAME}.npz", folder / f"{NAME}.json"
    np.savez(written[0], **arrays)
    words = {"bars": dict(weights.bars), "lemmas": list(weights.lemmas)}
    text = json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True)
    written[1].write_text(text + "\n", encoding="utf-8")
    return written


@cache
def load_weights() -> Weights:
    """The weights that come with the project, read once."""
    return read_weights(MODELS)
