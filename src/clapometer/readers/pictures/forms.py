"""What a file is, by its bytes, and where the picture in it ends. Nothing is decoded here."""

from __future__ import annotations

import re
from collections.abc import Callable

from .bounds import BYTES, FORMATS, PictureRefused

# How files begin that people take for pictures, and what they are called.
_OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"GIF8[79]a"), "a GIF"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!doctype svg)", re.IGNORECASE), "an SVG"),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|script)", re.IGNORECASE),
     "a web page"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "a BMP"),
    (re.compile(rb"PK\x03\x04"), "an archive"),
    (re.compile(rb".{4}ftyp(?:heic|heix|mif1|msf1)", re.DOTALL), "a HEIC"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "a film"),
    (re.compile(rb"\x1aE\xdf\xa3"), "a film"),
    (re.compile(rb"8BPS"), "a Photoshop file"),
)  # fmt: skip
_BRANDS = re.compile(rb".{4}ftyp(?P<major>.{4}).{4}(?P<others>(?:.{4}){0,16})", re.DOTALL)
# A marker inside the scan of a JPEG: not a stuffed byte, not a restart, not a fill byte.
_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_CUT_OFF = "The file is cut off: the picture in it does not end."


def form_of(data: bytes) -> str:
    """Return the format of a picture, one of FORMATS.

    Raises PictureRefused for an empty or too large file, another format, one that is cut off, and
    one that goes on after its picture: two files in one are not taken.
    """
    if not data:
        raise PictureRefused("The file is empty.")
    if len(data) > BYTES:
        raise PictureRefused(
            f"The file has {len(data):,} bytes; {BYTES:,} are the most, so save it smaller."
        )
    form = _named(data)
    try:
        end = _ENDS[form](data)
    except IndexError:
        raise PictureRefused(_CUT_OFF) from None
    more = len(data[end:].strip(b"\0"))
    if more:
        raise PictureRefused(
            f"The file goes on for {more:,} bytes after its picture ends, as two files in one do;"
            " save the picture anew."
        )
    return form


def _named(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if _is_avif(data):
        return "AVIF"
    told = next((name for start, name in _OTHERS if start.match(data)), "no picture")
    known = f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
    raise PictureRefused(f"The file is {told}; a poster has to be a {known}.")


def _is_avif(data: bytes) -> bool:
    found = _BRANDS.match(data[:84])
    if found is None:
        return False
    others = found["others"]
    brands = {found["major"], *(others[at : at + 4] for at in range(0, len(others), 4))}
    if b"avis" in brands:
        raise PictureRefused("The picture moves; a poster has to stand still.")
    return b"avif" in brands and found["major"] in {b"avif", b"mif1"}


def _jpeg_end(data: bytes) -> int:
    """Return where a JPEG ends: after its EOI (ITU T.81, annex B)."""
    place = 2
    while True:
        if data[place] != 0xFF:
            raise PictureRefused("The file is broken: it begins as a JPEG and is none.")
        while data[place] == 0xFF:
            place += 1
        marker, place = data[place], place + 1
        if marker == 0xD9:
            return place
        if marker in _STANDALONE:
            continue
        place += int.from_bytes((data[place], data[place + 1]))
        if marker == 0xDA:
            found = _MARKER.search(data, place)
            if found is None:
                raise PictureRefused(_CUT_OFF)
            place = found.start()


def _png_end(data: bytes) -> int:
    """Return where a PNG ends: after its chunk IEND (ISO 15948, 5.3)."""
    place = 8
    while True:
        length, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        place += 12 + length
        if len(name) < 4 or place > len(data):
            raise PictureRefused(_CUT_OFF)
        if name == b"acTL":
            raise PictureRefused("The picture moves; a poster has to stand still.")
        if name == b"IEND":
            return place


def _webp_end(data: bytes) -> int:
    """Return where a WebP ends: its RIFF chunk says how long it is (RFC 9649)."""
    length = int.from_bytes(data[4:8], "little")
    end = 8 + length + length % 2
    if end > len(data) + length % 2:
        raise PictureRefused(_CUT_OFF)
    return end


def _avif_end(data: bytes) -> int:
    """Return where an AVIF ends: after the last of its boxes (ISO 14496-12, 4.2)."""
    place = 0
    while place < len(data):
        length, start = int.from_bytes(data[place : place + 4]), place + 8
        if length == 1:
            length, start = int.from_bytes(data[place + 8 : place + 16]), place + 16
        elif length == 0:
            return len(data)
        if not data[place:].strip(b"\0"):
            return place
        if place + length > len(data) or place + length < start:
            raise PictureRefused(
                "The file is cut off, or goes on after its picture ends; save the picture anew."
            )
        place += length
    return place


_ENDS: dict[str, Callable[[bytes], int]] = {
    "JPEG": _jpeg_end,
    "PNG": _png_end,
    "WebP": _webp_end,
    "AVIF": _avif_end,
}
