"""Draws the site's icons from their SVGs: `python -m tools.icons` writes the PNGs beside them.

What asks for PNGs cannot draw SVG: home screens, and the messages of a phone. `--check` says what
differs.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops
from resvg_py import svg_to_bytes

FOLDER = Path(__file__).resolve().parents[1] / "src/clapometer/site/static/site"


class Icon(NamedTuple):
    """One PNG: the SVG it is drawn from, its own name, and how many pixels it is wide and high."""

    drawing: str
    name: str
    size: int


ICONS = (
    Icon("icon.svg", "icon-192.png", 192),
    Icon("icon.svg", "icon-512.png", 512),
    # The system cuts these to a shape of its own; all that matters lies in the middle.
    Icon("icon-whole.svg", "maskable-192.png", 192),
    Icon("icon-whole.svg", "maskable-512.png", 512),
    Icon("icon-whole.svg", "apple-touch-icon.png", 180),
    # Android takes the shape alone and colours it itself.
    Icon("badge.svg", "badge-96.png", 96),
)


def draw(icon: Icon) -> bytes:
    """Return the PNG of an icon, as small as its few colours allow."""
    drawn = svg_to_bytes(
        svg_string=(FOLDER / icon.drawing).read_text(encoding="utf-8"),
        width=icon.size,
        height=icon.size,
        skip_system_fonts=True,
    )
    smaller = io.BytesIO()
    with Image.open(io.BytesIO(bytes(drawn))) as picture:
        # Home screens put black behind what they are told may be seen through.
        solid = picture.getchannel("A").getcolors() == [(icon.size**2, 255)]
        kept = picture.convert("RGB") if solid else picture
        fewer = kept.quantize(64, method=Image.Quantize.FASTOCTREE)
        fewer.save(smaller, "PNG", optimize=True)
    return smaller.getvalue()


def differing() -> list[str]:
    """Return the names of the PNGs that are missing or show something else than their SVG."""
    return [icon.name for icon in ICONS if not _shows(FOLDER / icon.name, draw(icon))]


def _shows(path: Path, drawn: bytes) -> bool:
    """Return whether a file shows the same pixels; how it is packed may differ by version."""
    if not path.exists():
        return False
    with Image.open(path) as one, Image.open(io.BytesIO(drawn)) as other:
        if one.size != other.size:
            return False
        return not ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")).getbbox()


def main() -> int:
    """Write the icons, or say which differ."""
    if "--check" in sys.argv:
        found = differing()
        print("\n".join(f"{name} is not what its SVG shows" for name in found) or "The icons fit.")
        return bool(found)
    for icon in ICONS:
        (FOLDER / icon.name).write_bytes(draw(icon))
        print(f"{icon.name}: {(FOLDER / icon.name).stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
