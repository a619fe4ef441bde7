"""Fuzzes read_grade for a bounded time: python tests/fuzz/fuzz_grades.py [-max_total_time=60]

Needs `atheris`, which the project does not depend on: install it beside the package for the run.
The invariant: whatever the text and the scale, a grade between 0 and 1 or GradeRefused with a known
reason; nothing else is raised, and no text takes long.
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["clapometer.scoring"]):
    from clapometer.scoring.grades import GradeRefused, read_grade
    from clapometer.scoring.infer import infer_scale
    from clapometer.scoring.scales import BEFORE, NAMED, REFUSALS, WORDS

SCALES = (None, *NAMED, "of-2", "of-4", "of-10", "of-100", "of-1000", "none")
PARTS = (*WORDS, *BEFORE, " out of ", "★", "☆", "½", "-4..+4", "low ", " stars", "+", "-", "1/2")
SLOW = 0.1


def one_input(data: bytes) -> None:
    """Read one text made of known parts and of whatever the fuzzer likes."""
    source = atheris.FuzzedDataProvider(data)
    scale = SCALES[source.ConsumeIntInRange(0, len(SCALES) - 1)]
    text = ""
    while source.remaining_bytes():
        if source.ConsumeBool():
            text += PARTS[source.ConsumeIntInRange(0, len(PARTS) - 1)]
        else:
            text += source.ConsumeUnicode(12)
    began = time.process_time()
    try:
        grade = read_grade(text, scale)
    except GradeRefused as refused:
        assert refused.reason in REFUSALS
    else:
        assert 0 <= grade.value <= 1 and 0 <= grade.points <= 10_000 and grade.text == text
    infer_scale([text, "7", "8/10"])
    assert time.process_time() - began < SLOW, f"{text!r} takes long"


if __name__ == "__main__":
    bounded = any(one.startswith(("-max_total_time", "-runs")) for one in sys.argv)
    atheris.Setup([*sys.argv, *([] if bounded else ["-max_total_time=60"])], one_input)
    atheris.Fuzz()
