"""Questions to a person as a table: written by an intake, answered in a spreadsheet, read again."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from clapometer.readers.problems import file_refused
from clapometer.readers.records import Refusal
from clapometer.readers.tables import open_table

from .outcome import Question
from .placing import NEW

COLUMNS = ("key", "name", "why", "work", "called", "score", "reasons", "answer")
YES = frozenset({"yes", "y", "x", "1", "same"})
_WORK = re.compile(r"w([0-9]{1,15})")
# A cell that begins so is taken for a formula by spreadsheets.
_FORMULA = ("=", "+", "-", "@")


def write_questions(path: Path, questions: Iterable[Question]) -> None:
    """Write one row for each work that may be meant; `answer` is left to a person."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for question in questions:
            told = (question.key, question.name, question.why)
            for one in question.candidates:
                cells = (*told, f"w{one.work}", one.name, one.score, "; ".join(one.reasons), "")
                writer.writerow([_plain(str(cell)) for cell in cells])


def read_questions(path: Path) -> dict[str, int | str]:
    """Return the answers by key: the work of the row that is answered with yes, or NEW.

    Rows without an answer say nothing. Raises FileRefused for a file that is no such table.
    """
    table = open_table(path)
    if not {"key", "work", "answer"} <= set(table.columns):
        raise file_refused("no_answers", table.name, columns=", ".join(table.columns[:12]))
    found: dict[str, int | str] = {}
    for item in table.rows:
        if isinstance(item, Refusal):
            continue
        cells = dict(zip(table.columns, item[1], strict=True))
        answer, work = cells["answer"].strip().casefold(), _WORK.fullmatch(cells["work"].strip())
        if answer == NEW:
            found[cells["key"].strip()] = NEW
        elif answer in YES and work:
            found[cells["key"].strip()] = int(work[1])
    return found


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
