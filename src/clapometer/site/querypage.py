"""Saved queries as pages: their words, the form of parameters, the table of rows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from clapometer.queries.answering import Answered, answer
from clapometer.queries.table import FIRST_COLUMNS, Query

from .addresses import work_address
from .asking import Asked, query_of, read_asked, text_of

_CLOCKS = ("at", "at_time", "known", "known_time")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter in the form, with the value that was asked."""

    name: str
    means: str
    value: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the answer: rank, work and its address as then, and the other cells."""

    rank: int
    title: str
    url: str
    cells: tuple[str, ...]


def asked_answer(name: str, query: QueryDict) -> tuple[Answered, Asked]:
    """Return the answer to what an address asks. Raises AskRefused and QueryRefused."""
    asked = read_asked(query)
    given = {one: str(query[one]) for one in query if one not in {*_CLOCKS, "rule"}}
    return answer(name, given, asked.at, asked.known), asked


def fields_of(answered: Answered) -> list[Field]:
    """Return the form's fields."""
    return [
        Field(one.name, one.means, answered.asked.values[one.name], one.least, one.most)
        for one in answered.query.parameters
    ]


def lines_of(answered: Answered) -> list[Line]:
    """Return the rows; each work's address keeps the instants that were asked for."""
    query = query_of(at=text_of(answered.asked.at), known=text_of(answered.asked.known))
    works = {one.public_id: one for one in answered.works.values()}
    return [
        Line(
            row["rank"],
            row["title"],
            work_address(works[row["work"]], query),
            tuple(_cell(cell) for name, cell in row.items() if name not in FIRST_COLUMNS),
        )
        for row in answered.rows
    ]


def _cell(cell: object) -> str:
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def heads_of(query: Query) -> list[tuple[str, str]]:
    """Return the columns after the work: the short name, and what it means."""
    return [(gettext(name.replace("_", " ")), meaning) for name, meaning in query.columns.items()]


def follow_key_of(answered: Answered) -> str:
    """Return the key under which works that newly answer to it are told: query:perfect?reviews=9.

    A parameter that has its usual value is left out, so that all who ask the same share a key.
    """
    values = answered.asked.values
    chosen = {
        one.name: values[one.name]
        for one in answered.query.parameters
        if values[one.name] != one.default
    }
    return f"query:{answered.name}" + (f"?{urlencode(sorted(chosen.items()))}" if chosen else "")


def query_string(answered: Answered, asked: Asked) -> str:
    """Return the one query that asks for this answer."""
    values = {name: str(value) for name, value in answered.asked.values.items()}
    at, known = asked.day or text_of(asked.at), asked.known_day or text_of(asked.known)
    return query_of(**values, at=at, known=known)
