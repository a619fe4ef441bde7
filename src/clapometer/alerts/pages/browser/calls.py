"""What the site's own scripts send it as JSON: who may, how much, how often, and what comes back.

Such a call bears no token of a form: the worker that runs without a page has none. What proves that
a page or worker of this site sent it is what the browser itself says and no page can forge
(Sec-Fetch-Site, W3C Fetch Metadata; Origin, RFC 6454), and that it is JSON, which no form sends.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from clapometer.alerts.channels.webpush.subscriptions import SubscriptionRefused
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.pages.limits import refused_for
from clapometer.alerts.pages.sealed import personal

LARGEST = 16 * 1024
"""Bytes of a call; a subscription has under 1,000."""
Call = Callable[[HttpRequest, dict[str, Any]], dict[str, object]]
View = Callable[[HttpRequest], HttpResponse]


class CallRefused(ValueError):
    """A call cannot be answered; the message is one sentence."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def called(limit: str) -> Callable[[Call], View]:
    """Return what makes a view of a call: what it returns is sent as JSON, a refusal as one
    sentence under `refusal`. `limit`: the row in the table of limits that it is counted under."""

    def decorate(call: Call) -> View:
        @csrf_exempt
        @personal
        @wraps(call)
        def answer(request: HttpRequest) -> HttpResponse:
            try:
                _check_method(request)
                check_origin(request)
                said = _said(request)
                if refused_for(request, limit) is not None:
                    return _refuse(_("That was asked too often; try again in an hour."), 429)
                return JsonResponse(call(request, said))
            except CallRefused as refusal:
                return _refuse(str(refusal), refusal.status)
            except (FollowRefused, SubscriptionRefused) as refusal:
                return _refuse(str(refusal), 400)

        return answer

    return decorate


def _refuse(sentence: str, status: int) -> JsonResponse:
    response = JsonResponse({"refusal": sentence}, status=status)
    if status == 405:
        response.headers["Allow"] = "POST"
    return response


def _check_method(request: HttpRequest) -> None:
    if request.method != "POST":
        raise CallRefused(_("This address takes POST alone."), 405)


def check_origin(request: HttpRequest) -> None:
    """Raise CallRefused unless a page or worker of this site sent the request."""
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is None:
        own = f"{request.scheme}://{request.get_host()}"
        came = request.headers.get("Origin") == own
    else:
        came = fetched == "same-origin"
    if not came:
        raise CallRefused(_("This can only be asked by a page of this site."), 403)


def _said(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise CallRefused(_("Send JSON, as application/json."), 415)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > LARGEST:
        raise CallRefused(_("That is too large to send: %(most)s KiB are the most.")
                          % {"most": LARGEST // 1024}, 413)  # fmt: skip
    try:
        said = orjson.loads(request.body)
    except orjson.JSONDecodeError:
        raise CallRefused(_("This is no JSON.")) from None
    if not isinstance(said, dict):
        raise CallRefused(_("Send one JSON object."))
    return said


def text_in(said: dict[str, Any], name: str, most: int = 2048) -> str:
    """Return a text of a call. Raises CallRefused where it is missing, none, or too long."""
    value = said.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= most:
        raise CallRefused(
            _("“%(name)s” has to be a text of at most %(most)s characters.")
            % {"name": name, "most": most}
        )
    return value
