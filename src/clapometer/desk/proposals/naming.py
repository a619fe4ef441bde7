"""Which work of the catalogue a text speaks of: found, to be chosen, or to be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from clapometer.catalogue.matching.shelf import Incoming
from clapometer.catalogue.matching.stock import shelf_for
from clapometer.catalogue.matching.verdicts import judge
from clapometer.catalogue.models import Work
from clapometer.catalogue.search import WorkUnknown, resolve_work

from ..refusing import EntryRefused, Problem
from ..workentry import add_work
from .takers import Choice

ADD = "new"
ADDS = {ADD: "", "new film": "film", "new series": "series"}
"""What stands for a work that is to be added as the text names it -> as what, "" as the text says.
"""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A work as a text names it. `kind`: film or series, "" where the text does not say."""

    title: str
    year: int | None = None
    kind: str = ""
    season: int | None = None
    identifiers: tuple[str, ...] = ()

    @classmethod
    def kept(cls, told: Mapping[str, Any]) -> Named:
        """Return it as a proposal keeps it."""
        return cls(
            str(told.get("title", "")), told.get("year"), str(told.get("kind", "")),
            told.get("season"), tuple(told.get("identifiers", ())),
        )  # fmt: skip

    def as_json(self) -> dict[str, Any]:
        """Return it as a proposal keeps it."""
        return asdict(self) | {"identifiers": list(self.identifiers)}

    def __str__(self) -> str:
        title = f"{self.title} ({self.year})" if self.year else self.title
        return f"{title}: Season {self.season}" if self.season else title


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that may be meant, with the score of the matching and its reasons."""

    work: int
    score: int
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """The work that is meant, None where a person has to say, with those that may be."""

    work: int | None
    candidates: tuple[Candidate, ...]
    why: str


def find_work(named: Named) -> Found:
    """Return which work is meant, by its identifiers, its title, year and kind."""
    incoming = Incoming((named.title,), named.year, named.kind, frozenset(named.identifiers))
    verdict = judge(incoming, shelf_for([incoming]))
    candidates = tuple(
        Candidate(one.work, one.score, "; ".join(one.reasons)) for one in verdict.likely[:_MOST]
    )
    if verdict.work is None or named.season is None:
        return Found(verdict.work, candidates, verdict.why)
    part = part_of(verdict.work, named.season)
    why = verdict.why if part else _("season %(n)d of it is not there") % {"n": named.season}
    return Found(part, candidates, why)


def part_of(series: int, number: int) -> int | None:
    """Return a season of a series by its number; None where there is none."""
    seasons = Work.objects.filter(parent_id=series, kind="season", number=number)
    return seasons.order_by("id").values_list("id", flat=True).first()


def work_named(text: str) -> Work | None:
    """Return the work that stands in a proposal or was typed; None for an empty text, and for
    ADD. Raises EntryRefused."""
    if not text.strip() or text.strip() in ADDS:
        return None
    try:
        return resolve_work(text)
    except WorkUnknown as unknown:
        raise EntryRefused(Problem("work", str(unknown))) from None


def added_work(named: Named, actor: str, add: str = ADD) -> int:
    """Add the work that a text names, a season together with its series; return its number.

    `add`: one of ADDS. Raises EntryRefused.
    """
    kind = ADDS[add] or named.kind or ("series" if named.season else "film")
    told = {"title": named.title, "year": str(named.year or ""), "kind": kind,
            "identifiers": " ".join(named.identifiers)}  # fmt: skip
    whole = None if named.season is None else find_work(_whole(named)).work
    work = whole or add_work(told, actor, sure=True).work
    if named.season is None:
        return work or 0
    part = {"kind": "season", "number": str(named.season), "title": "", "parent": f"w{work}"}
    return add_work(part, actor, sure=True).work or 0


def _whole(named: Named) -> Named:
    return Named(named.title, named.year, "series", None, named.identifiers)


def work_choices(named: Named, candidates: list[dict[str, Any]]) -> tuple[Choice, ...]:
    """Return the works that may be meant, and adding it, to choose from by a key."""
    works = Work.objects.in_bulk([one["work"] for one in candidates])
    there = [
        Choice(f"{works[one['work']]} · {one['why']}", {"work": f"w{one['work']}"})
        for one in candidates
        if one["work"] in works
    ]
    if not named.title:
        return tuple(there)
    return (*there, *_adding(named))


def _adding(named: Named) -> tuple[Choice, ...]:
    told = {"title": str(named)}
    if named.kind or named.season:
        return (Choice(_("Add %(title)s to the catalogue") % told, {"work": ADD}),)
    return (
        Choice(_("Add %(title)s as a film") % told, {"work": "new film"}),
        Choice(_("Add %(title)s as a series") % told, {"work": "new series"}),
    )
