"""What an import would do and what it did, in words and in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clapometer.desk.imports import Outcome
    from clapometer.desk.previews import Preview

_SHOWN = 5


def preview_lines(seen: Preview) -> Iterator[str]:
    """Yield the preview for a person."""
    yield f"{seen.rows:,} rows:"
    yield f"  {seen.reviews:,} new reviews, {seen.revised:,} revise a review that is there"
    yield f"  {seen.unchanged:,} say what is there already"
    yield f"  {seen.refused:,} refused"
    yield f"New: {seen.works:,} works, {seen.critics:,} critics, {seen.outlets:,} outlets"
    if seen.works_refused:
        yield f"Refused of the table of works: {seen.works_refused:,} rows"
    for title in seen.new_works[:_SHOWN]:
        yield f"  {title}"
    if seen.works > len(seen.new_works[:_SHOWN]):
        yield f"  … and {seen.works - len(seen.new_works[:_SHOWN]):,} more"
    for title, candidates in list(seen.ambiguous.items())[:_SHOWN]:
        yield f"Ambiguous: “{title}” may be {' or '.join(candidates)}"
    for code, count in _by_count(seen.reasons):
        yield f"Refused, {code}: {count:,}"
        for refusal in seen.examples.get(code, [])[:_SHOWN]:
            yield f"  row {refusal.row:,}: {refusal.sentence}"
    yield from seen.remarks


def preview_object(seen: Preview) -> dict[str, object]:
    """Return the preview for a script; by `preview` it is told from an outcome."""
    return {
        "preview": True,
        "rows": seen.rows,
        "reviews": seen.reviews,
        "revised": seen.revised,
        "unchanged": seen.unchanged,
        "refused": seen.refused,
        "works": seen.works,
        "works_refused": seen.works_refused,
        "critics": seen.critics,
        "outlets": seen.outlets,
        "new_works": list(seen.new_works),
        "ambiguous": {title: list(candidates) for title, candidates in seen.ambiguous.items()},
        "reasons": dict(seen.reasons),
        "remarks": list(seen.remarks),
    }


def outcome_lines(outcome: Outcome, seconds: float) -> Iterator[str]:
    """Yield what became of the file, for a person."""
    if outcome.resumed:
        yield "An interrupted import of this file was taken up again."
    yield (
        f"{outcome.rows:,} rows in {seconds:.1f} s: {outcome.added:,} added"
        f" ({outcome.revised:,} of them revise), {outcome.unchanged:,} unchanged,"
        f" {outcome.refused:,} refused"
    )
    yield f"New: {outcome.works:,} works, {outcome.critics:,} critics, {outcome.outlets:,} outlets"
    if outcome.copies:
        yield (
            f"{outcome.copies:,} reviews are by a critic who reviews the work elsewhere too,"
            f" {outcome.repeats:,} of them the same review; the rule decides whether they count"
        )
    if outcome.works_refused:
        yield f"Refused of the table of works: {outcome.works_refused:,} rows"
    for code, count in _by_count(outcome.reasons):
        yield f"Refused, {code}: {count:,}"
    yield from outcome.remarks
    if outcome.report:
        yield f"Refused rows: {outcome.report}"
    if outcome.import_id is None:
        yield "There was nothing new in the file, so nothing was written."
    else:
        yield f"Import {outcome.import_id}; to take it back: clapometer undo {outcome.import_id}"


def outcome_object(outcome: Outcome, seconds: float) -> dict[str, object]:
    """Return what became of the file as the contract for scripts lays it down."""
    return {
        "preview": False,
        "import": outcome.import_id,
        "rows": outcome.rows,
        "added": outcome.added,
        "unchanged": outcome.unchanged,
        "refused": outcome.refused,
        "report": None if outcome.report is None else str(outcome.report),
        "revised": outcome.revised,
        "works": outcome.works,
        "works_refused": outcome.works_refused,
        "critics": outcome.critics,
        "outlets": outcome.outlets,
        "copies": outcome.copies,
        "repeats": outcome.repeats,
        "reasons": dict(outcome.reasons),
        "remarks": list(outcome.remarks),
        "resumed": outcome.resumed,
        "seconds": round(seconds, 3),
    }


def _by_count(reasons: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(reasons.items(), key=lambda reason: -reason[1])
