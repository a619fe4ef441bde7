"""The mail server of a site, read from one address."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qs, unquote, urlsplit

_PORTS = {"smtp": 587, "smtps": 465}


class MailRefused(ValueError):
    """The setting is no address of a mail server; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Sending:
    """How mail leaves the site. `tls` is whole, started (STARTTLS must succeed), or none."""

    host: str
    port: int
    user: str
    password: str
    tls: str
    sender: str


def sending(address: str, own_host: str) -> Sending | None:
    """Return how mail is sent; None where the setting is empty. Raises MailRefused.

    Without TLS mail only goes to a server on this very machine. The sender is what `from` says,
    else the user if that is an address, else noreply at the site's own host.
    """
    if not address:
        return None
    refusal = MailRefused(
        "The mail server is written like smtp://user:password@mail.example.org:587"
        "?from=board@example.org, with smtps:// where it speaks TLS from the start."
    )
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise refusal from None
    said = parse_qs(parts.query)
    if not parts.hostname or parts.path not in {"", "/"} or set(said) - {"from"}:
        raise refusal
    user = unquote(parts.username or "")
    sender = said.get("from", [user if "@" in user else f"noreply@{own_host}"])[0]
    if "@" not in sender or any(one.isspace() for one in sender):
        raise refusal
    password = unquote(parts.password or "")
    tls = "whole" if parts.scheme == "smtps" else "none" if _here(parts.hostname) else "started"
    return Sending(parts.hostname, port, user, password, tls, sender)


def _here(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
