"""The moments of a work: what its history says, with the seasons before it to compare with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.scoring.history import Step
from clapometer.scoring.moments import BY_RULE, KINDS, Asked, Moment, Sibling, told
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import Instant, instants
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
    return moments_from(work, rules, instants(steps_of(work, rules, known)), until, known)


def moments_from(
    work: Work, rules: Rules, story: Sequence[Instant], until: int, known: int | None
) -> list[Moment]:
    """Return the moments of a history that was read before (see scores.steps_of), by instant."""
    return _told(work, rules, story, until, _siblings(work, rules, known))


def _told(
    work: Work, rules: Rules, story: Sequence[Instant], until: int, siblings: Iterable[Sibling]
) -> list[Moment]:
    asked = Asked(
        work=work.public_id,
        size=size_of(work),
        release=work.released,
        until=until,
        siblings=tuple(siblings),
    )
    return told([one for one in story if one.at <= until], rules, asked)


def moments_of_parts(
    works: Iterable[Work],
    among: Iterable[Work],
    steps: Mapping[int, Sequence[Step]],
    rules: Rules,
    until: int,
) -> dict[int, list[Moment]]:
    """Return the moments of works whose histories were read before, by work; it asks no table.

    `among` holds the works and the seasons that they are compared with, `steps` all histories.
    """
    every = sorted(among, key=lambda one: (one.number or 0, one.id))
    return {
        work.id: _told(
            work, rules, instants(steps[work.id]), until,
            [
                Sibling(one.public_id, one.title, steps[one.id], one.released)
                for one in every
                if _comes_before(one, work)
            ],
        )
        for work in works
    }  # fmt: skip


def _comes_before(one: Work, season: Work) -> bool:
    """Return whether it is an earlier season of the same series."""
    if one.kind != "season" or season.kind != "season" or one.parent_id != season.parent_id:
        return False
    return one.number is not None and season.number is not None and one.number < season.number


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
