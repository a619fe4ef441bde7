"""What became of works that came in, or what would."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from clapometer.readers.records import Refusal


class Candidate(NamedTuple):
    """A work of the site that may be meant: its number and name, the score and its reasons."""

    work: int
    name: str
    score: int
    reasons: tuple[str, ...]


class Question(NamedTuple):
    """A work that a person has to place: its key, name and kind at the source, and why."""

    key: str
    name: str
    why: str
    candidates: tuple[Candidate, ...]
    kind: str = ""


class Difference(NamedTuple):
    """Where the source says otherwise than a person, or another source, and was not followed."""

    work: int
    name: str
    what: str
    here: str
    there: str
    why: str


@dataclass(slots=True)
class SourceOutcome:
    """What became of the records of a source.

    records = added + changed + unchanged + unplaced + refused. `unplaced`: the site does not have
    them (and was not asked to add them), or a person has to place them or what they are a part of.
    Of facts: `stated` are new, `corrected` and `kept` were there.
    """

    import_id: int | None = None
    records: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    unplaced: int = 0
    stated: int = 0
    corrected: int = 0
    kept: int = 0
    people: int = 0
    questions: list[Question] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    new_works: list[str] = field(default_factory=list)
    questions_file: Path | None = None

    @property
    def writes(self) -> bool:
        """Return whether anything is, or would be, written."""
        return bool(self.added or self.changed or self.stated or self.corrected or self.people)
