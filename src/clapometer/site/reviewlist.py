"""The sections of a work's reviews: those in force, and those in the record that do not count."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from .addresses import work_address
from .telling import told_gone
from .workpage import WorkRecord


def read_reviews(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the reviews as they stood; None for a work that is reviewed in its parts alone."""
    if not record.has_own_page:
        return None
    asked = record.asked
    title = gettext("Reviews") if asked.at is None else gettext("Reviews as they stood")
    count = len(record.standing)
    more = work_address(record.work, asked.query(), "work_reviews")
    return {
        "title": title,
        "count": count,
        "rows": record.rows,
        "more": more if count > len(record.rows) else "",
    }


def read_gone(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the reviews that do not count, with what took them out; None where all count."""
    gone = told_gone(record)
    return {"count": len(gone), "rows": gone} if gone else None
