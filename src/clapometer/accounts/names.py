"""The name beside an actor of the ledger. It lies in the table of members and goes with it."""

from __future__ import annotations

from collections.abc import Iterable

from .models import Member

PREFIX = "member:"


def shown_name(actor: str) -> str:
    """Return the name a member chose to be shown by; "" for others, and where there is none."""
    return shown_names([actor])[actor]


def shown_names(actors: Iterable[str]) -> dict[str, str]:
    """Return the names of several actors, by actor, asking once."""
    numbers = {actor: _number(actor) for actor in actors}
    wanted = {number for number in numbers.values() if number is not None}
    members = Member.objects.filter(pk__in=wanted).values_list("pk", "name") if wanted else ()
    names = dict(members)
    return {
        actor: "" if number is None else names.get(number, "") for actor, number in numbers.items()
    }


def _number(actor: str) -> int | None:
    number = actor.removeprefix(PREFIX)
    known = actor.startswith(PREFIX) and number.isascii() and number.isdigit()
    # No database holds a longer number.
    return int(number) if known and len(number) <= 18 else None
