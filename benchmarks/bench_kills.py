"""Workers killed at random while one moment goes to many followers: nothing lost, nothing double.

`make bench ARGS="--kills 100"`. Two workers send; again and again one of them is killed as by a
power cut (SIGKILL) and another started in its place. Nobody tells the others: they find out by the
beat that stands still. The push service counts what arrives. A message that it took just before
the kill is sent again under the same id; a reader is shown it once.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tools.pushservice.running import Running, push_service

from .fanout_site import NAME, make_due, seed, started
from .measure import open_site, table

PROCESSES = 2
PAUSES = (0.5, 2.5)
"""Seconds between two kills, at random between these."""
PATIENCE = 600.0
COLUMNS = {
    "followers": "followers",
    "kills": "kills",
    "lost": "lost",
    "shown": "shown",
    "twice": "shown twice",
    "repeated": "requests repeated",
    "recorded": "recorded as sent",
    "reclaimed": "claimed more than once",
    "seconds": "seconds",
}


def main(kills: int, followers: int = 100_000) -> None:
    """Run in a process and on a site of its own, and print the table."""
    with tempfile.TemporaryDirectory(prefix="clapometer-kills-") as folder:
        command = [sys.executable, "-m", "benchmarks.bench_kills", folder, str(followers),
                   str(kills)]  # fmt: skip
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    table(
        "Workers killed at random", list(COLUMNS.values()), [[f"{told[one]:,}" for one in COLUMNS]]
    )


def measure(
    folder: Path, followers: int, kills: int, pace: tuple[float, float, float] | None
) -> dict[str, Any]:
    """Send, kill, wait for the end; return what the push service and the database counted."""
    open_site(folder)
    with push_service(followers, light=True) as service:
        seed(followers, service)
        began = time.monotonic()
        make_due()
        killed = _kill_and_wait(folder, service, kills, pace)
        return {
            "followers": followers,
            "kills": killed,
            "seconds": round(time.monotonic() - began),
            **_told(service, followers),
        }


def _kill_and_wait(
    folder: Path, service: Running, kills: int, pace: tuple[float, float, float] | None
) -> int:
    """Keep the workers running until everything is sent; kill them meanwhile; return how often."""
    chance = random.Random(5)
    workers = [started(folder, service, pace=pace) for _ in range(PROCESSES)]
    killed = 0
    next_kill = time.monotonic() + chance.uniform(*PAUSES)
    over = time.monotonic() + PATIENCE + 5 * kills
    try:
        while not any(_is_sending(one.pid) for one in workers):
            time.sleep(0.05)
        # The line that a test waits for before it makes trouble of its own.
        print("sending", flush=True)
        while not _is_through() and time.monotonic() < over:
            time.sleep(0.05)
            if killed < kills and time.monotonic() >= next_kill:
                sending = [place for place, one in enumerate(workers) if _is_sending(one.pid)]
                if sending:
                    place = chance.choice(sending)
                    workers[place].kill()
                    workers[place].wait()
                    workers[place] = started(folder, service, pace=pace)
                    killed += 1
                    next_kill = time.monotonic() + chance.uniform(*PAUSES)
    finally:
        for one in workers:
            one.terminate()
        for one in workers:
            one.wait(60)
    return killed


def _is_sending(pid: int) -> bool:
    """Return whether the process has deliveries in hand."""
    from clapometer.alerts.models import CLAIMED, Delivery, Worker

    found = Worker.objects.filter(pid=pid).order_by("-id").first()
    return found is not None and Delivery.objects.filter(
        worker_id=found.id, state=CLAIMED
    ).exists()  # fmt: skip


def _is_through() -> bool:
    """Return whether everything is sent; while the database is away nobody knows."""
    from django.db import DatabaseError, InterfaceError, connection

    from clapometer.alerts.models import Notice

    try:
        return Notice.objects.get().state == "done"
    except (DatabaseError, InterfaceError):
        connection.close()
        return False


def _told(service: Running, followers: int) -> dict[str, int]:
    from django.db.models import Count

    from clapometer.alerts.models import SENT, Delivery

    arrived = Counter(service.arrivals(NAME))
    counts = service.counts()
    twice = sum(
        len(service.of(number)["shown"]) > 1
        for number, times in enumerate(service.arrivals(NAME))
        if times > 1
    )
    rows = Delivery.objects.filter(state=SENT).aggregate(many=Count("endpoint_id"))
    return {
        "lost": followers - sum(many for times, many in arrived.items() if times),
        "shown": counts["shown"],
        "twice": twice,
        "repeated": counts["repeated"],
        "recorded": rows["many"],
        "reclaimed": Delivery.objects.filter(tries__gt=1).count(),
        "refused": sum(counts["refused"].values()),
    }


if __name__ == "__main__":
    where, size, count, *seconds = sys.argv[1:]
    given = tuple(float(one) for one in seconds)
    wanted = (given[0], given[1], given[2]) if given else None
    print(json.dumps(measure(Path(where), int(size), int(count), wanted)))
