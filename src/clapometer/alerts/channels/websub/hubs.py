"""The hubs of a site: named by its setting, kept as endpoints, told what has changed.

The site itself stands among the followers for them: one who follows nothing and is told by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.following.endpoints import mark_of
from clapometer.alerts.messages import absolute
from clapometer.alerts.models import Endpoint, Follower, Notice
from clapometer.catalogue.models import Work
from clapometer.fetching.links import read_link
from clapometer.ledger.models import LedgerCursor
from clapometer.ledger.reading import read_entries

from .channel import NAME
from .touched import works_touched

STEP = 2_000
"""Entries that are looked at in one go."""
FEEDS_A_PING = 100
# What feeds are read from: a hub asks at once, and must not be told before it is there.
_READ_FROM = ("catalogue", "record", "reviews", "facts", "charts")

_T = TypeVar("_T")


def hubs_named(text: str) -> list[str]:
    """Return the addresses of hubs in a setting, each once, in its order."""
    return list(dict.fromkeys(text.split()))


def ping_hubs(now: int) -> int:
    """Tell each hub which feeds the new entries have changed; return how many pings are new.

    It may be called by several workers at once: of each step one writes the pings. What was
    recorded before the first hub was named is told to none.
    """
    named = hubs_named(settings.SITE["hub"])
    found = {one.name: one.seq for one in LedgerCursor.objects.filter(name__in=[NAME, *_READ_FROM])}
    before, head = found.pop(NAME, None), min(found.values(), default=0)
    if not named:
        if before is not None:
            LedgerCursor.objects.filter(name=NAME).delete()
        return 0
    if before is None:
        LedgerCursor.objects.get_or_create(name=NAME, defaults={"seq": head})
        return 0
    pings = 0
    while before < head:
        until = min(before + STEP, head)
        pings += _step(named, before, until, now)
        before = until
    return pings


def _step(named: Iterable[str], before: int, until: int, now: int) -> int:
    touched = works_touched(list(read_entries(before, until)))
    works = list(Work.objects.filter(id__in=touched, merged_into=None).order_by("id"))
    with transaction.atomic():
        if not LedgerCursor.objects.filter(name=NAME, seq=before).update(seq=until):
            return 0
        drafts = [
            _draft(hub, part, f"{until}-{place}", now)
            for hub in _endpoints(named, now)
            for place, part in enumerate(_parts(works, FEEDS_A_PING))
        ]
        written = write_notices(drafts)
        # What is recorded is recorded: there is nothing to be judged again.
        Notice.objects.filter(id__in=[one.id for one in written]).update(state="due")
        return len(written)


def _endpoints(named: Iterable[str], now: int) -> list[Endpoint]:
    """Return the endpoints of the hubs, made where they are new."""
    marks = {mark_of(NAME, one): one for one in named}
    known = {one.mark: one for one in Endpoint.objects.filter(channel=NAME, mark__in=marks)}
    return [known.get(mark) or _endpoint(one, mark, now) for mark, one in marks.items()]


def _endpoint(address: str, mark: str, now: int) -> Endpoint:
    link = read_link(address)
    site = Follower.objects.create(created_at=now)
    return Endpoint.objects.create(
        follower_id=site.id, channel=NAME, address=address, mark=mark,
        origin=f"{link.scheme}://{link.authority}", state="on", created_at=now, confirmed_at=now,
    )  # fmt: skip


def _draft(hub: Endpoint, works: Sequence[Work], mark: str, now: int) -> NoticeDraft:
    paths = [reverse("work_feed_xml", args=[one.id, one.slug]) for one in works]
    return NoticeDraft(
        name=f"hub-{hub.id}-{mark}",
        kind="feed",
        title=", ".join(one.label for one in works),
        text="\n".join(map(absolute, paths)),
        url=paths[0],
        happened_at=now,
        recorded_at=now,
        audience="endpoint",
        said={"endpoint": hub.id},
    )


def _parts(every: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    for start in range(0, len(every), size):
        yield every[start : start + size]
