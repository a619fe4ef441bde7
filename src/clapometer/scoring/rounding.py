"""How a share is printed, and on which number bands and badges are decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


def floating_half_up(positive: Any, count: Any) -> Any:
    """Return the printed share, 0..100, of positive out of count (count > 0).

    The nearest whole per cent, a half going up, in floating point: this alone reproduces all 5,511
    scores of a public set of 2020, where 23 of 40 (57.5) is printed as 57. 100 is kept for works
    that nobody is against. Plain arithmetic: takes ints and arrays alike.
    """
    nearest = (positive / count * 100 + 0.5) // 1
    return nearest - (nearest == 100) * (positive != count)


class Rounding(NamedTuple):
    """A way to print a share: the function and what it says."""

    printed: Callable[[Any, Any], Any]
    sentence: str


ROUNDINGS: dict[str, Rounding] = {
    "floating-half-up": Rounding(
        floating_half_up,
        "To the nearest whole per cent, a half going up, computed in floating point; 100 only when "
        "no review is negative.",
    ),
}
DECIDES = {
    "exact": "Bands and badges are decided on the exact share, not on the printed number.",
    "printed": "Bands and badges are decided on the printed number.",
}


def deciding(decides: str, rounding: str, positive: Any, count: Any) -> tuple[Any, Any]:
    """Return the share that decides, as (part, whole): the exact one, or the printed of 100."""
    if decides == "printed":
        return ROUNDINGS[rounding].printed(positive, count), 100
    return positive, count
