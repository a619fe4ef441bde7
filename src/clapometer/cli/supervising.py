"""Worker processes: started, started again when they die, stopped together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType
from typing import Any

import click

from .endings import DONE, FAILED

SHORTEST, LONGEST = 0.5, 60.0
"""Seconds before a worker that died is started again: twice as long each time it dies at once."""
SOUND = 60.0
"""Seconds after which a worker that dies had started well."""
PATIENCE = 20.0
"""Seconds that workers have to end what they are sending."""


class Place:
    """One of the workers to be kept running. `entered`: its number in the site's table, 0 for none;
    whoever takes its place frees what a dead one was sending, at once."""

    def __init__(self) -> None:
        self.entered: Any = multiprocessing.Value("q", 0, lock=False)
        self.process: BaseProcess | None = None
        self.since = 0.0
        self.wait = 0.0

    def start(self, folder: Path, once: bool) -> None:
        """Start a process in this place."""
        self.process = multiprocessing.Process(
            target=_work, args=(folder, once, self.entered), name="worker"
        )
        self.since = time.monotonic()
        self.process.start()

    def note_death(self, code: int | None) -> None:
        """Say that the process died, and decide how long to wait before the next."""
        self.process = None
        at = time.monotonic()
        short = at - self.since < SOUND
        self.wait = min(max(self.wait * 2, SHORTEST), LONGEST) if short else SHORTEST
        self.since = at
        click.echo(f"A worker ended ({code}); another is started in {self.wait:g} s.", err=True)


def supervise(folder: Path, processes: int, *, once: bool = False) -> int:
    """Keep so many workers running until told to stop; return the exit code.

    With `once` each ends by itself, and none is started again.
    """
    stop = _Stop()
    places = [Place() for _ in range(processes)]
    for place in places:
        place.start(folder, once)
    parent = os.getppid()
    failed = False
    while not stop.asked and os.getppid() == parent and (not once or _running(places)):
        for place in places:
            failed |= _look_after(place, folder, once)
        time.sleep(0.1)
    failed |= _end(places)
    return FAILED if once and failed else DONE


def _look_after(place: Place, folder: Path, once: bool) -> bool:
    """Start a place anew where its process died; return whether one failed for good."""
    if place.process is None:
        if not once and time.monotonic() - place.since >= place.wait:
            place.start(folder, once)
        return False
    if place.process.is_alive():
        return False
    code = place.process.exitcode
    if once:
        place.process = None
        return code != DONE
    place.note_death(code)
    return False


def _running(places: list[Place]) -> bool:
    return any(place.process is not None for place in places)


def _end(places: list[Place]) -> bool:
    """Stop all; return whether one had to be killed."""
    running = [place.process for place in places if place.process is not None]
    for process in running:
        process.terminate()
    over = time.monotonic() + PATIENCE
    for process in running:
        process.join(max(0.0, over - time.monotonic()))
    stubborn = [process for process in running if process.is_alive()]
    for process in stubborn:
        process.kill()
        process.join()
    return bool(stubborn)


class _Stop:
    """Set by Ctrl-C and SIGTERM."""

    def __init__(self) -> None:
        self.asked = False
        signal.signal(signal.SIGINT, self._ask)
        signal.signal(signal.SIGTERM, self._ask)

    def _ask(self, _: int, __: FrameType | None) -> None:
        self.asked = True


def _work(folder: Path, once: bool, entered: Any) -> None:
    """Be a worker; this process was forked for it, or started anew."""
    from .opening import load_site

    load_site(folder)
    raise SystemExit(run_worker(once=once, entered=entered))


def run_worker(*, once: bool = False, entered: Any = None) -> int:
    """Work in this process until told to stop; return the exit code."""
    import threading

    from clapometer.alerts.outbox.tending import Chore
    from clapometer.alerts.outbox.working import Work
    from clapometer.desk.intake.duties import DUTIES

    stop = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    before = entered.value if entered is not None else 0
    duties = [Chore(*one) for one in DUTIES]
    work = Work(_say, stop, instead_of=before or None, duties=duties)
    if entered is not None:
        work.on_entering(lambda number: setattr(entered, "value", number))
    return DONE if work.run(once=once) or not once else FAILED


def _say(line: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')} worker {os.getpid()}: {line}", err=True)
