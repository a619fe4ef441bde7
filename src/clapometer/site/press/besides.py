"""A printed score beside what this site's own record says of that time, in words."""

from __future__ import annotations

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.stories.recordsays import RecordSays, record_says


def beside_the_record(work: Work | None, fact: Fact, known: int | None = None) -> str:
    """Return what this site's own record says instead of a printed score; "" for nothing."""
    found = record_says(work, fact, known)
    return "" if found is None else told_beside(found)


def told_beside(found: RecordSays) -> str:
    """Return it in one sentence."""
    words = {"printed": found.printed, "value": found.value, "count": found.count}
    told = gettext("As printed %(printed)s; the record at that minute says %(value)s of %(count)d.")
    if found.whole_day:
        told = gettext(
            "As printed %(printed)s; the record of that day says %(value)s of %(count)d."
        )
    return told % words
