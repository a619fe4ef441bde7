"""`make conformance`: writes the folder conformance/; `--check` says which files differ."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.kit import badges, counting, grades, moments, reading, reconcile, rollup, rounding
from tools.kit.writing import text_of
from tools.machine import ROOT

VERSION = "1.0"
FOLDER = ROOT / "conformance"
SUBJECTS = (counting, rounding, reading, badges, moments, rollup, reconcile, grades)


def wanted() -> Iterator[tuple[Path, str]]:
    """Each file of the kit with the text that it should have."""
    for module in SUBJECTS:
        subject = module.subject()
        yield FOLDER / f"{subject.name}.json", text_of(subject, VERSION)


def out_of_step() -> list[str]:
    """A sentence for each file that differs from what the code makes, with what to do."""
    return [
        f"conformance/{path.name} is out of step with the code: run python -m tools.conformance"
        for path, text in wanted()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the files, or with --check only say which differ (exit code 1)."""
    if "--check" in arguments:
        differing = out_of_step()
        print("\n".join(differing) or "The conformance kit is up to date.")
        return 1 if differing else 0
    FOLDER.mkdir(exist_ok=True)
    for path, text in wanted():
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
