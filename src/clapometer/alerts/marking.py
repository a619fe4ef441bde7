"""Marking texts that are to be translated, without translating anything."""

from __future__ import annotations


def gettext_noop(text: str) -> str:
    """Return the text as it is; by this name the tools of GNU gettext know what to gather."""
    return text
