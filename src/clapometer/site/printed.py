"""The section of scores as others print them: observations, in a table of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from clapometer.facts.reading import Fact
from clapometer.signals.outside import OUTSIDE_SCORE, OutsideScore, outside_scores_from
from clapometer.stories.recordsays import Record

from .about.marks import Mark, mark_of
from .factwords import spoken_when
from .press.besides import told_beside
from .workpage import WorkRecord

PANELS: dict[str, Promise] = {
    "critics": gettext_lazy("critics"),
    "top critics": gettext_lazy("top critics"),
    "audience": gettext_lazy("audience"),
    "verified audience": gettext_lazy("verified audience"),
    "staff": gettext_lazy("its own staff"),
}
SCALES: dict[str, Promise] = {
    "100": gettext_lazy("of 100"),
    "10": gettext_lazy("of 10"),
    "5": gettext_lazy("of 5"),
    "4": gettext_lazy("of 4"),
}
COUNTS: dict[str, Promise] = {
    "exactly": gettext_lazy("%(n)s"),
    "at least": gettext_lazy("at least %(n)s"),
    "about": gettext_lazy("about %(n)s"),
}


class Printed(NamedTuple):
    """What somebody printed: the value as printed, its scale, the count, the badge, when.

    `record`: what this site's own record says of that time, where it says otherwise.
    """

    value: str
    scale: str
    counted: str
    badge: str
    when: str
    mark: Mark
    record: str = ""


class PrintedScore(NamedTuple):
    """One measure of one publisher, with what it printed last and what before, latest first."""

    by: str
    measure: str
    panel: str
    last: Printed
    earlier: list[Printed]


def read_printed(record: WorkRecord) -> Mapping[str, object] | None:
    """Return what others print of the work; None where nothing is known of that."""
    asked = record.asked
    found = outside_scores_from(record.kin.own(OUTSIDE_SCORE.name))
    own = Record(record.work, asked.known)
    rows = [_words(one, own, asked.known) for one in found]
    return {"rows": rows} if rows else None


def _words(one: OutsideScore, own: Record, known: int | None) -> PrintedScore:
    said, beside = one.last.said, own.says(one.last)
    last = _printed(one.last, known)
    return PrintedScore(
        by=said["printed_by"],
        measure=said.get("measure", ""),
        panel=str(PANELS.get(said["panel"], said["panel"])),
        last=last._replace(record=told_beside(beside)) if beside else last,
        earlier=[_printed(fact, known) for fact in one.earlier],
    )


def _printed(fact: Fact, known: int | None) -> Printed:
    said = fact.said
    count = f"{said['count']:,}" if said.get("count") is not None else ""
    return Printed(
        value=said["value"],
        scale=str(SCALES.get(said["scale"], "")),
        counted=str(COUNTS[said.get("bound", "exactly")]) % {"n": count} if count else "",
        badge=said.get("badge", ""),
        when=spoken_when(fact) or gettext("date unknown"),
        mark=mark_of(fact, known),
    )
