"""Letters: a message for one reader as the bytes that go to the mail server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email.utils import formatdate
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from clapometer.alerts.capability import token_of
from clapometer.alerts.channels.contract import Parcel
from clapometer.alerts.messages import Message, absolute
from clapometer.alerts.models import Follower

from .addressing import domain_on_the_wire
from .sealing import message_id, seal
from .wire import mail, one_line, sender_header
from .wording import foot_of, why_of, wording_of

MANAGE, STOP = "/follow/with/", "/follow/stop/"
"""The addresses of the pages `follow_manage` and `follow_stop`, before their token."""


class Letter(NamedTuple):
    """A mail ready to go, and to whom."""

    receiver: str
    content: bytes


def letters_for(parcels: Sequence[Parcel], sender: str) -> Iterator[Letter | None]:
    """Yield a letter for each parcel, None where its follower is no more."""
    followers = Follower.objects.in_bulk({one.endpoint.follower_id for one in parcels})
    for parcel in parcels:
        follower = followers.get(parcel.endpoint.follower_id)
        yield None if follower is None else _letter(parcel, follower, sender)


def _letter(parcel: Parcel, follower: Follower, sender: str) -> Letter:
    manage = absolute(MANAGE + token_of(follower))
    # Stopping stops what goes to this address; the page offers to stop all the rest as well.
    stop = absolute(f"{STOP}{token_of(follower, 'stop')}?place={parcel.endpoint.id}")
    language = parcel.endpoint.language or settings.LANGUAGE_CODE
    with translation.override(language):
        links = (
            (gettext("What you follow, and how often you are told"), manage),
            (gettext("Stop these mails"), stop),
        )
        why = why_of(settings.SITE["name"])
    return compose(
        parcel.message, language, parcel.endpoint.address, sender,
        number=(parcel.notice_id, parcel.endpoint.id), why=why, links=links, stop=stop,
    )  # fmt: skip


def compose(
    message: Message,
    language: str,
    receiver: str,
    sender: str,
    *,
    number: tuple[int, int],
    why: str,
    links: Sequence[tuple[str, str]],
    stop: str = "",
    again: int = 0,
) -> Letter:
    """Return a letter. `number`: of its notice and its endpoint, from which its ids are made.

    `again`: what tells mails apart that have these numbers and are not the same, 0 for none.
    """
    wording, foot = wording_of(message, language), foot_of(why, links)
    headers = [
        sender_header(settings.SITE["name"], sender),
        f"To: {one_line(receiver)}",
        wording.subject,
        f"Date: {formatdate()}",
        f"Message-ID: {message_id(_host_of(sender), *number, again)}",
        f"Content-Language: {one_line(language)}",
        *_machine_headers(stop),
    ]
    boundary = f"=_{seal(*number)}"
    content = mail(headers, boundary, wording.plain + foot.plain, wording.html + foot.html)
    return Letter(receiver, content)


def _machine_headers(stop: str) -> Iterator[str]:
    """Yield what mail programs and servers read: no person has written this, and how to stop it."""
    # RFC 3834: nobody's absence is to be answered to it.
    yield "Auto-Submitted: auto-generated"
    yield "Precedence: bulk"
    host = urlsplit(settings.SITE["address"]).hostname or "localhost"
    yield f"List-Id: <followers.{domain_on_the_wire(host)}>"
    if stop:
        yield f"List-Unsubscribe: <{stop}>"
        # RFC 8058 wants HTTPS for it; a site on this very machine has none, and no strangers.
        yield "List-Unsubscribe-Post: List-Unsubscribe=One-Click"


def _host_of(sender: str) -> str:
    return domain_on_the_wire(sender.rpartition("@")[2])
