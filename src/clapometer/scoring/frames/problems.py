"""What can be wrong with a table, in one sentence each."""

from __future__ import annotations

INSTALL = (
    "Tables of millions of rows are scored much faster with Numba and NumPy: install them with "
    "`pip install 'clapometer[frames]'`."
)


class FrameRefused(ValueError):
    """The table cannot be scored; the message is one sentence: what, where, what to do."""


def grade_beyond(row: int, grade: object) -> FrameRefused:
    """Return the refusal of a grade out of range."""
    return FrameRefused(
        f"Row {row} (the first is 0) has the grade {grade}; grades are ten-thousandths of their "
        "scale, from 0 to 10000."
    )


class FramesMissing(ImportError):
    """The packages that compile the engine are not installed; the message says which."""

    def __init__(self) -> None:
        super().__init__(INSTALL)


class SparkMissing(ImportError):
    """The packages that reach a cluster are not installed; the message says which."""

    def __init__(self) -> None:
        super().__init__(
            "Tables on a cluster need PySpark: install it with "
            "`pip install 'clapometer[frames,spark]'`, here and on the workers."
        )
