"""The mail that asks whether messages may come to an address."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.messages import Message, absolute
from clapometer.alerts.models import Endpoint

from .writing import Letter, compose

CONFIRM = "/follow/mail/"
"""The address of the page `follow_mail_confirm`, before its token."""
KIND = "confirm"
GOOD_FOR = 3 * DAY
"""For how long the link is good, in seconds; then an unconfirmed address is deleted."""


def letter_about(endpoint: Endpoint, language: str, token: str, sender: str, at: int) -> Letter:
    """Return the letter, in the follower's language; `at`: when it was asked for."""
    with translation.override(language):
        site = {"site": settings.SITE["name"]}
        why = gettext(
            "You get this because somebody gave this address at %(site)s. If that was not you, do"
            " nothing: nothing more will come, and in a few days the address is forgotten."
        )
        message = _message(absolute(CONFIRM + token), site, at)
    # Asked again, it is another mail: under the same id a mail program would hide the second.
    return compose(
        message, language, endpoint.address, sender, number=(0, endpoint.id), why=why % site,
        links=(), again=at // SECOND,
    )  # fmt: skip


def _message(url: str, site: dict[str, str], at: int) -> Message:
    days = GOOD_FOR // DAY
    text = ngettext(
        "Somebody, probably you, asked %(site)s to send what they follow to this address. Open the"
        " page and press the button there to have it so. The link is good for %(days)s day.",
        "Somebody, probably you, asked %(site)s to send what they follow to this address. Open the"
        " page and press the button there to have it so. The link is good for %(days)s days.",
        days,
    )
    return Message(
        id=KIND,
        kind=KIND,
        title=gettext("Messages from %(site)s: is this your address?") % site,
        text=text % {**site, "days": days},
        url=url,
        tag="",
        urgency="high",
        happened_at=0,
        until=at + GOOD_FOR * SECOND,
    )
