"""What a mail server's answer means for an address: one table for SMTP replies and for bounces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

GONE, REFUSED, LATER, OURS = "gone", "refused", "later", "ours"


class Verdict(NamedTuple):
    """What follows from an answer: while sending, and where the mail comes back later."""

    answered: str
    returned: str


# A mail that comes back was taken once, so what it says may be about one message: it is counted.
VERDICTS: dict[str, Verdict] = {
    GONE: Verdict("the address ends", "the address ends"),
    REFUSED: Verdict("this mail has failed, and is counted, see below", "counted, see below"),
    LATER: Verdict("tried again by the plan", "counted, see below"),
    OURS: Verdict(
        "tried again by the plan; no address is to blame", "nothing: no address is to blame"
    ),
}


@dataclass(frozen=True, slots=True)
class Status:
    """One row: an enhanced status code of RFC 3463, or how such codes begin, and what it means."""

    code: str
    verdict: str
    means: str


# The longest row that a code begins with decides, so that 5.1.1 goes before 5.1 and that before 5.
# Codes: RFC 3463 and the registry of enhanced status codes it founded (RFC 5248).
STATUSES = (
    Status("5.1.1", GONE, "There is no such mailbox."),
    Status("5.1.2", GONE, "There is no such mail domain."),
    Status("5.1.3", GONE, "The address cannot be one."),
    Status("5.1.6", GONE, "The mailbox has moved and left no address."),
    Status("5.1.10", GONE, "The domain takes no mail at all (RFC 7505)."),
    Status("5.2.1", GONE, "The mailbox is closed."),
    Status("5.1.7", OURS, "The sender's address cannot be one."),
    Status("5.1.8", OURS, "The sender's domain is not known."),
    Status("5.1", REFUSED, "The address is not taken."),
    Status("5.2.2", LATER, "The mailbox is full."),
    Status("5.2", REFUSED, "The mailbox does not take the mail."),
    Status("5.3", REFUSED, "The mail system does not take the mail."),
    Status("5.4", REFUSED, "No way leads to the mail domain."),
    Status("5.5", OURS, "The server does not understand what it was sent."),
    Status("5.6", OURS, "The server does not take mail written like this."),
    Status("5.7", OURS, "The server does not take mail from this site: its rules, or signing in."),
    Status("5", REFUSED, "The mail is refused for good."),
    Status("4.1.7", OURS, "The sender's address cannot be one, for now."),
    Status("4.1.8", OURS, "The sender's domain is not known, for now."),
    Status("4.7", OURS, "The server does not take mail from this site, for now."),
    Status("4", LATER, "The mail is not taken now."),
)
_BY_CODE = {row.code: row for row in STATUSES}

# What a reply to RCPT without an enhanced code stands for (RFC 5321, 4.2.3; RFC 7504). A plain 550,
# 551 or 553 says no more than “not here”: it may be a rule as well as a missing mailbox.
PLAIN = {
    "421": "4.3.2",
    "450": "4.2.0",
    "451": "4.3.0",
    "452": "4.3.1",
    "454": "4.7.0",
    "500": "5.5.2",
    "501": "5.5.4",
    "502": "5.5.1",
    "503": "5.5.1",
    "504": "5.5.4",
    "521": "5.1.10",
    "530": "5.7.0",
    "534": "5.7.9",
    "535": "5.7.8",
    "552": "5.2.2",
    "555": "5.5.4",
    "556": "5.1.10",
}
_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")


def status_of(code: int, text: str, *, plain: bool = True) -> str:
    """Return the enhanced code of a reply: its own, else, to RCPT, what its plain code stands for.

    An enhanced code of another class than the reply is a slip of the server: the reply counts.
    """
    found = _ENHANCED.match(text.strip())
    if found and found[1] == str(code)[:1]:
        return ".".join(str(int(part)) for part in found.groups())
    vague = f"{str(code)[:1]}.0.0"
    return PLAIN.get(str(code), vague) if plain else vague


def first_status(text: str) -> str:
    """Return the first enhanced code that a text of a bounce has; empty where it has none."""
    found = _ENHANCED.search(text[:2000])
    return ".".join(str(int(part)) for part in found.groups()) if found else ""


def judge(status: str) -> Status:
    """Return the row for an enhanced code. A code of no class of failure is taken as `later`."""
    parts = status.split(".")
    for length in range(len(parts), 0, -1):
        row = _BY_CODE.get(".".join(parts[:length]))
        if row:
            return row
    return _BY_CODE["4"]
