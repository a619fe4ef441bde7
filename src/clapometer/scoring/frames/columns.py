"""The columns of the tables that go in and come out, as data that the documentation prints."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column: whether it must be there, what it holds, and what that means."""

    needed: bool
    holds: str
    means: str


INPUT: dict[str, Column] = {
    "work": Column(True, "whole number or text", "The work reviewed."),
    "reviewer": Column(
        True,
        "whole number or text",
        "Who reviews: a critic in an outlet. Not needed with `review`.",
    ),
    "happened_at": Column(
        True,
        "timestamp, date, ISO 8601 text, or whole microseconds since 1970 in UTC",
        "When it was published; without a zone, UTC. Empty where unknown: it then counts from "
        "`recorded_at`.",
    ),
    "kind": Column(
        False,
        "text: posted, revised, withdrawn, excluded, restored",
        "What happens. Without the column, everything is posted.",
    ),
    "positive": Column(False, "yes or no, or empty", "The verdict."),
    "grade": Column(False, "0 to 10000, or empty", "The grade in ten-thousandths of its scale."),
    "critic": Column(
        False,
        "whole number or text, or empty",
        "Who the critic is, for rules that count a critic once; empty for one without a name. "
        "Without the column, every reviewer is its own critic.",
    ),
    "recorded_at": Column(False, "as `happened_at`", "When the entry was recorded."),
    "voided_at": Column(
        False, "as `happened_at`, or empty", "When an undo took the entry back; it does not count."
    ),
    "top": Column(False, "yes or no", "Whether it is a top critic's."),
    "seq": Column(
        False, "whole number", "The order of entries of one instant; else the order of the rows."
    ),
    "review": Column(
        False,
        "whole number from 0",
        "A number for each (work, reviewer), not much larger than the number of rows: saves the "
        "search for what the reviewer said before.",
    ),
}
HISTORY: dict[str, Column] = {
    "seq": Column(True, "int64", "As given, else the number of the row, from 0."),
    "work": Column(True, "as given", "The work."),
    "count": Column(False, "int32", "Reviews with a known verdict after this row."),
    "positive": Column(False, "int32", "Those in favour among them."),
    "share": Column(False, "float64, 0 to 1", "positive / count; empty without a review."),
    "mean": Column(False, "float64, 0 to 1", "The mean grade; empty without a grade."),
    "graded": Column(False, "int32", "Reviews with a grade."),
    "printed": Column(
        False,
        "int8, 0 to 100; float64 where the rule prints decimals or beyond",
        "The printed score in the rule's unit; empty under the rule's minimum.",
    ),
}
SUMS: dict[str, Column] = {
    "grade_sum": Column(True, "int64", "The sum of the grades, in ten-thousandths."),
    "grade_squares": Column(True, "int64", "The sum of their squares."),
    "top_count": Column(True, "int64", "Reviews by top critics with a known verdict."),
    "top_positive": Column(True, "int64", "Those in favour among them."),
}
SCORES: dict[str, Column] = {
    **{name: column for name, column in HISTORY.items() if name != "seq"},
    **SUMS,
}
WORKS: dict[str, Column] = {
    "size": Column(
        False,
        "text: season, limited, wide, or empty",
        "The size of the work, for badges, in every row of the work or in some. A work without one "
        "holds no badge.",
    ),
    "release": Column(
        False, "as `happened_at`, or empty", "When the work was released, for the moment `release`."
    ),
}
"""What `moments` takes besides INPUT: facts about the work, the same in all its rows."""
MOMENTS: dict[str, Column] = {
    "work": Column(True, "as given", "The work."),
    "id": Column(True, "text, 32 hexadecimal digits", "The same whenever the history is told."),
    "kind": Column(True, "text", "One of the table of kinds."),
    "at": Column(True, "timestamp in microseconds, UTC", "When it happened."),
    "undated": Column(True, "yes or no", "Whether the time of the entry behind it is unknown."),
    "recorded_at": Column(
        True,
        "timestamp in microseconds, UTC",
        "The first instant at which it could be told; without the column, as if each entry had "
        "been recorded when it happened.",
    ),
    "text": Column(True, "text", "What happened, in words."),
    "before": Column(
        False, "as `printed` of `history`", "The printed score before; empty where there was none."
    ),
    "after": Column(
        False,
        "as `printed` of `history`",
        "The printed score afterwards; empty where there is none.",
    ),
    "positive": Column(True, "int32", "Positive reviews afterwards."),
    "count": Column(True, "int32", "Reviews with a verdict afterwards."),
    "about": Column(
        False, "text", "The threshold, milestone, badge or band; empty where there is none."
    ),
    "cause": Column(True, "int64", "`seq` of the entry that brought it about."),
}
