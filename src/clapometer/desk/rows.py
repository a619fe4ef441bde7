"""What becomes of a row: a new review, another entry about a known one, or nothing new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from clapometer.ledger.bulk import look_up
from clapometer.ledger.entries import Draft
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.reviews.drafts import Content, Reviewer, review_posted, review_said
from clapometer.reviews.models import NOBODY

from .titles import Ambiguous

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
    rows = look_up(
        Reviewer._fields,
        reviewers,
        "SELECT critic, outlet, work, wanted.mark, id FROM wanted JOIN reviews_review r"
        " ON r.critic_id = critic AND r.outlet_id = outlet AND r.work_id = work"
        " AND r.mark = wanted.mark",
    )
    found = {Reviewer(*row[:4]): row[4] for row in rows}
    said = _said([(reviewer.work, review) for reviewer, review in found.items()])
    return {reviewer: Known(review, *said[review]) for reviewer, review in found.items()}


def _said(reviews: list[tuple[int, int]]) -> dict[int, tuple[set[int], int | None]]:
    """Return, by review, the fingerprints of its entries in force and the latest of their times."""
    said: dict[int, tuple[set[int], int | None]] = {review: (set(), None) for _, review in reviews}
    for review, digest, happened_at in _entries(reviews):
        digests, latest = said[review]
        digests.add(digest)
        if happened_at is not None and (latest is None or happened_at > latest):
            said[review] = (digests, happened_at)
    return said


def _entries(reviews: list[tuple[int, int]]) -> Iterator[tuple[int, int, int | None]]:
    """Yield (review, digest, happened_at) of every entry in which the reviews say something."""
    columns = "SELECT e.review_id, e.digest, e.happened_at FROM wanted JOIN reviews_reviewevent e"
    saying = "e.voided_at IS NULL AND e.kind IN ('posted', 'revised')"
    firsts = f"{columns} ON e.work_id = work AND e.seq = review WHERE {saying}"
    laters = f"{columns} ON e.review_id = review AND e.seq <> e.review_id WHERE {saying}"
    for query in (firsts, laters):
        yield from look_up(("work", "review"), reviews, query)
