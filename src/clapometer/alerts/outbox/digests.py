"""Digests: the notices that make them due; what stands in each is written when it is sent."""

from __future__ import annotations

from datetime import date, timedelta

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import DAY, HOUR, SECOND
from clapometer.alerts.models import Follow, Notice
from clapometer.instants import EPOCH, from_datetime, to_datetime

EARLIEST, LATEST = 14 * HOUR, 12 * HOUR
"""A day begins 14 hours before it does in UTC in the first zone, and ends 12 after in the last."""
BEFOREHAND = 2 * HOUR
SPANS = {"daily": 1, "weekly": 7}


def make_digests_due(now: int) -> list[Notice]:
    """Write the digest notices of the days that begin somewhere soon, and are not written yet.

    One notice serves everybody: its deliveries are made before the day begins in the first zone of
    the world, and each is due at its follower's own hour (see audiences.py).
    """
    drafts = [_draft(cadence, day, now) for cadence, day in _days_ahead(now)]
    made = write_notices([draft for draft in drafts if _has_readers(draft.said["cadence"])])
    for notice in made:
        # Nothing has to settle, and the last zone's evening is long after the first one's morning.
        cadence = "weekly" if notice.family == "digest weekly" else "daily"
        span = (SPANS[cadence] * DAY + EARLIEST + LATEST + BEFOREHAND) * SECOND
        Notice.objects.filter(id=notice.id).update(state="due", expires_at=notice.due_at + span)
    return made


def _has_readers(cadence: object) -> bool:
    return Follow.objects.filter(cadence=cadence).exists()


def _days_ahead(now: int) -> list[tuple[str, date]]:
    """Return the day, and on Mondays the week, that begins in the first zone of the world by now.

    The one before it too: a site that was off for a while makes up for it.
    """
    first = to_datetime(now + (EARLIEST + BEFOREHAND) * SECOND).date()
    monday = first - timedelta(days=first.weekday())
    return [
        ("daily", first - timedelta(days=1)),
        ("daily", first),
        ("weekly", monday),
    ]


def _draft(cadence: str, day: date, now: int) -> NoticeDraft:
    happened = from_datetime(EPOCH.replace(year=day.year, month=day.month, day=day.day))
    return NoticeDraft(
        name=f"digest-{cadence}-{day.isoformat()}",
        kind="digest",
        title="",
        text="",
        url="/follow/mine",
        happened_at=happened,
        recorded_at=now,
        due_at=now,
        family=f"digest {cadence}",
        audience="digest",
        said={"cadence": cadence, "day": day.isoformat()},
    )
