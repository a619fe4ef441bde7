"""One event, and what one reviewer says, each packed into one whole number.

The layout is shared by everything compiled. What a kind of event does is read from the table
KINDS, so the compiled engine holds no second copy of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pyarrow

from clapometer.scoring.events import KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[Any]
else:
    Array = Any  # Columns are prepared in the same way where NumPy is not installed.

# A word in force: is the verdict known, is it positive, is there a grade, a top critic; the grade.
KNOWN, POSITIVE, GRADED, TOP = 1, 2, 4, 8
GRADE_SHIFT, GRADE_BITS = 4, 14
VERDICT = (1 << (GRADE_SHIFT + GRADE_BITS)) - 1
# What else is kept of one reviewer of one work: has it said anything, and the two marks.
SAID, WITHDRAWN, EXCLUDED = 1 << 18, 1 << 19, 1 << 20
STATE_BITS = 21
STATE = (1 << STATE_BITS) - 1
# What is left of a cell of 64 bits for the key, which is not 0.
KEY_BITS = 64 - STATE_BITS
# An event carries its kind above the verdict; a row that does not count has this kind.
KIND_SHIFT = STATE_BITS
KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}
LEFT_OUT = len(KINDS)
# Stands in place of a word in force for a row that does not count.
NO_ROW = 0xFFFFFFFF


def room(size: int, kind: Any) -> Array:
    """Return an array that is not filled yet, from Arrow's pool.

    The pool gives memory back that was used before. NumPy would ask the system for large fresh
    pages, which on many virtual machines take ten times as long as the work done in them.
    """
    import numpy as np

    wanted = np.dtype(kind)
    return np.frombuffer(pyarrow.allocate_buffer(size * wanted.itemsize), wanted)


def kind_table() -> Array:
    """Return one row per kind: does it speak, which marks stay as they are, which are set."""
    import numpy as np

    rows = []
    for kind in KINDS.values():
        keep, put = WITHDRAWN | EXCLUDED, 0
        for mark, becomes in ((WITHDRAWN, kind.withdrawn), (EXCLUDED, kind.excluded)):
            if becomes is not None:
                keep &= ~mark
                put |= mark if becomes else 0
        rows.append((int(kind.says), keep, put))
    return np.array(rows, dtype=np.int64)
