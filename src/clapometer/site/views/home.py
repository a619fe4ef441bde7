"""The front page: what moved lately, what is new."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.reviews.models import WorkScore
from clapometer.reviews.record import Said, said_by
from clapometer.reviews.scoreboard import badges_held, site_rule
from clapometer.site import words
from clapometer.site.addresses import entry_address, work_address
from clapometer.site.freshness import fresh
from clapometer.site.rows import names_of

MOVED = 10
NEWEST = 12


@dataclass(frozen=True, slots=True)
class Card:
    """A work in a list: its score, and what it was before it last moved."""

    label: str
    url: str
    kind: str
    printed: int | None
    before: int | None
    positive: int
    count: int
    band: str
    badge: bool
    moved_at: int | None = None
    cause: str = ""
    cause_url: str = ""

    @property
    def went(self) -> str:
        """Return which way the score went: up, down, or new."""
        if self.before is None or self.printed is None:
            return "new"
        return "up" if self.printed > self.before else "down"


def card_of(work: Work, said: dict[int, Said] | None = None) -> Card:
    """Return a work with its score as a card; `said` names the entries that moved scores."""
    score: WorkScore | None = getattr(work, "score", None)
    if score is None:
        return Card(
            work.label, work_address(work), words.kind_line(work), None, None, 0, 0, "", False
        )
    cause = (said or {}).get(score.moved_by or 0)
    return Card(
        label=work.label,
        url=work_address(work),
        kind=words.kind_line(work),
        printed=score.printed,
        before=score.before,
        positive=score.positive,
        count=score.count,
        band=words.band_label(site_rule(), score.band),
        badge=_holds(work, score),
        moved_at=score.moved_at,
        cause=names_of(cause) if cause else "",
        cause_url=entry_address(cause.seq) if cause else "",
    )


def _holds(work: Work, score: WorkScore) -> bool:
    badge = site_rule().badge
    if badge is None or badge.settled is None:
        return score.badge == "held"
    return bool(badges_held([work.id]))


def moved_lately(limit: int = MOVED) -> list[Card]:
    """Return the works whose printed score changed last."""
    found = WorkScore.objects.filter(moved_at__isnull=False, before__isnull=False)
    scores = list(found.select_related("work__parent").order_by("-moved_at", "-work_id")[:limit])
    said = said_by(score.moved_by for score in scores if score.moved_by)
    return [card_of(score.work, said) for score in scores]


def newest(limit: int = NEWEST) -> list[Card]:
    """Return the works that came into the catalogue last, episodes left out."""
    works = Work.objects.exclude(kind="episode").filter(merged_into=None)
    works = works.select_related("score", "parent")
    return [card_of(work) for work in works.order_by("-id")[:limit]]


@require_safe
@fresh
def home(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the front page."""
    context = {"moved": moved_lately(), "newest": newest(), "position": position}
    return render(request, "site/home.html", context | {"rule": site_rule()})
