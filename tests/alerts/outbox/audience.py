"""Followers, endpoints and notices for the tests of the outbox. Everybody in them is made up."""

from __future__ import annotations

from collections.abc import Sequence

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import EVERY, HOUR, SECOND
from clapometer.alerts.models import Endpoint, Follow, Follower, Notice

NOON = 1_798_977_600 * SECOND
"""2027-01-03T12:00:00Z, a Sunday."""


def add_followers(
    count: int,
    *keys: str,
    kinds: int = EVERY,
    cadence: str = "now",
    since: int = 0,
    channel: str = "paper",
    endpoints: int = 1,
    origin: str = "https://push.example",
    **fields,
) -> list[int]:
    """Make followers of the keys, each with endpoints; return the endpoints' numbers in order."""
    followers = Follower.objects.bulk_create(
        [Follower(created_at=0, **fields) for _ in range(count)]
    )
    Follow.objects.bulk_create(
        Follow(follower_id=one.id, key=key, kinds=kinds, cadence=cadence, since=since)
        for one in followers
        for key in keys
    )
    made = Endpoint.objects.bulk_create(
        Endpoint(
            follower_id=one.id, channel=channel, address=f"{origin}/{one.id}/{number}",
            mark=f"{number:064d}", origin=origin, state="on", created_at=0,
        )
        for one in followers
        for number in range(endpoints)
    )  # fmt: skip
    return [one.id for one in made]


def add_notice(
    name: str = "fell",
    *,
    keys: Sequence[str] = ("work:1",),
    kind: str = "score",
    state: str = "due",
    at: int = NOON,
    **fields,
) -> Notice:
    """Make a notice that is due; `fields` are those of its row or of its draft."""
    audience = fields.pop("audience", "keys")
    said = fields.pop("said", {})
    corrects = fields.pop("corrects_id", None)
    draft = NoticeDraft(
        name=name, kind=kind, title="Heart on Trial (made up)", text="100, then 98.",
        url="/work/w1/heart-on-trial", happened_at=at, recorded_at=at, keys=keys,
        audience=audience, said=said, due_at=at, corrects_id=corrects, family=name,
    )  # fmt: skip
    (notice,) = write_notices([draft])
    fields.setdefault("expires_at", at + 48 * HOUR * SECOND)
    Notice.objects.filter(id=notice.id).update(state=state, **fields)
    notice.refresh_from_db()
    return notice
