"""What a person does to sign in by a code, in steps that tests put together."""

from __future__ import annotations

import re

from django.core import mail
from django.test import Client

from clapometer.accounts import post


def ask_for_code(browser: Client, address: str, **more) -> int:
    """Ask for a code; returns the answer's status when all mail has gone."""
    answer = browser.post("/sign-in", {"email": address, **more})
    arrive()
    return answer.status_code


def arrive() -> None:
    """Wait until the carrier of mail has nothing left to do."""
    post._carrier.submit(lambda: None).result(timeout=20)


def last_code() -> str:
    """The code in the newest mail."""
    found = re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]
