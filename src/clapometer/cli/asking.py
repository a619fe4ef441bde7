"""Asking before something is written."""

from __future__ import annotations

import sys

import click


def agreed(yes: bool, question: str) -> bool:
    """Return whether a person agrees; without a terminal only `--yes` does."""
    if yes:
        return True
    if sys.stdin.isatty() and sys.stderr.isatty():
        return click.confirm(question, err=True)
    click.echo("Nothing was written. Say --yes to do it.", err=True)
    return False
