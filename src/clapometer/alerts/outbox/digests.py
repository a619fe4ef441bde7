"""Digests: the notices that make them due, and who writes what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from clapometer.alerts.channels.contract import Address
from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import DAY, HOUR, SECOND
from clapometer.alerts.messages import Message
from clapometer.alerts.models import Follow, Notice
from clapometer.instants import EPOCH, from_datetime, to_datetime

Composer = Callable[[Notice, Sequence[Address]], Mapping[int, Message | None]]
"""Returns the digest of each endpoint by its number, None where there is nothing to tell."""
EARLIEST, LATEST = 14 * HOUR, 12 * HOUR
"""A day begins 14 hours before it does in UTC in the first zone, and ends 12 after in the last."""
BEFOREHAND = 2 * HOUR
SPANS = {"daily": 1, "weekly": 7}

_composers: list[Composer] = []


def register_composer(composer: Composer) -> None:
    """Say who writes digests; called when Django loads the room."""
    _composers[:] = [composer]


def digests_of(notice: Notice, addresses: Sequence[Address]) -> Mapping[int, Message | None]:
    """Return the digest of each endpoint, None where there is nothing to tell."""
    return _composers[0](notice, addresses) if _composers else {}


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
