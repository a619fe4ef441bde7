"""Stopping by a link, in one tap: of everything, or of what goes to one place."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.views.decorators.http import require_http_methods

from clapometer.alerts.capability import TOKEN_PATTERN
from clapometer.alerts.following.endpoints import end_endpoint, endpoint_of
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.following.stopping import stop_all
from clapometer.alerts.models import Endpoint, Follower

from .places import places_of
from .remembering import browser_s, forget
from .sealed import behind_token


@behind_token("stop")
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Return the page that asks, because programs open links by themselves; sent back, it stops.

    `?place=17` stops what goes to one place, such as the mail address that the link was sent to; a
    mail program's one click (RFC 8058) posts to that. Twice does no harm.
    """
    number = request.GET.get("place", "")
    if request.method != "POST":
        return _ask(request, follower, number)
    remembered = browser_s(request)
    is_here = remembered is not None and remembered.id == follower.id
    if not number or request.POST.get("what") == "all":
        stop_all(follower)
        return stopped(request, forgets=is_here)
    place = _place(follower, number)
    if place is not None:
        end_endpoint(place)
    return render(request, "follow/stopped.html", {"only_place": True})


def stopped(request: HttpRequest, *, forgets: bool) -> HttpResponse:
    """Return the page that says that everything has stopped."""
    response = render(request, "follow/stopped.html")
    if forgets:
        forget(response)
    return response


def _ask(request: HttpRequest, follower: Follower, number: str) -> HttpResponse:
    place = _place(follower, number)
    shown = next((one for one in places_of(follower) if place and one.id == place.id), None)
    return render(request, "follow/stop.html", {"place": shown, "named": bool(number)})


def _place(follower: Follower, number: str) -> Endpoint | None:
    if not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    try:
        return endpoint_of(follower, int(number))
    except FollowRefused:
        return None


PATTERNS = [re_path(rf"^follow/stop/{TOKEN_PATTERN}$", stop, name="follow_stop")]
