"""One event, and what one reviewer says, each packed into one whole number.

The layout is shared by everything compiled. What a kind of event does is read from the table
KINDS, so the compiled engine holds no second copy of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

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
# An event carries its kind above the verdict; a row that does not count has this kind.
KIND_SHIFT = STATE_BITS
KIND_CODES = {kind: code for code, kind in enumerate(KINDS)}
LEFT_OUT = len(KINDS)
# Stands in place of a word in force for a row that does not count.
NO_ROW = 0xFFFFFFFF


def transitions(first: bool) -> Array:
    """Return what an event does to a state, as masks: one row per kind, of four numbers in a line.

    A row holds what is taken from the event, what is kept of the state, and what is set. From row 8
    on stand the same for a reviewer who has spoken already; where only the first version counts,
    nothing more is taken from them. A row that does not count (LEFT_OUT) changes nothing.
    """
    import numpy as np

    masks = np.zeros((2, 8, 4), np.uint32)
    masks[:, LEFT_OUT, 1] = STATE
    for code, kind in enumerate(KINDS.values()):
        keep, put = WITHDRAWN | EXCLUDED, 0
        for mark, becomes in ((WITHDRAWN, kind.withdrawn), (EXCLUDED, kind.excluded)):
            if becomes is not None:
                keep &= ~mark
                put |= mark if becomes else 0
        for spoken in (0, 1):
            if kind.says and not (first and spoken):
                masks[spoken, code, :3] = VERDICT, keep, put | SAID
            else:
                masks[spoken, code, :3] = 0, keep | VERDICT | SAID, put
    return masks.reshape(-1)
