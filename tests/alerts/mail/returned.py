"""Mail that came back, as servers write it; all of it made up."""

from __future__ import annotations

from clapometer.alerts.channels.mail.sealing import bounce_address, message_id

BASE = "bounce@reviews.example"

_BOUNCE = """\
Return-Path: <>
Delivered-To: {to}
From: MAILER-DAEMON@mx.made-up.example (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B0"

--B0
Content-Type: text/plain; charset=us-ascii

The mail could not be delivered.

--B0
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.made-up.example
Arrival-Date: Mon, 2 Feb 2026 10:00:00 +0000

Final-Recipient: rfc822; ann@made-up.example
Original-Recipient: rfc822;ann@made-up.example
Action: {action}
Status: {status}
{said}
--B0
Content-Type: text/rfc822-headers

From: board@reviews.example
To: ann@made-up.example
Subject: A subject
Message-ID: {ident}

--B0--
"""


def bounce(
    notice: int,
    endpoint: int,
    status: str = "5.1.1",
    action: str = "failed",
    diagnostic: str = "",
    to: str | None = None,
) -> bytes:
    """A delivery report of RFC 3464 to our sealed sender, or to another address."""
    to = bounce_address(BASE, notice, endpoint) if to is None else to
    said = f"Diagnostic-Code: smtp; {diagnostic}\n" if diagnostic else ""
    ident = message_id("reviews.example", notice, endpoint) if to else "<other@x.example>"
    return _BOUNCE.format(to=to, action=action, status=status, said=said, ident=ident).encode()


def complaint(notice: int, endpoint: int, kind: str = "abuse", sealed: bool = True) -> bytes:
    """A complaint of RFC 5965, as a provider sends it to the address for abuse."""
    sender = bounce_address(BASE, notice, endpoint) if sealed else "other@reviews.example"
    return f"""\
From: feedback@provider.example
To: abuse@reviews.example
Subject: FW: A subject
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="B1"

--B1
Content-Type: text/plain; charset="US-ASCII"

This is a report about abuse by mail.

--B1
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: Made-Up/0.1
Version: 1
Original-Mail-From: <{sender}>

--B1
Content-Type: message/rfc822

From: board@reviews.example
To: (redacted)
Subject: A subject

Text.
--B1--
""".encode()


ABSENT = b"""\
From: ann@made-up.example
To: %s
Subject: I am away
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: text/plain

Status: 5.1.1
"""
