"""What can be wrong with a table, in one sentence each."""

from __future__ import annotations

INSTALL = (
    "Tables of millions of rows need Numba and NumPy: install them with "
    "`pip install 'clapometer[frames]'`."
)


class FrameRefused(ValueError):
    """The table cannot be scored; the message is one sentence: what, where, what to do."""


class FramesMissing(ImportError):
    """The packages that compile the engine are not installed; the message says which."""

    def __init__(self) -> None:
        super().__init__(INSTALL)
