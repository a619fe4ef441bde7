"""The chart that stands alone: well-formed, true to its points, told in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.drawing.charts import PATH_WIDTH, PLOT_HEIGHT, Point, draw_chart
from clapometer.drawing.svg import AGAINST, LINE, Caption, as_svg, no_chart
from clapometer.scoring.rule import PER_CENT

DAY = 86_400_000_000
SVG = "{http://www.w3.org/2000/svg}"
POINTS = [
    Point(0, None, verdicts=(True,)),
    Point(2 * DAY, 100, verdicts=(True, True)),
    Point(6 * DAY, 75, verdicts=(False,), badge="won"),
    Point(8 * DAY, None),
    Point(10 * DAY, 80, verdicts=(True,)),
]
CAPTION = Caption("Made-up Bees & <Salt>", 3, "reviews", "Applause")


def drawn(points=POINTS, **how):
    chart = draw_chart(points, threshold=60)
    return ElementTree.fromstring(as_svg(chart, CAPTION, PER_CENT, **how))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("ground", ["#ffffff", "#111111"])
@pytest.mark.parametrize("colour", [LINE, AGAINST])
def test_colours_stand_out_on_light_and_dark(colour, ground):
    light, dark = sorted((luminance(colour), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_where_nothing_is_printed_is_marked_and_the_line_is_broken():
    # 2 % air on both sides of ten days: day d lies at (d + 0.2) / 10.4 of the width.
    chart = draw_chart(POINTS)
    assert [(gap.x, gap.width) for gap in chart.gaps] == [
        ("0.00%", f"{2.2 / 10.4 * 100:.2f}%"),
        (f"{8.2 / 10.4 * 100:.2f}%", f"{2 / 10.4 * 100:.2f}%"),
    ]
    assert chart.broken.count("M") == 2 and chart.path.count("M") == 1
    assert f"H{8.2 / 10.4 * PATH_WIDTH:.1f}M" in chart.broken
    shades = [one.find(f"{SVG}title").text for one in drawn().iter(f"{SVG}rect")]
    assert shades == ["fewer than 3 reviews: nothing is printed"] * 2


def test_words_say_what_is_drawn():
    root = drawn()
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Made-up Bees & <Salt>"
    assert (
        "from 1970-01-01 to 1970-01-11" in desc.text
        and "the axis runs from 50 to 100 %" in desc.text
    )
    assert len(list(root.iter(f"{SVG}ellipse"))) == 5
    texts = [one.text for one in root.iter(f"{SVG}text")]
    assert {"100 %", "Applause from 60 %", "1970-01-01", "1970-01-11"} <= set(texts)


def test_a_file_brings_its_own_colours():
    assert drawn().find(f"{SVG}style") is None
    assert "prefers-color-scheme:dark" in drawn(alone=True).find(f"{SVG}style").text


def test_without_a_course_there_is_a_sentence():
    root = ElementTree.fromstring(no_chart("Bees & Salt", "nothing < 5 is printed"))
    assert [one.text for one in root.iter(f"{SVG}text")] == [
        "Bees & Salt",
        "nothing < 5 is printed",
    ]


# Whatever the points: the SVG is well-formed, and the line never leaves the plot.
@given(
    st.lists(
        st.tuples(st.integers(0, 3000), st.none() | st.integers(0, 100), st.booleans()), max_size=12
    )
)
def test_any_points_make_a_well_formed_chart(told):
    told.sort(key=lambda one: one[0])
    chart = draw_chart([Point(day * DAY, printed, verdicts=(good,)) for day, printed, good in told])
    if chart is None:
        assert sum(printed is not None for _, printed, _ in told) < 2
        return
    ElementTree.fromstring(as_svg(chart, CAPTION, PER_CENT))
    heights = re.findall(r"(?:V|M[-0-9.]+ )([-0-9.]+)", chart.broken)
    assert all(-0.05 <= float(height) <= PLOT_HEIGHT + 0.05 for height in heights)
