"""Texts that people type, made fit to keep."""

from __future__ import annotations

from clapometer.readers.text import clean

__all__ = ["clean", "clean_prose"]


def clean_prose(text: str) -> str:
    """Return the text with its lines, each cleaned as `clean` does, and no two blank ones."""
    kept: list[str] = []
    for line in map(clean, text.splitlines()):
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip("\n")
