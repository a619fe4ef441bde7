"""What sentences are made of: a score, a day, and one class for each kind of fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class When(NamedTuple):
    """A day in the site's time zone, and the time with its zone where one is known ("12:00 UTC").

    `precision`: day, month or year. Of a month or year `day` is the first.
    """

    day: date
    time: str = ""
    precision: str = "day"


class Mark(NamedTuple):
    """A printed score: the number as printed, and of how much; a share is in per cent."""

    number: Decimal
    out_of: int = 100
    is_share: bool = True


class Standing(NamedTuple):
    """A score at an instant: None where none was printed, with the reviews that counted."""

    mark: Mark | None
    reviews: int
    when: When


@dataclass(frozen=True, slots=True)
class ScoreThen:
    """A score at an instant, and what it has been since; `since` is None where nothing is later."""

    title: str
    then: Standing
    since: Standing | None = None


@dataclass(frozen=True, slots=True)
class Debut:
    """The first printed score, and what it has been since."""

    title: str
    then: Standing
    since: Standing | None = None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many of the reviews were positive."""

    title: str
    positive: int
    count: int
    when: When


@dataclass(frozen=True, slots=True)
class MeanGrade:
    """The mean of the grades, on a scale of ten, and of how many."""

    title: str
    mean: Decimal
    graded: int
    when: When


@dataclass(frozen=True, slots=True)
class BadgeSince:
    """A badge that is held since a day (`held`), or was lost on it."""

    title: str
    badge: str
    held: bool
    since: When
    as_of: When


@dataclass(frozen=True, slots=True)
class Extremes:
    """The highest and the lowest score up to a day."""

    title: str
    high: Standing
    low: Standing
    as_of: When


@dataclass(frozen=True, slots=True)
class ChartRun:
    """The weeks of a work on a chart: how many, first and last (their Sundays), the best place."""

    title: str
    chart: str
    weeks: int
    first: date
    last: date
    peak: int
    peak_week: date


@dataclass(frozen=True, slots=True)
class ChartCountries:
    """In how many countries a work was on a chart, counted in one of three ways (`way`).

    `ever`: in all weeks up to that of `week`; `last_week`: in that week; `at_once`: the most in
    one week, which is that one.
    """

    title: str
    chart: str
    countries: int
    way: str
    week: date


@dataclass(frozen=True, slots=True)
class Counted:
    """A counter at an instant: what is counted, its bound (one of BOUNDS), who says so."""

    what: str
    number: int | Decimal
    bound: str
    unit: str
    source: str
    when: When


@dataclass(frozen=True, slots=True)
class Rise:
    """A number that rose by so many per cent: over which window, against which, in which market."""

    what: str
    percent: Decimal
    source: str
    when: When
    market: str = ""
    window: str = ""
    baseline: str = ""

    @property
    def times(self) -> Decimal:
        """Return how many times the former number the new one is: +1,700 % is 18 times."""
        return self.percent / 100 + 1


@dataclass(frozen=True, slots=True)
class Quotation:
    """The critics' consensus, word for word, with its author and day."""

    title: str
    text: str
    author: str
    when: When


@dataclass(frozen=True, slots=True)
class PrintedElsewhere:
    """A score as another site printed it, in its own words; `panel` whose opinion it tells.

    `reviews`: from how many reviews, where it printed that; 0 where not.
    """

    title: str
    site: str
    printed: str
    when: When
    panel: str = ""
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class Streak:
    """For how many weeks a work was on a list, as announced: in a row, or in all."""

    title: str
    chart: str
    weeks: int
    in_a_row: bool
    source: str
    when: When


@dataclass(frozen=True, slots=True)
class Announced:
    """What was said of the future of a work: status and certainty, who said it, when.

    `seasons` are concerned; `effective` is the day, month or year that was named, `carrier` the
    network, streamer or distributor, where one was.
    """

    title: str
    status: str
    certainty: str
    who: str
    when: When
    seasons: tuple[int, ...] = ()
    effective: When | None = None
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """A release: where (empty: not said), by which service or network (empty: not said)."""

    title: str
    when: When
    territory: str = ""
    by: str = ""
