"""Matching titles on real lists: `python -m benchmarks.bench_matching FOLDER` (the real data)."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from .matching_truth import incoming_films, listed_films, measure
from .measure import table


def main(data: Path) -> None:
    """Print precision and recall of the halves of the list, and every match that is wrong."""
    films, listed = incoming_films(data), listed_films(data)
    lines = []
    for name, half in (("first", films[0::2]), ("second", films[1::2]), ("both", films)):
        began = time.perf_counter()
        found = measure(half, listed)
        spent = time.perf_counter() - began
        lines.append(
            (name, str(len(half)), str(found.right), str(len(found.wrong)),
             str(len(found.unjudged)), str(found.asked), f"{found.precision:.2%}",
             f"{found.recall:.2%}", f"{found.reach:.2%}", f"{spent:.1f}")
        )  # fmt: skip
    header = ("half", "films", "right", "wrong", "unjudged", "to a person", "precision", "recall",
              "matched or offered", "seconds")  # fmt: skip
    table(f"Matching {len(films):,} titles with {len(listed):,} films", header, lines)
    for kind, told in (("wrong", found.wrong), ("unjudged", found.unjudged)):
        for one in told:
            print(f"{kind}: {one}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
