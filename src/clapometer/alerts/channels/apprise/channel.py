"""The channel: a batch of messages handed to a process that runs Apprise under guard."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from clapometer.alerts.channels.contract import (
    PERMANENT,
    SENT,
    TEMPORARY,
    Outcome,
    Parcel,
    RetryPlan,
)
from clapometer.alerts.kinds import DAY, HOUR, MINUTE
from clapometer.alerts.marking import gettext_noop

from .guard import environment
from .services import INSTALL, is_installed

NAME = "apprise"
PLAN = RetryPlan((MINUTE, 10 * MINUTE, HOUR, 5 * HOUR), ends_after=5 * DAY)
SECONDS = 30.0
"""For one message, whatever the service does; Matrix takes several requests."""
COMMAND = (sys.executable, "-I", "-m", "clapometer.alerts.channels.apprise.carrier")
_NEVER = frozenset({400, 401, 403, 404, 405, 410, 413})
"""Statuses that another try of the same message does not change."""


@dataclass(frozen=True, slots=True)
class AppriseChannel:
    """Sends through Apprise; `command` starts the process that runs it."""

    command: Sequence[str] = COMMAND
    seconds: float = SECONDS
    name: str = NAME
    title: str = gettext_noop("Another service")
    means: str = gettext_noop("ntfy, Matrix and others, each by one address.")
    plan: RetryPlan = PLAN

    def carry(self, parcels: Sequence[Parcel]) -> Iterator[tuple[Parcel, Outcome]]:
        """Yield each parcel with what became of it; what kills the process harms itself alone."""
        if not is_installed():
            missing = Outcome(TEMPORARY, reason=f"Apprise is not installed here: {INSTALL}")
            yield from ((one, missing) for one in parcels)
            return
        waiting = list(parcels)
        while waiting:
            with _Process(self.command) as process:
                while waiting and (told := process.ask(_job(waiting[0]), self.seconds)):
                    yield waiting.pop(0), outcome_of(told)
                if waiting:
                    yield waiting.pop(0), Outcome(TEMPORARY, reason=_no_answer(self.seconds))


def outcome_of(told: dict[str, Any]) -> Outcome:
    """Return what a line of the process means."""
    status = int(told["status"])
    if told["sent"]:
        return Outcome(SENT)
    if told["refused"]:
        return Outcome(PERMANENT, status, told["refused"])
    if not status:
        return Outcome(TEMPORARY, 0, "The service was not reached, or did not answer.")
    kind = PERMANENT if status in _NEVER else TEMPORARY
    return Outcome(kind, status, f"The service answered with status {status}.")


def _job(parcel: Parcel) -> dict[str, str]:
    message = parcel.message
    body = "\n\n".join(filter(None, (message.text, message.url)))
    return {"address": parcel.endpoint.address, "title": message.title, "body": body}


def _no_answer(seconds: float) -> str:
    return f"The service had not taken it after {seconds:g} seconds."


class _Process:
    """A process that takes one message at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=environment(os.environ), text=True, bufsize=1, start_new_session=True,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def ask(self, job: dict[str, str], seconds: float) -> dict[str, Any] | None:
        """Return what became of a message; None where nothing was said in time."""
        given, taken = self._process.stdin, self._process.stdout
        assert given and taken
        try:
            given.write(json.dumps(job) + "\n")
            given.flush()
        except OSError:
            return None
        ready, _, _ = select.select([taken], [], [], seconds)
        line = taken.readline() if ready else ""
        told: dict[str, Any] | None = json.loads(line) if line.endswith("\n") else None
        return told

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
