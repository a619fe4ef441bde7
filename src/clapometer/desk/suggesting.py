"""The verdict that a review's words suggest, by the model that this site trained.

It is a proposal: it waits on the desk as “read out of the review”, with the phrases that weigh,
until a person says yes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings

if TYPE_CHECKING:
    from clapometer.prose.model import Model

FILE_NAME = "verdict.npz"
"""The model in the site's folder, as `clapometer train verdict` writes it."""
LONGEST = 80
"""Words that are read as one text; a model learns from quotes, which are about so long at most."""
SENTENCES = 200
"""Sentences of a longer text that are read."""
USUAL = 0.9
"""Probability from which a verdict is proposed, unless the site sets another."""
_ENDS = re.compile(r"(?<=[.!?…])\s+")


class Suggestion(NamedTuple):
    """A verdict that a text suggests; `sure` is its probability, `because` the phrases for it."""

    positive: bool
    sure: float
    because: tuple[str, ...]


def suggest(text: str) -> Suggestion | None:
    """Return the verdict that a text suggests, None where the model is not sure enough.

    None too where the site has no model. A text longer than a quote is read sentence by sentence
    and taken as the mean of their sums, which is never surer than its surest sentence.
    """
    model = model_of_site()
    if model is None or not text.strip():
        return None
    parts = _parts(text)
    mean = sum(map(model.total, parts)) / len(parts)
    probability = model.calibration.probability(mean)
    positive = probability >= 0.5
    sure = probability if positive else 1 - probability
    if sure < least_sure():
        return None
    return Suggestion(positive, sure, _because(model, parts, positive))


def least_sure() -> float:
    """Return the probability from which a verdict is proposed (the setting `verdict_sure`).

    What is no number from 0.5 to 1 is taken for the usual 0.9.
    """
    try:
        wanted = float(settings.SITE["verdict_sure"])
    except ValueError:
        return USUAL
    return wanted if 0.5 <= wanted <= 1 else USUAL


def model_of_site() -> Model | None:
    """Return the site's model, None where it has none or one that cannot be read.

    It is loaded once, and again when its file was replaced.
    """
    path = Path(settings.DATA) / FILE_NAME
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return None
    return _loaded(path, changed)


@lru_cache(maxsize=1)
def _loaded(path: Path, changed: int) -> Model | None:  # noqa: ARG001 -- a new file, a new key
    from clapometer.prose.saving import ModelRefused, load_model

    try:
        return load_model(path)
    except ModelRefused:
        return None


def _parts(text: str) -> list[str]:
    if len(text.split()) <= LONGEST:
        return [text]
    return [part for part in _ENDS.split(text) if part.strip()][:SENTENCES]


def _because(model: Model, parts: list[str], positive: bool) -> tuple[str, ...]:
    """Return the heaviest phrases that speak for the verdict."""
    reasons = [reason for part in parts for reason in model.read(part).because]
    speaking = [one for one in reasons if (one.weight > 0) == positive]
    speaking.sort(key=lambda one: -abs(one.weight))
    return tuple(dict.fromkeys(one.phrase for one in speaking))[:3]
