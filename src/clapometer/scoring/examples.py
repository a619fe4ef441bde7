"""A made-up work for each rule, scored by the engine with every step of the arithmetic shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from clapometer.scoring.badges import distance
from clapometer.scoring.events import Event
from clapometer.scoring.formulas import number
from clapometer.scoring.grades import POINTS
from clapometer.scoring.rule import Rule, Score, score
from clapometer.scoring.tally import EMPTY, Tally

VERDICTS = Tally(count=161, positive=137, top_count=30, top_positive=25)
"""What a rule of verdicts is shown on."""
GRADES: dict[str, tuple[tuple[int, int], ...]] = {
    "critics": ((9000, 4), (8000, 3), (7000, 2), (4000, 1)),
    "audience": ((10000, 4), (8000, 3), (7000, 2), (3000, 1)),
    "ballots": ((10000, 5), (7500, 3), (5000, 1), (2500, 1)),
}
"""What a rule of grades is shown on, by its panel: (grade in ten-thousandths, how often)."""
CONVERTED = ((8333, 4), (6667, 3), (6000, 2), (3000, 1))
"""What a rule that converts grades is shown on: B+ and B- among them."""


@dataclass(frozen=True, slots=True)
class Worked:
    """An example: what was counted, the score, and its steps as (what, arithmetic)."""

    tally: Tally
    score: Score
    steps: tuple[tuple[str, str], ...]


def worked(rule: Rule) -> Worked:
    """Return the example of a rule. Its parameters must have been given."""
    grades = _grades(rule)
    by_grades = rule.measure.of == "grades" or rule.conversion.positive_from is not None
    tally = _counted(rule, grades) if by_grades else _enough(VERDICTS, rule)
    read = score(rule, tally)
    steps = [
        *(_given(rule, grades) if by_grades else ()),
        ("measured", _measured(rule, tally, grades)),
        ("printed", _rounded(rule, read)),
        *_placed(rule, read),
        *_badge(rule, tally),
    ]
    return Worked(tally, read, tuple(steps))


def _grades(rule: Rule) -> list[tuple[int, int]]:
    """Return the grades, as often as the rule needs for a score."""
    base = CONVERTED if rule.conversion.step != 1 else GRADES[rule.panel]
    needed = max(rule.minimum, rule.measure.weight)
    times = ceil(needed / sum(often for _, often in base))
    return [(grade, often * times) for grade, often in base]


def _enough(tally: Tally, rule: Rule) -> Tally:
    times = ceil(rule.minimum / tally.count)
    return Tally(*(part * times for part in tally))


def _counted(rule: Rule, grades: list[tuple[int, int]]) -> Tally:
    total = EMPTY
    for grade, often in grades:
        for event in rule.conversion.taken([Event(0, 0, None, "posted", 0, 0, grade=grade)]):
            total += Tally(*(part * often for part in Tally.of(event)))
    return total


def _given(rule: Rule, grades: list[tuple[int, int]]) -> list[tuple[str, str]]:
    told = ", ".join(f"{often:,} × {_share(grade)}" for grade, often in grades)
    steps = [("grades", told)]
    changed = [(grade, rule.conversion.grade(grade)) for grade, _ in grades]
    if any(before != after for before, after in changed):
        pairs = ", ".join(f"{_share(a)} → {_share(b)}" for a, b in changed)
        steps.append(("converted", pairs))
    if rule.conversion.positive_from is not None:
        good = sum(often for grade, often in grades if rule.conversion.positive(grade))
        all_of_them = sum(often for _, often in grades)
        steps.append(("positive", f"{good:,} of {all_of_them:,}"))
    return steps


def _measured(rule: Rule, tally: Tally, grades: list[tuple[int, int]]) -> str:
    part, whole = rule.measure.read(tally)
    result = f"{part / whole:.6f}"
    if rule.measure.of == "verdicts":
        return f"{tally.positive:,} ÷ {tally.count:,} = {result}"
    if rule.measure.kind == "mean-grade":
        taken = ((rule.conversion.grade(grade), often) for grade, often in grades)
        terms = " + ".join(f"{often:,} × {_share(grade)}" for grade, often in taken)
        return f"({terms}) ÷ {tally.graded:,} = {result}"
    votes, weight, mean = tally.graded, rule.measure.weight, float(rule.measure.mean or 0)
    own = tally.grade_sum / (POINTS * votes)
    total = f"{votes + weight:,}"
    return f"{votes:,} ÷ {total} × {own:.4f} + {weight:,} ÷ {total} × {mean:.4f} = {result}"


def _rounded(rule: Rule, read: Score) -> str:
    printing = rule.printing
    half = "" if rule.rounding == "down" else " + ½"
    assert read.printed is not None
    steps = f"floor({float(read.measured or 0):.6f} × {printing.most:,}{half}) = {read.printed:,}"
    written = f"{number(printing, read.printed)} {printing.unit}"
    return f"{steps}, printed as {written}" + (
        f", shown as {read.shown}" if read.shown != written else ""
    )


def _placed(rule: Rule, read: Score) -> list[tuple[str, str]]:
    labels = {one.name: one.label for one in (*rule.bands, *rule.marks)}
    names = [name for name in (read.band, *read.marks) if name]
    steps = [("band", ", ".join(labels[name] for name in names))] if names else []
    if read.interval:
        low, high = (bound * rule.printing.out_of for bound in read.interval)
        steps.append(("interval", f"{low:.2f} to {high:.2f} {rule.printing.unit}"))
    return steps


def _badge(rule: Rule, tally: Tally) -> list[tuple[str, str]]:
    """Return how the badge stands for the largest size, by the numbers alone."""
    badge = rule.badge
    if badge is None:
        return []
    size = badge.minimums[-1][0]
    held = badge.holds("enter", tally, size)
    next_one = distance(badge, "held" if held else "none", tally, size).text
    return [(badge.label, f"{'won' if held else 'not won'}; {next_one}")]


def _share(points: int) -> str:
    return f"{points / POINTS:g}"
