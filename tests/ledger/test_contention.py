"""Four processes write at once for twenty seconds: nothing is lost, nothing is locked."""

import json

import pytest

from tests.separate import python, run_python, separate_site

SECONDS = 20
WRITERS = 4

WRITE = """
import json, sys, time
from django.db import OperationalError
from clapometer.ledger.entries import Draft
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
name, until = sys.argv[1], time.monotonic() + float(sys.argv[2])
written = locked = 0
while time.monotonic() < until:
    try:
        with writing(name) as writer:
            head()
            writer.append([Draft("test.said", "test:", {"n": written + n}) for n in range(3)])
        written += 3
    except OperationalError as problem:
        locked += 1
        print(problem, file=sys.stderr)
print(json.dumps({"written": written, "locked": locked}))
"""

COUNT = """
import json
from collections import Counter
from clapometer.ledger.reading import read_entries
from clapometer.ledger.verifying import problems
by_actor, numbers = Counter(), {}
for entry in read_entries():
    numbers.setdefault(entry.actor, []).append(entry.data["n"])
whole = all(found == list(range(len(found))) for found in numbers.values())
counts = {actor: len(found) for actor, found in numbers.items()}
print(json.dumps({"problems": list(problems()), "counts": counts, "in_order": whole}))
"""


@pytest.mark.slow
@pytest.mark.database
def test_four_writers_lose_nothing_and_are_never_locked_out(tmp_path):
    with separate_site(tmp_path / "site") as environment:
        writers = [
            python(WRITE, environment, f"writer:{number}", str(SECONDS))
            for number in range(WRITERS)
        ]
        ends = [writer.communicate(timeout=SECONDS + 60) for writer in writers]
        assert [writer.returncode for writer in writers] == [0] * WRITERS, ends
        reports = [json.loads(out) for out, _ in ends]
        found = json.loads(run_python(COUNT, environment))
    assert [report["locked"] for report in reports] == [0] * WRITERS
    assert found["problems"] == []
    assert found["in_order"]
    assert found["counts"] == {
        f"writer:{number}": report["written"] for number, report in enumerate(reports)
    }
    assert min(report["written"] for report in reports) > 0
