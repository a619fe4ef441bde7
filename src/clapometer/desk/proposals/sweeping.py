"""Dropping the texts of stories: they lie on the desk only as long as somebody may need them."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, OuterRef, Q

from clapometer.instants import now

from .models import Backing, Proposal, Reading

_DAY, _DAYS, _AT_ONCE = 86_400_000_000, 14, 500


def sweep() -> int:
    """Drop the texts that have had their time by the site's setting; return how many."""
    days = settings.SITE["text_days"].strip()
    return drop_texts(int(days) if days.isascii() and days.isdigit() else _DAYS)


def drop_texts(days: int, until: int | None = None) -> int:
    """Drop the texts of what was read and settled longer than so many days ago; return how many.

    Headline, outlet, link and the quotes of what was accepted stay; of what was not, no words do.
    """
    at = now() if until is None else until
    before = at - days * _DAY
    mine = Proposal.objects.filter(backings__reading=OuterRef("id"))
    open_still = mine.filter(Q(state="waiting") | Q(settled_at__gt=before))
    over = Reading.objects.filter(~Exists(open_still), taken_at__lte=before)
    over = over.exclude(state="waiting").exclude(text="", page={})
    ids = list(over.values_list("id", flat=True))
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        unused = Backing.objects.filter(reading__in=part, proposal__state__in=("refused", "gone"))
        unused.update(quote="")
        Reading.objects.filter(id__in=part).update(text="", page={}, dropped_at=at)
    return len(ids)
