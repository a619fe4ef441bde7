"""The pages of a follower's webhooks: adding one, its secret, what was posted, sending it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from clapometer.alerts.capability import TOKEN_PATTERN, seal_of, token_of
from clapometer.alerts.channels.webhook.channel import NAME, salts_in
from clapometer.alerts.channels.webhook.keeping import MOST, add_hook, rotate
from clapometer.alerts.channels.webhook.log import Posted, log_of_hook, send_again
from clapometer.alerts.following.proving import send_test
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Endpoint, Follower
from clapometer.instants import now

from .limits import refused_for
from .logged import RESULTS, detail_of, when_of
from .places import STATES
from .sealed import behind_token

if TYPE_CHECKING:
    from .parts import Shown

DONE: dict[str, Promise] = {
    "again": gettext_lazy("It is posted once more within seconds, under the same id."),
    "tested": gettext_lazy("A test message is on its way; below stands how it went."),
}
_METHODS = require_http_methods(["GET", "HEAD", "POST"])


class LogLine(NamedTuple):
    """One message as the log shows it, on the owner's clock."""

    notice: int
    when: str
    title: str
    url: str
    name: str
    result: str
    detail: str
    again: bool


def hook_part(shown: Shown) -> Mapping[str, object]:
    """Return what the page that manages everything says of webhooks."""
    if shown.follower is None:
        return {}
    token = token_of(shown.follower)
    hooks = [
        (one.address, reverse("follow_hook", args=[token, one.id]))
        for one in _hooks(shown.follower)
    ]
    return {"hooks": hooks, "action": reverse("follow_hooks", args=[token]), "most": MOST}


@behind_token("manage")
@_METHODS
def hooks(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Show the form that adds a webhook; sent back, add it and show its secret, this once."""
    if request.method != "POST":
        return _adding(request, follower)
    if refused := refused_for(request, "manage"):
        return refused
    try:
        kept = add_hook(follower, request.POST.get("address", ""))
    except FollowRefused as refusal:
        return _adding(request, follower, str(refusal))
    return _page(request, follower, kept.endpoint, secret=kept.secret)


def _adding(request: HttpRequest, follower: Follower, refusal: str = "") -> HttpResponse:
    token = token_of(follower)
    context = {
        "action": reverse("follow_hooks", args=[token]),
        "manage": reverse("follow_manage", args=[token]),
        "address": request.POST.get("address", ""),
        "refusal": refusal,
        "most": MOST,
    }
    return render(request, "follow/hook_add.html", context, status=400 if refusal else 200)


@behind_token("manage")
@_METHODS
def hook(request: HttpRequest, follower: Follower, number: str) -> HttpResponse:
    """Show a webhook and what was posted to it; a form of it sent back does one thing."""
    endpoint = _hooks(follower).filter(id=number).first()
    if endpoint is None:
        raise Http404
    if request.method != "POST":
        return _page(request, follower, endpoint, done=request.GET.get("done", ""))
    if refused := refused_for(request, "manage"):
        return refused
    verb, _space, rest = request.POST.get("do", "").partition(" ")
    try:
        if verb == "rotate":
            return _rotated(request, follower, endpoint, rest)
        done = _ACTS.get(verb, _unknown)(follower, endpoint, rest)
    except FollowRefused as refusal:
        return _page(request, follower, endpoint, refusal=str(refusal))
    address = reverse("follow_hook", args=[token_of(follower), endpoint.id])
    return HttpResponseRedirect(f"{address}?{urlencode({'done': done})}")


def _rotated(
    request: HttpRequest, follower: Follower, endpoint: Endpoint, before: str
) -> HttpResponse:
    """Give it another secret and show that; the same form once more does nothing."""
    if before != _mark(endpoint):
        raise FollowRefused(_("It has had another secret since; load the page again."))
    kept = rotate(endpoint, now())
    return _page(request, follower, kept.endpoint, secret=kept.secret)


def _again(follower: Follower, endpoint: Endpoint, number: str) -> str:
    send_again(endpoint, int(number) if re.fullmatch("[0-9]{1,15}", number) else 0, now())
    return "again"


def _test(follower: Follower, endpoint: Endpoint, _rest: str) -> str:
    send_test(follower, endpoint)
    return "tested"


def _unknown(follower: Follower, endpoint: Endpoint, _rest: str) -> str:
    raise FollowRefused(_("That button is not known here; load the page again."))


_ACTS: dict[str, Callable[[Follower, Endpoint, str], str]] = {"again": _again, "test": _test}


def _hooks(follower: Follower) -> QuerySet[Endpoint]:
    return Endpoint.objects.filter(follower_id=follower.id, channel=NAME).order_by("id")


def _mark(endpoint: Endpoint) -> str:
    """Return what tells the newest secret apart from the others, and nothing about it."""
    return seal_of("hook secret", endpoint.id, salts_in(endpoint.details)[0].salt)


def _page(
    request: HttpRequest,
    follower: Follower,
    endpoint: Endpoint,
    *,
    secret: str = "",
    refusal: str = "",
    done: str = "",
) -> HttpResponse:
    token, at = token_of(follower), now()
    zone = ZoneInfo(follower.zone)
    overlap = [one.until for one in salts_in(endpoint.details) if one.until and one.until > at]
    context = {
        "hook": endpoint,
        "state": STATES[endpoint.state],
        "secret": secret,
        "mark": _mark(endpoint),
        "overlap": when_of(overlap[0], zone) if overlap else "",
        "refusal": refusal,
        "done": DONE.get(done, ""),
        "log": [_line(one, zone) for one in log_of_hook(endpoint)],
        "action": reverse("follow_hook", args=[token, endpoint.id]),
        "manage": reverse("follow_manage", args=[token]),
    }
    return render(request, "follow/hook.html", context, status=400 if refusal else 200)


def _line(one: Posted, zone: ZoneInfo) -> LogLine:
    detail = detail_of(one.reason, one.status, one.tries)
    return LogLine(
        one.notice, when_of(one.at, zone), one.title, one.url, one.name, str(RESULTS[one.state]),
        detail, one.again,
    )  # fmt: skip


PATTERNS = [
    re_path(rf"^follow/hooks/{TOKEN_PATTERN}$", hooks, name="follow_hooks"),
    re_path(rf"^follow/hooks/{TOKEN_PATTERN}/(?P<number>[0-9]{{1,15}})$", hook, name="follow_hook"),
]
