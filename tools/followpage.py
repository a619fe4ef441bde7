"""The tables about following, from the code that reads what is followed."""

from __future__ import annotations

from collections.abc import Callable

from clapometer.alerts.cadences import CADENCES
from clapometer.alerts.kinds import CHOSEN, kinds_in
from clapometer.alerts.targets import CONDITIONS, TARGETS


def targets_text() -> str:
    """What can be followed, how its key is written, and what can be told of it."""
    lines = ["| key | what | what is told | kinds |", "|---|---|---|---|"]
    for one in TARGETS.values():
        kinds = ", ".join(f"`{kind.name}`" for kind in kinds_in(one.kinds))
        lines.append(f"| `{one.name}:…` | {one.title} | {one.means} | {kinds} |")
    return "\n".join(lines)


def conditions_text() -> str:
    """The conditions on a work, and how each is written behind its key."""
    lines = ["| behind the key | when | exactly | kind |", "|---|---|---|---|"]
    for one in CONDITIONS.values():
        (kind,) = kinds_in(one.kinds)
        lines.append(f"| `/{one.sign}…` | {one.title} | {one.means} | `{kind.name}` |")
    return "\n".join(lines)


def kinds_text() -> str:
    """The kinds that a follower chooses among, and how long each waits before it is sent."""
    lines = ["| kind | on the page | what | waits | no news after |", "|---|---|---|---|---|"]
    lines += [
        f"| `{one.name}` | {one.title} | {one.means} | {_spoken(one.settles)} |"
        f" {_spoken(one.fresh) if one.fresh else ''} |"
        for one in CHOSEN
    ]
    return "\n".join(lines)


def cadences_text() -> str:
    """How often a follower is told."""
    lines = ["| cadence | on the page | what |", "|---|---|---|"]
    lines += [f"| `{one.name}` | {one.title} | {one.means} |" for one in CADENCES.values()]
    return "\n".join(lines)


def _spoken(seconds: int) -> str:
    """A time in the largest unit that it fills: 10 min, 3 d."""
    for unit, size in (("d", 86_400), ("h", 3600), ("min", 60)):
        if seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def texts() -> dict[str, Callable[[], str]]:
    """The tables by the names under which pages ask for them."""
    return {
        "follow-targets": targets_text,
        "follow-conditions": conditions_text,
        "follow-kinds": kinds_text,
        "follow-cadences": cadences_text,
    }
