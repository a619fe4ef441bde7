"""The characters of a feed's bytes: who says in which encoding they are, and who is believed.

A byte order mark comes first, then what the server says, then the document (RFC 7303, 3.2). Only
encodings that exist on the web are believed, and only where the bytes can be read in them.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})""", re.IGNORECASE)
_LAST = "cp1252"
BELIEVED = frozenset(
    {"utf-8", "ascii", "cp1252", "big5", "big5hkscs", "euc_jp", "euc_kr", "gb18030", "shift_jis"}
    | {"cp932", "cp949", "iso2022_jp", "koi8-r", "koi8-u", "cp874", "tis-620", "mac-roman"}
    | {f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)}
    | {f"cp125{number}" for number in range(10)}
)
"""Encodings that are believed beside Unicode's own with a mark; UTF-7 is not among them."""
_READ_AS = {"iso8859-1": _LAST, "gb2312": "gb18030", "gbk": "gb18030", "ascii": "utf-8"}
"""Who says Latin-1 on the web means Windows-1252 (WHATWG Encoding Standard, 4.2); and so on."""


class Decoded(NamedTuple):
    """A text, the encoding it was read in, and what it says of itself where that is not so."""

    text: str
    encoding: str
    mistaken: str = ""


def decode(data: bytes, content_type: str = "") -> Decoded:
    """Return the characters of the bytes; what fits no encoding is read as Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    for start, encoding in _WITHOUT_MARK:
        if data.startswith(start):
            return Decoded(data.decode(encoding, "replace"), encoding)
    said = _said(data, content_type)
    for name in [*said, "utf-8"]:
        encoding = _known(name)
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            mistaken = said[0] if said and name != said[0] else ""
            return Decoded(text, encoding, mistaken)
    return Decoded(data.decode(_LAST, "replace"), _LAST, said[0] if said else "utf-8")


def _said(data: bytes, content_type: str) -> list[str]:
    served, declared = _CHARSET.search(content_type), _DECLARED.match(data[:400])
    found = [served[1]] if served else []
    return [*found, declared[1].decode()] if declared else found


def _known(name: str) -> str:
    """Return Python's name of an encoding that is believed, "" for any other."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    found = _READ_AS.get(found, found)
    return found if found in BELIEVED else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "replace" if encoding == _LAST else "strict")
    except (UnicodeError, ValueError):
        return None
