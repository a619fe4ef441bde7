"""Reading one message that came back: a delivery report (RFC 3464), a complaint (RFC 5965), or not.

Whatever a stranger sends is read here: parts and lengths are bounded, and what cannot be read is no
report. A report counts only if it carries a seal of this site (`sealing`).
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Mail
from itertools import islice

from ..sealing import Sealed, first_opened
from ..statuses import first_status

# Where servers write for whom a message was delivered: our envelope sender, with the seal in it.
DELIVERED_TO = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To")
MOST_PARTS, MOST_HEADERS = 20, 200
MOST_BOUNDARIES = 30
"""The parser looks at each line once for each part that is open; no report opens so many."""
FAILED, COMPLAINED, ENDED_WELL = "failed", "complained", "other"
# What a complaint is (the registry of RFC 5965 and RFC 6650): `not-spam` takes one back, and
# `auth-failure` (RFC 6591) is about a forged sender.
_COMPLAINTS = {"abuse", "fraud", "virus", "other", "opt-out"}


@dataclass(frozen=True, slots=True)
class Report:
    """What came back. `kind`: failed, complained, or other (delayed, delivered: nothing to do).

    `status`: the enhanced code of a failure, empty where the report names none.
    """

    kind: str
    sealed: Sealed
    status: str = ""


def read_report(content: bytes, recipient: str = "") -> Report | None:
    """Return what a message reports of a mail of ours; None where it is no such report.

    `recipient`: for whom the server took it in, where the caller knows that.
    """
    if content.lower().count(b"boundary") > MOST_BOUNDARIES:
        return None
    try:
        return _read(email.message_from_bytes(content), recipient)
    except (ValueError, LookupError, RecursionError, TypeError, AttributeError):
        # The standard library's parser fails in many ways on what was made to make it fail.
        return None


def _read(mail: Mail, recipient: str) -> Report | None:
    if mail.get_content_type() != "multipart/report":
        return None
    parts = list(islice(mail.walk(), MOST_PARTS))
    sealed = _sealed(mail, parts, recipient)
    if sealed is None:
        return None
    for part in parts:
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            return _delivery(part, sealed)
        if part.get_content_type() == "message/feedback-report":
            return _feedback(part, sealed)
    return None


def _sealed(mail: Mail, parts: list[Mail], recipient: str) -> Sealed | None:
    """Return the seal of the address it was delivered to, else of the mail that it gives back."""
    places = [recipient, *_values(mail, DELIVERED_TO)]
    for part in parts[1:]:
        places += _values(part, ("Original-Mail-From", "Return-Path", "Message-ID"))
        if part.get_content_type() in {"text/rfc822-headers", "message/feedback-report"}:
            places.append(_text(part))
    return next((found for place in places if (found := first_opened(place))), None)


def _values(part: Mail, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from (str(one)[:1000] for one in part.get_all(name, [])[:5])


def _text(part: Mail) -> str:
    """Return a part as text, of at most some thousand letters."""
    held = part.get_payload()
    if isinstance(held, list):
        inner = [one for one in held[:MOST_PARTS] if isinstance(one, Mail)]
        return "\n".join(f"{name}: {value}" for one in inner for name, value in _headers(one))
    return str(held)[:20_000]


def _headers(part: Mail) -> list[tuple[str, str]]:
    return [(name, str(value)[:1000]) for name, value in part.items()[:MOST_HEADERS]]


def _delivery(part: Mail, sealed: Sealed) -> Report:
    """Return the report of the last receiver named: our mails have one, and lists add in front."""
    held = part.get_payload()
    groups = [one for one in held if isinstance(one, Mail)] if isinstance(held, list) else []
    named = [one for one in groups[:MOST_PARTS] if one["Action"]]
    failed = [one for one in named if str(one["Action"]).strip().lower() == "failed"]
    if not failed:
        return Report(ENDED_WELL, sealed)
    return Report(FAILED, sealed, _status(failed[-1]))


def _status(group: Mail) -> str:
    """Return the code of a failure; a vague one gives way to the server's own words."""
    status = first_status(str(group["Status"] or ""))
    said = first_status(str(group["Diagnostic-Code"] or ""))
    vague = not status or status.split(".")[1:] == ["0", "0"]
    return said if vague and said and said[0] == (status or said)[0] else status


def _feedback(part: Mail, sealed: Sealed) -> Report:
    for line in _text(part).splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "feedback-type":
            known = value.strip().lower() in _COMPLAINTS
            return Report(COMPLAINED if known else ENDED_WELL, sealed)
    return Report(ENDED_WELL, sealed)
