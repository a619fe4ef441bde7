"""The moments of every work of a table of events: `python -m benchmarks.bench_moments 1000000`."""

from __future__ import annotations

import sys
import time

from clapometer.scoring.frames import history, moments

from .events import event_table
from .measure import table

RULE = "rotten-tomatoes-2020"
# Beyond so many rows the engine of the site would take minutes.
PLAIN_UP_TO = 100_000


def main(rows: int) -> None:
    """Print how long the history and the moments take, on the clock and on the processor."""
    events = event_table(rows)
    moments(events.slice(0, 1000), RULE)  # Compiles, or loads what is compiled.
    history(events.slice(0, 1000), RULE)
    runs = {
        "history": lambda: history(events, RULE),
        "moments": lambda: moments(events, RULE),
    }
    if rows <= PLAIN_UP_TO:
        runs["moments, plain engine"] = lambda: moments(events, RULE, engine="plain")
    found, lines = {}, []
    for name, run in runs.items():
        clock, processor = time.perf_counter(), time.process_time()
        found[name] = run()
        spent = time.perf_counter() - clock, time.process_time() - processor
        lines.append((name, f"{spent[0]:.2f}", f"{spent[1]:.2f}", f"{found[name].num_rows:,}"))
    plain = found.get("moments, plain engine")
    assert plain is None or plain.equals(found["moments"])
    title = f"Moments of a table of {rows:,} events"
    table(title, ("what", "seconds", "seconds of processor", "rows that come out"), lines)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
