"""The process that runs Apprise, under guard: a message in, what became of it out, a line each.

It is started for a batch of messages and ends with it, and is killed when one takes too long.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import sys
from typing import Any, TextIO

from clapometer.fetching.resolving import Permit

from .guard import Guard

MOST_MEMORY = 1 << 30
"""Bytes: a peer that answers without end fills no more than this process."""
_STATUS = re.compile(r"error=(\d{3})\b")


class _Heard(logging.Handler):
    """Hears what Apprise says went wrong, and keeps of it the status alone: the rest may hold
    secrets."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.status = 0

    def emit(self, record: logging.LogRecord) -> None:
        if found := _STATUS.search(record.getMessage()):
            self.status = int(found[1])


def main(lines: TextIO = sys.stdin, out: TextIO = sys.stdout, permit: Permit = ()) -> None:
    """Send each message that a line describes; print what became of it.

    `permit` is given in code and nowhere else, by tests, as for fetching.Client.
    """
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    import apprise

    heard, guard = _Heard(), Guard(permit)
    logging.getLogger("apprise").addHandler(heard)
    logging.getLogger("apprise").propagate = False
    # What plugins load when they are first used must not need a file to be written.
    sys.dont_write_bytecode = True
    guard.install()
    for line in lines:
        heard.status = 0
        guard.forget()
        sent = _sent(apprise, json.loads(line))
        told = {"sent": sent, "status": heard.status, "refused": guard.refused}
        out.write(json.dumps(told) + "\n")
        out.flush()


def _sent(apprise: Any, job: dict[str, str]) -> bool:
    asset = apprise.AppriseAsset(http_redirects=False, storage_mode="memory")
    service = apprise.Apprise.instantiate(job["address"], asset=asset)
    if service is None:
        return False
    try:
        return bool(
            service.notify(
                title=job["title"], body=job["body"], body_format=apprise.NotifyFormat.TEXT
            )
        )
    except Exception:  # noqa: BLE001 -- whatever a plugin raises, this message was not sent
        return False


if __name__ == "__main__":
    main()
