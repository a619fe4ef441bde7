"""Which encoding a page is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.pages.encoding import LABELS, decode

TEXT = "Café – “The Salt Road”"


def test_every_label_names_an_encoding_that_python_has() -> None:
    for name in LABELS.values():
        assert "a".encode(name)


@pytest.mark.parametrize(
    ("data", "content_type", "encoding", "where"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9", "", "utf-8", "byte order mark"),
        ("\ufeffCafé".encode("utf-16-le"), "charset=utf-8", "utf-16-le", "byte order mark"),
        (b"Caf\xe9", "text/html; charset=ISO-8859-1", "cp1252", "content type"),
        (b'<meta charset="windows-1250">Caf\xe9', "", "cp1250", "the page’s own declaration"),
        (b'<?xml encoding="koi8-r"?>\xc1', "", "koi8-r", "the page’s own declaration"),
        ("Café".encode(), "", "utf-8", "the bytes themselves"),
        (b"Caf\xe9", "", "cp1252", "a guess"),
        ("a long enough text without a mark, in sixteen bits a letter".encode("utf-16-le"), "",
         "utf-16-le", "a guess"),
    ],
)  # fmt: skip
def test_where_the_encoding_is_from(
    data: bytes, content_type: str, encoding: str, where: str
) -> None:
    found = decode(data, content_type)
    assert (found.encoding, found.where) == (encoding, where)


def test_valid_utf_8_goes_before_a_wrong_declaration() -> None:
    found = decode(b'<meta charset="iso-8859-1">' + TEXT.encode())
    assert TEXT in found.text
    assert not found.mended


def test_single_bytes_of_another_encoding_are_mended() -> None:
    found = decode(TEXT.encode() + b" Zo\xeb " + TEXT.encode(), "text/html; charset=utf-8")
    assert found.text == f"{TEXT} Zoë {TEXT}"
    assert found.mended


def test_what_is_declared_but_unknown_does_not_count() -> None:
    assert decode("Café".encode(), "text/html; charset=x-made-up").encoding == "utf-8"
    assert decode(b"plain", "text/html; charset=base64").encoding == "utf-8"


def test_nul_is_left_out() -> None:
    assert decode(b"<p>a\0b").text == "<p>ab"


# Whatever the bytes and the header, there is a text without NUL.
@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_are_read(data: bytes, content_type: str) -> None:
    assert "\0" not in decode(data, content_type).text
