"""From a review that was read off a page to a proposal: new, a correction of one, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from clapometer.catalogue.folding import fold
from clapometer.readers.text import clean_link
from clapometer.scoring.grades import GradeRefused, read_grade

from .corrections import CHANGED, HOW
from .knownreviews import Held, held_by
from .models import Proposal
from .naming import Named
from .proposing import Stand, propose
from .reviews import with_work
from .suggested import with_suggestion

_NO_YEAR = 0


class ReviewOutcome(NamedTuple):
    """What came of a review that was read: the proposal, or the review that the record holds just
    so already."""

    proposal: Proposal | None
    known: int | None
    new: bool


def propose_review(named: Named, typed: Mapping[str, str], stand: Stand) -> ReviewOutcome:
    """Propose a review of a work as a page names it; `typed`: its fields as by hand.

    Of a reviewer whose review of that work is known, with another grade, verdict or link, a
    correction is proposed.
    """
    said = with_work(typed, named)
    work = int(said["work"][1:]) if said["work"] else None
    held = held_by(work, typed.get("critic", ""), typed.get("outlet", "")) if work else None
    if held is None:
        said = with_suggestion(said, stand.reading.text)
        made = propose("review", _fold(said, named), _title(said, named), work, said, [stand])
        return ReviewOutcome(made.proposal, None, made.new)
    changes = changes_of(held, typed)
    if not changes:
        return ReviewOutcome(None, held.review, new=False)
    corrected = {**held.typed, **changes, "review": held.review, HOW: CHANGED, "before": held.typed}
    what = "|".join(f"{name}={value}" for name, value in sorted(changes.items()))
    title = _("Changed: %(title)s") % {"title": _title(said, named)}
    made = propose("correction", f"{held.review}|{what}", title, work, corrected, [stand])
    return ReviewOutcome(made.proposal, held.review, made.new)


def changes_of(held: Held, typed: Mapping[str, str]) -> dict[str, str]:
    """Return what a page says otherwise of a review: its grade, its verdict, or where it is.

    What the page does not say is no change.
    """
    found: dict[str, str] = {}
    grade = typed.get("grade", "")
    if grade and not _same_grade(grade, held.typed["grade"]):
        found |= {"grade": grade, "verdict": typed.get("verdict", "")}
    link = clean_link(typed.get("link", "")) or ""
    if link and not held.typed["link"]:
        found["link"] = link
    if found and typed.get("date"):
        found["date"] = typed["date"]
    return found


def _same_grade(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return read_grade(one).points == read_grade(other).points
    except GradeRefused:
        return False


def _fold(said: Mapping[str, Any], named: Named) -> str:
    """Return what a review is told by: who reviewed what; without a name, where it stands."""
    who = f"{fold(said.get('critic', ''))}|{fold(said.get('outlet', ''))}"
    what = said["work"] or f"{fold(named.title)}|{named.year or _NO_YEAR}|{named.season or ''}"
    return f"{who}|{what}" if who != "|" and named.title else str(said.get("link", ""))


def _title(said: Mapping[str, Any], named: Named) -> str:
    who = ", ".join(filter(None, (said.get("critic"), said.get("outlet"))))
    told = {"work": str(named) or _("an unknown work"), "who": who or _("an unknown reviewer")}
    grade = said.get("grade")
    title = _("%(work)s, reviewed by %(who)s") % told
    return f"{title}: {grade}" if grade else title
