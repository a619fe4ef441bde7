"""What can be wrong with an answer of a catalogue, as sentences for a person."""

from __future__ import annotations

import orjson

from ..problems import Refused
from ..records import RAW_LIMIT, Refusal

SOURCE_REFUSALS = {
    "no_json": "{name} answered with something that is no JSON; try again later.",
    "no_work": "{name} answered with JSON, but not with {what}; check what was asked for.",
    "nothing_found": "{name} knows no {what}.",
    "several": "{name} has several works that may be meant; name one by its number: {what}.",
    "no_item": "“{what}” is no item of {name}; one is named like Q42.",
}
WORK_REFUSALS = {
    "no_identifier": "The work has no identifier of {name}.",
    "no_title": "The work has no title.",
    "other_kind": "It is no film, series, season or episode, but {what}.",
    "not_an_object": "It is no JSON object.",
    "no_day": "“{text}” is no day.",
    "no_count": "“{text}” is no whole number of views or posts.",
    "broken_json": "The line is no valid JSON: {why}.",
    "no_series": "The work does not say of which series it is a part.",
    "wrong_cells": "The row has {found} cells where the header has {expected}.",
}


class SourceRefused(Refused):
    """What a catalogue answered cannot be read; the message is one sentence."""


class WorkRefused(Exception):
    """One work cannot be read; `code` is a key of WORK_REFUSALS."""

    def __init__(self, code: str, **places: object) -> None:
        super().__init__(code)
        self.code, self.places = code, places


def source_refused(code: str, **places: object) -> SourceRefused:
    """Return the refusal of an answer."""
    return SourceRefused(code, SOURCE_REFUSALS[code].format(**places))


def refused_work(row: int, problem: WorkRefused, raw: object) -> Refusal:
    """Return the refusal of one work, with the beginning of what was read."""
    shown = {name: str(value)[:60] for name, value in problem.places.items()}
    sentence = WORK_REFUSALS[problem.code].format(**shown)
    return Refusal(row, problem.code, sentence, {"line": _cut(raw)})


def read_json(body: bytes, name: str) -> object:
    """Return the JSON value of an answer. Raises SourceRefused."""
    try:
        return orjson.loads(body)
    except (ValueError, RecursionError):
        raise source_refused("no_json", name=name) from None


def _cut(raw: object) -> str:
    try:
        return orjson.dumps(raw, default=str)[:RAW_LIMIT].decode("utf-8", "replace")
    except (TypeError, ValueError, RecursionError):
        return ""
