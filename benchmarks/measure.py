"""Small tools of the benchmarks: timings, a site of their own, a printed table."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def open_site(folder: Path) -> None:
    """Make this process work on an empty, migrated site in the folder."""
    from clapometer.config.folder import create_folder, is_site

    if not is_site(folder):
        create_folder(folder, name="Benchmark")
    os.environ["CLAPOMETER_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def latencies(work: Callable[[int], object], calls: int) -> list[float]:
    """Return the sorted seconds of many calls, the garbage collector left out."""
    gc.collect()
    gc.disable()
    try:
        times = []
        for number in range(calls):
            start = time.perf_counter()
            work(number)
            times.append(time.perf_counter() - start)
    finally:
        gc.enable()
    return sorted(times)


def quantile(sorted_times: Sequence[float], share: float) -> float:
    """Return the time that this share of the calls stays under."""
    return sorted_times[min(len(sorted_times) - 1, int(len(sorted_times) * share))]


def peak_megabytes() -> float:
    """Return the largest memory this process has held so far."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table in Markdown."""
    lines = [list(map(str, header)), *[list(map(str, row)) for row in rows]]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    print(f"\n## {title}\n")
    for position, line in enumerate(lines):
        print(
            "| "
            + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
            + " |"
        )
        if position == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
