"""A mail as bytes: headers, and one text in two forms (RFC 5322, 2045 to 2047, multipart of 2046).

It is put together here, not by the standard library's EmailMessage, because that folds a long
address in a header such as List-Unsubscribe into encoded words, which nobody reads back; and
because the part of a mail that is the same for all its readers is encoded once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from email.header import Header
from email.quoprimime import body_encode
from functools import lru_cache

CRLF = "\r\n"


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters: fit to stand in a header."""
    kept = (one for one in " ".join(text.split()) if unicodedata.category(one) not in {"Cc", "Cs"})
    return " ".join("".join(kept).split())


def words_header(name: str, text: str) -> str:
    """Return a header of free words, encoded where it has to be (RFC 2047), folded to 76."""
    text = one_line(text)
    # What looks like an encoded word already would be read as one.
    plain = text.isascii() and "=?" not in text
    header = Header(text, "us-ascii" if plain else "utf-8", maxlinelen=76, header_name=name)
    return f"{name}: {header.encode(linesep=CRLF)}"


@lru_cache(maxsize=64)
def sender_header(name: str, address: str) -> str:
    """Return the header From: a name for people and the address."""
    name = one_line(name)
    if name.isascii():
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'From: "{escaped}"{CRLF} <{address}>'
    encoded = Header(name, "utf-8", maxlinelen=76, header_name="From").encode(linesep=CRLF)
    return f"From: {encoded}{CRLF} <{address}>"


def encoded(text: str) -> str:
    """Return a text in quoted-printable (RFC 2045, 6.7), whole lines ended by CRLF.

    Pieces so encoded can be put one behind the other.
    """
    lines = text.encode("utf-8", "replace").decode("utf-8")
    if not lines.endswith("\n"):
        lines += "\n"
    # The library's function takes each letter for one byte.
    return body_encode(lines.encode("utf-8").decode("latin-1"), maxlinelen=76, eol=CRLF)


def mail(headers: Iterable[str], boundary: str, plain: str, html: str) -> bytes:
    """Return a mail whose two forms are encoded already; `boundary` begins with “=_”.

    That cannot stand in quoted-printable, so no text can end its own part.
    """
    parts = [
        *headers,
        "MIME-Version: 1.0",
        f'Content-Type: multipart/alternative;{CRLF} boundary="{boundary}"',
        "",
    ]
    for kind, content in (("plain", plain), ("html", html)):
        parts += [
            f"--{boundary}",
            f'Content-Type: text/{kind}; charset="utf-8"',
            "Content-Transfer-Encoding: quoted-printable",
            "",
            content,
        ]
    parts += [f"--{boundary}--", ""]
    return CRLF.join(parts).encode("utf-8")
