"""Reading a picture that somebody uploaded: checked by its bytes, then drawn anew elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from typing import NamedTuple

from .bounds import SECONDS, PictureRefused
from .forms import form_of

_PROGRAM = "clapometer.readers.pictures.drawing"
_MOST = 64 * 1024 * 1024


class Picture(NamedTuple):
    """A picture as this site keeps it: WebP, its sides in pixels, and the SHA-256 of its bytes."""

    width: int
    height: int
    data: bytes
    sha256: str


class Pictures(NamedTuple):
    """The two sizes that a picture is kept in."""

    large: Picture
    small: Picture


def read_picture(data: bytes) -> Pictures:
    """Return a picture drawn anew in two sizes. Raises PictureRefused with one sentence.

    The file is decoded in a process of its own with bounds on time and memory, so that one which
    breaks a decoder breaks nothing else.
    """
    form = form_of(data)
    head, _, rest = _drawn(data, form).partition(b"\n")
    told = json.loads(head)
    if "refused" in told:
        raise PictureRefused(told["refused"])
    pictures = []
    for width, height, length in told["sizes"]:
        part, rest = rest[:length], rest[length:]
        pictures.append(Picture(width, height, part, sha256(part).hexdigest()))
    return Pictures(*pictures)


def _drawn(data: bytes, form: str) -> bytes:
    refused = PictureRefused(
        f"The file is a {form} that cannot be read within {SECONDS} seconds and the memory that a"
        " picture may take; save it anew, or smaller."
    )
    try:
        done = subprocess.run(
            [sys.executable, "-m", _PROGRAM, form],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise refused from None
    if done.returncode or not done.stdout or len(done.stdout) > _MOST:
        raise refused
    return done.stdout
