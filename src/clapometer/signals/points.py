"""Points: numbers of counters, each as of a day or an instant; and drafts of entries about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from clapometer.instants import format_instant, from_datetime, start_of_day, to_datetime
from clapometer.ledger.canonical import Fragment, Value, canonical
from clapometer.ledger.entries import Draft

LARGEST = 2**53 - 1
MOST_PLACES = 9
DAY = 86_400_000_000


class Point(NamedTuple):
    """A number as of an instant, or as of a day of UTC from its start (`whole_day`).

    The number is `digits` / 10 ** `places`, exactly; `bound` is what is said of the true one.
    """

    at: int
    whole_day: bool
    digits: int
    places: int = 0
    bound: str = "="

    @property
    def value(self) -> Decimal:
        """Return the exact number."""
        return Decimal(self.digits).scaleb(-self.places)

    @property
    def number(self) -> float:
        """Return the number as nearly as a float can have it: quick, for drawing and comparing."""
        return self.digits / 10**self.places if self.places else self.digits

    @property
    def as_of(self) -> str:
        """Return the day or the instant as entries write it."""
        return (
            to_datetime(self.at).date().isoformat() if self.whole_day else format_instant(self.at)
        )

    @property
    def day(self) -> date:
        """Return the day of UTC."""
        return to_datetime(self.at).date()

    @property
    def over(self) -> int:
        """Return the instant at which the day is over, or the instant itself."""
        return self.at + DAY - 1 if self.whole_day else self.at


def point_on(day: date, value: Decimal | int, bound: str = "=") -> Point:
    """Return the point of a whole day. Raises ValueError for a number the ledger cannot hold."""
    return point_of(start_of_day(day, UTC), value, bound, whole_day=True)


def point_of(at: int, value: Decimal | int, bound: str = "=", *, whole_day: bool = False) -> Point:
    """Return the point of an instant, or of the day of UTC that it begins.

    Raises ValueError for a number the ledger cannot hold.
    """
    return Point(at, whole_day, *_parted(value), bound)


def _parted(value: Decimal | int) -> tuple[int, int]:
    number = Decimal(value)
    places = max(0, -int(number.normalize().as_tuple().exponent)) if number else 0
    digits = int(number.scaleb(places))
    if places > MOST_PLACES or abs(digits) > LARGEST:
        raise ValueError(f"{value} has too many digits to be kept exactly")
    return digits, places


def written(point: Point) -> list[Value]:
    """Return the point as entries write it, in the order of the table POINT."""
    value: Value = point.digits if not point.places else format(point.value, "f")
    return [point.as_of, value] if point.bound == "=" else [point.as_of, value, point.bound]


def read_point(told: Sequence[Any]) -> Point:
    """Return the point that an entry has written."""
    as_of, value, bound = (*told, "=")[:3]
    digits, places = (value, 0) if isinstance(value, int) else _parted(Decimal(value))
    if len(as_of) == 10:
        return Point(_start(as_of), True, digits, places, bound)
    return Point(from_datetime(datetime.fromisoformat(as_of)), False, digits, places, bound)


def _start(day: str) -> int:
    return start_of_day(date.fromisoformat(day), UTC)


def points_told(counter: int, points: Iterable[Point], source: str = "", link: str = "") -> Draft:
    """Return the draft that tells new points of a counter; it happened at the last of them."""
    told = sorted(points)
    body: dict[str, Value] = {"points": _listed(told), "source": source, "link": link}
    return Draft("points.told", f"counter:{counter}", body, told[-1].at)


def points_restated(
    counter: int,
    points: Iterable[Point],
    before: Iterable[Point],
    *,
    source: str = "",
    link: str = "",
    reason: str = "",
) -> Draft:
    """Return the draft that puts points in the place of others.

    Points of `before` whose time is not among the new ones are gone. When their publisher changed
    them is not known.
    """
    body: dict[str, Value] = {
        "points": _listed(sorted(points)),
        "before": _listed(sorted(before)),
        "source": source,
        "link": link,
        "reason": reason,
    }
    return Draft("points.restated", f"counter:{counter}", body)


def _listed(points: Sequence[Point]) -> Fragment:
    return Fragment(canonical([written(point) for point in points]))
