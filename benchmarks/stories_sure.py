"""How well the confidence of claims is calibrated: reliability, Brier score, calibration error."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from benchmarks.measure import table
from tools.claims.pairing import Pairing

BINS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def outcomes(pairings: Sequence[Pairing]) -> list[tuple[float, bool]]:
    """Return confidence and outcome of every claim that the labels can judge."""
    return [
        (claim["confidence"], place in one.pairs)
        for one in pairings
        for place, claim in enumerate(one.read)
        if one.story.judges(claim)
    ]


def report(pairings: Sequence[Pairing]) -> None:
    """Print the reliability table, the Brier score and the expected calibration error."""
    told = outcomes(pairings)
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
    table("Confidence and outcome", ("confidence", "claims", "mean confidence", "right"), rows)
    brier = sum((sure - right) ** 2 for sure, right in told) / len(told)
    print(f"\nBrier score {brier:.3f}, expected calibration error {error:.3f}")
