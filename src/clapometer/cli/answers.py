"""Answers on standard output: JSON for scripts, tables for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click


def print_json(answer: object) -> None:
    """Print one JSON value, in UTF-8 whatever the terminal is set to."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode())


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns as wide as they need; numbers stand to the right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    right = [_is_numeric(column) for column in zip(*rows, strict=True)] or [False] * len(header)
    for row in (header, *rows):
        cells = (
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        click.echo("  ".join(cells).rstrip())


def _is_numeric(column: Sequence[str]) -> bool:
    return all(not cell or cell.removesuffix(" %").isdigit() for cell in column)
