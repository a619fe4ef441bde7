"""What a check of an installation finds."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """Something wrong, and how to mend it."""

    wrong: str
    mend: str
