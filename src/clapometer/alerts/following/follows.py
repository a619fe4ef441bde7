"""What a follower follows: begin, change, end, list."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from clapometer.alerts.kinds import NoticeKind, kinds_in
from clapometer.alerts.models import (
    DROPPED,
    WAITING,
    Delivery,
    Endpoint,
    Follow,
    Follower,
    Notice,
    NoticeKey,
)
from clapometer.alerts.targets import Key, read_key
from clapometer.instants import now

from .followers import known_cadence
from .naming import Named, named, names_of
from .refused import FollowRefused

MOST_FOLLOWS = 500
"""How many things one follower can follow."""
UNASKED = "not followed any more"


class Followed(NamedTuple):
    """One thing that is followed: its key taken apart, what that is about, and what is told."""

    id: int
    key: Key
    about: Named
    kinds: list[NoticeKind]
    cadence: str
    since: int


def follow(follower: Follower, text: str, kinds: int, cadence: str = "") -> Follow:
    """Follow what a key names, from now on; what is followed already is changed.

    `kinds`: the mask of what is told; of a key with a condition it is the condition's own.
    `cadence`: by default the follower's. Raises FollowRefused.
    """
    key, _about = named(text)
    mask = _mask(key, kinds)
    chosen = known_cadence(cadence or follower.cadence)
    with transaction.atomic():
        # Of two that come at once, the second finds what the first wrote.
        Follower.objects.select_for_update().get(id=follower.id)
        mine = Follow.objects.filter(follower_id=follower.id)
        _check_room(mine.exclude(key=str(key)).count())
        return Follow.objects.update_or_create(
            follower_id=follower.id,
            key=str(key),
            defaults={"kinds": mask, "cadence": chosen},
            create_defaults={"kinds": mask, "cadence": chosen, "since": now()},
        )[0]


def change(follower: Follower, text: str, kinds: int, cadence: str) -> None:
    """Change which kinds of a followed key are told, and how often. Raises FollowRefused."""
    key = _key(text)
    values = {"kinds": _mask(key, kinds), "cadence": known_cadence(cadence)}
    if not Follow.objects.filter(follower_id=follower.id, key=text).update(**values):
        raise FollowRefused(_("You do not follow that any more."))


def change_every_cadence(follower: Follower, cadence: str) -> None:
    """Tell everything that is followed as often as that. Raises FollowRefused."""
    Follow.objects.filter(follower_id=follower.id).update(cadence=known_cadence(cadence))


def unfollow(follower: Follower, text: str) -> None:
    """Follow a key no longer; one that is not followed is left so.

    What waits for the end of quiet hours is dropped too, unless something else asks for it.
    """
    with transaction.atomic():
        Follow.objects.filter(follower_id=follower.id, key=text).delete()
        _drop_unasked(follower)


def _drop_unasked(follower: Follower) -> None:
    places = Endpoint.objects.filter(follower_id=follower.id).values("id")
    waiting = Delivery.objects.filter(endpoint_id__in=places, state=WAITING)
    of_keys = Notice.objects.filter(audience="keys", id__in=waiting.values("notice_id"))
    followed = Follow.objects.filter(follower_id=follower.id).values("key")
    asked = NoticeKey.objects.filter(key__in=followed).values("notice_id")
    unasked = list(of_keys.exclude(id__in=asked).values_list("id", flat=True))
    waiting.filter(notice_id__in=unasked).update(state=DROPPED, done_at=now(), reason=UNASKED)


def followed_by(follower: Follower) -> list[Followed]:
    """Return what a follower follows, by title, a thing before the conditions on it."""
    rows = list(Follow.objects.filter(follower_id=follower.id))
    keys = {one.id: read_key(one.key) for one in rows}
    about = names_of(set(keys.values()))
    found = [
        Followed(one.id, keys[one.id], about[keys[one.id]], kinds_in(one.kinds), one.cadence,
                 one.since)
        for one in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.about.title.casefold(), str(one.key)))


def followed_under(follower: Follower, key: Key) -> list[Follow]:
    """Return the follows of a thing: of its key, and of every condition on it."""
    plain = str(key._replace(sign="", value=0))
    mine = Follow.objects.filter(follower_id=follower.id)
    return list(mine.filter(key=plain)) + list(mine.filter(key__startswith=f"{plain}/"))


def _key(text: str) -> Key:
    try:
        return read_key(text)
    except ValueError as refusal:
        raise FollowRefused(str(refusal)) from None


def _mask(key: Key, kinds: int) -> int:
    mask = key.kinds if key.sign else kinds & key.kinds
    if not mask:
        raise FollowRefused(_("Choose at least one thing that you want to be told of."))
    return mask


def _check_room(others: int) -> None:
    if others >= MOST_FOLLOWS:
        raise FollowRefused(
            _("Nobody can follow more than %(most)s things; follow a series instead of its"
              " seasons, or leave some out.")
            % {"most": MOST_FOLLOWS}
        )  # fmt: skip
