"""A site with very many followers of one work, workers on it, and one moment to be told.

Followers are seeded by plain SQL, each with one follow and one browser of the loopback push
service. Everything in it is made up.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.pushservice.running import Running

from .fanout_worker import PACE, REACH

AT_ONCE = 20_000
KEY = "work:1"
NAME = "benchmark"
"""The stable id of the one notice."""


def seed(followers: int, service: Running) -> None:
    """Write the followers, each with one follow and one browser."""
    from django.db import connection, transaction

    origin = service.origin()
    for start in range(0, followers, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, followers))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO alerts_follower (id, generation, zone, language, cadence, digest_at,"
                " digest_weekday, paused, created_at)"
                " VALUES (%s, 0, 'UTC', 'en', 'now', 480, 0, FALSE, 0)",
                [(number + 1,) for number in numbers],
            )
            cursor.executemany(
                "INSERT INTO alerts_follow (follower_id, key, kinds, cadence, since)"
                " VALUES (%s, %s, 2047, 'now', 0)",
                [(number + 1, KEY) for number in numbers],
            )
            cursor.executemany(
                "INSERT INTO alerts_endpoint (id, follower_id, channel, address, mark, origin,"
                " details, state, reason, created_at, failures)"
                " VALUES (%s, %s, 'webpush', %s, %s, %s, %s, 'on', '', 0, 0)",
                [
                    (number + 1, number + 1, service.endpoint(number), f"{number:064x}", origin,
                     json.dumps(service.subscribers.keys(number)))
                    for number in numbers
                ],
            )  # fmt: skip


@contextmanager
def running_workers(site: Path, processes: int, service: Running) -> Iterator[None]:
    """Run the command `clapometer worker`, until the block ends."""
    from clapometer.alerts.models import Worker

    with started(site, service, "--processes", str(processes)) as process:
        try:
            while Worker.objects.count() < processes:
                assert process.poll() is None, "the workers ended"
                time.sleep(0.1)
            time.sleep(1.0)
            yield
        finally:
            process.terminate()
            process.wait(60)


def started(
    site: Path, service: Running, *arguments: str, pace: tuple[float, float, float] | None = None
) -> subprocess.Popen[bytes]:
    """Start the command `clapometer worker`. `pace`: other seconds than workers.BEATS, LEASE and
    STILL, for runs that are to be short."""
    reach = {"permit": sorted(service.permit), "trust": service.trust, "names": service.names()}
    environment = {**os.environ, REACH: json.dumps(reach)}
    if pace is not None:
        environment[PACE] = json.dumps(pace)
    command = [sys.executable, "-m", "benchmarks.fanout_worker", "--data", str(site)]
    return subprocess.Popen([*command, *arguments], env=environment, start_new_session=True)


def make_due() -> None:
    """Write the one notice, due at once."""
    from clapometer.alerts.drafts import NoticeDraft, write_notices
    from clapometer.alerts.models import Notice
    from clapometer.instants import now

    at = now()
    draft = NoticeDraft(
        name=NAME, kind="score", title="A Made-up Series, season 3",
        text="It has lost its perfect score: 98 after 36 reviews.", url="/work/w1/made-up",
        happened_at=at, recorded_at=at, keys=(KEY,), family="work:1 crossing 100", due_at=at,
    )  # fmt: skip
    (notice,) = write_notices([draft])
    Notice.objects.filter(id=notice.id).update(state="due")
