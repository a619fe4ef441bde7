"""How many mails an address has to refuse, or send back, before it ends: a table, and the count.

The count is taken from the deliveries themselves, so there is nothing to keep in step with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import Q

from clapometer.alerts.kinds import DAY, SECOND
from clapometer.alerts.models import FAILED, Delivery

from .statuses import GONE, LATER, REFUSED

# The status that a delivery bears whose mail came back or was refused, by the verdict on it.
STATUS = {GONE: 550, REFUSED: 554, LATER: 450}
CAME_BACK, TURNED_AWAY = "The mail came back: ", "Refused: "
"""How the reasons of deliveries begin that are counted here: nothing else is about the address."""
WITHIN = 30 * DAY


class Ending(NamedTuple):
    """Of the mails of the last 30 days so many came back, the last so many days after the first."""

    verdict: str
    mails: int
    days: int


# A full mailbox may be emptied; one that refuses for good seldom changes its mind.
ENDINGS = (Ending(REFUSED, 3, 2), Ending(LATER, 6, 7))


class Failure(NamedTuple):
    """A mail that was refused or came back: the status of its delivery, and when it was sent."""

    status: int
    at: int


def has_enough(endpoint: int, at: int, more: Sequence[Failure] = ()) -> bool:
    """Return whether an address has refused enough by `at`; `more`: what is not recorded yet."""
    back = Delivery.objects.filter(
        Q(reason__startswith=CAME_BACK) | Q(reason__startswith=TURNED_AWAY),
        endpoint_id=endpoint, state=FAILED, done_at__gt=at - WITHIN * SECOND,
    )  # fmt: skip
    rows = [Failure(status, at or 0) for status, at in back.values_list("status", "done_at")]
    return any(_reached(one, [*rows, *more]) for one in ENDINGS)


def _reached(ending: Ending, failures: Sequence[Failure]) -> bool:
    """Return whether a row of ENDINGS is reached. What is refused counts as not taken now, too."""
    least = 500 if ending.verdict == REFUSED else 400
    times = sorted(one.at for one in failures if one.status >= least)
    if len(times) < ending.mails:
        return False
    return times[-1] - times[0] >= ending.days * DAY * SECOND
