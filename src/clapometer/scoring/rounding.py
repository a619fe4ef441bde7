"""How a score is printed, and on which number bands and badges are decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple


def floating_half_up(part: Any, whole: Any, most: int = 100) -> Any:
    """Return the printed share, 0..most, of part out of whole (whole > 0).

    The nearest whole per cent, a half going up, in floating point: this alone reproduces all 5,511
    scores of a public set of 2020, where 23 of 40 (57.5) is printed as 57. 100 is kept for works
    that nobody is against. Plain arithmetic: takes ints and arrays alike.
    """
    nearest = (part / whole * most + 0.5) // 1
    return nearest - (nearest == most) * (part != whole)


def half_up(part: Any, whole: Any, most: int = 100) -> Any:
    """Return the nearest whole number to part / whole × most, a half going up, exactly."""
    return (2 * part * most + whole) // (2 * whole)


def down(part: Any, whole: Any, most: int = 100) -> Any:
    """Return the whole part of part / whole × most, exactly."""
    return part * most // whole


class Rounding(NamedTuple):
    """A way to print a number: the function (part, whole, most) and what it says."""

    printed: Callable[..., Any]
    sentence: str


ROUNDINGS: dict[str, Rounding] = {
    "floating-half-up": Rounding(
        floating_half_up,
        "To the nearest whole per cent, a half going up, computed in floating point; 100 only when "
        "no review is negative.",
    ),
    "half-up": Rounding(half_up, "To the nearest printed number, a half going up."),
    "down": Rounding(down, "Down to the next printed number."),
}
DECIDES = {
    "exact": "Bands and badges are decided on the exact share, not on the printed number.",
    "printed": "Bands and badges are decided on the printed number.",
}
SHOWS = {
    "number": "The number is printed.",
    "band": "The band's name is printed in place of the number.",
}


@dataclass(frozen=True, slots=True)
class Printing:
    """What a printed number looks like: 0..out_of with so many decimals, and its unit behind it."""

    out_of: int = 100
    decimals: int = 0
    unit: str = "%"
    shows: str = "number"

    @property
    def most(self) -> int:
        """Return the highest number, counted in units of the last printed place."""
        places: int = 10**self.decimals
        return self.out_of * places

    def number(self, printed: int) -> float | int:
        """Return the number as printed, from units of its last place: 75 is 7.5 of 10."""
        return printed / 10**self.decimals if self.decimals else printed

    def text(self, printed: int) -> str:
        """Return the number as printed with its unit: "97 %", "7.5 of 10"."""
        return f"{printed / 10**self.decimals:.{self.decimals}f} {self.unit}"

    def measure(self, share: Any) -> str:
        """Return an exact share 0..1 in this unit: 81/100 as "81 %"."""
        return f"{float(share * self.out_of):g} {self.unit}"


def deciding(
    decides: str, rounding: str, part: Any, whole: Any, most: int = 100
) -> tuple[Any, Any]:
    """Return the share that decides, as (part, whole): the exact one, or the printed of most."""
    if decides == "printed":
        return ROUNDINGS[rounding].printed(part, whole, most), most
    return part, whole
