"""`clapometer train`: what this site's programs learn from reviews."""

from __future__ import annotations

from typing import ClassVar

import click

from .listing import Listed, ListedCommands

TRAININGS = {"verdict": Listed("trainverdict", "Learn verdicts from the words of reviews.")}


class _Trainings(ListedCommands):
    table: ClassVar = TRAININGS


@click.group("train", cls=_Trainings)
def command() -> None:
    """Learn from reviews.

    \b
    Examples:
      clapometer train verdict
      clapometer train verdict --from snippets.tsv --out verdict.npz
    """
