"""What becomes of a row: a new review, another entry about a known one, or nothing new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import orjson

from clapometer.ledger.bulk import look_up
from clapometer.ledger.entries import Draft
from clapometer.readers.records import Refusal
from clapometer.reviews.drafts import Reviewer, posted, said_again

from .preparing import Prepared
from .titles import Ambiguous

AMBIGUOUS = "Several works are called “{name}”: {candidates}; name one by an identifier."


class Known(NamedTuple):
    """A review the site has: its id, whether it is in force, its entries' fingerprints, when it
    last said something."""

    review: int
    in_force: bool
    digests: set[int]
    latest: int | None


def refuse_ambiguous(row: Prepared, work: Ambiguous) -> Refusal:
    """Return the refusal of a row whose work is not clear, with what was read of it."""
    candidates = ", ".join(work.candidates)
    read = row.work._asdict() | {"critic": row.critic, "outlet": row.outlet}
    read |= orjson.loads(row.said) | {"quote": row.quote}
    raw = {name: str(value) for name, value in read.items() if value not in ("", None)}
    sentence = AMBIGUOUS.format(name=row.work.title, candidates=candidates)
    return Refusal(row.row, "ambiguous_work", sentence, raw)


def draft_for(reviewer: Reviewer, row: Prepared, known: Known | None) -> Draft | None:
    """Return the entry a row calls for; None when the site has it already.

    A later statement of a known reviewer revises; one from before the latest is an earlier version
    that came to light, and takes its place in the history without changing what is in force. A
    row without a date cannot say that it came after a withdrawal, so it brings nothing back.
    """
    told, happened_at, texts = row.told, row.happened_at, row.texts
    if known is None:
        return posted(reviewer, told, happened_at, texts)
    taken_back = bool(known.digests) and not known.in_force
    if row.digest in known.digests or (taken_back and happened_at is None):
        return None
    earlier = known.latest is not None and happened_at is not None and happened_at < known.latest
    kind = "posted" if earlier or not known.digests else "revised"
    return said_again(kind, known.review, reviewer.work, told, happened_at, texts)


def known_reviews(reviewers: Sequence[Reviewer]) -> dict[Reviewer, Known]:
    """Return which of the reviewers' reviews the site has, with what their entries say."""
    rows = look_up(
        Reviewer._fields,
        reviewers,
        "SELECT critic, outlet, work, wanted.mark, id, standing FROM wanted JOIN reviews_review r"
        " ON r.critic_id = critic AND r.outlet_id = outlet AND r.work_id = work"
        " AND r.mark = wanted.mark",
    )
    said = _said([(work, review) for _, _, work, _, review, _ in rows])
    return {
        Reviewer(*who): Known(review, standing is not None, *said[review])
        for *who, review, standing in rows
    }


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
