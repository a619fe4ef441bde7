"""No text of a film, of a critic or of the site can become anything but text in a mail."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from django.conf import settings
from django.test import override_settings
from hypothesis import example, given
from hypothesis import strategies as st

from clapometer.alerts.channels.mail.connection import _dotted
from clapometer.alerts.channels.mail.sealing import opened
from clapometer.alerts.channels.mail.writing import compose
from tests.alerts.mail.conftest import SENDER, message


# Whatever a title, a name or a text is, the mail has the headers it would have anyway and no other,
# and its two parts; what stands in the subject is the title without line breaks.
@given(title=st.text(max_size=200), text=st.text(max_size=300), name=st.text(max_size=60))
@example("Bcc: all@made-up.example\r\n\r\nBcc: you\n", "\r\n.\r\nQUIT\r\n", "x\r\nSubject: y")
@example("=?utf-8?q?Other?=", "-- \n--=_5-1\n\n.", '"><script>')
@example("\x85\u2028\ud800 \x00a", "\x0c\x1c\udfff", "Ä" * 60)
def test_no_text_becomes_a_header(title, text, name):
    with override_settings(SITE={**settings.SITE, "name": name}):
        letter = compose(
            message(title=title, text=text), "en", "ann@made-up.example", SENDER,
            number=(5, 6), why="You follow it.", links=(("Stop", "https://reviews.example/s"),),
            stop="https://reviews.example/s",
        )  # fmt: skip
    mail = message_from_bytes(letter.content, policy=default)
    assert [*mail.keys()] == [
        "From", "To", "Subject", "Date", "Message-ID", "Content-Language", "Auto-Submitted",
        "Precedence", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version",
        "Content-Type",
    ]  # fmt: skip
    assert len(list(mail.iter_parts())) == 2
    assert all(len(line) <= 998 for line in letter.content.split(b"\r\n"))
    assert b"\n" not in letter.content.replace(b"\r\n", b"")
    on_the_wire = _dotted(letter.content)
    assert on_the_wire.index(b"\r\n.\r\n") == len(on_the_wire) - 5
    expected = " ".join(
        "".join(c for c in " ".join(title.split()) if c.isprintable() or c == " ").split()
    )
    got = "".join(c for c in str(mail["Subject"]) if c.isprintable())
    assert " ".join(got.split()) == expected
    assert "<script>" not in list(mail.iter_parts())[1].get_content()


@given(st.text(max_size=60))
def test_no_text_opens_as_a_seal_unless_this_site_made_it(text):
    assert opened(text) is None
