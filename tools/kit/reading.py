"""How every preset reads a tally."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from clapometer.scoring.rules import Rule, given, presets, score
from clapometer.scoring.tally import Tally

from .writing import Case, Subject, exact, rule_data, tally_data

TOLERANCE = 1e-9
_GRADES = (0, 1, 4999, 5000, 6000, 6667, 7450, 8000, 9949, 10_000)
# Values of parameters that a preset leaves to its user, made up where it offers no choices.
_MADE_UP = {"measure.mean": "7/2", "measure.weight": "500", "minimum": "12"}
_COUNTS = (0, 1, 40)


def filled(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Yield the rule as it stands, and with values for its parameters; each with a name."""
    yield rule.name, rule
    for parameter in rule.parameters:
        for word, _ in parameter.choices:
            yield f"{rule.name}, {parameter.name} {word}", given(rule.name, {parameter.name: word})
    made_up = {one.name: _MADE_UP[one.sets] for one in rule.parameters if one.sets in _MADE_UP}
    if made_up and not any(one.choices for one in rule.parameters):
        yield f"{rule.name}, with made-up values", given(rule.name, made_up)


def tallies(rule: Rule) -> Iterator[Tally]:
    """Yield tallies around the rule's minimum, its bands, its marks and its ends."""
    least = rule.minimum
    counts = {*_COUNTS, least - 1, least, 3 * least}
    for count in sorted(counts | {one.reviews for one in (*rule.bands, *rule.marks)}):
        needed = [ceil(one.at_least * count) for one in (*rule.bands, *rule.marks)]
        near = {max(0, one - by) for one in (*needed, count) for by in (0, 1)}
        for positive in sorted(near):
            yield _tally(count, positive)


def _tally(count: int, positive: int) -> Tally:
    """Return a tally of so many verdicts, as many grades, and a third of them by top critics."""
    kinds = [_GRADES[(positive + place) % len(_GRADES)] for place in range(len(_GRADES))]
    whole, rest = divmod(count, len(kinds))
    grades = sum(kinds) * whole + sum(kinds[:rest])
    squares = sum(one * one for one in kinds) * whole + sum(one * one for one in kinds[:rest])
    return Tally(count, positive, count, grades, squares, count // 3, positive // 3)


def reading(rule: Rule, tally: Tally) -> dict[str, Any]:
    """Return what the rule says of the tally."""
    read = score(rule, tally)
    low, high = read.interval or (None, None)
    return {
        "share": exact(read.value),
        "mean": exact(read.mean),
        "measured": exact(read.measured),
        "enough": read.enough,
        "printed": read.printed,
        "shown": read.shown,
        "band": read.band,
        "marks": list(read.marks),
        "interval": None if low is None else {"low": low, "high": high, "tolerance": TOLERANCE},
    }


def _cases() -> Iterator[Case]:
    why = "The rule's own data, read by plain fractions; intervals by SciPy."
    for rule in presets():
        for name, one in filled(rule):
            read = list(tallies(one))
            data = {"rule": rule_data(one), "tallies": [tally_data(tally) for tally in read]}
            yield Case(name, "second", why, data, [reading(one, tally) for tally in read])


ABOUT = (
    "How each packaged rule reads a tally: the exact share and mean, what is printed and shown, "
    "band, marks, and the interval, whose bounds may differ by `tolerance`."
)


def subject() -> Subject:
    """Return the file reading.json."""
    return Subject("reading", ABOUT, _cases())
