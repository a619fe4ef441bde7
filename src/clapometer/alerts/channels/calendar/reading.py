"""The calendar of a follower: of the works they follow, what they asked to be told of."""

from __future__ import annotations

from clapometer.alerts.kinds import KINDS
from clapometer.alerts.models import Follow
from clapometer.alerts.targets import read_key
from clapometer.calendars.feeds import feed_of
from clapometer.catalogue.models import Work


def calendar_followed(follower_id: int, name: str) -> str:
    """Return the iCalendar text of the works that a follower follows.

    Premieres of those where they asked for premieres, chart days where they asked for charts.
    """
    premieres: set[int] = set()
    charts: set[int] = set()
    for follow in Follow.objects.filter(follower_id=follower_id, key__startswith="work:"):
        key = read_key(follow.key)
        for kind, works in (("premiere", premieres), ("chart", charts)):
            if follow.kinds & KINDS[kind].bit:
                works.add(int(key.name))
    return feed_of(_works(premieres), name, charted=_works(charts))


def _works(numbers: set[int]) -> list[Work]:
    """Return the works; one that was merged into another is that other."""
    found = Work.objects.in_bulk(sorted(numbers))
    whole = {one.merged_into for one in found.values() if one.merged_into}
    found |= Work.objects.in_bulk(sorted(whole))
    return [found[one] for one in sorted(found) if not found[one].merged_into]
