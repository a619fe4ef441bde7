"""The chart of a work's score as a picture with its credit: SVG, and PNG made of it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from django.conf import settings

from clapometer.citing.files import credit
from clapometer.citing.items import Cited
from clapometer.drawing.svg import WIDTH, Caption, as_svg, no_chart
from clapometer.reviews.events import events_of_work
from clapometer.reviews.scores import steps_from, time_gone
from clapometer.scoring.timetable import timetable_of

from .changes import read_changes
from .charts import draw_chart

# Of all fonts this one alone is sure to be there; others are taken for scripts that it lacks.
FONT, FAMILY = Path(__file__).parent / "fonts" / "DejaVuSans.ttf", "DejaVu Sans"
MARGIN, HEAD, FOOT = 24, 52, 56
ZOOM = 2
_INK, _SOFT = "#1a1a1a", "#555555"
_COUNTED = {"verdicts": "reviews", "grades": "grades"}


def svg_of(cited: Cited) -> str:
    """Return the chart of the work at the instant as an SVG file, with its title and credit."""
    chart, height = _chart(cited)
    whole = HEAD + height + FOOT
    title = escape(str(cited.work))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH + 2 * MARGIN}" height="{whole}"'
        f' role="img" color="{_INK}" font-family="{FAMILY}, sans-serif" font-size="12">'
    )
    parts = [
        head,
        f"<title>{title}</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="32" font-size="18" fill="{_INK}">{title}</text>',
        f'<svg x="{MARGIN}" y="{HEAD}" width="{WIDTH}" height="{height}" overflow="visible">',
        chart,
        "</svg>",
        _small(whole - 26, credit(cited)),
        _small(whole - 10, str(settings.SITE["licence"])),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _small(y: int, text: str) -> str:
    return f'<text x="{MARGIN}" y="{y}" font-size="10" fill="{_SOFT}">{escape(text)}</text>'


def png_of(cited: Cited) -> bytes:
    """Return the same picture as PNG, at twice its size."""
    from resvg_py import svg_to_bytes

    return svg_to_bytes(
        svg_string=svg_of(cited),
        zoom=ZOOM,
        font_files=[str(FONT)],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )


def _chart(cited: Cited) -> tuple[str, int]:
    """Return the chart as SVG and its height, or a sentence where there is none to draw."""
    work, rules, fixed = cited.work, cited.rules, cited.fixed
    gone = time_gone((), None, fixed.known)
    steps = steps_from(rules, events_of_work(work.id, fixed.known), fixed.known, gone)
    until = [step for step in steps if step.at <= fixed.at]
    rule = timetable_of(rules).at(fixed.at)
    threshold = round(float(rule.bands[0].at_least) * 100) if len(rule.bands) > 1 else None
    history = read_changes(work, rules, until, fixed.at)
    drawn = draw_chart(history, threshold=threshold, printing=rule.printing)
    if drawn is None:
        return no_chart("", "Fewer than two dated moments have a score."), 60
    band = rule.bands[0].label if threshold is not None else ""
    caption = Caption("", rule.minimum, _COUNTED[rule.measure.of], band)
    return as_svg(drawn, caption, rule.printing), drawn.height
