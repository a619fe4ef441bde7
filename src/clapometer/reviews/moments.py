"""The moments of a work: what its history says, with the seasons before it to compare with."""

from __future__ import annotations

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.moments import Asked, Moment, Sibling, moments
from clapometer.scoring.rules import Rule

from .scoreboard import site_rule, size_of
from .scores import steps_of


def moments_of(
    work: Work, rule: Rule | None = None, at: int | None = None, known: int | None = None
) -> list[Moment]:
    """Return every moment of the work up to `at`, as known at `known`, in order of time.

    None for an instant means: up to now, and all that is recorded. A season is compared with the
    seasons before it.
    """
    rule = rule or site_rule()
    asked = Asked(
        work=work.public_id,
        size=size_of(work),
        until=now() if at is None else at,
        siblings=tuple(_siblings(work, rule, known)),
    )
    return moments(steps_of(work, rule, known), rule, asked)


def _siblings(work: Work, rule: Rule, known: int | None) -> list[Sibling]:
    if work.kind != "season" or work.parent_id is None or work.number is None:
        return []
    earlier = Work.objects.filter(
        parent_id=work.parent_id, kind="season", number__lt=work.number
    ).order_by("number")
    return [Sibling(one.public_id, one.title, steps_of(one, rule, known)) for one in earlier]
