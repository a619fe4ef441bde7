"""What follows from a report: an address ends, a mail is counted as come back, or nothing."""

from __future__ import annotations

from django.db import transaction

from clapometer.alerts.models import FAILED, SENT, Delivery, Endpoint
from clapometer.instants import now

from ..counting import CAME_BACK, STATUS, has_enough
from ..sealing import Sealed
from ..statuses import GONE, Status, judge
from . import reports
from .reports import Report

# What became of a report.
ENDED, COUNTED, NOTHING = "ended", "counted", "nothing"
TAKEN = {
    ENDED: "the address gets no more mail",
    COUNTED: "the mail is counted as come back",
    NOTHING: "nothing follows: a delay, a fault of the site's, or taken in before",
}
LONGEST_REASON = 200
_COMPLAINT = "Its reader complained of the mail to their provider."


def take_in(report: Report) -> str:
    """Do what follows from a report and return which of TAKEN that was; a second time, nothing."""
    if report.kind == reports.COMPLAINED:
        return _end(report.sealed.endpoint, _COMPLAINT)
    if report.kind != reports.FAILED:
        return NOTHING
    row = judge(report.status or "5.0.0")
    if row.verdict not in STATUS:
        return NOTHING
    with transaction.atomic():
        return _came_back(report.sealed, row, report.status)


def _came_back(sealed: Sealed, row: Status, status: str) -> str:
    reason = f"{CAME_BACK}{row.means} ({status or 'no code'})"[:LONGEST_REASON]
    counted = _count(sealed, row.verdict, reason)
    if row.verdict == GONE or has_enough(sealed.endpoint, now()):
        return _end(sealed.endpoint, reason)
    return COUNTED if counted else NOTHING


def _count(sealed: Sealed, verdict: str, reason: str) -> bool:
    """Note at its delivery that a mail came back; return whether that was not known."""
    sent = Delivery.objects.filter(notice_id=sealed.notice, endpoint_id=sealed.endpoint, state=SENT)
    return bool(sent.update(state=FAILED, status=STATUS[verdict], reason=reason))


def _end(endpoint: int, reason: str) -> str:
    """End an address, or delete one that was never confirmed."""
    found = Endpoint.objects.filter(id=endpoint, channel="mail")
    if found.filter(state="pending").delete()[0]:
        return ENDED
    ended = found.exclude(state="ended").update(state="ended", reason=reason)
    return ENDED if ended else NOTHING
