"""What the settings of a site must be like, as a table of checks with their complaints."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from clapometer.config.mail import MailRefused, sending

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATABASES = ("postgres", "postgresql")


def complaint_about(name: str, value: str) -> str | None:
    """Return what is wrong with a setting's value in one sentence, None when it can be used."""
    return CHECKED[name](value) if name in CHECKED else None


def _name_complaint(value: str) -> str | None:
    return None if value.strip() else "The name of a site cannot be empty."


def _address_complaint(value: str) -> str | None:
    wrong = f"“{value}” is no address of a site; write it like https://reviews.example.org."
    try:
        parts = urlsplit(value)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        return wrong
    plain = (
        parts.path in {"", "/"} and not parts.query and not parts.fragment and not parts.username
    )
    fits = parts.scheme in {"http", "https"} and parts.hostname and port_fits and plain
    return None if fits and not re.search(r"\s", value) else wrong


def _language_complaint(value: str) -> str | None:
    return (
        None
        if _LANGUAGE.fullmatch(value)
        else f"“{value}” is no language code; write it like en or pt-br."
    )


def _time_zone_complaint(value: str) -> str | None:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        near = [
            zone for zone in sorted(available_timezones()) if value.lower()[-5:] in zone.lower()
        ]
        hint = f" Do you mean {', '.join(near[:3])}?" if value and near else ""
        return f"“{value}” is no time zone; write it like Europe/Oslo or UTC.{hint}"
    return None


def _database_complaint(value: str) -> str | None:
    if not value or urlsplit(value).scheme in _DATABASES:
        return None
    return "The database address must begin with postgresql://; leave it out for one SQLite file."


def _mail_complaint(value: str) -> str | None:
    try:
        sending(value, "localhost")
    except MailRefused as refusal:
        return str(refusal)
    return None


def _bounces_complaint(value: str) -> str | None:
    # A seal of at most 44 letters and a plus come into the 64 that may stand before the @.
    if not value or re.fullmatch(r"[A-Za-z0-9._-]{1,19}@[A-Za-z0-9.-]+", value):
        return None
    return (
        "The address for bounces is written like bounce@example.org, with at most 19 letters"
        " before the @ and no plus."
    )


CHECKED: dict[str, Callable[[str], str | None]] = {
    "name": _name_complaint,
    "address": _address_complaint,
    "language": _language_complaint,
    "time_zone": _time_zone_complaint,
    "database_url": _database_complaint,
    "mail": _mail_complaint,
    "mail_bounces": _bounces_complaint,
}
