"""The films whose published status their counts alone do not decide, each with the reason.

`python -m tests.scoring.undecided_statuses FOLDER` prints them, from the folder of real data.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.scoring.test_published_scores import SOURCE, UNDECIDED, counts_of, status


def undecided(realdata: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (title, published status, reason) of each such film."""
    with gzip.open(realdata / SOURCE, "rt", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            said, reason = status(counts_of(row))
            if said is None:
                yield row["movie_title"], row["tomatometer_status"], UNDECIDED[reason]


if __name__ == "__main__":
    for film in undecided(Path(sys.argv[1])):
        sys.stdout.write("\t".join(film) + "\n")
