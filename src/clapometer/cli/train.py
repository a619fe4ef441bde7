"""`clapometer train`: what this site's programs learn from reviews."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import click

from .flags import data_option
from .listing import Listed, ListedCommands

TRAININGS = {"verdict": Listed("trainverdict", "Learn verdicts from the words of reviews.")}


class _Trainings(ListedCommands):
    table: ClassVar = TRAININGS


@click.group("train", cls=_Trainings)
@data_option()
def command(data: Path) -> None:
    """Learn from reviews.

    \b
    Examples:
      clapometer train verdict
      clapometer train verdict --from snippets.tsv --out verdict.npz
    """
    del data  # Each of the commands below takes it from here.
