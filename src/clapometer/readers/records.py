"""What readers hand over: records of reviews and works, and refused rows."""

from __future__ import annotations

from typing import NamedTuple

from .problems import CellRefused, row_sentence

RAW_LIMIT = 1_000
"""Characters kept of each cell of a refused row."""


class ReviewRecord(NamedTuple):
    """One review as a file tells it; empty text means that the file does not say."""

    row: int
    """Number of the row: 1 is the first below the header; blank lines are not counted."""
    work: str
    """Identifier `namespace:id`, or "" when the work is named by title only."""
    title: str
    year: int | None
    kind: str
    """"film", "series", "season", "episode" or ""."""
    critic: str
    outlet: str
    source_id: str
    """The review's own identifier in the file it comes from."""
    positive: bool | None
    verdict_by: str
    """"reported": taken over from a list that does not say who set it; "" without a verdict."""
    grade: str
    """The grade as printed."""
    happened_at: int | None
    """Instant of publication: the start of the day when only the day is known."""
    dated: str
    """"day", "instant" or "unknown"."""
    top: bool
    link: str
    quote: str
    first_episodes: bool = False
    """Whether it judges the first episodes only."""


class WorkRecord(NamedTuple):
    """One work as a file tells it."""

    row: int
    identifiers: tuple[str, ...]
    """Identifiers `namespace:id`, the file's own first."""
    title: str
    year: int | None
    kind: str
    release: str
    """"wide", "limited" or ""."""
    parent: str
    """Identifier of the series or season it belongs to, or ""."""
    number: int | None
    """Its number in the parent, of a season or an episode."""
    released: int | None = None
    """Instant of its release: the start of the day when only the day is known."""


class Refusal(NamedTuple):
    """One row that was left out, and why."""

    row: int
    code: str
    sentence: str
    raw: dict[str, str]
    """The row as it stood, by column, or its text under "line"; long cells are cut."""


Row = tuple[int, list[str]]
"""A row number and its cells, as many as the table has columns."""


def refusal(row: int, code: str, raw: dict[str, str], **places: object) -> Refusal:
    """Return the refusal of a row with its sentence filled in and its raw cells cut."""
    cut = {name: text[:RAW_LIMIT] for name, text in raw.items()}
    return Refusal(row, code, row_sentence(code, places), cut)


def refused_cell(problem: CellRefused, row: int, raw: dict[str, str]) -> Refusal:
    """Return the refusal of the row one of whose cells could not be read."""
    return refusal(row, problem.code, raw, **problem.places)
