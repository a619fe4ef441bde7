"""What an entry does to a score, in words: before, after, the badge and how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from clapometer.desk.rehearsing import Effect
from clapometer.reviews.scoreboard import size_of
from clapometer.reviews.scores import WorkScoreAt
from clapometer.site import words


@dataclass(frozen=True, slots=True)
class EffectWords:
    """The printed score and the count before and after; the badge where one of them has it."""

    before: str
    after: str
    moved: bool
    count_before: str
    count_after: str
    badge: str
    distance: str


def told_effect(effect: Effect) -> EffectWords:
    """Return an effect in words."""
    before, after = effect.before, effect.after
    return EffectWords(
        before=words.printed(before.score.printed, before.rule),
        after=words.printed(after.score.printed, after.rule),
        moved=before.score.printed != after.score.printed,
        count_before=_count(before),
        count_after=_count(after),
        badge=_badge(before, after),
        distance=_distance(after),
    )


def _count(one: WorkScoreAt) -> str:
    tally = one.score.tally
    return _("%(p)d of %(n)d") % {"p": tally.positive, "n": tally.count}


def _badge(before: WorkScoreAt, after: WorkScoreAt) -> str:
    if after.badge is None:
        return ""
    now = str(words.BADGE_STATES[after.badge.state])
    was = str(words.BADGE_STATES[before.badge.state]) if before.badge else now
    if was == now:
        return _("%(badge)s: %(state)s") % {"badge": after.badge.label, "state": now}
    told = {"badge": after.badge.label, "was": was, "state": now}
    return _("%(badge)s: %(was)s → %(state)s") % told


def _distance(one: WorkScoreAt) -> str:
    size = size_of(one.work)
    if one.badge is None or one.rule.badge is None or size is None:
        return ""
    return words.distance_words(one.badge, one.rule.badge, size, one.score.tally.count)
