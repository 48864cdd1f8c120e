"""Growing boosted trees, by scikit-learn, into arrays of our own."""

from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingRegressor  # type: ignore[import-untyped]

from attributed.attribution.arrays import Floats
from attributed.attribution.trees import ALL, LEAVES, Forest

SHAPE = {"max_iter": 300, "learning_rate": 0.06, "min_samples_leaf": 60, "l2_regularization": 1.0}


def grown(dense: Floats, answer: Floats) -> Forest:
    """Trees that foretell the answer of each example."""
    model = HistGradientBoostingRegressor(max_leaf_nodes=LEAVES, early_stopping=False, random_state=1, **SHAPE)
    model.fit(dense, answer)
    # scikit-learn shows its trees nowhere else, and pickles are not kept.
    trees = [one.nodes for (one,) in model._predictors]  # noqa: SLF001
    forest = Forest(
        feature=np.zeros((LEAVES - 1, len(trees)), dtype=np.int16),
        threshold=np.full((LEAVES - 1, len(trees)), np.inf, dtype=np.float32),  # never passed
        kept=np.full((LEAVES - 1, len(trees)), ALL),
        value=np.zeros((LEAVES, len(trees)), dtype=np.float32),
        start=np.array([np.average(answer)], dtype=np.float32),
    )
    for column, nodes in enumerate(trees):
        place(forest, nodes, column)
    return forest


def place(forest: Forest, nodes: Any, column: int) -> None:
    """Write one tree into its column, its leaves numbered from the left."""
    row, leaf = 0, 0

    def visit(node: int) -> None:
        nonlocal row, leaf
        if nodes["is_leaf"][node]:
            forest.value[leaf, column] = nodes["value"][node]
            leaf += 1
            return
        here, first = row, leaf
        row += 1
        visit(nodes["left"][node])
        forest.feature[here, column] = nodes["feature_idx"][node]
        forest.threshold[here, column] = nodes["num_threshold"][node]
        forest.kept[here, column] = ALL & ~np.uint16((1 << leaf) - (1 << first))
        visit(nodes["right"][node])

    visit(0)
