"""Which work of the catalogue a claim speaks of, and the record of its season."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, find_works, resolve_work

from ..refusing import EntryRefused, Problem
from .appending import append_one

MOST_OFFERED = 5
ADDABLE = {"series": gettext_lazy("Add it as a series"), "film": gettext_lazy("Add it as a film")}
"""Kinds of works that can be added with a claim, in the words of the form."""
_NUMBERED = re.compile(r".* (w[0-9]{1,15})", re.DOTALL)


def work_called(title: str | None, *, season: bool = False) -> Work | None:
    """Return the one work that a story can mean by a title, None where none or several may be.

    Of several of one title, a story that speaks of a season means the only series.
    """
    if not title:
        return None
    try:
        return resolve_work(title)
    except WorkUnknown as unknown:
        series = [one for one in unknown.candidates if one.kind == "series"]
        return series[0] if season and unknown.ambiguous and len(series) == 1 else None


def work_meant(named: str) -> Work:
    """Return the work that an editor named, by number or title. Raises EntryRefused.

    Of a suggestion that was taken (“Salt Road (2023) w17”) the number decides.
    """
    numbered = _NUMBERED.fullmatch(named.strip())
    try:
        return resolve_work(numbered[1] if numbered else named)
    except WorkUnknown as unknown:
        near = [f"{one} {one.public_id}" for one in unknown.candidates[:MOST_OFFERED]]
        sentence = str(unknown)
        if near:
            sentence += _(" There are: %(works)s.") % {"works": ", ".join(near)}
        raise EntryRefused(Problem("work", sentence)) from None


def works_offered(title: str) -> list[Work]:
    """Return the works of the catalogue that a title may be of, the likeliest first."""
    return find_works(title, MOST_OFFERED) if title else []


def season_of(work: Work, number: int | None) -> Work | None:
    """Return the record of a season, None where the catalogue has none."""
    if number is None or work.kind != "series":
        return None
    parts = Work.objects.filter(parent_id=work.id, kind="season", number=number, merged_into=None)
    return parts.order_by("id").first()


def has_to_be_added(work: Work, number: int | None) -> bool:
    """Return whether the catalogue lacks the season of a series."""
    return number is not None and work.kind == "series" and season_of(work, number) is None


def season_record(actor: str, work: Work, number: int | None) -> Work:
    """Return the record of a season, which is added where it lacks; the work itself without one."""
    if number is None or work.kind != "series":
        return work
    found = season_of(work, number)
    if found is None:
        draft = work_added(
            kind="season", title=_("Season %(n)d") % {"n": number}, parent=work.id, number=number
        )
        found = Work.objects.get(id=append_one(actor, draft).seq)
    return found
