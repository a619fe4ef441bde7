"""An import killed at any moment leaves a whole ledger; run again, it goes on, doubling nothing."""

import contextlib
import json
import os
import random
import signal
import subprocess

import pytest

from tests.desk.files import row, write
from tests.separate import python, run_python, separate_site

# On PostgreSQL, whose transactions are not ours, fewer do.
KILLS = 10 if os.environ.get("DATABASE_URL") else 30
ROWS = 6_000

LOOK = """
import json, sys
from django.db.models import Count
from clapometer.ledger.consumers import cursor_of, is_behind
from clapometer.ledger.reading import head
from clapometer.ledger.verifying import problems
from clapometer.reviews.models import ReviewEvent, WorkScore
twice = ReviewEvent.objects.values("review_id", "digest").annotate(n=Count("seq")).filter(n__gt=1)
print(json.dumps({
    "problems": list(problems()), "head": head()[0], "reviews": cursor_of("reviews"),
    "events": ReviewEvent.objects.count(), "twice": twice.count(), "behind": is_behind(),
    "scores": sorted(WorkScore.objects.values_list("work_id", "count", "positive")),
}), flush=True)
"""
# Each process first tells how the one killed before it has left the site.
IMPORT = (
    LOOK
    + """
from clapometer.desk import imports, preparing
from clapometer.desk.plans import plan_import
preparing.ROWS_AT_ONCE = 100
outcome = imports.run_import(plan_import(sys.argv[1]))
print(json.dumps([outcome.rows, outcome.added, outcome.unchanged, outcome.refused]))
"""
)


def made_up_rows():
    chance = random.Random(5)
    return [
        row(
            f"Invented Critic {n % 400}",
            chance.choice(["fresh", "rotten"]),
            film=f"Made-up Film {n // 400}",
            quote=f"Made-up words number {n}.",
        )
        for n in range(ROWS)
    ]


@pytest.mark.slow
@pytest.mark.database
def test_kill_nine_at_random_moments(tmp_path):
    path = write(tmp_path / "reviews.csv", made_up_rows())
    chance = random.Random()
    with separate_site(tmp_path / "site") as environment:
        found, window = [], 0.1
        for _ in range(KILLS):
            found.append(_killed(path, environment, chance.uniform(0.0, window)))
            # On a slow machine the kills must not all fall in front of the first batch.
            if len(found) > 1 and found[-1]["events"] == found[-2]["events"]:
                window *= 1.3
        *_, last = run_python(IMPORT, environment, str(path)).splitlines()
        end = json.loads(run_python(LOOK, environment))
    for left in [*found, end]:
        assert (left["problems"], left["twice"]) == ([], 0)
        assert left["reviews"] == left["head"], "entries and reviews are written together"
    reached = [left["events"] for left in found]
    assert any(0 < events < ROWS for events in reached), f"no kill fell into the import: {reached}"
    rows, added, unchanged, refused = json.loads(last)
    assert (rows, added + unchanged, refused) == (ROWS, ROWS, 0)
    assert (end["events"], end["behind"]) == (ROWS, False)
    assert sum(count for _, count, _ in end["scores"]) == ROWS


def _killed(path, environment, after):
    """Start the import, kill it so many seconds after it begins; return how it found the site."""
    process = python(IMPORT, environment, str(path))
    found = json.loads(process.stdout.readline())
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=after)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return found
