"""The page that manages everything of one follower by one link: what, when, where to, the log."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from clapometer.alerts.cadences import CADENCES
from clapometer.alerts.capability import TOKEN_PATTERN, token_of
from clapometer.alerts.following.followers import offered_zones
from clapometer.alerts.following.follows import Followed, followed_by
from clapometer.alerts.following.kept import clock, kept_of
from clapometer.alerts.following.lately import told_lately
from clapometer.alerts.following.log import log_of
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.following.stopping import stop_all
from clapometer.alerts.messages import absolute
from clapometer.alerts.models import Follower

from .acting import ACTIONS
from .asked import choices
from .limits import refused_for
from .logged import lines_of
from .parts import MANAGE, Shown, filled
from .places import places_of, what_next
from .remembering import browser_s, forget, remember
from .sealed import behind_token
from .stopping import stopped
from .telling import condition_of, done_sentences, expected, kinds_line

UNKNOWN = gettext_lazy("That button is not known here; load the page again.")
UNFOLLOWED = gettext_lazy("You do not follow that any more.")
GROUPS: dict[str, Promise] = {
    "work": gettext_lazy("Works"),
    "person": gettext_lazy("People"),
    "critic": gettext_lazy("Critics"),
    "outlet": gettext_lazy("Outlets"),
    "topic": gettext_lazy("Topics"),
    "query": gettext_lazy("Questions"),
}


class Line(NamedTuple):
    """One thing that is followed, as a row. `tells`: its kinds, or its condition."""

    key: str
    title: str
    url: str
    tells: str
    cadence: str
    changeable: bool


class Group(NamedTuple):
    """Things of one sort that are followed."""

    title: str
    lines: list[Line]


@behind_token("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Return the page; a form of it sent back does one thing, which its button names."""
    if request.method != "POST":
        if "change" in request.GET:
            return _change_page(request, follower, request.GET["change"])
        return _page(request, follower)
    return refused_for(request, "manage") or _act(request, follower)


def _act(request: HttpRequest, follower: Follower) -> HttpResponse:
    verb, _space, rest = request.POST.get("do", "").partition(" ")
    # Asked before it is done: a new link is one that the browser does not know yet.
    is_here = _is_remembered(request, follower)
    if verb == "stop":
        stop_all(follower)
        return stopped(request, forgets=is_here)
    if verb not in ACTIONS:
        return _page(request, follower, str(UNKNOWN))
    try:
        ACTIONS[verb].do(follower, rest, request.POST)
    except FollowRefused as refusal:
        follower.refresh_from_db()
        return _page(request, follower, str(refusal))
    return _back(follower, verb, is_here=is_here)


def _back(follower: Follower, verb: str, *, is_here: bool) -> HttpResponse:
    """Return the way back to the page, which says what was done; the browser keeps up with it."""
    address = reverse("follow_manage", args=[token_of(follower)])
    query = urlencode({"done": ACTIONS[verb].done})
    response = HttpResponseRedirect(f"{address}?{query}")
    if verb == "forget":
        forget(response)
    elif verb == "remember" or is_here:
        remember(response, follower)
    return response


def _is_remembered(request: HttpRequest, follower: Follower) -> bool:
    remembered = browser_s(request)
    return remembered is not None and remembered.id == follower.id


def _page(request: HttpRequest, follower: Follower, refusal: str = "") -> HttpResponse:
    token, followed = token_of(follower), followed_by(follower)
    action, places = reverse("follow_manage", args=[token]), places_of(follower)
    context = {
        "follower": follower,
        "action": action,
        "address": absolute(action),
        "kept_address": reverse("follow_kept", args=[token]),
        "remembered": _is_remembered(request, follower),
        "done": done_sentences(request.GET.getlist("done")),
        "refusal": refusal,
        "groups": _groups(followed),
        "followed": len(followed),
        "cadences": CADENCES.values(),
        "zones": offered_zones(),
        "quiet_from": "" if follower.quiet_from is None else clock(follower.quiet_from),
        "quiet_until": "" if follower.quiet_until is None else clock(follower.quiet_until),
        "digest_at": clock(follower.digest_at),
        "weekdays": list(enumerate(WEEKDAYS.values())),
        "places": places,
        "next": what_next(places),
        "parts": list(filled(Shown(request, MANAGE, follower))),
        "log": lines_of(log_of(follower), follower.zone),
    }
    return render(request, "follow/manage.html", context, status=400 if refusal else 200)


def _groups(followed: list[Followed]) -> list[Group]:
    """Return what is followed by what it is: works, people, critics …, each in order of title."""
    found: dict[str, list[Line]] = {}
    for one in followed:
        condition = condition_of(one.key)
        line = Line(
            str(one.key), one.about.title, one.about.url, condition or kinds_line(one.kinds),
            _(CADENCES[one.cadence].title), changeable=not condition,
        )  # fmt: skip
        found.setdefault(one.key.target, []).append(line)
    return [Group(str(GROUPS[target]), found[target]) for target in GROUPS if target in found]


def _change_page(request: HttpRequest, follower: Follower, key: str) -> HttpResponse:
    one = next((one for one in followed_by(follower) if str(one.key) == key), None)
    if one is None:
        return _page(request, follower, str(UNFOLLOWED))
    lately = told_lately(one.key)
    context = {
        "followed": one,
        "expected": expected(lately),
        "choices": choices(one.key, sum(kind.bit for kind in one.kinds), lately),
        "cadences": CADENCES.values(),
        "action": reverse("follow_manage", args=[token_of(follower)]),
    }
    return render(request, "follow/change.html", context)


@behind_token("manage")
@require_safe
def kept(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Return everything that is kept of a follower, as JSON."""
    response = JsonResponse(
        kept_of(follower), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response.headers["Content-Disposition"] = 'attachment; filename="followed.json"'
    return response


PATTERNS = [
    re_path(rf"^follow/with/{TOKEN_PATTERN}$", manage, name="follow_manage"),
    re_path(rf"^follow/with/{TOKEN_PATTERN}/kept\.json$", kept, name="follow_kept"),
]
