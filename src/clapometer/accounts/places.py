"""Where passkeys work: browsers bind them to a host's name, over HTTPS or on this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _


def named(address: str) -> str:
    """Return the address of a site with `localhost` for this machine's number.

    No passkey can be made for a number, and `localhost` leads to the same place.
    """
    parts = urlsplit(address)
    if not _is_number(parts.hostname or "") or not ip_address(parts.hostname or "").is_loopback:
        return address
    return parts._replace(netloc="localhost" + (f":{parts.port}" if parts.port else "")).geturl()


def passkey_trouble(request: HttpRequest) -> str:
    """Return in one sentence why passkeys do not work at the address asked for; "" if they do."""
    here = f"{request.scheme}://{request.get_host()}"
    host = urlsplit(here).hostname or ""
    if _is_number(host):
        if ip_address(host).is_loopback:
            return _("Passkeys need a name, not a number: open %(address)s instead.") % {
                "address": named(here) + request.path
            }
        return _("Passkeys need a name, not a number, in the address of the site.")
    if request.scheme != "https" and host != "localhost" and not host.endswith(".localhost"):
        return _("Passkeys need HTTPS, which the address of this site (%(address)s) lacks.") % {
            "address": settings.SITE["address"]
        }
    return ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
