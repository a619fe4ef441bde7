"""E-mail addresses: which text is one, how a domain is written on the wire, and what is one box."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from clapometer.alerts.following.refused import FollowRefused

LONGEST, LONGEST_LOCAL = 254, 64
# Who runs these folds dots and what follows a plus; others only the latter, and for a limit on
# strangers' requests it does no harm to fold too much.
_FOLDS_DOTS = {"gmail.com", "googlemail.com"}
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*")
# Labels of RFC 1123, at least two, of which the last is no number: so no IP address is one.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?!\d+$){_LABEL}")


class AddressRefused(FollowRefused):
    """The text is no e-mail address; the message is one sentence for a person."""


def read_address(text: str) -> str:
    """Return an address as it is kept: the domain in small letters and ASCII (A-labels).

    What stands before the @ is kept as typed: whether its capitals matter is known to its server.
    Raises AddressRefused.
    """
    text = unicodedata.normalize("NFC", text.strip())
    shown = text[:60] if text.isprintable() else "…"
    refusal = AddressRefused(
        _("“%(text)s” is no e-mail address; write it like ann@example.org.") % {"text": shown}
    )
    local, at, domain = text.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or len(local.encode()) > LONGEST_LOCAL:
        raise refusal
    try:
        domain = domain_on_the_wire(domain)
    except UnicodeError:
        raise refusal from None
    address = f"{local}@{domain}"
    if not _DOMAIN.fullmatch(domain) or len(address.encode()) > LONGEST:
        raise refusal
    return address


def domain_on_the_wire(domain: str) -> str:
    """Return a domain in ASCII: labels with other letters as A-labels (RFC 5890, RFC 3492).

    Letters are made small and composed, and nothing is mapped beyond that: Python's own codec would
    write the ß of IDNA 2008 as ss, which is another domain. Raises UnicodeError.
    """
    domain.encode()
    labels = unicodedata.normalize("NFC", domain.lower()).split(".")
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in labels
    )


def box_of(address: str) -> str:
    """Return what all spellings of one mailbox share, for counting what strangers ask for it."""
    local, _, domain = address.lower().rpartition("@")
    local = local.partition("+")[0] or local
    if domain in _FOLDS_DOTS:
        local, domain = local.replace(".", ""), "gmail.com"
    return f"{local}@{domain}"
