"""Followers: a new one, what they chose for all that they follow, and their link."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from clapometer.alerts.cadences import CADENCES
from clapometer.alerts.digests.skipping import skip
from clapometer.alerts.models import Endpoint, Follower
from clapometer.instants import now

from .hours import MINUTES_A_DAY
from .refused import FollowRefused


def new_follower(zone: str = "", language: str = "", member: int | None = None) -> Follower:
    """Return a new follower who follows nothing yet. An unknown zone is taken for the site's."""
    return Follower.objects.create(
        zone=zone if is_zone(zone) else settings.TIME_ZONE,
        language=(language or settings.LANGUAGE_CODE)[:16],
        member_id=member,
        created_at=now(),
    )


def follower_of_member(member: int) -> Follower | None:
    """Return the follower who a member is, None where the member follows nothing yet."""
    found = Follower.objects.filter(member_id=member, merged_into=None)
    return found.order_by("id").first()


def is_zone(name: str) -> bool:
    """Return whether that is the name of an IANA time zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def offered_zones() -> list[str]:
    """Return the names of time zones to choose from: those named for places, and UTC."""
    unplaced = ("Etc/", "SystemV/", "US/", "posix/", "right/")
    places = (one for one in available_timezones() if "/" in one and not one.startswith(unplaced))
    return ["UTC", *sorted(places)]


def choose_zone(follower: Follower, zone: str) -> None:
    """Read a follower's hours in another time zone. Raises FollowRefused."""
    if not is_zone(zone):
        raise FollowRefused(
            _("“%(zone)s” is no time zone; write it like Europe/Dublin.") % {"zone": zone[:40]}
        )
    _save(follower, zone=zone)


def choose_quiet(follower: Follower, begins: int | None, ends: int | None) -> None:
    """Set the quiet hours, minutes after midnight; None and None for none. Raises FollowRefused."""
    if (begins is None) != (ends is None) or (begins is not None and begins == ends):
        raise FollowRefused(_("Quiet hours need a beginning and another time at which they end."))
    for minute in (begins, ends):
        if minute is not None:
            _check_minute(minute)
    _save(follower, quiet_from=begins, quiet_until=ends)


def choose_digest(follower: Follower, minute: int, weekday: int) -> None:
    """Set when digests come: minutes after midnight, and the day of a weekly one, 0 is Monday."""
    _check_minute(minute)
    if not 0 <= weekday <= 6:
        raise FollowRefused(_("A week has seven days, Monday to Sunday."))
    _save(follower, digest_at=minute, digest_weekday=weekday)


def choose_cadence(follower: Follower, cadence: str) -> None:
    """Set how often the follower is told of what they follow next. Raises FollowRefused."""
    _save(follower, cadence=known_cadence(cadence))


def pause(follower: Follower, *, paused: bool) -> None:
    """Let nothing come any more until the follower goes on; or go on. Digests rest too: what
    happened meanwhile is in none."""
    with transaction.atomic():
        if follower.paused and not paused:
            own = Endpoint.objects.filter(follower_id=follower.id)
            skip(own.values_list("id", flat=True), now())
        _save(follower, paused=paused)


def renew_link(follower: Follower) -> None:
    """End every link of the follower that was given out: each is another one from now on."""
    with transaction.atomic():
        own = Follower.objects.filter(id=follower.id)
        (own | Follower.objects.filter(merged_into=follower.id)).update(
            generation=F("generation") + 1
        )
    follower.refresh_from_db(fields=["generation"])


def known_cadence(cadence: str) -> str:
    """Return the cadence if there is one of that name. Raises FollowRefused."""
    if cadence not in CADENCES:
        raise FollowRefused(
            _("“%(cadence)s” is no cadence; there are %(names)s.")
            % {"cadence": cadence[:20], "names": ", ".join(CADENCES)}
        )
    return cadence


def _check_minute(minute: int) -> None:
    if not 0 <= minute < MINUTES_A_DAY:
        raise FollowRefused(_("A time of day lies between 00:00 and 23:59."))


def _save(follower: Follower, **values: object) -> None:
    Follower.objects.filter(id=follower.id).update(**values)
    for name, value in values.items():
        setattr(follower, name, value)
