"""A proposed review in words: its fields, its rows beside the record, the verdicts to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.scoring.grades import GradeRefused, read_grade

from ..reviewtyping import FROM_GRADE, VERDICTS, converted
from .suggested import suggested_words
from .takers import Choice, Field, Row, Said, row

LABELS = {
    "work": gettext_lazy("Work"),
    "critic": gettext_lazy("Critic"),
    "outlet": gettext_lazy("Outlet"),
    "grade": gettext_lazy("Grade"),
    "verdict": gettext_lazy("Verdict"),
    "date": gettext_lazy("Published"),
    "quote": gettext_lazy("Quote"),
    "link": gettext_lazy("Link"),
    "top": gettext_lazy("by a top critic"),
    "first_episodes": gettext_lazy("judges the first episodes only"),
}
"""The fields of a proposed review, in the order in which they are shown."""
VERDICT_WORDS = {
    FROM_GRADE: gettext_lazy("from the grade"),
    "positive": gettext_lazy("positive, given by the critic"),
    "negative": gettext_lazy("negative, given by the critic"),
    "read-positive": gettext_lazy("positive, read out of the review"),
    "read-negative": gettext_lazy("negative, read out of the review"),
    "reported-positive": gettext_lazy("positive, nobody says who set it"),
    "reported-negative": gettext_lazy("negative, nobody says who set it"),
    "none": gettext_lazy("no verdict"),
}
_ALWAYS = ("work", "critic", "outlet", "grade", "verdict", "date")


def rows_of(said: Said, held: Mapping[str, str], work: str) -> tuple[Row, ...]:
    """Return the review field by field beside what is held of it; empty fields are left out."""
    known = {"work": work, **held} if held else {}
    told = {**said, "work": work}
    rows = []
    for name, label in LABELS.items():
        says, holds = _shown(name, told), _shown(name, known) if held else ""
        if says or holds or name in _ALWAYS:
            rows.append(row(str(label), holds, says))
    return tuple(rows)


def _shown(name: str, told: Mapping[str, object]) -> str:
    value = str(told.get(name, "") or "")
    if name == "verdict":
        verdict = _verdict(value, str(told.get("grade", "")))
        return f"{verdict} ({why})" if (why := suggested_words(told)) else verdict
    if name in ("top", "first_episodes"):
        return _("yes") if value else ""
    return f"{value} → {points}" if name == "grade" and (points := _points(value)) else value


def _points(grade: str) -> str:
    try:
        return f"{read_grade(grade).points / 1000:.1f}/10" if grade else ""
    except GradeRefused:
        return ""


def _verdict(chosen: str, grade: str) -> str:
    if chosen != FROM_GRADE:
        return str(VERDICT_WORDS.get(chosen, chosen))
    positive = converted(grade) if grade else None
    if positive is None:
        return ""
    return _("positive, from the grade") if positive else _("negative, from the grade")


def review_fields(said: Said, critics: Iterable[str], outlets: Iterable[str]) -> list[Field]:
    """Return the fields of a review as an editor changes them."""
    offered = {"critic": tuple(critics), "outlet": tuple(outlets)}
    kinds = {"verdict": "choice", "quote": "area", "top": "check", "first_episodes": "check"}
    hints = {"work": _("Its number (w17), or its title with the year; “new” adds it.")}
    words = tuple((name, str(VERDICT_WORDS[name])) for name in VERDICTS)
    return [
        Field(
            name,
            str(label),
            str(said.get(name, "") or ""),
            kinds.get(name, "text"),
            hints.get(name, ""),
            words if name == "verdict" else (),
            offered.get(name, ()),
        )
        for name, label in LABELS.items()
    ]


def verdict_choices(said: Said) -> tuple[Choice, ...]:
    """Return the verdicts that one key gives: as the critic's own where a grade is printed that
    nobody can read, else as read out of the review."""
    ways = ("positive", "negative") if said.get("grade") else ("read-positive", "read-negative")
    return tuple(Choice(str(VERDICT_WORDS[way]).capitalize(), {"verdict": way})
                 for way in (*ways, "none"))  # fmt: skip
