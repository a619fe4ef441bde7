"""Points as entries write them, and parted where their meaning changed."""

import itertools
from datetime import UTC, date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import parse_instant, start_of_day
from clapometer.ledger.canonical import canonical
from clapometer.readers.amounts import BOUNDS
from clapometer.signals.counters import segmented
from clapometer.signals.measures import KNOWN, PERIOD_DAYS, PERIODS, Definition, Measure
from clapometer.signals.points import (
    LARGEST,
    Point,
    point_of,
    point_on,
    points_restated,
    points_told,
    read_point,
    written,
)


def day(text):
    return start_of_day(date.fromisoformat(text), UTC)


def definition(since, *, stopped=False):
    return Definition("made up", since and day(since), "day", stopped, 1)


def measure(*since, nature="level"):
    definitions = tuple(definition(one) for one in since)
    return Measure("made-up", "views", "views", "Made-up", nature, "week", definitions)


# Whatever the point: what an entry writes of it is read back as it was.
@given(
    st.integers(-(10**14), 4 * 10**15), st.booleans(), st.integers(0, LARGEST), st.integers(0, 9),
    st.sampled_from(sorted(BOUNDS)),
)  # fmt: skip
def test_points_read_back(at, whole_day, digits, places, bound):
    at = at // 86_400_000_000 * 86_400_000_000 if whole_day else at
    point = point_of(at, Decimal(digits).scaleb(-places), bound, whole_day=whole_day)
    assert point.value == Decimal(digits).scaleb(-places)
    assert read_point(written(point)) == point


def test_a_number_beyond_what_the_ledger_holds_is_refused():
    with pytest.raises(ValueError, match="too many digits"):
        point_on(date(2026, 5, 20), LARGEST + 1)
    with pytest.raises(ValueError, match="too many digits"):
        point_on(date(2026, 5, 20), Decimal("0.0000000001"))


def test_an_entry_tells_points_in_order_and_happened_at_the_last():
    draft = points_told(7, [point_on(date(2026, 5, 21), 6), point_on(date(2026, 5, 20), 5, "≥")])
    told = canonical(draft.body["points"]).decode()
    assert told == '[["2026-05-20",5,"≥"],["2026-05-21",6]]'
    assert (draft.subject, draft.happened_at) == ("counter:7", day("2026-05-21"))


def test_a_correction_has_no_time_of_its_own():
    assert points_restated(7, [], [point_on(date(2026, 5, 21), 6)]).happened_at is None


def test_points_on_two_sides_of_a_definition_are_parted():
    points = [point_on(date(2026, 5, one), one) for one in (1, 10, 20, 30)]
    parted = segmented(points, measure(None, "2026-05-20"))
    assert [[point.digits for point in one.points] for one in parted] == [[1, 10], [20, 30]]
    assert [one.definition.since for one in parted] == [None, day("2026-05-20")]


def test_a_period_belongs_to_the_definition_of_the_day_on_which_it_ends():
    points = [point_on(date(2023, 6, 11), 1), point_on(date(2023, 6, 18), 2)]
    parted = segmented(points, measure("2021-06-28", "2023-06-12", nature="flow"))
    assert [len(one.points) for one in parted] == [1, 1]


def test_points_before_the_first_definition_have_none():
    parted = segmented([point_on(date(2020, 1, 1), 1)], measure("2021-01-01"))
    assert [one.definition for one in parted] == [None]


def test_a_definition_of_later_is_not_there_yet():
    points = [point_on(date(2026, 5, 1), 1)]
    parted = segmented(points, measure(None, "2026-06-01"), parse_instant("2026-05-10", UTC))
    assert len(parted) == 1


# However many points and definitions: every point is in one segment, in order, and two neighbouring
# segments never have the same definition.
@given(st.sets(st.integers(0, 400)), st.sets(st.integers(0, 400), max_size=6))
def test_segments_hold_every_point_once(days, starts):
    points = [Point(one * 86_400_000_000, True, one) for one in sorted(days)]
    definitions = [
        Definition("x", one * 86_400_000_000, "day", False, one) for one in sorted(starts)
    ]
    of_all = Measure("made-up", "x", "x", "", "level", "", tuple(definitions))
    parted = segmented(points, of_all)
    assert [point for one in parted for point in one.points] == points
    for first, second in itertools.pairwise(parted):
        assert first.definition is not second.definition
    for one in parted:
        for point in one.points:
            held = [d for d in definitions if d.since <= point.at]
            assert one.definition == (held[-1] if held else None)


def test_known_measures_are_whole():
    for name, known in KNOWN.items():
        assert known.nature in ("level", "flow"), name
        assert known.period in PERIODS, name
        assert (known.nature == "flow") == bool(known.period), name
        assert known.definitions, name
        since = [one.since for one in known.definitions]
        assert since == sorted(since), name
    assert PERIODS.keys() == PERIOD_DAYS.keys()
