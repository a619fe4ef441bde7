"""From bytes to text: which encoding a page is in, by what it says and by what it is.

The order follows the HTML standard: a byte order mark, what the server says, what the page says,
then what the bytes allow. One thing goes before what is declared: bytes that are valid UTF-8 with
letters beyond ASCII are UTF-8, since text in another encoding is hardly ever so by chance.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before the shorter that begins it."""
LABELS: dict[str, str] = {
    **dict.fromkeys(("utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    **dict.fromkeys(
        ("windows-1252", "cp1252", "cp-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
         "latin-1", "l1", "ascii", "us-ascii", "ansi", "iso-8859-15", "iso8859-15", "latin9",
         "x-cp1252"),
        "cp1252"),
    **dict.fromkeys(("iso-8859-2", "latin2"), "iso8859-2"),
    **dict.fromkeys(("windows-1250", "cp1250"), "cp1250"),
    **dict.fromkeys(("windows-1251", "cp1251"), "cp1251"),
    **dict.fromkeys(("windows-1253", "cp1253", "iso-8859-7"), "cp1253"),
    **dict.fromkeys(("windows-1254", "cp1254", "iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("windows-1255", "cp1255", "iso-8859-8"), "cp1255"),
    **dict.fromkeys(("windows-1256", "cp1256", "iso-8859-6"), "cp1256"),
    **dict.fromkeys(("windows-1257", "cp1257", "iso-8859-13"), "cp1257"),
    **dict.fromkeys(("windows-1258", "cp1258"), "cp1258"),
    **dict.fromkeys(("windows-874", "tis-620", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("koi8-r", "koi8r"), "koi8-r"),
    "koi8-u": "koi8-u",
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}  # fmt: skip
"""Names of encodings as pages write them, and how each is read: ISO 8859-1 as Windows-1252, as
browsers do; UTF-16 declared inside a page that could be read that far is UTF-8."""
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_IN_PAGE = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and why in that one (`where`).

    `mended` says that single bytes did not fit the encoding and were read as Windows-1252, or left
    out.
    """

    text: str
    encoding: str
    where: str
    mended: bool = False


def decode(data: bytes, content_type: str = "") -> Decoded:
    """Return the text of a page's bytes; never fails. NUL characters are left out."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name, "byte order mark")
    if wide := _wide(data):
        return _decoded(data, wide, "a guess")
    declared, where = _declared(data, content_type)
    if declared != "utf-8" and _is_beyond_ascii(data) and _fits(data, "utf-8"):
        return _decoded(data, "utf-8", "the bytes themselves")
    if declared:
        return _decoded(data, declared, where)
    if _fits(data, "utf-8"):
        return _decoded(data, "utf-8", "the bytes themselves")
    return _decoded(data, _guessed(data), "a guess")


def _declared(data: bytes, content_type: str) -> tuple[str, str]:
    said = _IN_HEADER.search(content_type[:500])
    name = LABELS.get(said[1].lower(), "") if said else ""
    if name:
        return name, "content type"
    told = _IN_PAGE.search(data[:_DECLARED_WITHIN])
    if told is None:
        return "", ""
    written = (told[1] or told[2]).decode("ascii").lower()
    return LABELS.get(written, ""), "the page’s own declaration"


def _is_beyond_ascii(data: bytes) -> bool:
    return not data.isascii()


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of what is mostly markup is NUL."""
    for name, first in (("utf-16-be", 0), ("utf-16-le", 1)):
        letters = data[first:400:2]
        if (
            len(letters) > 9
            and letters.count(0) * 2 > len(letters) > data[1 - first : 400 : 2].count(0) * 4
        ):
            return name
    return ""


def _guessed(data: bytes) -> str:
    """UTF-8 with a few damaged bytes, else Windows-1252."""
    damaged = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    beyond = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    return "utf-8" if damaged * 4 < beyond else "cp1252"


def _decoded(data: bytes, encoding: str, where: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).replace("\0", ""), encoding, where)
    except UnicodeDecodeError:
        text = data.decode(encoding, _MENDING if encoding in {"utf-8", "cp1252"} else "ignore")
        return Decoded(text.replace("\0", ""), encoding, where, mended=True)


def _mend(problem: UnicodeError) -> tuple[str, int]:
    """Read bytes that do not fit as Windows-1252, as pages put together from parts need it."""
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    stray = problem.object[problem.start : problem.end]
    return stray.decode("cp1252", "ignore"), problem.end


_MENDING = "clapometer-windows-1252"
codecs.register_error(_MENDING, _mend)
