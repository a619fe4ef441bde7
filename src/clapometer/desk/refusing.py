"""What was typed cannot be entered: which field, and one sentence for each."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """What is wrong with one field of a form; the field is "" for the whole of it."""

    field: str
    sentence: str


class EntryRefused(ValueError):
    """Nothing was written; `problems` say why, field by field."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(" ".join(problem.sentence for problem in problems))

    def of(self, field: str) -> str:
        """Return what is wrong with a field, "" where nothing is."""
        return " ".join(one.sentence for one in self.problems if one.field == field)
