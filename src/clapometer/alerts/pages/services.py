"""The page on which a follower names another service, such as ntfy or Matrix."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.alerts.capability import TOKEN_PATTERN, token_of
from clapometer.alerts.channels.apprise.channel import NAME
from clapometer.alerts.channels.apprise.services import (
    INSTALL,
    SERVICES,
    is_installed,
    origin_of,
    read_service,
)
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.following.refused import FollowRefused
from clapometer.alerts.models import Follower

from .limits import refused_for
from .sealed import behind_token

if TYPE_CHECKING:
    from .parts import Shown


def service_part(shown: Shown) -> Mapping[str, object]:
    """Return what the page that manages everything says of other services."""
    if shown.follower is None or not is_installed():
        return {}
    return {"action": reverse("follow_services", args=[token_of(shown.follower)])}


@behind_token("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def services(request: HttpRequest, follower: Follower) -> HttpResponse:
    """Show the form that adds a service; sent back, add it."""
    if request.method != "POST":
        return _page(request, follower)
    if refused := refused_for(request, "manage"):
        return refused
    try:
        if not is_installed():
            raise FollowRefused(_("This site has no other services: %(how)s.") % {"how": INSTALL})
        address = read_service(request.POST.get("address", ""))
        add_endpoint(follower, NAME, address, confirmed=True, origin=origin_of(address))
    except FollowRefused as refusal:
        return _page(request, follower, str(refusal))
    return HttpResponseRedirect(reverse("follow_manage", args=[token_of(follower)]) + "#places")


def _page(request: HttpRequest, follower: Follower, refusal: str = "") -> HttpResponse:
    token = token_of(follower)
    context = {
        "action": reverse("follow_services", args=[token]),
        "manage": reverse("follow_manage", args=[token]),
        "address": request.POST.get("address", ""),
        "services": SERVICES.values(),
        "installed": is_installed(),
        "how": INSTALL,
        "refusal": refusal,
    }
    return render(request, "follow/service_add.html", context, status=400 if refusal else 200)


PATTERNS = [
    re_path(rf"^follow/services/{TOKEN_PATTERN}$", services, name="follow_services"),
]
