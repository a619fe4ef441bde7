"""Tables and lines for notebooks. Colours are the notebook's own, so dark ones can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_CELL = "text-align:left;padding:.15em .8em .15em 0"
_QUIET = "opacity:.7"


def table(header: Sequence[str], rows: Iterable[Sequence[object]], note: str = "") -> str:
    """Return a table; None is an empty cell, and `note` stands under it."""
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(one)}</th>' for one in header)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{cell(one)}</td>' for one in row) + "</tr>"
        for row in rows
    )
    under = f'<p style="{_QUIET}">{escape(note)}</p>' if note else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{under}"


def cell(value: object) -> str:
    """Return what stands in a cell: nothing for None, few decimals of a number, else the text."""
    if value is None:
        return ""
    return escape(f"{value:.4g}" if isinstance(value, float) else str(value))


def card(big: str, lines: Iterable[str]) -> str:
    """Return a large word with lines beside it."""
    small = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return (
        '<div style="display:flex;gap:1em;align-items:center;font-family:system-ui,sans-serif">'
        f'<div style="font-size:2.2em;font-weight:600;white-space:nowrap">{escape(big)}</div>'
        f'<div style="line-height:1.4">{small}</div></div>'
    )
