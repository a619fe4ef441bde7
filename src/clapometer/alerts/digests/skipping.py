"""Going on after a pause: digests tell only what comes from then on."""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.alerts.cadences import DAILY, WEEKLY
from clapometer.alerts.models import Digested

NO_NOTICE = 0


def skip(endpoints: Iterable[int], at: int) -> None:
    """Let the next digests to these endpoints tell nothing that began to be sent before `at`."""
    rows = [
        Digested(
            endpoint_id=number, cadence=cadence, notice_id=NO_NOTICE, earlier=at, since=at, until=at
        )
        for number in endpoints
        for cadence in (DAILY, WEEKLY)
    ]
    Digested.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["endpoint_id", "cadence"],
        update_fields=["notice_id", "earlier", "since", "until"],
    )  # fmt: skip
