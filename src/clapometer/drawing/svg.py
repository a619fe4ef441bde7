"""A chart as SVG that stands alone: in a notebook, or as a file.

Text and lines take the colour of what is around them, so the chart can be read on light and dark
pages alike; a file follows the reader's own preference. Verdicts differ by place, not by colour
alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape

from clapometer.instants import format_instant
from clapometer.scoring.rounding import Printing

from .charts import PATH_WIDTH, PLOT_HEIGHT, PLOT_TOP, Chart

WIDTH = 720
# Both have a contrast of 3 to 1 and more on white and on #111.
LINE, AGAINST = "#c2571a", "#7a7a7a"
_FONT = "font: 12px system-ui, sans-serif"
_SHADE = 'fill="currentColor" fill-opacity=".08"'
_LARGE = 'text-anchor="end"'


@dataclass(frozen=True, slots=True)
class Caption:
    """The words of a chart: what it shows, the lowest count that is printed, the band drawn."""

    title: str
    minimum: int
    counted: str
    band: str = ""


def as_svg(chart: Chart, caption: Caption, printing: Printing, *, alone: bool = False) -> str:
    """Return the chart as one SVG element; `alone`: as a file, with colours of its own."""
    key = sha256((caption.title + chart.path).encode()).hexdigest()[:8]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="clapometer-chart" width="{_width(alone)}"'
        f' height="{chart.height}" role="img" aria-labelledby="{key}-title {key}-desc"'
        f' style="{_FONT}; max-width: {WIDTH}px; overflow: visible">'
    )
    parts = [
        head,
        f'<title id="{key}-title">{escape(caption.title)}</title>',
        f'<desc id="{key}-desc">{escape(_told(chart, caption, printing))}</desc>',
        *([_ALONE] if alone else []),
        *_ground(chart, caption),
        *_course(chart),
        *_verdicts(chart),
        *_labels(chart, caption, printing),
        "</svg>",
    ]
    return "\n".join(parts)


def no_chart(title: str, why: str, *, alone: bool = False) -> str:
    """Return the same frame with a sentence in it, where there is no course to draw."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="clapometer-chart" width="{_width(alone)}"'
        f' height="60" role="img" aria-label="{escape(f"{title}: {why}")}"'
        f' style="{_FONT}; max-width: {WIDTH}px">{_ALONE if alone else ""}'
        f"{_text('0', '24', title)}{_text('0', '46', why)}</svg>"
    )


_ALONE = (
    "<style>svg{color:#1a1a1a;background:#fff}"
    "@media (prefers-color-scheme:dark){svg{color:#eee;background:#111}}</style>"
)


def _width(alone: bool) -> str:
    return str(WIDTH) if alone else "100%"


def _told(chart: Chart, caption: Caption, printing: Printing) -> str:
    first, last = (format_instant(at)[:10] for at in (chart.first, chart.last))
    lowest, highest = chart.lines[-1].label, chart.lines[0].label
    return (
        f"A step line of the printed score from {first} to {last}; the axis runs from {lowest} to "
        f"{highest} {printing.unit}. Below it one dot for each review: positive ones above their "
        f"axis, negative ones below. Grey: fewer than {caption.minimum:,} {caption.counted}, "
        "nothing is printed."
    )


def _ground(chart: Chart, caption: Caption) -> list[str]:
    """Return the lines across and the stretches in which nothing is printed."""
    gaps = [
        f'<rect x="{gap.x}" y="{PLOT_TOP}" width="{gap.width}" height="{PLOT_HEIGHT}" {_SHADE}>'
        f"<title>fewer than {caption.minimum:,} {escape(caption.counted)}: nothing is printed"
        "</title></rect>"
        for gap in chart.gaps
    ]
    lines = [_across(line.y, ".25") for line in chart.lines]
    threshold = chart.threshold
    band = [_across(threshold.y, ".8", ' stroke-dasharray="4 4"')] if threshold else []
    return [*gaps, *lines, *band, _across(str(chart.axis), ".5")]


def _across(y: str, opacity: str, more: str = "") -> str:
    return (
        f'<line x1="0" x2="100%" y1="{y}" y2="{y}" stroke="currentColor" '
        f'stroke-opacity="{opacity}"{more}/>'
    )


def _course(chart: Chart) -> list[str]:
    line = (
        f'<svg x="0" y="{PLOT_TOP}" width="100%" height="{PLOT_HEIGHT}" '
        f'viewBox="0 0 {PATH_WIDTH} {PLOT_HEIGHT}" preserveAspectRatio="none">'
        f'<path d="{chart.broken}" fill="none" stroke="{LINE}" stroke-width="2.5" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )
    marks = [
        f'<svg x="{mark.x}" y="{mark.y}" width="1" height="1" overflow="visible">'
        f'<path d="M0 -8L8 0L0 8L-8 0Z" stroke="currentColor" fill='
        f'"{"none" if mark.moment == "lost" else LINE}"><title>badge {mark.moment} '
        f"{format_instant(mark.at)[:10]}</title></path></svg>"
        for mark in chart.marks
    ]
    return [line, *marks]


def _verdicts(chart: Chart) -> list[str]:
    fill = {"positive": f'fill="{LINE}"', "negative": f'fill="{AGAINST}"'}
    return [
        f'<ellipse cx="{dot.x}" cy="{dot.y}" rx="2.9" ry="{dot.r}" {fill[dot.verdict]}/>'
        for dot in chart.dots
    ]


def _labels(chart: Chart, caption: Caption, printing: Printing) -> list[str]:
    numbers = [
        _text("0", line.y, f"{line.label} {printing.unit}" if place == 0 else line.label, -5)
        for place, line in enumerate(chart.lines)
    ]
    band = chart.threshold
    begins = f"{caption.band} from {band.label} {printing.unit}" if band else ""
    threshold = [_text("100%", band.y, begins, -5, _LARGE)] if band else []
    first, last = (format_instant(at)[:10] for at in (chart.first, chart.last))
    foot = str(chart.height)
    title = _text("100%", "12", caption.title, 0, _LARGE)
    words = f"grey: fewer than {caption.minimum:,} {caption.counted}, nothing is printed"
    key = [_text("50%", foot, words, -4, 'text-anchor="middle"')] if chart.gaps else []
    return [*numbers, *threshold, title, *key, _text("0", foot, first, -4),
            _text("100%", foot, last, -4, _LARGE)]  # fmt: skip


def _text(x: str, y: str, text: str, dy: int = 0, more: str = "") -> str:
    return f'<text x="{x}" y="{y}" dy="{dy}" fill="currentColor" {more}>{escape(text)}</text>'
