"""Closing what a text of JSON that was cut off leaves open."""

from __future__ import annotations

import json
import re

_MARKS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)
_PAIRS = {"{": "}", "[": "]"}
MOST_CUTS = 40
"""How many commas, from the end, are tried as the place to cut at."""


def closed(text: str) -> str:
    """Return the text cut back to its last complete part, with every open bracket closed.

    The text comes back unchanged when nothing is open, or no cut makes it JSON.
    """
    cuts, still_open = _places(text)
    if not still_open:
        return text
    for end, brackets in [(len(text), still_open), *reversed(cuts[-MOST_CUTS:])]:
        tried = text[:end].rstrip().rstrip(",") + "".join(_PAIRS[one] for one in reversed(brackets))
        if _is_json(tried):
            return tried
    return text


def _places(text: str) -> tuple[list[tuple[int, str]], str]:
    """Return each place to cut at with the brackets that are open there, and those at the end."""
    cuts: list[tuple[int, str]] = []
    open_now = ""
    for mark in _MARKS.finditer(text):
        sign = mark[0]
        if sign in _PAIRS:
            open_now += sign
            cuts.append((mark.end(), open_now))
        elif sign in {"}", "]"}:
            open_now = open_now[:-1]
        elif sign == ",":
            cuts.append((mark.start(), open_now))
        if len(open_now) > 500:
            return [], ""
    return cuts, open_now


def _is_json(text: str) -> bool:
    try:
        # What is left of nothing but a bracket says nothing.
        return bool(json.loads(text, strict=False, parse_int=str))
    except (ValueError, RecursionError):
        return False
