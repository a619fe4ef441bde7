"""Notices and followers as the tests of channels and pages need them. All of it is made up."""

from __future__ import annotations

import itertools

from clapometer.alerts.drafts import NoticeDraft, write_notices
from clapometer.alerts.kinds import EVERY, SECOND
from clapometer.alerts.models import Follow, Follower, Notice
from clapometer.instants import now

_numbers = itertools.count(1)


def new_follower(*keys: str, kinds: int = EVERY, since: int = 0) -> Follower:
    """A follower who follows the keys."""
    follower = Follower.objects.create(created_at=1 * SECOND)
    for key in keys:
        follows(follower, key, kinds, since)
    return follower


def follows(follower: Follower, key: str, kinds: int = EVERY, since: int = 0) -> Follow:
    """Let somebody follow a key."""
    return Follow.objects.create(
        follower_id=follower.id, key=key, kinds=kinds, cadence="now", since=since
    )


def told(
    text: str,
    *keys: str,
    state: str = "done",
    at: int | None = None,
    due: int | None = None,
    **more,
) -> Notice:
    """A notice that bears the keys, recorded `at` an instant and `due` at a second."""
    at = now() if at is None else at
    if due is not None:
        more["due_at"] = due * SECOND
    draft = NoticeDraft(
        name=f"made-up-{next(_numbers)}", kind=more.pop("kind", "score"),
        title=more.pop("title", "Heart on Trial"), text=text,
        url=more.pop("url", "/work/w1/heart-on-trial"), happened_at=at, recorded_at=at, keys=keys,
        **more,
    )  # fmt: skip
    (notice,) = write_notices([draft])
    Notice.objects.filter(id=notice.id).update(state=state)
    notice.refresh_from_db()
    return notice
