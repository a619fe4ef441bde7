"""How often something was told of a thing of late: what a reader may expect who follows it."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import Notice, NoticeKey
from clapometer.alerts.targets import Key
from clapometer.instants import now

LATELY = 90 * DAY
"""How far back is counted, in seconds."""
# What was never sent to anybody was not told.
_UNTOLD = ("withdrawn", "folded", "dropped")


def told_lately(key: Key, at: int | None = None) -> Counter[str]:
    """Return how many notices there were of a key in the last 90 days, by kind."""
    since = (now() if at is None else at) - LATELY * SECOND
    of_key = NoticeKey.objects.filter(key=str(key)).values("notice_id")
    found = (
        Notice.objects.filter(id__in=of_key, recorded_at__gte=since)
        .exclude(state__in=_UNTOLD)
        .values_list("kind")
        .annotate(n=Count("id"))
    )
    return Counter(dict(found))
