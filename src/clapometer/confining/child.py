"""The confined process: `python -m clapometer.confining.child` reads tasks, and answers in JSON.

It is told its bounds first and puts up its walls before it loads anything that reads. A task is the
name of a function, its arguments, and bytes; whatever it prints goes nowhere.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from typing import Any

from .bounds import Bounds
from .frames import framed, read_part
from .walls import allow_work, put_up


def main() -> None:
    """Answer tasks until there are none."""
    answers = os.dup(1)
    quiet = os.open(os.devnull, os.O_WRONLY)
    for output in (1, 2):
        os.dup2(quiet, output)
    tasks = sys.stdin.buffer
    told = read_part(tasks)
    if told is None:
        return
    bounds = Bounds(**json.loads(told))
    # What the kernel ends is ended for certain; whoever waits for the answer may be dead.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _send(answers, {"walls": put_up(bounds)})
    while True:
        signal.alarm(bounds.idle_seconds)
        head, data = read_part(tasks), read_part(tasks)
        if head is None or data is None:
            return
        signal.alarm(int(bounds.wall_seconds) + 5)
        allow_work(bounds.work_seconds)
        asked = json.loads(head)
        _send(answers, _done(asked["task"], data, asked["arguments"]))


def _done(task: str, data: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to a task, or why there is none."""
    module, _, name = task.partition(":")
    try:
        return {"answer": _plain(getattr(import_module(module), name)(data, **arguments))}
    except MemoryError:
        return {"failed": "memory"}
    except Exception as problem:  # noqa: BLE001 -- whatever a reader raises, a sentence is told
        sentence = getattr(problem, "sentence", "")
        if sentence:
            return {"failed": "refused", "sentence": str(sentence), "code": _code(problem)}
        return {"failed": "broken", "how": type(problem).__name__}


def _plain(answer: Any) -> Any:
    # What JSON cannot say is told now, where it is one task's trouble.
    json.dumps(answer, allow_nan=False)
    return answer


def _code(problem: Exception) -> str:
    return str(getattr(problem, "code", ""))


def _send(to: int, answer: dict[str, Any]) -> None:
    # A lone half of a pair of UTF-16 is no character: no database takes it.
    left = memoryview(framed(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")))
    while left:
        left = left[os.write(to, left) :]


if __name__ == "__main__":
    main()
