"""Learning the weights: naive Bayes ratios, a logistic regression over them, and both together.

Each count is multiplied by its log-count ratio, how much more often the thing stands in positive
than in negative texts, and a logistic regression is fitted to the products (NBSVM, Wang and Manning
2012, with the logistic loss). The ratios themselves are added at a fixed share, as the two err
differently. All of it is a sum over what stands in the text, so it ends as one number for each
word, piece, pair and triple, and a reason can be given for every verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import scipy.sparse

from .design import Block, Design, Matrix
from .model import Weights
from .senses import OPINION_SIZE

SHARES: Mapping[str, float] = MappingProxyType(
    {"words": 1.0, "pieces": 1.0, "pairs": 0.8, "triples": 0.4, "opinions": 1.0, "vectors": 0.5,
     "turned opinions": 0.5, "turned vectors": 0.5}
)  # fmt: skip
"""Mean length of a text's row in each block before the regression: how much it may say there."""
RATIO_SHARES: Mapping[str, float] = MappingProxyType({"words": 1.0, "pairs": 0.8, "triples": 0.4})
"""What the ratios of a block count in the sum that is added."""
LEAST: Mapping[str, int] = MappingProxyType({"words": 1, "pieces": 2, "pairs": 2, "triples": 2})
"""Texts of the training in which a thing of each block has to stand to be learned about."""
RATIOS = 0.5
"""Share of that sum in units of the regression's own spread."""
SMOOTH = 1.0
"""Texts that every thing is taken to have stood in, positive and negative ones."""
SOFT = 3.0
"""Inverse strength of the regression's penalty (scikit-learn's C)."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A number for each column of a design's blocks, in their order, and the bias."""

    bias: float
    counted: dict[str, Matrix]
    senses: Matrix
    turned: Matrix

    def totals(self, made: Design) -> Matrix:
        """Return the sum of the weights of each text of the design."""
        found = np.full(made.senses.shape[0], self.bias)
        for name, weights in self.counted.items():
            found += getattr(made, name).counts @ weights
        return found + made.senses @ self.senses + made.turned @ self.turned

    def weights(self, made: Design) -> Weights:
        """Return the weights by name; what weighs nothing is left out."""
        tables = {
            name: _named(getattr(made, name).names, weights)
            for name, weights in self.counted.items()
        }
        rows = made.known.rows
        both = zip((rows @ self.senses).tolist(), (rows @ self.turned).tolist(), strict=True)
        senses = dict(zip(made.known.places, both, strict=True))
        steps = (self.senses[:OPINION_SIZE], self.turned[:OPINION_SIZE])
        opinions = tuple(zip(*(one.tolist() for one in steps), strict=True))
        return Weights(bias=self.bias, senses=senses, opinions=opinions, **tables)


def fit(made: Design, positive: Matrix, rows: Matrix) -> Fitted:
    """Return the weights learned from the chosen rows (true where chosen)."""
    from sklearn.linear_model import LogisticRegression

    scaled = [_Counted(name, getattr(made, name), positive, rows) for name in
              ("words", "pieces", "pairs", "triples")]  # fmt: skip
    dense = _Dense(made, rows)
    table = scipy.sparse.hstack([*(one.table for one in scaled), dense.table], format="csr")
    regression = LogisticRegression(C=SOFT, solver="liblinear", random_state=0)
    regression.fit(table, positive[rows])
    learned = regression.coef_[0]
    spread = float(np.std(table @ learned)) or 1.0
    ratios = _ratio_sum(scaled, rows)
    share = RATIOS * spread / (float(np.std(ratios)) or 1.0)
    counted, start = {}, 0
    for one in scaled:
        part = learned[start : start + one.width]
        counted[one.name] = one.back(part, share * RATIO_SHARES.get(one.name, 0.0))
        start += one.width
    senses, turned, shift = dense.back(learned[start:])
    bias = float(regression.intercept_[0]) + shift - share * float(np.mean(ratios))
    return Fitted(bias, counted, senses, turned)


class _Counted:
    """A block of counts, each multiplied by its ratio; what is rare in these texts is left out."""

    def __init__(self, name: str, block: Block, positive: Matrix, rows: Matrix) -> None:
        self.name = name
        self._all = len(block.names)
        chosen = block.counts[rows]
        ones = (chosen > 0).astype(np.float32)
        good = np.asarray(ones[positive[rows]].sum(axis=0)).ravel()
        bad = np.asarray(ones[~positive[rows]].sum(axis=0)).ravel()
        self._kept = np.flatnonzero(good + bad >= LEAST[name])
        good, bad = good[self._kept] + SMOOTH, bad[self._kept] + SMOOTH
        self.ratios = np.log(good / good.sum()) - np.log(bad / bad.sum())
        self.counts = chosen[:, self._kept]
        product = self.counts @ scipy.sparse.diags(self.ratios)
        length = float(np.sqrt(product.multiply(product).sum(axis=1)).mean()) or 1.0
        self._factor = SHARES[name] / length
        self.table = product * self._factor

    @property
    def width(self) -> int:
        """Return how many columns are learned for."""
        return len(self._kept)

    def back(self, learned: Matrix, share: float) -> Matrix:
        """Return a weight for each name of the block, with the ratio's own share added."""
        weights = np.zeros(self._all)
        weights[self._kept] = (learned * self._factor + share) * self.ratios
        return weights


class _Dense:
    """The senses of texts, each column with mean 0 and spread 1 among the chosen rows."""

    def __init__(self, made: Design, rows: Matrix) -> None:
        self._size = made.known.size
        both = np.hstack([made.senses, made.turned])[rows]
        self._mean, spread = both.mean(axis=0), both.std(axis=0)
        self._factor = np.where(spread > 0, _dense_shares(self._size) / np.maximum(spread, 1e-9), 0)
        self.table = scipy.sparse.csr_matrix((both - self._mean) * self._factor)

    def back(self, learned: Matrix) -> tuple[Matrix, Matrix, float]:
        """Return the weights of senses and of turned senses, and what the bias gains."""
        weights = learned * self._factor
        return weights[: self._size], weights[self._size :], -float(weights @ self._mean)


def _dense_shares(size: int) -> Matrix:
    """Return the factor of each column of the senses and of the turned senses."""
    vector = size - OPINION_SIZE
    parts: list[Any] = []
    for kind in ("", "turned "):
        parts.append(np.full(OPINION_SIZE, SHARES[f"{kind}opinions"] / OPINION_SIZE**0.5))
        parts.append(np.full(vector, SHARES[f"{kind}vectors"] / max(vector, 1) ** 0.5))
    return np.concatenate(parts)


def _ratio_sum(scaled: list[_Counted], rows: Matrix) -> Matrix:
    total = np.zeros(int(np.sum(rows)))
    for one in scaled:
        share = RATIO_SHARES.get(one.name, 0.0)
        if share:
            total += share * (one.counts @ one.ratios)
    return total


def _named(names: list[str], weights: Matrix) -> dict[str, float]:
    pairs = zip(names, weights.tolist(), strict=True)
    return {name: weight for name, weight in pairs if weight}
