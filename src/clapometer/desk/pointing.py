"""One number of a counter, told, corrected or taken back by an editor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import NamedTuple

from clapometer.facts.fields import FieldRefused, Link, Text
from clapometer.facts.reading import fact_numbered
from clapometer.facts.typed import FactRefused, Problem
from clapometer.ledger.entries import Entry
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.amounts import read_amount
from clapometer.readers.dates import Dates
from clapometer.readers.problems import CellRefused, row_sentence
from clapometer.signals.counters import points_of
from clapometer.signals.points import Point, point_of, points_restated, points_told

FIELDS = (
    Text(
        name="as_of",
        label="As of",
        means="the day (of UTC; of a period its last), or the instant",
        example="2026-05-20",
        required=True,
    ),
    Text(
        name="value",
        label="Number",
        means="as it was printed, with its bound",
        example="over 4.3 billion",
        required=True,
    ),
    Text(name="source", label="Source", means="who says so", example="A Made-up Gazette"),
    Link(
        name="link", label="Link", means="where it stands", example="https://gazette.example/story"
    ),
    Text(
        name="reason",
        label="Reason",
        means="why it is corrected or taken back, in public",
        example="the first print had a wrong figure",
        longest=500,
    ),
)
"""What a form asks for a number."""


class Typed(NamedTuple):
    """What was typed about a number, read."""

    point: Point
    source: str
    link: str
    reason: str


def read_point_typed(typed: Mapping[str, str]) -> Typed:
    """Return what was typed. Raises FactRefused with every problem there is."""
    said, problems = {}, []
    for field in FIELDS:
        try:
            said[field.name] = str(field.read(typed.get(field.name, "")) or "")
        except FieldRefused as refused:
            problems.append(Problem(field.name, str(refused)))
    at, whole_day = None, False
    try:
        at, dated = Dates(UTC, utc=True, placeholders=frozenset()).read(said.get("as_of", ""))
        whole_day = dated == "day"
    except CellRefused as refused_cell:
        problems.append(Problem("as_of", row_sentence(refused_cell.code, refused_cell.places)))
    point = _point(said, at, whole_day, problems)
    if problems or point is None:
        raise FactRefused(*problems)
    return Typed(point, said["source"], said["link"], said["reason"])


def _point(
    said: Mapping[str, str], at: int | None, whole_day: bool, problems: list[Problem]
) -> Point | None:
    if not said.get("value"):
        return None
    try:
        amount = read_amount(said["value"])
    except CellRefused as refused:
        problems.append(Problem("value", row_sentence(refused.code, refused.places)))
        return None
    if at is None:
        return None
    return point_of(at, amount.value, amount.bound, whole_day=whole_day)


def tell_point(counter: int, typed: Mapping[str, str], actor: str) -> Entry | None:
    """Tell a number of a counter; one of the same time is corrected. None where it stands so.

    Raises FactRefused.
    """
    told = read_point_typed(typed)
    with writing(actor) as writer:
        was = _standing(counter).get(told.point.at)
        if was == told.point:
            return None
        if was is None:
            return writer.append_one(points_told(counter, [told.point], told.source, told.link))
        return _restate(writer, counter, told, was)


def _restate(writer: Writer, counter: int, told: Typed, was: Point) -> Entry:
    draft = points_restated(
        counter, [told.point], [was], source=told.source, link=told.link, reason=told.reason
    )
    return writer.append_one(draft)


def take_point_back(counter: int, as_of: str, reason: str, actor: str) -> Entry:
    """Take a number back, with the reason in public. Raises FactRefused where there is none."""
    with writing(actor) as writer:
        found = [one for one in _standing(counter).values() if one.as_of == as_of.strip()]
        if not found:
            told = f"There is no number as of {as_of[:40]}."
            raise FactRefused(Problem("as_of", told))
        text = " ".join(reason.split())[:500]
        return writer.append_one(points_restated(counter, [], found, reason=text))


def _standing(counter: int) -> dict[int, Point]:
    fact = fact_numbered(counter)
    if fact is None or fact.kind != "counter":
        raise FactRefused(Problem("", f"There is no counter {counter}."))
    return points_of([counter]).get(counter, {})
