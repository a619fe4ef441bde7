"""Sending: very many requests at once, each to an address that was checked when it connected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

SECONDS = 10.0
KEPT_BYTES = 4 << 10
"""Bytes of an answer's body that are kept; a longer one is cut off and left there."""
KEPT_HEADERS = frozenset({"content-type", "link", "location", "retry-after"})


@dataclass(frozen=True, slots=True)
class Request:
    """One POST. `seconds`: for all of it, from asking the name to the last byte of the answer.

    `plain`: whether it may also go to an http address, without encryption; else only https is.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes
    seconds: float = SECONDS
    plain: bool = False


class Answer(NamedTuple):
    """What came back.

    Where `status` is not 0, the peer has decided: its status counts, even if the rest of the answer
    was cut off, and `problem` and `code` are empty. Where it is 0, no answer came: `problem` is one
    sentence for a person, `code` its name in the table of problems; it names the host and nothing
    else of the address, which may be a secret. `headers` are those of KEPT_HEADERS that came, names
    in small letters; `body` is the first KEPT_BYTES; `seconds` is how long it took.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    problem: str = ""
    code: str = ""
    seconds: float = 0.0
