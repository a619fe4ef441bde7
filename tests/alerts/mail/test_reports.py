"""Reading what comes back: reports and complaints about mail of ours, and everything else."""

from __future__ import annotations

import time

import pytest
from django.test import override_settings
from hypothesis import example, given
from hypothesis import strategies as st

from clapometer.alerts.channels.mail.bounces.mailboxes import MOST_BYTES
from clapometer.alerts.channels.mail.bounces.reports import (
    COMPLAINED,
    ENDED_WELL,
    FAILED,
    Report,
    read_report,
)
from clapometer.alerts.channels.mail.sealing import Sealed, bounce_address, seal
from tests.alerts.mail.returned import ABSENT, BASE, bounce, complaint

OURS = Sealed(5, 70)


# Seals are different in every process, so the cases are built in the tests.
READ = {
    "no such mailbox": (lambda: bounce(5, 70), Report(FAILED, OURS, "5.1.1")),
    "with a remark": (lambda: bounce(5, 70, "5.1.1 (no box)"), Report(FAILED, OURS, "5.1.1")),
    "given up": (lambda: bounce(5, 70, "4.4.7"), Report(FAILED, OURS, "4.4.7")),
    # A vague code gives way to the server's own words, unless they are of another class.
    "vague": (
        lambda: bounce(5, 70, "5.0.0", diagnostic="550 5.1.1 gone"),
        Report(FAILED, OURS, "5.1.1"),
    ),
    "vague, another class": (
        lambda: bounce(5, 70, "5.0.0", diagnostic="450 4.2.2 full"),
        Report(FAILED, OURS, "5.0.0"),
    ),
    "only in words": (
        lambda: bounce(5, 70, "", diagnostic="550 5.2.1 closed"),
        Report(FAILED, OURS, "5.2.1"),
    ),
    "no code at all": (lambda: bounce(5, 70, "nonsense"), Report(FAILED, OURS, "")),
    "delayed": (lambda: bounce(5, 70, "4.4.1", "delayed"), Report(ENDED_WELL, OURS)),
    "delivered": (lambda: bounce(5, 70, "2.0.0", "delivered"), Report(ENDED_WELL, OURS)),
    "complaint": (lambda: complaint(5, 70), Report(COMPLAINED, OURS)),
    "no complaint": (lambda: complaint(5, 70, "not-spam"), Report(ENDED_WELL, OURS)),
    # Some servers make addresses small or great on their way.
    "great letters": (
        lambda: bounce(5, 70, to=bounce_address(BASE, 5, 70).upper()),
        Report(FAILED, OURS, "5.1.1"),
    ),
    # The seal of the mail that is given back will do.
    "by its Message-ID": (
        lambda: bounce(5, 70, to="postmaster@reviews.example"),
        Report(FAILED, OURS, "5.1.1"),
    ),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_about_a_mail_of_ours_is_read(case):
    build, expected = READ[case]
    assert read_report(build()) == expected
    assert read_report(build().replace(b"\n", b"\r\n")) == expected


def forged(text: bytes) -> bytes:
    """The same with the last letter of each seal changed."""
    good = seal(5, 70).encode()
    assert good in text
    return text.replace(good, good[:-1] + (b"a" if good[-1:] != b"a" else b"b"))


def for_another(text: bytes) -> bytes:
    """The same with another endpoint's number before the old proof."""
    assert seal(5, 70).startswith("5-1y-")
    return text.replace(b"5-1y-", b"5-1z-")


NOTHING = {
    "forged": lambda: forged(bounce(5, 70)),
    "forged complaint": lambda: forged(complaint(5, 70)),
    "a complaint without a seal": lambda: complaint(5, 70, sealed=False),
    "another endpoint": lambda: for_another(bounce(5, 70)),
    "away": lambda: ABSENT % bounce_address(BASE, 5, 70).encode(),
    "no report": lambda: bounce(5, 70).replace(b"multipart/report", b"multipart/mixed"),
    "empty": lambda: b"",
    "zeros": lambda: b"\x00" * 100,
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_is_not_ours_or_no_report_is_nothing(case):
    assert read_report(NOTHING[case]()) is None


def test_a_seal_of_another_site_is_not_ours():
    with override_settings(SECRET_KEY="another site's"):
        foreign = bounce(5, 70)
        assert read_report(foreign) is not None
    assert read_report(foreign) is None


def test_the_caller_may_know_for_whom_it_came():
    nameless = bounce(5, 70, to="").replace(b"Delivered-To: \n", b"")
    assert read_report(nameless) is None
    assert read_report(nameless, bounce_address(BASE, 5, 70)) == Report(FAILED, OURS, "5.1.1")


def deep(parts: int) -> bytes:
    """A report in a report in a report."""
    return b"".join(
        b'Content-Type: multipart/report; boundary="b%d"\n\n--b%d\n' % (one, one)
        for one in range(parts)
    )


@pytest.mark.parametrize(
    "hostile",
    [
        deep(3000), deep(25) + b"x\n" * 120_000, deep(1) + b"--b0\n\n" * 35_000,
        deep(1) + b"Content-Type: message/rfc822\n\n" * 8_000,
        deep(1) + b"Content-Type: message/delivery-status\n\n" + b"Action: failed\n\n" * 15_000,
        b"Content-Type: multipart/report" + b"; boundary*0=a" * 17_000,
        b"Content-Type: multipart/report" + b"; x*0=a" * 35_000,
        b"To: " + b"a-b-c" * 50_000,
    ],
    ids=["deep", "deep and long", "many parts", "mails in mails", "many groups", "parameters",
         "other parameters", "a long header"],
)  # fmt: skip
def test_nothing_keeps_the_reader_for_long(hostile):
    """A quarter of a megabyte, which is all that is read, takes seconds at most."""
    began = time.process_time()
    assert read_report(hostile[:MOST_BYTES]) is None
    assert time.process_time() - began < 5


def mutilated(content: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    """A message with pieces replaced."""
    for start, length, piece in cuts:
        at = start % (len(content) + 1)
        content = content[:at] + piece + content[at + length :]
    return content


CUTS = st.lists(
    st.tuples(
        st.integers(0, 3000),
        st.integers(0, 400),
        st.binary(max_size=40) | st.sampled_from([b"\n", b"--B0\n", b": ", b"Status: 5.1.1\n"]),
    ),
    max_size=6,
)


# Whatever is done to a report, reading it ends; and what it then reports, if anything, is about the
# mail whose seal stood in it, never about another.
@given(st.sampled_from([bounce(5, 70), complaint(5, 70)]), CUTS)
@example(bounce(5, 70), [(300, 0, b"Content-Type: message/delivery-status; charset=\x00\n")])
def test_no_report_is_about_anything_but_what_its_seal_names(content, cuts):
    report = read_report(mutilated(content, cuts))
    assert report is None or report.sealed == OURS


@given(st.binary(max_size=2000))
def test_no_bytes_make_a_report(content):
    assert read_report(content) is None
