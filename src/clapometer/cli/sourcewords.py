"""What became of works from a catalogue, or what would, in words and in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clapometer.desk.cataloguing.outcome import Question, SourceOutcome

_SHOWN = 5


def source_lines(outcome: SourceOutcome) -> Iterator[str]:
    """Yield the outcome for a person."""
    yield (
        f"{outcome.records:,} works: {outcome.added:,} new, {outcome.changed:,} changed,"
        f" {outcome.unchanged:,} unchanged, {outcome.unplaced:,} left out,"
        f" {len(outcome.refusals):,} refused"
    )
    yield (
        f"Facts: {outcome.stated:,} new, {outcome.corrected:,} corrected, {outcome.kept:,} there"
        f" already; people: {outcome.people:,} new"
    )
    yield from _some(outcome.new_works, "New: {}")
    for question in outcome.questions[:_SHOWN]:
        yield from _question_lines(question)
    if len(outcome.questions) > _SHOWN:
        yield f"… and {len(outcome.questions) - _SHOWN:,} more that a person has to place"
    if outcome.questions_file:
        yield (
            f"All of them: {outcome.questions_file}; write yes into the column answer of the right"
            " row, or new, and run the command again with --answers FILE"
        )
    told = [
        f"Differs, not followed: w{one.work} {one.name}, {one.what}: here “{one.here}”, there"
        f" “{one.there}” ({one.why})"
        for one in outcome.differences
    ]
    yield from _some(told, "{}")
    yield from _some([f"{one.row}: {one.sentence}" for one in outcome.refusals], "Refused, {}")


def _question_lines(question: Question) -> Iterator[str]:
    yield f"For you to say: {question.key}, {question.name}: {question.why}"
    for one in question.candidates:
        reasons = ", ".join(one.reasons)
        yield f"  --as {question.key}=w{one.work}  {one.name}, {one.score} of 100: {reasons}"
    yield f"  --as {question.key}=new  none of them"


def _some(told: list[str], form: str) -> Iterator[str]:
    for one in told[:_SHOWN]:
        yield form.format(one)
    if len(told) > _SHOWN:
        yield f"  … and {len(told) - _SHOWN:,} more"


def source_ending(outcome: SourceOutcome, seconds: float) -> str:
    """Return the last line: which import it was, and how to take it back."""
    if outcome.import_id is None:
        return "There was nothing new, so nothing was written."
    undo = f"to take it back: clapometer undo {outcome.import_id}"
    return f"Import {outcome.import_id}, in {seconds:.1f} s; {undo}"


def source_object(outcome: SourceOutcome, *, preview: bool) -> dict[str, object]:
    """Return the outcome for a script."""
    return {
        "preview": preview,
        "import": outcome.import_id,
        "works": outcome.records,
        "added": outcome.added,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "left_out": outcome.unplaced,
        "refused": len(outcome.refusals),
        "facts": {
            "stated": outcome.stated,
            "corrected": outcome.corrected,
            "unchanged": outcome.kept,
        },
        "people": outcome.people,
        "new_works": outcome.new_works[:1000],
        "questions": [
            {
                "key": question.key,
                "name": question.name,
                "why": question.why,
                "candidates": [
                    {"work": f"w{one.work}", "name": one.name, "score": one.score,
                     "reasons": list(one.reasons)}
                    for one in question.candidates
                ],
            }
            for question in outcome.questions
        ],
        "differences": [
            {"work": f"w{one.work}", "name": one.name, "what": one.what, "here": one.here,
             "there": one.there, "why": one.why}
            for one in outcome.differences
        ],
        "refusals": [one.sentence for one in outcome.refusals[:100]],
        "questions_file": None if outcome.questions_file is None else str(outcome.questions_file),
    }  # fmt: skip
