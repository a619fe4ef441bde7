"""Several reviews pasted at once, one a line: link, grade, critic, outlet, date."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.catalogue.models import Work

from .guessing import guess_reviewer
from .refusing import EntryRefused
from .reviewing import Entered, Foreseen, enter_review, foresee_review

MOST = 100
COLUMNS = ("link", "grade", "critic", "outlet", "date")
# Between the parts of a line; the first of these that stands in it is taken.
_SEPARATORS = ("\t", "|", ";", ", ")
_BLANKS = re.compile(r"\s+")


class Line(NamedTuple):
    """One line as typed and as taken apart, with what was guessed."""

    text: str
    typed: dict[str, str]


class Outcome(NamedTuple):
    """What became, or would become, of a line; `wrong` says why nothing can."""

    line: Line
    foreseen: Foreseen | None = None
    entered: Entered | None = None
    wrong: str = ""


def read_lines(text: str, day: str) -> list[Line]:
    """Return the lines that hold something, taken apart; `day` is for those that name none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [Line(line, _filled(_parts(line), day)) for line in lines]


def _parts(line: str) -> list[str]:
    for separator in _SEPARATORS:
        if separator in line:
            return [part.strip() for part in line.split(separator)]
    # Only blanks: the link and the grade hold none, and the rest is the critic.
    return _BLANKS.split(line, maxsplit=2)


def _filled(parts: list[str], day: str) -> dict[str, str]:
    typed = dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, parts, strict=False))
    guess = guess_reviewer(typed["link"], typed["outlet"], typed["critic"])
    return typed | {
        "outlet": typed["outlet"] or guess.outlet,
        "critic": typed["critic"] or guess.critic,
        "date": typed["date"] or day,
        "top": "yes" if guess.top else "",
    }


def foresee_lines(work: Work, lines: list[Line], actor: str) -> list[Outcome]:
    """Return what entering each line alone would do."""
    found = []
    for line in lines:
        try:
            found.append(Outcome(line, foreseen=foresee_review(work, line.typed, actor)))
        except EntryRefused as refusal:
            found.append(Outcome(line, wrong=str(refusal)))
    return found


def enter_lines(work: Work, lines: list[Line], actor: str, token: str) -> list[Outcome]:
    """Enter the lines one by one; those that cannot be read are told, and stop no other."""
    found = []
    for number, line in enumerate(lines):
        try:
            entered = enter_review(work, line.typed, actor, f"{token}-{number}" if token else "")
            found.append(Outcome(line, entered=entered))
        except EntryRefused as refusal:
            found.append(Outcome(line, wrong=str(refusal)))
    return found
