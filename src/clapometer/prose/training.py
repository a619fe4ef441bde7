"""Training a model on texts whose verdict is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import NamedTuple

import numpy as np

from .crossing import Crossed, cross, fold_of
from .design import design
from .learning import fit
from .model import Model
from .senses import known_senses

FEWEST = 40
"""Positive texts, and negative ones, without which nothing can be learned."""
MOST = 100_000
"""Texts trained on at most, the last ones given: memory and time stay within bounds."""
FOLDS = 10
"""Parts held out one after the other, unless told otherwise."""


class TrainingRefused(Exception):
    """Nothing can be learned from these texts; the sentence says why."""


class Example(NamedTuple):
    """A text whose verdict is known. `fold` names the part it is held out with, "" for any."""

    text: str
    positive: bool
    fold: str = ""


class Trained(NamedTuple):
    """A model, and how its kind of training did on texts held out."""

    model: Model
    crossed: Crossed
    seconds: float
    """Of the wall clock, for all of it: the folds held out and the model itself."""
    alone: float
    """Of it, for learning from all the texts once."""


def train(
    examples: Sequence[Example],
    folds: int = FOLDS,
    vectors: bool = True,
    tell: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Return the model learned from the examples; raises TrainingRefused for too few of a kind.

    The accuracy told is that of models learned without the texts they are asked about.
    """
    began = perf_counter()
    chosen = list(examples[-MOST:])
    _refuse(chosen)
    positive = np.array([one.positive for one in chosen])
    tell(f"Reading {len(chosen):,} texts …")
    made = design([one.text for one in chosen], known_senses(vectors))
    read = perf_counter()
    named = _folds(chosen, folds)
    _refuse_folds(named, positive)
    tell(f"Holding out {len(set(named))} folds …")
    crossed = cross(made, positive, named)
    learning = perf_counter()
    weights = fit(made, positive, np.full(len(chosen), True)).weights(made)
    ended = perf_counter()
    facts = {
        "texts": len(chosen),
        "positive": int(positive.sum()),
        "accuracy": round(crossed.accuracy, 4),
        "brier": round(crossed.brier, 4),
        "folds": len(crossed.folds),
        "vectors": made.known.has_vectors,
    }
    model = Model(weights, crossed.calibration, facts)
    return Trained(model, crossed, ended - began, read - began + ended - learning)


def _refuse(examples: Sequence[Example]) -> None:
    positive = sum(one.positive for one in examples)
    negative = len(examples) - positive
    if min(positive, negative) < FEWEST:
        raise TrainingRefused(
            f"There are {positive:,} positive and {negative:,} negative texts; it takes at least "
            f"{FEWEST} of each to learn a verdict from."
        )


def _folds(examples: Sequence[Example], folds: int) -> list[str]:
    """Return the fold of each text: its own where there are several, else one by its words."""
    if len({one.fold for one in examples}) > 1:
        return [one.fold for one in examples]
    return [fold_of(one.text, folds) for one in examples]


def _refuse_folds(named: Sequence[str], positive: np.ndarray) -> None:
    everything = np.asarray(named)
    for fold in set(named):
        left = positive[everything != fold]
        if left.size == 0 or left.all() or not left.any():
            raise TrainingRefused(
                f"Without the fold “{fold}” one of the two verdicts is missing; take other folds."
            )
