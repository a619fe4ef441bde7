"""The name beside an actor of the ledger. It lies in the table of members and goes with it."""

from __future__ import annotations

from .models import Member

PREFIX = "member:"


def shown_name(actor: str) -> str:
    """Return the name a member chose to be shown by; "" for others, and where there is none."""
    number = actor.removeprefix(PREFIX)
    if not actor.startswith(PREFIX) or not (number.isascii() and number.isdigit()):
        return ""
    found = Member.objects.filter(pk=int(number)).values_list("name", flat=True)
    return found.first() or ""
