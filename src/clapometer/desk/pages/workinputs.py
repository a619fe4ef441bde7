"""The fields of a work, with what was typed into them and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from clapometer.catalogue.models import KINDS, RELEASES, Work
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.reviewtyping import zone_of_site
from clapometer.instants import to_datetime
from clapometer.readers.text import LIMITS
from clapometer.site import words

from .inputs import Input


def work_inputs(
    typed: Mapping[str, str], refusal: EntryRefused | None = None, *, first: str = "title"
) -> list[Input]:
    """Return the fields in the order in which they are typed.

    The cursor stands in the first that is wrong, else in `first`, else in none of them.
    """
    asked = _fields()
    wrong = {one.name: refusal.of(one.name) if refusal else "" for one in asked}
    start = next((name for name, sentence in wrong.items() if sentence), first)
    return [
        Input(
            name=one.name,
            label=one.label,
            value=typed.get(one.name, ""),
            kind=one.kind,
            hint=one.hint,
            wrong=wrong[one.name],
            first=one.name == start,
            longest=one.longest,
            choices=one.choices,
            mode=one.mode,
        )
        for one in asked
    ]


def _fields() -> tuple[Input, ...]:
    return (
        Input("kind", _("Kind"), kind="choice", choices=_kinds()),
        Input(
            "title",
            _("Title"),
            longest=LIMITS["title"] + 10,
            hint=_("Without the series. A year in brackets is read; a season needs a number only."),
        ),
        Input("year", _("Year"), mode="numeric"),
        Input(
            "parent",
            _("Part of"),
            hint=_("For a season or an episode: its series, as w12 or by its title."),
        ),
        Input("number", _("Number in it"), mode="numeric"),
        Input("released", _("Released"), hint=_("A day in any form; it may lie ahead.")),
        Input("release", _("Width of the release"), kind="choice", choices=_releases()),
        Input(
            "identifiers",
            _("Identifiers"),
            kind="area",
            hint=_("Codes or addresses, like imdb:tt0111161, Q42 or a page of TMDB, with blanks."),
        ),
    )


def _releases() -> list[tuple[str, object]]:
    told = {
        "wide": _("wide release"),
        "limited": _("limited release"),
        "": _("release not known"),
    }
    return [(name, told[name]) for name in RELEASES]


def _kinds() -> list[tuple[str, object]]:
    return [(name, words.WORK_KINDS[name]) for name in KINDS]


def typed_work(work: Work) -> dict[str, str]:
    """Return a work as it would be typed, so that it reads back."""
    released = work.released
    day = to_datetime(released).astimezone(zone_of_site()) if released is not None else None
    names = work.identifiers.order_by("value").values_list("value", flat=True)
    return {
        "kind": work.kind,
        "title": work.title,
        "year": "" if work.year is None else str(work.year),
        "parent": f"w{work.parent_id}" if work.parent_id else "",
        "number": "" if work.number is None else str(work.number),
        "release": work.release,
        "released": _day(day.isoformat()) if day else "",
        "identifiers": "\n".join(names),
    }


def _day(moment: str) -> str:
    """Return the day alone where the moment is its start."""
    return moment[:10] if moment[10:19] == "T00:00:00" and "." not in moment else moment
