"""A history drawn by matplotlib or Altair, whichever is installed, or by the site's own hand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clapometer.drawing.charts import Chart, Point, draw_chart
from clapometer.drawing.svg import LINE, Caption, as_svg, no_chart
from clapometer.instants import to_datetime
from clapometer.scoring.badges import badge_history
from clapometer.scoring.rule import Rule
from clapometer.scoring.rule import score as read_score

from .problems import Refused, refusing

if TYPE_CHECKING:
    from .histories import History

KINDS = ("matplotlib", "altair", "svg")
SAYING = {"posted", "revised"}
GREY, FAINT = "#888888", 0.15


def plot(history: History, kind: str, size: str | None) -> Any:
    """Draw the history of one work; see History.plot."""
    if kind == "auto":
        kind = next((one for one in KINDS if find_spec(one)), "svg")
    if kind not in KINDS:
        raise Refused(f"“{kind}” is no kind of plot; there are auto, {', '.join(KINDS)}.")
    if kind != "svg" and not find_spec(kind):
        raise Refused(f"{kind} is not installed: pip install {kind}, or leave the kind out.")
    picture = Picture(history, size)
    return {"matplotlib": _matplotlib, "altair": _altair, "svg": Drawing}[kind](picture)


class Picture:
    """What every kind of plot draws: points, the band that begins highest, and the words."""

    def __init__(self, history: History, size: str | None) -> None:
        self.rule, self.printing = history.rule, history.rule.printing
        self.points = list(points_of(history, size))
        band = self.rule.bands[0] if len(self.rule.bands) > 1 else None
        share = None if band is None else int(band.at_least * 100)
        self.chart: Chart | None = draw_chart(self.points, threshold=share, printing=self.printing)
        counted = "reviews" if self.rule.measure.of == "verdicts" else "grades"
        title = f"{history.works[0]}, by the rule {self.rule.name}"
        self.caption = Caption(title, self.rule.minimum, counted, band.label if band else "")

    def number(self, point: Point) -> float | None:
        """Return the printed number of a point in the rule's unit."""
        return None if point.printed is None else float(self.printing.number(point.printed))

    def least(self) -> float:
        """Return where the axis begins: at the ten below the lowest score, or at nothing."""
        if self.chart is None:
            return 0.0
        return float(self.printing.number(self.chart.lines[-1].score))

    def line(self) -> list[tuple[Any, float | None]]:
        """Return (instant, number) of each step of what is dated."""
        return [(to_datetime(p.at), self.number(p)) for p in self.points if not p.undated]

    def gaps(self) -> list[tuple[Any, Any]]:
        """Return the stretches of time in which nothing is printed."""
        line = self.line()
        return [(start, end) for (start, number), (end, _) in pairwise(line) if number is None]

    @property
    def minimum(self) -> str:
        """What stands in the grey stretches."""
        return f"fewer than {self.caption.minimum:,} {self.caption.counted}: nothing is printed"


def points_of(history: History, size: str | None) -> Iterator[Point]:
    """Yield a point for each instant of the one work of a history."""
    from .events import steps_of

    rule: Rule = history.rule
    steps = steps_of(history._told, rule, history._known)
    with refusing():
        turns = badge_history(rule.badge, steps, size) if rule.badge and size else []
    badges = {turn.at: turn.moment for turn in turns}
    for at, together in groupby(steps, key=lambda step: step.at):
        group = list(together)
        said = [one.event.positive for one in group if one.event.kind in SAYING]
        verdicts = tuple(verdict for verdict in said if verdict is not None)
        undated = all(step.undated for step in group)
        printed = read_score(rule, group[-1].tally).printed
        yield Point(at, printed, undated, verdicts, badges.get(at, ""))


class Drawing:
    """A chart as SVG: shown by notebooks, and saved as a file that follows light and dark."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    def svg(self, *, alone: bool = False) -> str:
        """Return the SVG; `alone`: with colours of its own, for a file."""
        one = self._picture
        if one.chart is None:
            why = f"no course yet: {one.minimum}"
            return no_chart(one.caption.title, why, alone=alone)
        return as_svg(one.chart, one.caption, one.printing, alone=alone)

    def save(self, path: str | Path) -> None:
        """Write the chart into a file."""
        Path(path).write_text(self.svg(alone=True), encoding="utf-8")

    def __repr__(self) -> str:
        return f"Drawing of {self._picture.caption.title}; .save(path) writes it as SVG"

    def _repr_html_(self) -> str:
        return f'<figure style="margin:1em 0">{self.svg()}</figure>'


def _matplotlib(picture: Picture) -> Any:
    from matplotlib import pyplot

    _, axes = pyplot.subplots(figsize=(8, 3.5), layout="constrained")
    line = picture.line()
    numbers = [float("nan") if number is None else number for _, number in line]
    axes.step([at for at, _ in line], numbers, where="post", color=LINE, linewidth=2)
    for place, (start, end) in enumerate(picture.gaps()):
        label = picture.minimum if place == 0 else None
        axes.axvspan(start, end, color=GREY, alpha=FAINT, linewidth=0, label=label)
    if picture.chart is not None and picture.chart.threshold is not None:
        score = picture.printing.number(picture.chart.threshold.score)
        axes.axhline(score, color=GREY, linestyle="--", label=f"{picture.caption.band} from here")
    marks = [
        (to_datetime(p.at), picture.number(p)) for p in picture.points if p.badge and not p.undated
    ]
    if marks:
        axes.plot(*zip(*marks, strict=True), "D", color=LINE, label="badge changed")
    axes.set_title(picture.caption.title)
    axes.set_ylabel(f"printed score, {picture.printing.unit}")
    axes.set_ylim(picture.least(), picture.printing.out_of)
    if axes.get_legend_handles_labels()[1]:
        axes.legend(loc="best", fontsize="small")
    return axes


def _altair(picture: Picture) -> Any:
    import altair

    rows = [{"at": at.isoformat(), "score": number} for at, number in picture.line()]
    gaps = [{"from": a.isoformat(), "to": b.isoformat()} for a, b in picture.gaps()]
    title = f"printed score, {picture.printing.unit}"
    scale = altair.Scale(domain=[picture.least(), picture.printing.out_of])
    line = (
        altair.Chart(altair.Data(values=rows))  # type: ignore[no-untyped-call]
        .mark_line(interpolate="step-after", color=LINE, invalid="break-paths-show-domains")
        .encode(
            x=altair.X("at:T", title=None),
            y=altair.Y("score:Q", title=title, scale=scale),
            tooltip=["at:T", "score:Q"],
        )
    )
    shade = (
        altair.Chart(altair.Data(values=gaps))  # type: ignore[no-untyped-call]
        .mark_rect(color=GREY, opacity=FAINT, description=picture.minimum)
        .encode(x="from:T", x2="to:T")
    )
    words = f"{picture.caption.title}. Grey: {picture.minimum}."
    return altair.layer(shade, line).properties(
        title=picture.caption.title, width=640, height=220, description=words
    )
