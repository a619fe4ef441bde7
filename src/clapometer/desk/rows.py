"""What becomes of a row: a new review, another entry about a known one, or nothing new."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from django.db import connection

from clapometer.ledger.entries import Draft
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.reviews.drafts import Content, Reviewer, review_posted, review_said
from clapometer.reviews.models import NOBODY

from .titles import Ambiguous

_AT_ONCE = 400
# Clocks differ between sites and time zones; beyond this a date is a mistake.
AHEAD = 2 * 86_400_000_000
ROW_REFUSALS = {
    "ambiguous_work": "Several works are called “{name}”: {candidates}; name one by an identifier.",
    "future_date": "The review is dated in the future.",
}


class Known(NamedTuple):
    """A review the site has: its id, the fingerprints of its entries, when it last said something."""

    review: int
    digests: set[int]
    latest: int | None


def refuse_row(record: ReviewRecord, work: int | Ambiguous, latest: int) -> Refusal | None:
    """Return why a row that could be read cannot be taken in, None when it can."""
    if isinstance(work, Ambiguous):
        candidates = ", ".join(work.candidates)
        return _refusal(record, "ambiguous_work", name=record.title, candidates=candidates)
    if record.happened_at is not None and record.happened_at > latest:
        return _refusal(record, "future_date")
    return None


def _refusal(record: ReviewRecord, code: str, **places: str) -> Refusal:
    raw = {name: str(value) for name, value in record._asdict().items() if value not in ("", None)}
    return Refusal(record.row, code, ROW_REFUSALS[code].format(**places), raw)


def reviewer_of(
    record: ReviewRecord, critic: int, outlet: int, work: int, scale: str | None
) -> tuple[Reviewer, Content]:
    """Return who says what in a row."""
    content = Content(
        record.positive,
        record.grade,
        scale,
        record.happened_at,
        record.dated,
        record.verdict_by,
        record.top,
        record.link,
        record.quote,
    )
    mark = _mark(record, content) if critic == NOBODY else ""
    return Reviewer(critic, outlet, work, mark), content


def _mark(record: ReviewRecord, content: Content) -> str:
    """Return what tells an unnamed critic's reviews in one outlet apart: its id, link or content."""
    if record.source_id:
        return f"id:{record.source_id}"[:200]
    if record.link:
        return f"link:{blake2b(record.link.encode(), digest_size=16).hexdigest()}"
    return f"content:{content.digest():x}"


def draft_for(reviewer: Reviewer, content: Content, known: Known | None) -> Draft | None:
    """Return the entry a row calls for; None when the site has it already.

    A later statement of a known reviewer revises; one from before the latest is an earlier version
    that came to light, and takes its place in the history without changing what is in force.
    """
    if known is None:
        return review_posted(reviewer, content)
    if content.digest() in known.digests:
        return None
    earlier = (
        known.latest is not None
        and content.happened_at is not None
        and content.happened_at < known.latest
    )
    first = not known.digests
    return review_said("posted" if earlier or first else "revised", known.review, reviewer, content)


def known_reviews(reviewers: Sequence[Reviewer]) -> dict[Reviewer, Known]:
    """Return which of the reviewers' reviews the site has, with what their entries say."""
    found: dict[Reviewer, int] = {}
    for start in range(0, len(reviewers), _AT_ONCE):
        found.update(_look_up(reviewers[start : start + _AT_ONCE]))
    if not found:
        return {}
    said = _said({review: reviewer.work for reviewer, review in found.items()})
    return {reviewer: Known(review, *said[review]) for reviewer, review in found.items()}


def _look_up(reviewers: Sequence[Reviewer]) -> Iterable[tuple[Reviewer, int]]:
    marks = ",".join(["(%s,%s,%s,%s)"] * len(reviewers))
    values = [part for reviewer in reviewers for part in reviewer]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT critic_id, outlet_id, work_id, mark, id FROM reviews_review"
            f" WHERE (critic_id, outlet_id, work_id, mark) IN (VALUES {marks})",
            values,
        )
        return [(Reviewer(*row[:4]), row[4]) for row in cursor.fetchall()]


def _said(works: dict[int, int]) -> dict[int, tuple[set[int], int | None]]:
    said: dict[int, tuple[set[int], int | None]] = {review: (set(), None) for review in works}
    pairs = list(works.items())
    for start in range(0, len(pairs), _AT_ONCE):
        for review, digest, happened_at in _entries(pairs[start : start + _AT_ONCE]):
            digests, latest = said[review]
            digests.add(digest)
            if happened_at is not None and (latest is None or happened_at > latest):
                said[review] = (digests, happened_at)
    return said


def _entries(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int | None]]:
    """Return (review, digest, happened_at) of every entry in which the reviews say something."""
    columns = "review_id, digest, happened_at FROM reviews_reviewevent"
    saying = "voided_at IS NULL AND kind IN ('posted', 'revised')"
    firsts = ",".join(["(%s,%s)"] * len(pairs))
    laters = ",".join(["%s"] * len(pairs))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} WHERE (work_id, seq) IN (VALUES {firsts}) AND {saying}"
            f" UNION ALL SELECT {columns} WHERE review_id IN ({laters}) AND seq <> review_id"
            f" AND {saying}",
            [part for review, work in pairs for part in (work, review)] + [r for r, _ in pairs],
        )
        return cursor.fetchall()


