"""Which services a follower may name, as Apprise writes their addresses; all speak https."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from django.utils.translation import gettext as _

from clapometer.alerts.following.refused import FollowRefused
from clapometer.fetching.addresses import read_address, why_not
from clapometer.fetching.links import read_link
from clapometer.fetching.refusals import FetchRefused

LONGEST = 500
INSTALL = "pip install 'clapometer[apprise]'"


class Service(NamedTuple):
    """One service. `host`: its own one; empty where the follower names the host."""

    title: str
    example: str
    host: str = ""


SERVICES: dict[str, Service] = {
    "ntfys": Service("ntfy", "ntfys://ntfy.example/topic"),
    "matrixs": Service("Matrix", "matrixs://user:password@matrix.example/!room"),
    "gotifys": Service("Gotify", "gotifys://gotify.example/token"),
    "mmosts": Service("Mattermost", "mmosts://mattermost.example/token"),
    "discord": Service("Discord", "discord://webhook-id/webhook-token", "discord.com"),
    "tgram": Service("Telegram", "tgram://bot-token/chat-id", "api.telegram.org"),
    "pover": Service("Pushover", "pover://user-key@token", "api.pushover.net"),
}
"""By the scheme of the address. Only those whose requests all go over https stand here.

Schemes that speak without encryption (ntfy:, matrix:, json:), by mail, or to this machine itself
(dbus:, syslog:) are not taken, and neither is what follows a question mark, where certificates
could be left unread and files of this machine be named.
"""


def is_installed() -> bool:
    """Return whether Apprise is there; nothing of it is loaded for that."""
    return find_spec("apprise") is not None


def read_service(text: str) -> str:
    """Return the address of a service, if it may be one. Raises FollowRefused."""
    address = text.strip()
    parts = _split(address)
    service = SERVICES.get(parts.scheme)
    if service is None:
        told = ", ".join(f"{one.title} ({name}:)" for name, one in SERVICES.items())
        raise FollowRefused(_("That is no service that is known here: %(all)s.") % {"all": told})
    if parts.query or parts.fragment or "?" in address or "#" in address:
        raise FollowRefused(
            _("Leave out “?” and “#” and what follows them; write it like %(example)s.")
            % {"example": service.example}
        )
    if not parts.path.strip("/") and service.title != "Pushover":
        raise FollowRefused(
            _("Something is missing at the end; write it like %(example)s.")
            % {"example": service.example}
        )
    if not service.host:
        _check_host(parts, service)
    return address


def origin_of(address: str) -> str:
    """Return what limits are kept for: the host that is spoken to."""
    parts = urlsplit(address)
    host = SERVICES[parts.scheme].host or parts.netloc.rpartition("@")[2].lower()
    return f"https://{host}"


def _split(address: str) -> SplitResult:
    if len(address) > LONGEST or not address.isprintable() or " " in address or "\\" in address:
        raise FollowRefused(_("That is no address of a service, like ntfys://ntfy.example/topic."))
    try:
        return urlsplit(address)
    except ValueError:
        raise FollowRefused(
            _("That is no address of a service, like ntfys://ntfy.example/topic.")
        ) from None


def _check_host(parts: SplitResult, service: Service) -> None:
    """Refuse what is plainly no public host; what it leads to is judged at every connection."""
    try:
        link = read_link("https://" + parts.netloc.rpartition("@")[2])
    except FetchRefused:
        raise FollowRefused(
            _("Its host cannot be read; write it like %(example)s.") % {"example": service.example}
        ) from None
    try:
        private = bool(why_not(read_address(link.host)))
    except ValueError:
        private = "." not in link.host or link.host.endswith((".localhost", ".local", ".internal"))
    if private:
        raise FollowRefused(
            _("“%(host)s” is no public host; name one that the internet can reach.")
            % {"host": link.host}
        )
