"""What the forms of the managing page do: a table of verbs, each with what is said afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from clapometer.alerts.following import followers, follows
from clapometer.alerts.following.endpoints import (
    end_endpoint,
    endpoint_of,
    pause_endpoint,
    resume_endpoint,
)
from clapometer.alerts.following.proving import send_test
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Endpoint, Follower

from .asked import read_kinds

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-9]{2})?")


class Action(NamedTuple):
    """What a button does: with the follower, what stands behind the verb, and the form.

    `done`: the name of the sentence that says so (telling.DONE).
    """

    do: Callable[[Follower, str, QueryDict], None]
    done: str


def _change(follower: Follower, key: str, typed: QueryDict) -> None:
    follows.change(follower, key, read_kinds(typed.getlist("kind")), typed.get("cadence", ""))


def _hours(follower: Follower, _rest: str, typed: QueryDict) -> None:
    with transaction.atomic():
        followers.choose_zone(follower, typed.get("zone", "").strip())
        followers.choose_quiet(
            follower, read_clock(typed.get("quiet_from", "")),
            read_clock(typed.get("quiet_until", "")),
        )  # fmt: skip
        digest = read_clock(typed.get("digest_at", ""))
        if digest is None:
            raise FollowRefused(_("A digest needs a time of day, such as 08:00."))
        followers.choose_digest(follower, digest, read_weekday(typed.get("digest_weekday", "")))


def _cadence(follower: Follower, _rest: str, typed: QueryDict) -> None:
    with transaction.atomic():
        followers.choose_cadence(follower, typed.get("cadence", ""))
        follows.change_every_cadence(follower, typed.get("cadence", ""))


def _place(follower: Follower, number: str) -> Endpoint:
    return endpoint_of(follower, int(number) if re.fullmatch("[0-9]{1,15}", number) else 0)


def _nothing(follower: Follower, _rest: str, typed: QueryDict) -> None:
    """Leave everything as it is: only the browser remembers, or forgets."""


ACTIONS: dict[str, Action] = {
    "unfollow": Action(lambda one, key, _: follows.unfollow(one, key), "unfollowed"),
    "change": Action(_change, "changed"),
    "cadence": Action(_cadence, "cadence"),
    "hours": Action(_hours, "hours"),
    "pause": Action(lambda one, _, __: followers.pause(one, paused=True), "paused"),
    "resume": Action(lambda one, _, __: followers.pause(one, paused=False), "resumed"),
    "test": Action(lambda one, at, _: _test(one, at), "tested"),
    "pause-place": Action(lambda one, at, _: pause_endpoint(_place(one, at)), "place-paused"),
    "resume-place": Action(lambda one, at, _: resume_endpoint(_place(one, at)), "place-resumed"),
    "end-place": Action(lambda one, at, _: end_endpoint(_place(one, at)), "place-ended"),
    "remember": Action(_nothing, "remembered"),
    "forget": Action(_nothing, "forgotten"),
    "renew": Action(lambda one, _, __: followers.renew_link(one), "renewed"),
}


def _test(follower: Follower, number: str) -> None:
    send_test(follower, _place(follower, number))


def read_clock(text: str) -> int | None:
    """Return a time of day in minutes after midnight, None for none. Raises FollowRefused."""
    found = _CLOCK.fullmatch(text.strip())
    if found:
        return int(found[1]) * 60 + int(found[2])
    if text.strip():
        raise FollowRefused(
            _("“%(text)s” is no time of day; write it like 22:00.") % {"text": text[:20]}
        )
    return None


def read_weekday(text: str) -> int:
    """Return a day of the week, 0 is Monday; -1 for what is none."""
    return int(text) if re.fullmatch("[0-6]", text) else -1
