"""Made-up pictures for tests, and files that only look like some."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

SIDE = 120


def picture(width=300, height=450, colour=(30, 90, 200), mode="RGB"):
    """A picture with something on it, so that sizes and turns can be told."""
    image = Image.new(mode, (width, height), colour)
    for x in range(width // 3):
        for y in range(0, height // 3, 7):
            image.putpixel((x, y), (250, 240, 30) if mode == "RGB" else (250, 240, 30, 255))
    return image


def saved(form="JPEG", image=None, **options):
    """The bytes of a picture."""
    out = io.BytesIO()
    (image or picture()).save(out, form, **options)
    return out.getvalue()


def chunk(name, data=b""):
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, *, data=None, depth=8, colour=2, before=b""):
    """A PNG that says of itself whatever it likes."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = zlib.compress(b"\0" * 64) if data is None else data
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", body)
        + chunk(b"IEND")
    )  # fmt: skip


def moving(form, **options):
    """A picture of two frames."""
    frames = [picture(colour=(0, 0, shade)) for shade in (10, 200)]
    return saved(form, frames[0], save_all=True, append_images=frames[1:], **options)
