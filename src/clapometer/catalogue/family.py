"""A work with its parts and theirs."""

from __future__ import annotations

from .models import Work


def family_of(work: Work) -> list[Work]:
    """Return the work, its parts and their parts: three queries at most, in order of number."""
    found = [work]
    generation = [work]
    while generation and generation[0].kind in {"series", "season"}:
        generation = list(
            Work.objects.filter(parent_id__in=[one.id for one in generation])
            .select_related("parent")
            .order_by("number", "id")
        )
        found += generation
    return found
