"""The named roundings, each on halves, ends and neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from clapometer.scoring.rounding import ROUNDINGS

from .writing import Case, Subject, agree

# (part, whole, most) -> printed by floating-half-up, half-up, down.
_BY_HAND = {
    (23, 40, 100): (57, 58, 57),
    (1, 8, 100): (13, 13, 12),
    (399, 400, 100): (99, 100, 99),
    (400, 400, 100): (100, 100, 100),
    (0, 7, 100): (0, 0, 0),
    (1, 400, 100): (0, 0, 0),
    (1, 200, 100): (1, 1, 0),
    (29, 200, 100): (14, 15, 14),
}
_WHY = (
    "By hand: half-up and down are exact. The other adds a half in binary floating point, where "
    "23/40 × 100 is a little less than 57.5 and 29/200 × 100 a little less than 14.5; and it keeps "
    "the highest number for works that nobody is against."
)
_MORE = [(part, whole, most) for whole in (3, 11, 64, 173, 1000) for most in (50, 100, 1000)
         for part in (1, whole // 3, whole // 2, whole - 1)]  # fmt: skip


def _given(pairs: list[tuple[int, int, int]], name: str) -> dict[str, object]:
    rows = [{"part": part, "whole": whole, "most": most} for part, whole, most in pairs]
    return {"rounding": name, "numbers": rows}


def _cases() -> Iterator[Case]:
    names = ("floating-half-up", "half-up", "down")
    for name in ROUNDINGS:
        printed = ROUNDINGS[name].printed
        if name in names:
            by_hand = [row[names.index(name)] for row in _BY_HAND.values()]
            agree(name, by_hand, [int(printed(*one)) for one in _BY_HAND])
            yield Case(name, "hand", _WHY, _given([*_BY_HAND], name), by_hand)
        why = "The definition, in exact fractions or in floating point as it says."
        found = [int(printed(*one)) for one in _MORE]
        yield Case(f"{name}, more", "second", why, _given(_MORE, name), found)


def subject() -> Subject:
    """Return the file rounding.json."""
    return Subject("rounding", "What part / whole × most is printed as, by name.", _cases())
