"""The pages about a mail address: giving one, and confirming it by the link that came there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.alerts.capability import TOKEN_PATTERN, token_of
from clapometer.alerts.channels.mail import opting
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Follower

from .limits import refused_for
from .mailpart import take_mail
from .sealed import behind_token, gone, unkept


@behind_token("manage")
@require_POST
def add(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Ask at an address given on the managing page, and lead back there."""
    if refused := refused_for(request, "manage"):
        return refused
    back = reverse("follow_manage", args=[token_of(follower)])
    try:
        done = take_mail(follower, request.POST)
    except FollowRefused as refusal:
        context = {"refusal": str(refusal), "typed": request.POST.get("mail", ""), "back": back}
        return render(request, "follow/mail_refused.html", context, status=400)
    query = f"?{urlencode({'done': done})}" if done else ""
    return HttpResponseRedirect(f"{back}{query}#places")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Return the page that asks; its button, not the link, confirms: programs open links too.

    The link is the proof, so the form needs no other and works where there are no cookies.
    """
    pressed = request.method == "POST"
    endpoint = opting.confirm(token) if pressed else opting.asked(token)
    if endpoint is None:
        response = gone(request)
    else:
        on = endpoint.state == "on"
        context = {"address": endpoint.address, "on": on}
        response = render(request, "follow/mail_confirm.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    return unkept(response)


PATTERNS = [
    re_path(rf"^follow/with/{TOKEN_PATTERN}/mail$", add, name="follow_mail_add"),
    re_path(rf"^follow/mail/{opting.TOKEN_PATTERN}$", confirm, name="follow_mail_confirm"),
]
