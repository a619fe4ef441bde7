"""How well the confidence of claims is calibrated: reliability, Brier score, calibration error."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from benchmarks.measure import table
from tools.claims.fitting import Outcome, held_out, never_seen, outcomes
from tools.claims.labelled import Labelled
from tools.claims.pairing import Pairing

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def report(pairings: Sequence[Pairing]) -> None:
    """Print how the confidences that are shipped hold, over the claims that the labels judge."""
    told = [
        (claim["confidence"], place in one.pairs)
        for one in pairings
        for place, claim in enumerate(one.read)
        if one.story.judges(claim)
    ]
    _print("Confidence as shipped, and outcome", told)


def crossed(stories: Sequence[Labelled]) -> None:
    """Print how confidences hold that were fitted on all other works, and on the stories that
    were not held back for those that were."""
    told = [one for story in stories for one in outcomes(story)]
    _print("Confidence fitted on the other works, and outcome", _judged(held_out(told)))
    if any(one.unseen for one in told) and not all(one.unseen for one in told):
        _print(
            "Stories held back, by what the others bear out, and outcome", _judged(never_seen(told))
        )


def _judged(told: Sequence[tuple[float, Outcome]]) -> list[tuple[float, bool]]:
    return [(sure, one.right) for sure, one in told if one.judged]


def _print(title: str, told: Sequence[tuple[float, bool]]) -> None:
    if not told:
        return
    rows, error = [], 0.0
    for low, high in pairwise(BINS):
        inside = [(sure, right) for sure, right in told if low <= sure < high]
        if not inside:
            continue
        said = sum(sure for sure, _ in inside) / len(inside)
        held = sum(right for _, right in inside) / len(inside)
        error += abs(said - held) * len(inside) / len(told)
        rows.append((f"{low:.2f} – {min(high, 1):.2f}", len(inside), f"{said:.3f}", f"{held:.3f}"))
    table(title, ("confidence", "claims", "mean confidence", "right"), rows)
    brier = sum((sure - right) ** 2 for sure, right in told) / len(told)
    print(f"\nBrier score {brier:.3f}, expected calibration error {error:.3f}")
