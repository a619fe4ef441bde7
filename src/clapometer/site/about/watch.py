"""Where the work can be watched, and when it came out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from clapometer.catalogue.models import Work
from clapometer.catalogue.releases import is_public
from clapometer.facts.reading import Fact
from clapometer.instants import to_datetime
from clapometer.site.factwords import spoken_day, spoken_when
from clapometer.site.workpage import WorkRecord

from . import places
from .marks import Mark, mark_of

PATTERNS: dict[str, Promise] = {
    "all at once": gettext_lazy("all episodes at once"),
    "weekly": gettext_lazy("weekly"),
    "split": gettext_lazy("in parts"),
    "wide": gettext_lazy("in cinemas, wide release"),
    "limited": gettext_lazy("in cinemas, limited release"),
    "festival": gettext_lazy("at a festival"),
    "preview": gettext_lazy("preview"),
    "digital": gettext_lazy("to buy or rent online"),
    "disc": gettext_lazy("on disc"),
    "broadcast": gettext_lazy("on air"),
}


class Carrier(NamedTuple):
    """Somewhere to watch it: the name in words, its page, since when and until when."""

    name: str
    exclusive: bool
    page: str
    since: str
    until: str
    mark: Mark


class Release(NamedTuple):
    """When it came out: where and how, and whether the score at release counts from it."""

    when: str
    where: str
    how: str
    counted: bool
    mark: Mark


def read_watch(record: WorkRecord) -> Mapping[str, object] | None:
    """Return where the work can be watched, by country, and its releases in order of time."""
    known = record.asked.known
    told, of = record.kin.nearest("carrier")
    there = [fact for fact in told if not _is_over(fact, record.until)]
    releases = record.kin.own("release")
    if not there and not releases:
        return None
    return {
        "places": _by_country(there, known),
        "whole": of if there and of.id != record.work.id else None,
        "releases": [_release(fact, record.work, known) for fact in releases],
        "structured": {},
    }


def _is_over(fact: Fact, at: int) -> bool:
    """Return whether it could be watched there before the instant only, by what is known of it."""
    until = str(fact.said.get("until") or "")
    if not until:
        return False
    today = to_datetime(at).astimezone(timezone.get_default_timezone()).date().isoformat()
    return until < today[: len(until)]


def _by_country(carriers: Iterable[Fact], known: int | None) -> list[tuple[str, list[Carrier]]]:
    """Return the carriers of each country, exclusive ones first; everywhere comes first."""
    found: dict[str, list[Carrier]] = {}
    for fact in carriers:
        found.setdefault(str(fact.said.get("territory") or ""), []).append(_carrier(fact, known))
    named = sorted((places.country(code) if code else "", code) for code in found)
    return [
        (name or gettext("Everywhere"), sorted(found[code], key=lambda one: not one.exclusive))
        for name, code in named
    ]


def _carrier(fact: Fact, known: int | None) -> Carrier:
    said = fact.said
    return Carrier(
        name=str(said["name"]),
        exclusive=bool(said.get("exclusive")),
        page=str(said.get("page") or ""),
        since=spoken_when(fact),
        until=spoken_day(str(said["until"])) if said.get("until") else "",
        mark=mark_of(fact, known),
    )


def _release(fact: Fact, work: Work, known: int | None) -> Release:
    said = fact.said
    territory = said.get("territory")
    return Release(
        when=spoken_when(fact) or gettext("date not known"),
        where=places.country(territory) if territory else gettext("everywhere"),
        how=" · ".join(filter(None, _how(said))),
        counted=is_public(fact) and work.released is not None and fact.happened_at == work.released,
        mark=mark_of(fact, known),
    )


def _how(said: Mapping[str, object]) -> list[str]:
    episodes, part = said.get("episodes"), said.get("part")
    return [
        str(PATTERNS.get(str(said.get("pattern")), "")),
        gettext("part %(number)s") % {"number": part} if part else "",
        ngettext("%(n)s episode", "%(n)s episodes", int(str(episodes))) % {"n": episodes}
        if episodes
        else "",
        gettext("on %(carrier)s") % {"carrier": said["carrier"]} if said.get("carrier") else "",
    ]
