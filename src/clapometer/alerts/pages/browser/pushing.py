"""What a browser asks about its messages: the site's key, on, moved, off, a test, not now."""

from __future__ import annotations

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.alerts.capability import follower_of
from clapometer.alerts.channels.webpush.sitekey import site_key
from clapometer.alerts.channels.webpush.subscriptions import Subscription, read_subscription
from clapometer.alerts.following import browsers
from clapometer.alerts.following.proving import send_test
from clapometer.alerts.models import Follower
from clapometer.alerts.pages.remembering import own_follower

from .calls import CallRefused, called, text_in


@require_safe
def key(request: HttpRequest) -> JsonResponse:
    """Return the key for which a browser subscribes (RFC 8292, section 4.1)."""
    response = JsonResponse({"key": site_key(settings.DATA).public})
    # A worker asks for it when its subscription has ended; the key may be a new one by then.
    response.headers["Cache-Control"] = "no-cache"
    return response


@called("push")
def subscribe(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Let messages go to a browser from now on."""
    follower = _follower(request, said)
    if follower is None:
        raise CallRefused(_("Nobody follows here yet; follow something first."), 403)
    return {"state": browsers.sign_up(follower, _subscription(said)).state}


@called("push")
def change(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Take over another address of a browser, which proves itself by its old one."""
    return {"changed": browsers.move(text_in(said, "old"), _subscription(said))}


@called("push")
def unsubscribe(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Let nothing go to a browser any more, and delete its address."""
    return {"ended": browsers.sign_off(text_in(said, "endpoint"))}


@called("push")
def state(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Tell whether messages go to a browser."""
    return {"state": browsers.state_of(text_in(said, "endpoint"))}


@called("push")
def test(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Send a test message to a browser; `id` is the one that it will bear."""
    endpoint = browsers.told_at(text_in(said, "endpoint"))
    notice = send_test(Follower.objects.get(id=endpoint.follower_id), endpoint)
    return {"id": notice.name}


@called("push")
def decline(request: HttpRequest, said: dict[str, Any]) -> dict[str, object]:
    """Remember that a follower said “not now”; of somebody unknown nothing is kept."""
    follower = _follower(request, said)
    if follower is not None:
        browsers.decline(follower)
    return {"remembered": follower is not None}


def _follower(request: HttpRequest, said: dict[str, Any]) -> Follower | None:
    """Return who asks: by the link whose page the script runs on, else as the browser knows."""
    token = said.get("token")
    found = follower_of(token) if isinstance(token, str) else None
    return found or own_follower(request)


def _subscription(said: dict[str, Any]) -> Subscription:
    return read_subscription(orjson.dumps(said.get("subscription")))


PATTERNS = [
    path("follow/push/key", key, name="follow_push_key"),
    path("follow/push/subscribe", subscribe, name="follow_push_subscribe"),
    path("follow/push/change", change, name="follow_push_change"),
    path("follow/push/unsubscribe", unsubscribe, name="follow_push_unsubscribe"),
    path("follow/push/state", state, name="follow_push_state"),
    path("follow/push/test", test, name="follow_push_test"),
    path("follow/push/decline", decline, name="follow_push_decline"),
]
