"""The one address of a mail server, read into what sends mail."""

from __future__ import annotations

import pytest

from clapometer.config.mail import MailRefused, Sending, sending

HOST = "reviews.example.org"


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("smtp://ann%40example.org:p%2Fw@mail.example.org",
         Sending("mail.example.org", 587, "ann@example.org", "p/w", "started", "ann@example.org")),
        ("smtps://user:word@mail.example.org?from=board@example.org",
         Sending("mail.example.org", 465, "user", "word", "whole", "board@example.org")),
        ("smtps://mail.example.org:2465/",
         Sending("mail.example.org", 2465, "", "", "whole", f"noreply@{HOST}")),
        # Only to this very machine does mail go without TLS.
        ("smtp://127.0.0.1:25", Sending("127.0.0.1", 25, "", "", "none", f"noreply@{HOST}")),
        ("smtp://localhost", Sending("localhost", 587, "", "", "none", f"noreply@{HOST}")),
        ("smtp://10.0.0.1", Sending("10.0.0.1", 587, "", "", "started", f"noreply@{HOST}")),
    ],
)  # fmt: skip
def test_an_address_is_read(address, read):
    assert sending(address, HOST) == read


def test_no_address_is_no_mail():
    assert sending("", HOST) is None


@pytest.mark.parametrize(
    "address",
    ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://x:y", "smtp://x:99999",
     "smtp://x/path", "smtp://x?to=a@b.example", "smtp://x?from=nobody", "smtp://x?from=a@b%0Ac",
     "smtp://[x"],
)  # fmt: skip
def test_what_is_no_address_of_a_mail_server_is_refused_in_one_sentence(address):
    with pytest.raises(MailRefused, match="is written like smtp://"):
        sending(address, HOST)
