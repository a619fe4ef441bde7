"""Dropping the texts of stories: they lie on the desk only as long as somebody may need them."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from clapometer.instants import now

from .models import Proposal, Reading

_DAY, _DAYS = 86_400_000_000, 14


def sweep() -> int:
    """Drop the texts that have had their time by the site's setting; return how many."""
    days = settings.SITE["text_days"].strip()
    return drop_texts(int(days) if days.isascii() and days.isdigit() else _DAYS)


def drop_texts(days: int, until: int | None = None) -> int:
    """Drop the texts of what was read and settled longer than so many days ago; return how many.

    Headline, outlet, link and the short quotes of what was accepted stay.
    """
    at = now() if until is None else until
    before = at - days * _DAY
    mine = Proposal.objects.filter(backings__reading=OuterRef("id"))
    open_still = mine.filter(Q(state="waiting") | Q(settled_at__gt=before))
    over = Reading.objects.filter(~Exists(open_still), taken_at__lte=before)
    over = over.exclude(state="waiting").exclude(text="", page={})
    return over.update(text="", page={}, dropped_at=at)
