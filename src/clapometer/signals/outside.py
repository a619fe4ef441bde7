"""Scores as others print them: observations with a source, never mixed with scores made here.

They lie in this room because it cannot reach the engine: nothing here can count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clapometer.facts.fields import Choice, Text, Whole
from clapometer.facts.kinds import FactKind
from clapometer.facts.reading import Fact, facts_about

PANELS = {
    "critics": "all critics",
    "top critics": "the critics that the site ranks highest",
    "audience": "everybody who rates there",
    "verified audience": "those whose ticket or viewing was checked",
    "staff": "the site's own writers",
}
"""Whose opinion the printed score tells."""
SCALES = {
    "percent": "0 to 100 per cent",
    "100": "0 to 100",
    "10": "0 to 10",
    "5": "0 to 5",
    "4": "0 to 4",
    "letter": "a letter, such as A+ to F",
    "word": "a word",
    "other": "another scale",
}
"""The scale that a value is printed on."""
BOUNDS = {"exactly": "so many", "at least": "so many or more", "about": "roughly so many"}
"""How a number of reviews or ratings is printed."""
_UPPER = {"percent": 100, "100": 100, "10": 10, "5": 5, "4": 4}


def _check(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    upper = _UPPER.get(said.get("scale", ""))
    if upper is None:
        return ()
    number = said["value"].removesuffix("%").strip().replace(",", ".")
    try:
        within = 0 <= float(number) <= upper
    except ValueError:
        within = False
    if within:
        return ()
    return (("value", f"“{said['value']}” is no number from 0 to {upper}, as its scale says."),)


def _line(said: Mapping[str, Any]) -> str:
    count = f" from {_count(said)}" if said.get("count") is not None else ""
    badge = f", “{said['badge']}”" if said.get("badge") else ""
    panel = f" ({said['panel']})" if said.get("panel") else ""
    return f"{said['value']}{count}{badge}, as printed by {said['printed_by']}{panel}"


def _count(said: Mapping[str, Any]) -> str:
    bound = said.get("bound", "exactly")
    return f"{said['count']:,}" if bound == "exactly" else f"{bound} {said['count']:,}"


OUTSIDE_SCORE = FactKind(
    name="outside-score",
    title="Outside score",
    means="a score of the work as somebody else printed it",
    fields=(
        Text(
            name="printed_by",
            label="Printed by",
            means="the aggregator or outlet that printed it",
            example="A Made-up Aggregator",
            required=True,
        ),
        Text(
            name="measure",
            label="Measure",
            means="what it calls that score",
            example="Harbourmeter",
        ),
        Choice(
            name="panel",
            label="Panel",
            means="whose opinion it tells",
            example="critics",
            required=True,
            table=PANELS,
        ),
        Text(
            name="value",
            label="Value",
            means="the score as printed",
            example="97%",
            required=True,
            longest=40,
        ),
        Choice(
            name="scale",
            label="Scale",
            means="the scale it is printed on",
            example="percent",
            required=True,
            table=SCALES,
        ),
        Whole(
            name="count",
            label="Count",
            means="of how many reviews or ratings, if printed",
            example="37",
        ),
        Choice(
            name="bound",
            label="Bound of the count",
            means="how the count is printed",
            example="exactly",
            table=BOUNDS,
        ),
        Text(
            name="badge",
            label="Badge",
            means="the badge or label beside it, as printed",
            example="Made-up Gold",
        ),
    ),
    line=_line,
    moment="when it was printed so",
    check=_check,
)


@dataclass(frozen=True, slots=True)
class OutsideScore:
    """One measure of one publisher: what it printed last, and what before, the latest first."""

    last: Fact
    earlier: tuple[Fact, ...]


def outside_scores_of(
    work: int, at: int | None = None, known: int | None = None
) -> list[OutsideScore]:
    """Return what others print of a work at an instant, as known at one; in order of publishers."""
    return outside_scores_from(facts_about([work], OUTSIDE_SCORE.name, at=at, known=known))


def outside_scores_from(facts: Iterable[Fact]) -> list[OutsideScore]:
    """Return outside_scores_of() from the facts of one work, in order of time."""
    found: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        said = fact.said
        key = (said["printed_by"].casefold(), said["panel"], said.get("measure", "").casefold())
        found.setdefault(key, []).append(fact)
    return [_latest(facts) for _, facts in sorted(found.items())]


def _latest(facts: Sequence[Fact]) -> OutsideScore:
    *earlier, last = facts
    return OutsideScore(last, tuple(reversed(earlier)))
