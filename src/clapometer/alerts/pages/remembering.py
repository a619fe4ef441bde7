"""Which follower a browser is: told by its cookie, or by the member who is signed in there."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from clapometer.accounts.reading import reader_of
from clapometer.alerts.capability import follower_of, token_of
from clapometer.alerts.following.followers import follower_of_member, new_follower
from clapometer.alerts.kinds import DAY
from clapometer.alerts.models import Follower

COOKIE, PATH = "clapometer_follower", "/follow"
KEPT_FOR = 400 * DAY
"""Browsers keep no cookie for longer."""
_PURPOSE = "browser"


def browser_s(request: HttpRequest) -> Follower | None:
    """Return the follower whom the browser's cookie names."""
    return follower_of(request.COOKIES.get(COOKIE, ""), _PURPOSE)


def own_follower(request: HttpRequest) -> Follower | None:
    """Return who follows here: the member who is signed in, else the one the browser remembers."""
    reader = reader_of(request)
    return browser_s(request) if reader is None else follower_of_member(reader.pk)


def own_or_new(request: HttpRequest) -> Follower:
    """Return who follows here, a new follower where there is none yet."""
    found = own_follower(request)
    if found is not None:
        return found
    reader = reader_of(request)
    zone = request.POST.get("zone", "")[:64]
    return new_follower(zone, get_language() or "", None if reader is None else reader.pk)


def remember(response: HttpResponse, follower: Follower) -> None:
    """Let the browser remember the follower. Only addresses below /follow are told."""
    response.set_cookie(
        COOKIE, token_of(follower, _PURPOSE), max_age=KEPT_FOR, path=PATH, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def forget(response: HttpResponse) -> None:
    """Let the browser forget its follower."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
