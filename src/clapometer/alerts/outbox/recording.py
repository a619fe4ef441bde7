"""Writing down what became of deliveries, hundreds at a time."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.db import connection, transaction

from clapometer.alerts.channels import contract
from clapometer.alerts.channels.contract import Outcome, Parcel, channel_named
from clapometer.alerts.following.pausing import tell_of_pause
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import CLAIMED, DROPPED, FAILED, SENT, WAITING

from .audiences import parts_of
from .claiming import Claim
from .lanes import marks

JITTER = 0.2
"""A wait is longer by up to this share, so that what failed together is not tried together."""
LONGEST_WAIT = 24 * 3600.0
"""Seconds; a server that asks for more is asked again after a day."""
LONGEST_REASON = 200


class Result(NamedTuple):
    """A parcel that was tried, what came of it, and when."""

    parcel: Parcel
    outcome: Outcome
    at: int


class _Ending(NamedTuple):
    """What is written about several deliveries at once."""

    notice_id: int
    state: int
    status: int
    reason: str
    at: int


def record(worker_id: int, results: Sequence[Result], failing: Collection[int]) -> None:
    """Write the results down, all or none; writing them again changes nothing.

    `failing`: endpoints that had failures before, which a success forgives.
    """
    with transaction.atomic():
        _end_deliveries(worker_id, results)
        for result in results:
            if result.outcome.kind == contract.TEMPORARY:
                _wait_or_fail(worker_id, result)
        _mark_endpoints(results, failing)


def drop(worker_id: int, dropped: Iterable[tuple[Claim, str]], now: int) -> None:
    """Write down that claims are not worth delivering, each with its reason."""
    groups: dict[_Ending, list[int]] = defaultdict(list)
    for claim, reason in dropped:
        groups[_Ending(claim.notice_id, DROPPED, 0, reason, now)].append(claim.endpoint_id)
    if groups:
        with transaction.atomic():
            for ending, endpoints in groups.items():
                _end(worker_id, ending, endpoints)


def wait_before(parcel: Parcel, outcome: Outcome) -> float | None:
    """Return the seconds until the next try by the channel's plan, None where there is none."""
    channel = channel_named(parcel.endpoint.channel)
    waits = channel.plan.waits if channel else ()
    if parcel.tries >= len(waits):
        return None
    asked = max(waits[parcel.tries], min(outcome.retry_after or 0.0, LONGEST_WAIT))
    return asked * (1 + JITTER * random.random())  # noqa: S311 -- nothing secret hangs on it


def _end_deliveries(worker_id: int, results: Iterable[Result]) -> None:
    groups: dict[_Ending, list[int]] = defaultdict(list)
    for parcel, outcome, at in results:
        if outcome.kind != contract.TEMPORARY:
            state = SENT if outcome.kind == contract.SENT else FAILED
            reason = outcome.reason[:LONGEST_REASON]
            ending = _Ending(parcel.notice_id, state, outcome.status, reason, at // SECOND * SECOND)
            groups[ending].append(parcel.endpoint.id)
    for ending, endpoints in groups.items():
        _end(worker_id, ending, endpoints)


def _end(worker_id: int, ending: _Ending, endpoints: Sequence[int]) -> None:
    # What was sent was sent, even if the claim was given to another worker meanwhile.
    whose = "state < 2" if ending.state == SENT else f"state = {CLAIMED} AND worker_id = %s"
    owner = [] if ending.state == SENT else [worker_id]
    with connection.cursor() as cursor:
        for part in parts_of(endpoints):
            cursor.execute(
                "UPDATE alerts_delivery SET state = %s, status = %s, reason = %s, done_at = %s,"
                f" worker_id = NULL WHERE notice_id = %s AND endpoint_id IN ({marks(len(part))})"
                f" AND {whose}",
                [ending.state, ending.status, ending.reason, ending.at, ending.notice_id, *part,
                 *owner],
            )  # fmt: skip


def _wait_or_fail(worker_id: int, result: Result) -> None:
    parcel, outcome, at = result
    wait = wait_before(parcel, outcome)
    due = at if wait is None else at + round(wait * SECOND)
    expired = wait is not None and due >= parcel.message.until
    state = FAILED if wait is None or expired else WAITING
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_delivery SET state = %s, due_at = %s, status = %s, reason = %s,"
            " done_at = %s, worker_id = NULL WHERE notice_id = %s AND endpoint_id = %s"
            f" AND state = {CLAIMED} AND worker_id = %s",
            [state, due, outcome.status, outcome.reason[:LONGEST_REASON],
             at if state == FAILED else None, parcel.notice_id, parcel.endpoint.id, worker_id],
        )  # fmt: skip


def _mark_endpoints(results: Sequence[Result], failing: Collection[int]) -> None:
    """Forgive, count or end, by what the endpoints' servers said."""
    forgiven = {
        one.parcel.endpoint.id
        for one in results
        if one.outcome.kind == contract.SENT and one.parcel.endpoint.id in failing
    }
    with connection.cursor() as cursor:
        for part in parts_of(sorted(forgiven)):
            cursor.execute(
                "UPDATE alerts_endpoint SET failing_since = NULL, failures = 0"
                f" WHERE id IN ({marks(len(part))})",
                part,
            )
    for result in results:
        if result.outcome.kind == contract.GONE:
            _end_endpoint(result)
        elif result.outcome.kind in {contract.TEMPORARY, contract.PERMANENT}:
            _count_failure(result)


def _end_endpoint(result: Result) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_endpoint SET state = 'ended', reason = %s WHERE id = %s"
            " AND state <> 'ended'",
            [result.outcome.reason[:LONGEST_REASON], result.parcel.endpoint.id],
        )


def _count_failure(result: Result) -> None:
    """Count a failure; pause an endpoint that did nothing but fail for as long as its plan says."""
    endpoint = result.parcel.endpoint
    channel = channel_named(endpoint.channel)
    ends_after = channel.plan.ends_after if channel else 0
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE alerts_endpoint SET failures = failures + 1,"
            " failing_since = COALESCE(failing_since, %s) WHERE id = %s",
            [result.at, endpoint.id],
        )
        if ends_after:
            cursor.execute(
                "UPDATE alerts_endpoint SET state = 'paused', reason = %s"
                " WHERE id = %s AND state = 'on' AND failing_since <= %s",
                [f"Nothing but failures: {result.outcome.reason}"[:LONGEST_REASON], endpoint.id,
                 result.at - round(ends_after * SECOND)],
            )  # fmt: skip
            if cursor.rowcount:
                tell_of_pause(endpoint.id, result.at)
