"""What a picture may be, as one table, and how one that is not is refused."""

from __future__ import annotations

BYTES = 12 * 1024 * 1024
"""The most bytes of a file."""
PIXELS = 40_000_000
"""The most pixels, width times height."""
LONGEST_SIDE, SHORTEST_SIDE = 12_000, 100
"""The most and the fewest pixels of a side."""
SECONDS = 20
"""The most seconds that reading one may take."""
MEMORY = 2 * 1024**3
"""The most bytes of memory that reading one may take."""
FORMATS = ("JPEG", "PNG", "WebP", "AVIF")
"""Formats that are read."""
LARGE, SMALL = 1_170, 480
"""The longest side of the two sizes that are drawn, in pixels; nothing is made larger."""
BOUNDS: dict[str, str] = {
    "formats": ", ".join(FORMATS),
    "bytes": f"at most {BYTES // 1024**2} MiB",
    "pixels": f"at most {PIXELS // 10**6} million, and {LONGEST_SIDE:,} on a side",
    "sides": f"at least {SHORTEST_SIDE} pixels",
    "pictures in the file": "one; nothing that moves",
    "time": f"at most {SECONDS} seconds",
}
"""The same for people."""


class PictureRefused(ValueError):
    """A file is no picture that can be taken; the message is one sentence for a person."""
