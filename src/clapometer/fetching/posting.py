"""Sending: very many requests at once, each to an address that was checked when it connected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Request:
    """A POST. `seconds`: for all of it, from asking for a connection to the end of the answer."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    seconds: float = 10.0


class Answer(NamedTuple):
    """What came back.

    `status`: 0 if no answer came. `headers`: the few that anybody asks for, names in small letters.
    `body`: its first 4 KiB. `problem`: one sentence, empty if an answer came; `code` its name in
    the table of refusals.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    problem: str = ""
    code: str = ""
    seconds: float = 0.0
