"""Decoding a picture and drawing it anew in two sizes. Run as a process of its own, with bounds.

`python -m clapometer.readers.pictures.drawing FORMAT` reads the file from its input. It answers
with one line of JSON, which says why the file is refused or which sizes follow, and their bytes.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import warnings
import zlib
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from .bounds import (
    BYTES,
    LARGE,
    LONGEST_SIDE,
    MEMORY,
    PIXELS,
    SECONDS,
    SHORTEST_SIDE,
    SMALL,
    PictureRefused,
)

QUALITY = 82
_SIXTEEN_BITS = 256
# What decoders raise over a broken file; each has habits of its own.
_BROKEN = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, MemoryError, RuntimeError,
    IndexError, KeyError, TypeError, OverflowError, struct.error, zlib.error,
)  # fmt: skip


class Drawn(NamedTuple):
    """A picture drawn anew as WebP: its sides in pixels, its bytes."""

    width: int
    height: int
    data: bytes


def draw(data: bytes, form: str) -> list[Drawn]:
    """Return the picture in both sizes, the large one first. Raises PictureRefused.

    Nothing of the file goes into them but the colours of its pixels, turned upright and to sRGB.
    """
    Image.MAX_IMAGE_PIXELS = PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=[form.upper()]) as image:
                _check(image)
                if form == "JPEG":
                    # The decoder itself leaves out what the large size has no room for.
                    image.draft("RGB", (2 * LARGE, 2 * LARGE))
                image.load()
                upright = ImageOps.exif_transpose(image)
        except PictureRefused:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise PictureRefused(_too_large()) from None
        except _BROKEN:
            raise PictureRefused(
                f"The file says that it is a {form}, and cannot be read as one: it is broken or"
                " cut off."
            ) from None
    plain = _plain(upright)
    return [_sized(plain, LARGE), _sized(plain, SMALL)]


def _check(image: Image.Image) -> None:
    width, height = image.size
    if max(width, height) > LONGEST_SIDE or width * height > PIXELS:
        raise PictureRefused(_too_large())
    if min(width, height) < SHORTEST_SIDE:
        raise PictureRefused(
            f"The picture is {width} × {height} pixels; each side has to have {SHORTEST_SIDE}."
        )
    if getattr(image, "n_frames", 1) > 1:
        raise PictureRefused("The file holds several pictures; a poster is one that stands still.")


def _too_large() -> str:
    return (
        f"The picture is too large: {PIXELS // 10**6} million pixels are the most, and"
        f" {LONGEST_SIDE:,} on a side."
    )


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture in plain sRGB, on white where it lets the paper through."""
    if image.mode.startswith(("I", "F")):
        image = image.convert("I").point(lambda value: value / _SIXTEEN_BITS).convert("L")
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image).convert("RGB")
    image = _in_srgb(image, profile) if profile else image.convert("RGB")
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    return bare


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the colours as sRGB; a profile that cannot be read is passed over."""
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(
            image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        return turned or image.convert("RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image.convert("RGB")


def _sized(image: Image.Image, longest: int) -> Drawn:
    sized = image.copy()
    sized.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    sized.save(out, "WEBP", quality=QUALITY, method=4)
    return Drawn(*sized.size, out.getvalue())


def _bound() -> None:
    """Bound what this process may take; where the system knows no bounds, the caller's remain."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer on the output."""
    _bound()
    data = sys.stdin.buffer.read(BYTES + 1)
    out = sys.stdout.buffer
    try:
        drawn = draw(data, sys.argv[1])
    except PictureRefused as refused:
        out.write(json.dumps({"refused": str(refused)}).encode() + b"\n")
        return
    sizes = [[one.width, one.height, len(one.data)] for one in drawn]
    out.write(json.dumps({"sizes": sizes}).encode() + b"\n")
    for one in drawn:
        out.write(one.data)


if __name__ == "__main__":
    main()
