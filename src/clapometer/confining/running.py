"""Doing tasks in a process apart, which is kept for the next task while it behaves."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from threading import Lock
from typing import Any

from .bounds import MIB, USUAL, Bounds
from .exchanging import GaveUp, exchange
from .frames import framed
from .refusals import ConfinedFailed

_PROGRAM = "clapometer.confining.child"
PASSED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "SYSTEMROOT")
"""Of the environment the process gets these and no other: no address of a database, no secret."""
_OWN = {
    "PYTHONUTF8": "1",
    # Threads of linear algebra would each take addresses, and are of no use here.
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
START_SECONDS = 30.0
_MARGIN = 10.0


class Confined:
    """Does tasks one after the other in a process with bounds; safe to share between threads.

    The process is started when the first task comes, and again after a failure, after
    `bounds.tasks` tasks, and when it was idle for long.
    """

    def __init__(self, bounds: Bounds = USUAL) -> None:
        self.bounds = bounds
        self.walls: tuple[str, ...] = ()
        """The walls that stand around the process that was started last."""
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._left = 0
        self._used = 0.0

    def run(self, task: str, data: bytes, **arguments: Any) -> Any:
        """Return what the function, named "module:function", makes of the bytes.

        Arguments and answer are what JSON can say. Raises ConfinedFailed, and nothing else.
        """
        if len(data) > self.bounds.input_bytes:
            raise ConfinedFailed("input", limit=self.bounds.input_bytes // MIB)
        asked = json.dumps({"task": task, "arguments": arguments}).encode()
        with self._lock:
            process = self._ready()
            told = self._told(process, framed(asked, data), self.bounds.wall_seconds)
            self._left -= 1
            self._used = time.monotonic()
            if "answer" not in told:
                self._end()
                raise self._refusal(told)
        return told["answer"]

    def close(self) -> None:
        """End the process; the next task starts another."""
        with self._lock:
            self._end()

    def _ready(self) -> subprocess.Popen[bytes]:
        """Return a process that waits for a task."""
        if self._owner != os.getpid():
            # After a fork the process belongs to the parent, which talks with it still.
            self._process = None
        rested = time.monotonic() - self._used
        stale = rested > self.bounds.idle_seconds - _MARGIN or self._left <= 0
        if self._process is not None and (stale or self._process.poll() is not None):
            self._end()
        if self._process is None:
            self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-B", "-m", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=passed | _OWN,
                start_new_session=True,
            )
        except OSError as problem:
            raise ConfinedFailed("no_start", how=problem.strerror or "no reason told") from None
        assert process.stdin is not None
        os.set_blocking(process.stdin.fileno(), False)
        self._process, self._owner, self._left = process, os.getpid(), self.bounds.tasks
        weakref.finalize(self, _put_down, process, os.getpid())
        told = self._told(process, framed(json.dumps(asdict(self.bounds)).encode()), START_SECONDS)
        self.walls = tuple(str(one) for one in told.get("walls", ()))
        return process

    def _told(
        self, process: subprocess.Popen[bytes], said: bytes, seconds: float
    ) -> Mapping[str, Any]:
        try:
            told = json.loads(exchange(process, said, seconds, self.bounds.answer_bytes))
        except GaveUp as gave_up:
            raise self._ended(process, gave_up.reason) from None
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            self._end()
            raise ConfinedFailed("babble")
        return told

    def _ended(self, process: subprocess.Popen[bytes], reason: str) -> ConfinedFailed:
        """End the process, and return the refusal for what became of it."""
        if reason == "ended":
            with suppress(subprocess.TimeoutExpired):
                process.wait(1.0)
        code = process.poll()
        self._end()
        if reason == "ended":
            reason = _SIGNALS.get(code or 0, "died")
        return self._refusal({"failed": reason, "how": _how(code)})

    def _refusal(self, told: Mapping[str, Any]) -> ConfinedFailed:
        reason, code = str(told.get("failed")), str(told.get("code", ""))
        how, sentence = str(told.get("how", ""))[:80], str(told.get("sentence", ""))[:500]
        bounds = self.bounds
        places: dict[str, dict[str, object]] = {
            "time": {"seconds": bounds.wall_seconds},
            "work": {"seconds": bounds.work_seconds},
            "memory": {"limit": bounds.memory // MIB},
            "answer": {"limit": bounds.answer_bytes // MIB},
            "died": {"how": how},
            "broken": {"how": how},
            "refused": {"sentence": sentence},
        }
        if reason not in places:
            return ConfinedFailed("babble")
        return ConfinedFailed(reason, code=code, **places[reason])

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _put_down(process, self._owner)


def _put_down(process: subprocess.Popen[bytes], owner: int) -> None:
    """End a process, at once and for certain; only who started it may."""
    if owner != os.getpid():
        return
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()


_SIGNALS = {-getattr(signal, "SIGXCPU", 24): "work", -getattr(signal, "SIGALRM", 14): "time"}


def _how(code: int | None) -> str:
    """Return how a process ended, in words."""
    if code is None:
        return "it closed its pipe"
    return f"signal {-code}" if code < 0 else f"exit code {code}"
