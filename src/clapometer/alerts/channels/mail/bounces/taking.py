"""What follows from a report: an address ends, a mail is counted as come back, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import FAILED, SENT, Delivery, Endpoint
from clapometer.instants import now

from ..sealing import Sealed
from ..statuses import GONE, LATER, REFUSED, Status, judge
from .reports import COMPLAINED, Report
from .reports import FAILED as CAME_BACK

# What became of a report.
ENDED, COUNTED, NOTHING = "ended", "counted", "nothing"
TAKEN = {
    ENDED: "the address gets no more mail",
    COUNTED: "the mail is counted as come back",
    NOTHING: "nothing follows: a delay, a fault of the site's, or taken in before",
}
WITHIN = 30 * DAY
LONGEST_REASON = 200


class Ending(NamedTuple):
    """Of the mails of the last 30 days so many came back, the last so many days after the first."""

    verdict: str
    mails: int
    days: int


# A full mailbox may be emptied; one that refuses for good seldom changes its mind.
ENDINGS = (Ending(REFUSED, 3, 2), Ending(LATER, 6, 7))
# The status that a delivery bears whose mail came back, by the verdict on it.
_STATUS = {GONE: 550, REFUSED: 554, LATER: 450}
_COMPLAINT = "Its reader complained of the mail to their provider."


def take_in(report: Report) -> str:
    """Do what follows from a report and return which of TAKEN that was; a second time, nothing."""
    if report.kind == COMPLAINED:
        return _end(report.sealed.endpoint, _COMPLAINT)
    if report.kind != CAME_BACK:
        return NOTHING
    row = judge(report.status or "5.0.0")
    if row.verdict not in _STATUS:
        return NOTHING
    with transaction.atomic():
        return _came_back(report.sealed, row, report.status)


def _came_back(sealed: Sealed, row: Status, status: str) -> str:
    reason = f"The mail came back: {row.means} ({status or 'no code'})"[:LONGEST_REASON]
    counted = _count(sealed, row.verdict, reason)
    if row.verdict == GONE or _has_enough(sealed.endpoint):
        return _end(sealed.endpoint, reason)
    return COUNTED if counted else NOTHING


def _count(sealed: Sealed, verdict: str, reason: str) -> bool:
    """Note at its delivery that a mail came back; return whether that was not known."""
    sent = Delivery.objects.filter(notice_id=sealed.notice, endpoint_id=sealed.endpoint, state=SENT)
    return bool(sent.update(state=FAILED, status=_STATUS[verdict], reason=reason))


def _has_enough(endpoint: int) -> bool:
    back = Delivery.objects.filter(
        endpoint_id=endpoint, state=FAILED, status__in=_STATUS.values(),
        done_at__gt=now() - WITHIN * SECOND, reason__startswith="The mail came back",
    )  # fmt: skip
    rows = [(status, at or 0) for status, at in back.values_list("status", "done_at")]
    return any(_reached(one, rows) for one in ENDINGS)


def _reached(ending: Ending, rows: Iterable[tuple[int, int]]) -> bool:
    """Return whether a row of ENDINGS is reached. What is refused counts as not taken now, too."""
    least = _STATUS[ending.verdict]
    times = sorted(at for status, at in rows if status >= least)
    if len(times) < ending.mails:
        return False
    return times[-1] - times[0] >= ending.days * DAY * SECOND


def _end(endpoint: int, reason: str) -> str:
    """End an address, or delete one that was never confirmed."""
    found = Endpoint.objects.filter(id=endpoint, channel="mail")
    if found.filter(state="pending").delete()[0]:
        return ENDED
    ended = found.exclude(state="ended").update(state="ended", reason=reason)
    return ENDED if ended else NOTHING
