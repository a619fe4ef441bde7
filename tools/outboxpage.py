"""The tables of how messages are sent out, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from clapometer.scoring.tables import markdown


def texts() -> dict[str, Callable[[], str]]:
    """The tables by name; Django has to be loaded."""
    from clapometer.alerts.channels.contract import OUTCOMES
    from clapometer.cli.outbox import MEMBERS, NOTICE_MEMBERS

    return {
        "delivery-states": _delivery_states,
        "send-outcomes": partial(_words, "outcome", OUTCOMES),
        "send-turns": _turns,
        "worker-times": _times,
        "outbox-members": partial(_words, "member", MEMBERS),
        "outbox-notice-members": partial(_words, "member", NOTICE_MEMBERS),
    }


def _words(title: str, words: Mapping[str, str]) -> str:
    return markdown((title, "meaning"), ((f"`{word}`", means) for word, means in words.items()))


def _delivery_states() -> str:
    from clapometer.alerts import models

    names = ("waiting", "claimed", "sent", "failed", "dropped")
    rows = zip(names, models.DELIVERY_STATES.values(), strict=True)
    return markdown(("state", "a delivery in it"), rows)


def _turns() -> str:
    from clapometer.alerts.kinds import KINDS
    from clapometer.alerts.outbox.fairness import QUANTUM, WEIGHTS

    rows = (
        (
            str(priority),
            ", ".join(f"`{one.name}`" for one in KINDS.values() if one.priority == priority),
            f"{QUANTUM * weight:,}",
        )
        for priority, weight in WEIGHTS.items()
    )
    return markdown(("priority", "kinds of notices", "messages in one turn"), rows)


def _times() -> str:
    from clapometer.alerts.kinds import DAY, SECOND
    from clapometer.alerts.outbox import clocks, keeping, recording, stock, sweeping, workers

    rows = {
        "seconds between two looks for something new": f"{keeping.POLL:g}",
        "seconds from beat to beat": f"{workers.BEATS:g}",
        "seconds after its last beat in which a worker begins to send": f"{workers.LEASE:g}",
        "seconds without a beat after which its claims are freed": f"{workers.STILL:g}",
        "seconds a clock that jumped is doubted": f"{clocks.DOUBTED:g}",
        "deliveries a worker has in hand at most": f"{stock.CAPACITY:,}",
        "share by which a wait is made longer, at random": f"up to {recording.JITTER:.0%}",
        "days that it is kept what became of a delivery": f"{sweeping.KEPT // DAY // SECOND}",
    }
    return markdown(("what", "how much"), rows.items())
