"""An import of facts killed at any moment; run again, it goes on, doubling nothing. Made up."""

import contextlib
import json
import random
import signal
import subprocess

import pytest

from tests.separate import python, run_python, separate_site

KILLS = 8
ROWS = 2_000

LOOK = """
import json, sys
from clapometer.facts.models import FactVersion
from clapometer.desk.models import Import
from clapometer.ledger.consumers import is_behind
from clapometer.ledger.verifying import problems
said = list(FactVersion.objects.filter(kind="credit").values_list("said", flat=True))
print(json.dumps({
    "problems": list(problems()), "credits": len(said), "different": len(set(said)),
    "people": FactVersion.objects.filter(kind="person").count(), "behind": is_behind(),
    "imports": list(Import.objects.values_list("state", flat=True)),
}), flush=True)
"""
# Each process first tells how the one killed before it has left the site.
IMPORT = (
    LOOK
    + """
from pathlib import Path
from clapometer.desk import factimport
factimport.ROWS_AT_ONCE = 20
outcome = factimport.run_facts(Path(sys.argv[1]))
print(json.dumps([outcome.rows, outcome.added, outcome.unchanged, outcome.refused]))
"""
)


def _killed(path, environment, after):
    """Start the import, kill it so many seconds after it begins; return how it found the site."""
    process = python(IMPORT, environment, str(path))
    found = json.loads(process.stdout.readline())
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return found


@pytest.mark.slow
@pytest.mark.database
def test_kill_nine_at_random_moments(tmp_path):
    rows = "".join(
        f"credit,Salt Road (2020),film,Person {n // 3} Made-up,cast,Role {n}\n" for n in range(ROWS)
    )
    path = tmp_path / "credits.csv"
    path.write_text(f"kind,work,work_kind,person,role,character\n{rows}", encoding="utf-8")
    chance = random.Random()
    with separate_site(tmp_path / "site") as environment:
        found = [_killed(path, environment, chance.uniform(0.0, 0.4)) for _ in range(KILLS)]
        *_, last = run_python(IMPORT, environment, str(path)).splitlines()
        end = json.loads(run_python(LOOK, environment))
    for left in [*found, end]:
        assert left["problems"] == []
        assert left["credits"] == left["different"]
        assert len(left["imports"]) <= 1
    reached = [left["credits"] for left in found]
    assert any(0 < number < ROWS for number in reached), f"no kill fell into it: {reached}"
    rows, added, unchanged, refused = json.loads(last)
    assert (rows, added + unchanged, refused) == (ROWS, ROWS, 0)
    people = -(-ROWS // 3)
    assert (end["credits"], end["people"], end["behind"]) == (ROWS, people, False)
    assert end["imports"] == ["done"]
