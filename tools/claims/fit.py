"""Write the table of confidences from labelled stories: `python -m tools.claims.fit [FOLDER …]`.

Without a folder the real labelled stories and our own are read. The table holds rules and figures,
nothing of the stories.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import orjson

from clapometer.readers.claims.confidence import TABLE
from tools.machine import ROOT, find_real_data

from .fitting import fitted, outcomes
from .labelled import labelled_in

OURS = ROOT / "tests" / "readers" / "claims" / "stories"
WRITTEN = ROOT / "src" / "clapometer" / "readers" / "claims" / TABLE


def folders(asked: Sequence[str]) -> list[Path]:
    """Return the folders of labelled stories to read."""
    if asked:
        return [Path(one) for one in asked]
    data = find_real_data()
    return [OURS, *([data / "stories"] if data and (data / "stories").is_dir() else [])]


def main() -> None:
    """Write the table anew and say from how many claims."""
    told = [
        one
        for folder in folders(sys.argv[1:])
        for story in labelled_in(folder)
        for one in outcomes(story)
    ]
    table = fitted(told)
    said = {
        "rules": {name: list(rate) for name, rate in table.rules.items()},
        "kinds": {name: list(rate) for name, rate in table.kinds.items()},
        "signs": table.signs,
    }
    WRITTEN.write_bytes(orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n")
    print(f"{TABLE}: {len(table.rules)} rules from {len(told)} claims")


if __name__ == "__main__":
    main()
