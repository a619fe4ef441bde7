"""What the answer of a push service means (RFC 8030, section 5, and what the services do).

Only one thing ends a subscription: a push service that says there is none any more. What may be
the site's own fault never does, or one wrong clock would unsubscribe every reader.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from clapometer.alerts.channels.contract import GONE, PERMANENT, SENT, TEMPORARY, Outcome
from clapometer.alerts.marking import gettext_noop
from clapometer.fetching.posting import Answer
from clapometer.instants import to_datetime

LONGEST_WAIT = 86_400.0
"""Seconds that a push service is believed to need; one that asks for more is asked in a day."""
LONGEST_REASON = 200


class Verdict(NamedTuple):
    """What some statuses mean: `kind` of the outcome, and one sentence for whoever follows."""

    statuses: tuple[int, ...]
    kind: str
    reason: str


VERDICTS = (
    Verdict((200, 201, 202, 204), SENT, ""),
    Verdict((404, 410), GONE, gettext_noop("The browser's subscription has ended.")),
    Verdict(
        (400,), PERMANENT, gettext_noop("The push service does not understand this message.")
    ),
    Verdict(
        (401, 403), TEMPORARY,
        gettext_noop("The push service does not accept this site's signature: its clock, its"
                     " contact or its key may be wrong."),
    ),
    Verdict((413,), PERMANENT, gettext_noop("The message is too large for the push service.")),
    Verdict(
        (406, 408, 412, 421, 425, 429), TEMPORARY,
        gettext_noop("The push service asks to send more slowly."),
    ),
)  # fmt: skip
"""Statuses with a meaning of their own. 406 and 412 are how Microsoft's says that it is throttled
or that a device is away for now."""

CLASSES = {
    2: Verdict((), SENT, ""),
    3: Verdict(
        (), PERMANENT,
        gettext_noop("The push service sends on to another address, which is not followed: the"
                     " signature is for this one alone."),
    ),
    4: Verdict((), PERMANENT, gettext_noop("The push service refuses this message.")),
    5: Verdict((), TEMPORARY, gettext_noop("The push service has a fault for now.")),
}  # fmt: skip
"""Every other status, by its first digit."""

OTHER_KEY = Verdict(
    (400, 401, 403), PERMANENT,
    gettext_noop("The browser subscribed for another key than this site's: turn messages off and"
                 " on again there."),
)  # fmt: skip
"""No other try helps, but the right key put back does, so the subscription stays."""
OTHER_KEY_WORDS = (
    b"VapidPkHashMismatch",
    b"do not correspond to the credentials",
    b"does not correspond to the sender",
)
"""How Apple's and Google's say so, in the body."""
STRANGE = Verdict((), TEMPORARY, gettext_noop("The push service answered nothing that is HTTP."))

_BY_STATUS = {status: verdict for verdict in VERDICTS for status in verdict.statuses}


def outcome_of(answer: Answer, now: int) -> Outcome:
    """Return what an answer at the instant `now` means."""
    if not answer.status:
        return Outcome(TEMPORARY, 0, answer.problem[:LONGEST_REASON])
    verdict = _verdict(answer)
    wait = None
    if verdict.kind == TEMPORARY:
        wait = asked_wait(answer.headers.get("retry-after", ""), now)
    return Outcome(verdict.kind, answer.status, verdict.reason, wait)


def _verdict(answer: Answer) -> Verdict:
    status, body = answer.status, answer.body
    if status in OTHER_KEY.statuses and any(words in body for words in OTHER_KEY_WORDS):
        return OTHER_KEY
    return _BY_STATUS.get(status) or CLASSES.get(status // 100, STRANGE)


def asked_wait(text: str, now: int) -> float | None:
    """Return the seconds that a Retry-After asks for, in seconds or as a date (RFC 9110, 10.2.3).

    At most LONGEST_WAIT, at least 0; None where there is none or it cannot be read.
    """
    text = text.strip()
    if text.isascii() and text.isdecimal():
        return min(float(text[:9]), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return min(max(_seconds(moment, to_datetime(now)), 0.0), LONGEST_WAIT)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _seconds(later: datetime, earlier: datetime) -> float:
    return (later - earlier).total_seconds()
