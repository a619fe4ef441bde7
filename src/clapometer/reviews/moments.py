"""The moments of a work: what its history says, with the seasons before it to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.history import Step
from clapometer.scoring.moments import BY_RULE, KINDS, Asked, Moment, Sibling, moments
from clapometer.scoring.rules import Rule
from clapometer.scoring.timetable import Rules, steps_under

from .events import events_of_works
from .scoreboard import in_force, size_of
from .scores import steps_of


def moments_of(
    work: Work, rule: Rule | None = None, at: int | None = None, known: int | None = None
) -> list[Moment]:
    """Return every moment of the work up to `at`, as known at `known`, in order of time.

    None for an instant means: up to now, and all that is recorded; without a rule, each is told
    under the rule in force then. A season is compared with the seasons before it.
    """
    rules = rule or in_force(known)
    until = now() if at is None else at
    return moments_from(work, rules, steps_of(work, rules, known), until, known)


def moments_from(
    work: Work, rules: Rules, steps: Sequence[Step], until: int, known: int | None
) -> list[Moment]:
    """Return the moments of a history that was read before (see scores.steps_of)."""
    asked = Asked(
        work=work.public_id,
        size=size_of(work),
        release=work.released,
        until=until,
        siblings=tuple(_siblings(work, rules, known)),
    )
    return moments(steps, rules, asked)


def with_seasons(work: Work) -> list[Work]:
    """Return the work and, of a series, its seasons: what happens to it happens there."""
    if work.kind != "series":
        return [work]
    seasons = Work.objects.filter(parent_id=work.id, kind="season")
    return [work, *seasons.order_by("number", "id")]


def moment_words(moment: Moment) -> str:
    """Return a moment in the reader's language."""
    said = gettext(KINDS[moment.kind].says).format_map(moment.places())
    if not moment.says_rules:
        return said
    return f"{said} {gettext(BY_RULE).format(*moment.rules)}"


def _siblings(work: Work, rules: Rules, known: int | None) -> list[Sibling]:
    if work.kind != "season" or work.parent_id is None or work.number is None:
        return []
    found = Work.objects.filter(parent_id=work.parent_id, kind="season", number__lt=work.number)
    earlier = list(found.order_by("number", "id"))
    events = events_of_works((one.id for one in earlier), known)
    return [
        Sibling(one.public_id, one.title, steps_under(rules, events[one.id], known), one.released)
        for one in earlier
    ]
