"""Mail on the panel and on the managing page: a field for an address, and what happens with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.contract import channel_named
from clapometer.alerts.channels.mail.opting import ask
from clapometer.alerts.models import Follower

if TYPE_CHECKING:
    from .parts import Shown

ASKED = "mail-asked"
DONE = {
    ASKED: gettext_lazy(
        "A mail with a link is on its way to that address, unless it gets mail already or was asked"
        " too often today. Nothing else comes before the link is opened and the button there"
        " pressed."
    )
}


def read_mail(shown: Shown) -> Mapping[str, object]:
    """Return whether mail is offered, what was typed, and on the managing page where it goes."""
    offered = channel_named("mail") is not None
    action = ""
    if offered and shown.follower is not None:
        action = reverse("follow_mail_add", args=[token_of(shown.follower)])
    return {"offered": offered, "typed": shown.request.POST.get("mail", ""), "action": action}


def take_mail(follower: Follower, typed: QueryDict) -> str:
    """Ask at the address that was filled in, if one was."""
    address = typed.get("mail", "").strip()
    if not address:
        return ""
    ask(follower, address)
    return ASKED
