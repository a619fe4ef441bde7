"""Messages out of an mbox, a Maildir, or one by itself."""

from __future__ import annotations

import io
import mailbox

from hypothesis import given
from hypothesis import strategies as st

from clapometer.alerts.channels.mail.bounces.mailboxes import MOST_BYTES, messages_in, messages_of
from tests.alerts.mail.returned import bounce

ONE, TWO = bounce(1, 2), bounce(3, 4)


def written(path, *contents):
    """An mbox as the standard library writes it."""
    box = mailbox.mbox(path)
    for content in contents:
        box.add(content)
    box.close()
    return path


def test_an_mbox_holds_one_message_after_the_other(tmp_path):
    found = list(messages_of(written(tmp_path / "mbox", ONE, TWO)))
    assert [one.strip() for one in found] == [ONE.strip(), TWO.strip()]


def test_a_maildir_holds_a_file_for_each(tmp_path):
    box = mailbox.Maildir(tmp_path / "box")
    for content in (ONE, TWO):
        box.add(content)
    assert sorted(messages_of(tmp_path / "box")) == sorted([ONE, TWO])


def test_one_message_comes_by_itself_with_or_without_its_from_line():
    assert list(messages_in(io.BytesIO(ONE))) == [ONE]
    assert list(messages_in(io.BytesIO(b"From x Mon Feb  2 10:00:00 2026\n" + ONE))) == [ONE]
    assert list(messages_in(io.BytesIO(b""))) == [b""]


def test_a_message_without_end_is_cut():
    endless = ONE + b"x" * (3 * MOST_BYTES)
    for stream in (endless, b"From x\n" + endless + b"\n\nFrom y\n" + TWO):
        first, *rest = messages_in(io.BytesIO(stream))
        assert len(first) < 2 * MOST_BYTES
        assert first.startswith(ONE)
        assert rest in ([], [TWO])


# However the lines of an mbox lie, as many messages come out as the standard library finds. (That
# one parts at every “From ”, also where no blank line is before it, as in a text nobody quoted.)
@given(st.lists(st.sampled_from([b"\n", b"\nFrom a b\n", b"text\n", b"\r\n", b" From c\n"])))
def test_an_mbox_is_parted_as_the_standard_library_parts_it(tmp_path_factory, lines):
    text = b"From first line\n" + b"".join(lines)
    path = tmp_path_factory.mktemp("box") / "mbox"
    path.write_bytes(text)
    box = mailbox.mbox(path)
    expected = [one.as_bytes().strip() for one in box]
    box.close()
    assert len(list(messages_in(io.BytesIO(text)))) == len(expected)
