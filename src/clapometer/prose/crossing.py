"""Measuring a training on texts held out: how often it is right, what its probabilities mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from .design import Design, Matrix
from .learning import fit
from .model import Calibration
from .words import words_of

BINS = 10
"""Bins of probability in which said and seen are compared."""


class FoldResult(NamedTuple):
    """One fold held out: its name, its texts, and how many verdicts on them were right."""

    fold: str
    texts: int
    right: int


class Bin(NamedTuple):
    """Texts with probabilities in one bin: how many, the mean said, the share seen positive."""

    low: float
    high: float
    texts: int
    said: float
    seen: float


class Crossed(NamedTuple):
    """What was said of every text by weights that were learned without it."""

    folds: tuple[FoldResult, ...]
    accuracy: float
    """The mean over the folds of the share of verdicts that were right."""
    brier: float
    """The mean of (probability − outcome)²: 0 is perfect, 0.25 is a coin."""
    bins: tuple[Bin, ...]
    gap: float
    """The mean over the texts of |said − seen| in their bin (expected calibration error)."""
    calibration: Calibration
    """Fitted on all the totals, for weights that are learned from all the texts."""


def fold_of(text: str, folds: int) -> str:
    """Return the fold of a text: always the same, so that equal texts are held out together."""
    return str(crc32(" ".join(words_of(text)).encode()) % folds)


def cross(made: Design, positive: Matrix, folds: Sequence[str]) -> Crossed:
    """Hold out one fold after the other; each needs both verdicts among the other folds."""
    named = np.asarray(folds)
    totals = np.zeros(len(named))
    for fold in dict.fromkeys(folds):
        held = named == fold
        totals[held] = fit(made, positive, ~held).totals(made)[held]
    said = np.zeros(len(named))
    for fold in dict.fromkeys(folds):
        held = named == fold
        # Read by a calibration that has not seen the fold either.
        calibration = calibrated(totals[~held], positive[~held])
        said[held] = [calibration.probability(total) for total in totals[held].tolist()]
    return _measured(said, positive, named, calibrated(totals, positive))


def calibrated(totals: Matrix, positive: Matrix) -> Calibration:
    """Return Platt's calibration of totals that were held out."""
    from sklearn.linear_model import LogisticRegression

    # The spread is taken out first, so that the penalty, next to nothing, weighs the same always.
    spread = float(np.std(totals)) or 1.0
    found = LogisticRegression(C=1e4, random_state=0).fit(totals.reshape(-1, 1) / spread, positive)
    return Calibration(float(found.coef_[0, 0]) / spread, float(found.intercept_[0]))


def _measured(said: Matrix, positive: Matrix, named: Matrix, calibration: Calibration) -> Crossed:
    right = (said >= 0.5) == positive
    folds = tuple(
        FoldResult(str(fold), int(np.sum(named == fold)), int(np.sum(right[named == fold])))
        for fold in sorted(set(named.tolist()), key=_by_number)
    )
    bins = tuple(_bins(said, positive))
    gap = sum(one.texts * abs(one.said - one.seen) for one in bins) / len(said)
    return Crossed(
        folds,
        float(np.mean([one.right / one.texts for one in folds])),
        float(np.mean((said - positive) ** 2)),
        bins,
        gap,
        calibration,
    )


def _by_number(fold: str) -> tuple[int, str]:
    return (int(fold) if fold.isdecimal() else 0, fold)


def _bins(said: Matrix, positive: Matrix) -> list[Bin]:
    place = np.minimum((said * BINS).astype(int), BINS - 1)
    found: list[Any] = []
    for number in range(BINS):
        chosen = place == number
        if chosen.any():
            means = float(said[chosen].mean()), float(positive[chosen].mean())
            found.append(Bin(number / BINS, (number + 1) / BINS, int(chosen.sum()), *means))
    return found
