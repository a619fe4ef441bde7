"""Fuzzes the reader of pictures for a bounded time: python tests/fuzz/fuzz_pictures.py

Needs `atheris`, which the project does not depend on: install it beside the package for the run.
The invariant: whatever the bytes, a format and a picture in two sizes, or PictureRefused with one
sentence; nothing else is raised by our own code, and telling the format takes no long time.
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["clapometer.readers.pictures"]):
    from clapometer.readers.pictures.bounds import FORMATS, PictureRefused
    from clapometer.readers.pictures.drawing import draw
    from clapometer.readers.pictures.forms import form_of

STARTS = (
    b"",
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    b"\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1miafMA1B",
)
SLOW = 1.0


def one_input(data: bytes) -> None:
    """Read one file that begins as a picture does."""
    file = STARTS[data[0] % len(STARTS)] + data[1:] if data else data
    began = time.process_time()
    try:
        form = form_of(file)
        assert form in FORMATS
        assert time.process_time() - began < SLOW, "telling the format takes long"
        assert len(draw(file, form)) == 2
    except PictureRefused as refused:
        assert str(refused).endswith(".")
        assert "\n" not in str(refused)


if __name__ == "__main__":
    bounded = any(one.startswith(("-max_total_time", "-runs")) for one in sys.argv)
    atheris.Setup([*sys.argv, *([] if bounded else ["-max_total_time=60"])], one_input)
    atheris.Fuzz()
