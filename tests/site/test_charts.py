"""The geometry of the chart: hand-worked, and true to its scale."""

from __future__ import annotations

import re
from fractions import Fraction

from clapometer.scoring.badges import BadgeRule, badge_history
from clapometer.scoring.events import Event
from clapometer.scoring.history import history
from clapometer.scoring.rules import preset
from clapometer.site.changes import changes
from clapometer.site.charts import PLOT_HEIGHT, PLOT_TOP, busiest, draw_chart
from clapometer.site.distribution import spread

DAY = 86_400_000_000
RULE = preset("rotten-tomatoes-2020")


def told(*verdicts: tuple[int | None, bool | None]):
    """The changes of reviews given as (day, verdict), each by a reviewer of its own."""
    events = [
        Event(
            seq, seq, None, "posted", None if day is None else day * DAY, (day or 99) * DAY,
            positive=verdict,
        )
        for seq, (day, verdict) in enumerate(verdicts, 1)
    ]  # fmt: skip
    return changes(history(events), RULE)


def test_line_and_dots_of_a_small_story():
    # Five in favour on days 0..4, one against on day 5: 100 from day 4, 83 from day 5.
    chart = draw_chart(told(*((day, True) for day in range(5)), (5, False)), threshold=60)
    # With 2 % air on both sides of five days: day 4 lies at (4 + 0.1) / 5.2 of the width.
    assert chart.path.startswith(f"M{4.1 / 5.2 * 1000:.1f} 0.0")
    assert chart.path.endswith("H1000")
    low = 70
    assert [line.score for line in chart.lines] == [100, 90, 80, 70]
    y = PLOT_HEIGHT * (100 - 83) / (100 - low)
    assert f"V{y:.1f}" in chart.path
    assert [dot.verdict for dot in chart.dots] == ["positive"] * 5 + ["negative"]
    axis = chart.axis
    assert all(float(dot.y) < axis for dot in chart.dots if dot.verdict == "positive")
    assert all(float(dot.y) > axis for dot in chart.dots if dot.verdict == "negative")
    # The band begins below what is drawn, so its line is left out.
    assert chart.threshold is None


def test_the_band_is_drawn_where_it_can_be_seen():
    chart = draw_chart(
        told(*((day, True) for day in range(5)), *((day, False) for day in (5, 6, 7))), threshold=60
    )
    assert chart.threshold.score == 60
    assert PLOT_TOP <= float(chart.threshold.y) <= PLOT_TOP + PLOT_HEIGHT


def test_no_chart_of_less_than_two_moments():
    assert draw_chart([]) is None
    assert draw_chart(told((0, True), (1, True))) is None
    assert draw_chart(told(*((0, True) for _ in range(9)))) is None


def test_undated_reviews_and_unknown_verdicts_are_no_dots():
    chart = draw_chart(told(*((day, True) for day in range(7)), (None, False), (7, None)))
    assert len(chart.dots) == 7
    assert chart.last == 7 * DAY


def test_a_crowded_day_fits():
    chart = draw_chart(told(*((0, True) for _ in range(300)), (1, False)))
    heights = [chart.axis - float(dot.y) for dot in chart.dots if dot.verdict == "positive"]
    assert max(heights) < chart.axis - PLOT_TOP - PLOT_HEIGHT
    assert all(re.fullmatch(r"\d+(\.\d+)?%", dot.x) for dot in chart.dots)


def test_the_moment_asked_for_is_marked_only_inside():
    story = told(*((day, True) for day in range(9)))
    assert draw_chart(story, asked=4 * DAY).asked == "50.00%"
    assert draw_chart(story, asked=900 * DAY).asked is None


def test_several_reviews_of_one_instant_are_one_change():
    (change,) = told(*((0, True) for _ in range(4)), (0, False))
    assert (change.before.printed, change.after.printed) == (None, 80)
    assert [move.step.event.positive for move in change.causes][:4] == [True] * 4


def test_the_review_that_pushed_the_way_it_went_comes_first():
    *_, last = told(*((0, True) for _ in range(5)), (1, True), (1, False))
    assert (last.before.printed, last.after.printed) == (100, 86)
    assert [move.step.event.positive for move in last.causes] == [False, True]


def test_grades_fall_into_tenths():
    bars = spread([0, 999, 1000, 9999, 10_000])
    assert [bar.count for bar in bars] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert (bars[0].y, bars[0].height) == ("0.0", "64.0")
    assert bars[1].height == "32.0"
    assert spread([]) == []


def test_badge_changes_are_marked_on_the_line():
    badge = BadgeRule("b", "B", Fraction(3, 4), Fraction(7, 10), (("season", 5),), 0)
    events = [
        Event(seq, seq, None, "posted", seq * DAY, seq * DAY, positive=seq < 6)
        for seq in range(1, 9)
    ]
    steps = history(events)
    chart = draw_chart(changes(steps, RULE, badge_history(badge, steps, "season")))
    # Won with the fifth review (5 of 5), lost with the eighth (5 of 8 is below 70 %).
    assert [(mark.moment, mark.at) for mark in chart.marks] == [("won", 5 * DAY), ("lost", 8 * DAY)]


def test_busy_weeks_are_drawn_apart_from_the_years_after():
    """Thirty reviews within a month, then one a year for five years: the month is the busy part."""
    story = told(
        *((day, True) for day in range(30)), *((365 * year, False) for year in range(1, 6))
    )
    busy = busiest(story)
    assert (busy[0].at, busy[-1].at) == (0, 29 * DAY)
    assert busiest(told(*((day, True) for day in range(200)))) == []
    assert busiest(told(*((30 * month, True) for month in range(40)))) == []
    assert busiest([]) == []


def test_a_busy_end_is_found_too():
    story = told((0, True), *((1000 + day, True) for day in range(20)))
    busy = busiest(story)
    assert (busy[0].at, busy[-1].at) == (1000 * DAY, 1019 * DAY)
