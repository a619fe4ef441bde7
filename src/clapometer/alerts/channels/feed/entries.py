"""What stands in a feed: notices that were told, each with what has corrected it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from clapometer.alerts.kinds import CHOSEN
from clapometer.alerts.messages import absolute
from clapometer.alerts.models import Follow, Notice, NoticeKey

MOST = 50
"""Entries of a feed: the newest."""
TOLD = ("due", "sending", "done", "expired")
"""States in which a notice has settled and nobody holds it: from then on it stands in feeds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` never changes; `updated` is later than `published` once it is corrected.

    `text` holds no markup. `url` is a full address.
    """

    id: str
    kind: str
    title: str
    text: str
    url: str
    published: int
    updated: int


def entries_followed(follower_id: int) -> list[Entry]:
    """Return what the follower was told, or would have been, by any channel, the newest first."""
    follows = list(Follow.objects.filter(follower_id=follower_id))
    return _entries(_newest(_asked_for(follows))) if follows else []


def _asked_for(follows: Sequence[Follow]) -> Q:
    """Return the condition for notices that one of the follows asks for."""
    return reduce(or_, (_asked_by(one) for one in follows))


def _asked_by(follow: Follow) -> Q:
    kinds = [kind.name for kind in CHOSEN if follow.kinds & kind.bit]
    bearing = NoticeKey.objects.filter(key=follow.key).values("notice_id")
    return Q(id__in=bearing, kind__in=kinds, recorded_at__gt=follow.since)


def _newest(asked: Q) -> list[Notice]:
    told = Notice.objects.filter(asked, state__in=TOLD, audience="keys")
    found = list(told.order_by("-due_at", "-id")[:MOST])
    # A correction is told by the entry that it corrects, where that stands in the feed too.
    shown = {one.id for one in found}
    return [one for one in found if one.corrects_id not in shown]


def _entries(notices: Sequence[Notice]) -> list[Entry]:
    corrections = _corrections(notices)
    return [_entry(one, corrections.get(one.id, [])) for one in notices]


def _corrections(notices: Sequence[Notice]) -> Mapping[int, list[Notice]]:
    found: dict[int, list[Notice]] = defaultdict(list)
    ids = [one.id for one in notices]
    told = Notice.objects.filter(corrects_id__in=ids, state__in=TOLD, audience="corrects")
    for one in told.order_by("due_at", "id"):
        found[one.corrects_id or 0].append(one)
    return found


def _entry(notice: Notice, corrections: Sequence[Notice]) -> Entry:
    last, title = notice, notice.title
    texts = [notice.text]
    for last in corrections:
        title = _("Corrected: %(title)s") % {"title": last.title}
        texts.append(f"{title}\n{last.text}".strip())
    return Entry(
        id=tag_of_host(f"notice:{notice.name}"),
        kind=notice.kind,
        title=title,
        text="\n\n".join(filter(None, texts)),
        url=absolute(last.url),
        # Not when it was recorded: what an editor held and released later is news only then.
        published=notice.due_at,
        updated=last.due_at,
    )


def tag_of_host(name: str) -> str:
    """Return an id that is the site's own and leads nowhere (RFC 4151)."""
    host = urlsplit(settings.SITE["address"]).hostname or "localhost"
    return f"tag:{host},2026:{name}"
