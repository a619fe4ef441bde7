"""What a saved query is asked: its parameters and both clocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Asked(NamedTuple):
    """The values of the parameters, and both clocks; None: everything there is."""

    values: Mapping[str, int]
    at: int | None = None
    known: int | None = None
