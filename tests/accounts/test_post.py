"""Codes on their way: through a real mail server on this machine, and to the terminal."""

from __future__ import annotations

import email
import os
import re
import socket
import subprocess
import sys
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMessage

from clapometer.accounts.post import TerminalBackend
from tests.separate import run_python, separate_site

SIGN_IN = """
from django.test import Client
from clapometer.accounts import post
from clapometer.accounts.models import Member
Member.objects.create(email="ann@made-up.example", role="editor")
browser = Client(headers={"host": "localhost"})
for address in ("ann@made-up.example", "nobody@made-up.example"):
    assert browser.post("/sign-in", {"email": address}).status_code == 302
post._carrier.shutdown(wait=True)
"""


class Kept:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, list[str], email.message.EmailMessage]] = []

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802 -- aiosmtpd's name
        message = email.message_from_bytes(envelope.content, policy=default)
        self.messages.append((envelope.mail_from, envelope.rcpt_tos, message))
        return "250 kept"


@pytest.fixture
def mail_server():
    """A mail server on this machine, and what it has been given."""
    kept = Kept()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield port, kept.messages
    controller.stop()


@pytest.mark.database
def test_a_code_goes_through_a_mail_server(mail_server, tmp_path):
    port, messages = mail_server
    name = "Reviews, “written” — by us\nand others"
    with separate_site(tmp_path / "site") as environment:
        environment |= {
            "CLAPOMETER_MAIL": f"smtp://127.0.0.1:{port}?from=board@example.org",
            "CLAPOMETER_NAME": name,
            "CLAPOMETER_DATA": str(tmp_path / "site"),
        }
        run_python(SIGN_IN, environment)
    ((sender, receivers, message),) = messages
    assert (sender, receivers) == ("board@example.org", ["ann@made-up.example"])
    assert message["subject"].strip() == f"Your code for {name}".replace("\n", " ")
    text = message.get_content().replace("\r\n", "\n")
    assert re.search(r"^ {4}[A-Z]{4}-[A-Z]{4}$", text, re.MULTILINE)
    assert "good for 15 minutes" in text


@pytest.mark.database
def test_without_a_mail_server_a_code_is_written_to_the_terminal(tmp_path):
    with separate_site(tmp_path / "site") as environment:
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{SIGN_IN}"],
            env=environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert re.findall(r"^To (\S+): Your code for Clapometer$", done.stderr, re.MULTILINE) == [
        "ann@made-up.example"
    ]
    assert len(re.findall(r"^ {4}[A-Z]{4}-[A-Z]{4}$", done.stderr, re.MULTILINE)) == 1


def test_the_terminal_gets_words_and_no_headers(capsys):
    message = EmailMessage("A subject", "The words", to=["ann@made-up.example"])
    assert TerminalBackend().send_messages([message]) == 1
    assert capsys.readouterr() == ("", "\nTo ann@made-up.example: A subject\nThe words\n")


TRY = """
import sys
from django.test import Client
def ask(place):
    browser = Client(headers={"host": "localhost"}, REMOTE_ADDR=f"192.0.2.{place}")
    return browser.post("/sign-in", {"email": "ann@made-up.example"}).status_code
print([ask(place) for place in range(int(sys.argv[1]), int(sys.argv[1]) + 3)].count(302))
"""


@pytest.mark.database
def test_limits_hold_for_all_processes_that_serve_a_site_together(tmp_path):
    """Three processes with three attempts each, at once, on one address: three get through."""
    from tests.separate import python

    with separate_site(tmp_path / "site") as environment:
        environment = {**os.environ, **environment}
        trying = [python(TRY, environment, str(start)) for start in (0, 10, 20)]
        outputs = [one.communicate(timeout=60) for one in trying]
    assert [one.returncode for one in trying] == [0, 0, 0], outputs
    assert sum(int(out) for out, _ in outputs) == 3
