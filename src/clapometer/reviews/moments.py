"""The moments of a work: what its history says, with the seasons before it to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.history import Step
from clapometer.scoring.moments import KINDS, Asked, Moment, Sibling, moments
from clapometer.scoring.rules import Rule

from .events import events_of_works
from .scoreboard import badge_size, site_rule
from .scores import steps_from, steps_of


def moments_of(
    work: Work, rule: Rule | None = None, at: int | None = None, known: int | None = None
) -> list[Moment]:
    """Return every moment of the work up to `at`, as known at `known`, in order of time.

    None for an instant means: up to now, and all that is recorded. A season is compared with the
    seasons before it.
    """
    rule = rule or site_rule()
    until = now() if at is None else at
    return moments_from(work, rule, steps_of(work, rule, known), until, known)


def moments_from(
    work: Work, rule: Rule, steps: Sequence[Step], until: int, known: int | None
) -> list[Moment]:
    """Return the moments of a history that was read before (see scores.steps_of)."""
    asked = Asked(
        work=work.public_id,
        size=badge_size(work, rule),
        release=work.released,
        until=until,
        siblings=tuple(_siblings(work, rule, known)),
    )
    return moments(steps, rule, asked)


def moment_words(moment: Moment) -> str:
    """Return a moment in the reader's language."""
    return gettext(KINDS[moment.kind].says).format_map(moment.places())


def _siblings(work: Work, rule: Rule, known: int | None) -> list[Sibling]:
    if work.kind != "season" or work.parent_id is None or work.number is None:
        return []
    found = Work.objects.filter(parent_id=work.parent_id, kind="season", number__lt=work.number)
    earlier = list(found.order_by("number", "id"))
    events = events_of_works((one.id for one in earlier), known)
    return [
        Sibling(one.public_id, one.title, steps_from(events[one.id], rule, known), one.released)
        for one in earlier
    ]
