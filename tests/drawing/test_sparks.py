"""The geometry of small charts: no line crosses a break, many numbers stay few strokes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clapometer.drawing.sparks import COLUMNS, HEIGHT, MOST_DOTS, TOP, Reading, draw_spark

DAY = 86_400_000_000


def readings(*values, start=0):
    return [Reading((start + place) * DAY, value) for place, value in enumerate(values)]


def test_a_line_from_nought_to_the_highest():
    spark = draw_spark([readings(0, 5, 10)])
    assert spark.paths == ("M0.0 68.0L500.0 36.0L1000.0 4.0",)
    assert (spark.lowest, spark.highest, len(spark.dots)) == (0.0, 10, 3)


def test_two_definitions_are_two_lines_with_a_break_between():
    spark = draw_spark([readings(1, 2, 3), readings(90, 80, start=5)], [4 * DAY])
    assert len(spark.paths) == 2
    assert [(one.x, one.at) for one in spark.breaks] == [("66.67%", 4 * DAY)]


def test_a_break_after_the_last_number_is_drawn_where_the_width_reaches_it():
    spark = draw_spark([readings(1, 2)], [3 * DAY], until=3 * DAY)
    assert [one.x for one in spark.breaks] == ["100.00%"]
    assert draw_spark([readings(1, 2)], [3 * DAY]).breaks == ()


def test_a_gap_longer_than_the_longest_step_is_left_open():
    numbers = [*readings(1, 2), *readings(3, 4, start=9)]
    assert len(draw_spark([numbers], longest_step=2 * DAY).paths) == 2
    assert len(draw_spark([numbers]).paths) == 1


def test_a_number_alone_is_a_dot_in_the_middle():
    spark = draw_spark([readings(7)])
    assert (spark.paths, [one.x for one in spark.dots]) == ((), ["50.00%"])


def test_of_many_numbers_only_those_alone_have_dots():
    many = readings(*range(MOST_DOTS + 1))
    assert draw_spark([many]).dots == ()
    assert len(draw_spark([many, readings(5, start=90)]).dots) == 1


def test_no_number_is_no_drawing():
    assert draw_spark([]) is None
    assert draw_spark([[], []]) is None


# Thousands of numbers become at most four places a column, and the highest and lowest are kept.
@settings(max_examples=10)
@given(st.lists(st.integers(0, 10**12), min_size=4 * COLUMNS + 1, max_size=1_000))
def test_many_numbers_are_thinned_and_keep_their_extremes(values):
    spark = draw_spark([readings(*values)])
    places = [tuple(map(float, one.split())) for one in spark.paths[0][1:].split("L")]
    assert len(places) <= 4 * (COLUMNS + 1)
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert all(TOP <= y <= HEIGHT - TOP for _, y in places)
    downs = [y for _, y in places]
    assert min(downs) == TOP or max(values) == 0


# However the numbers lie in segments: no line holds places of two segments.
@given(st.lists(st.lists(st.integers(0, 99), max_size=5), max_size=5))
def test_no_line_joins_two_segments(parts):
    segments, start = [], 0
    for part in parts:
        segments.append(readings(*part, start=start))
        start += len(part) + 1
    spark = draw_spark(segments)
    lines = [len(one.split("L")) for one in spark.paths] if spark else []
    assert lines == [len(part) for part in parts if len(part) > 1]
