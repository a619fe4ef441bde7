"""Fills the tables of the reference pages: python -m tests.scoring.reference_pages"""

from __future__ import annotations

import re
from pathlib import Path

from clapometer.scoring.tables import table

DOCS = Path(__file__).resolve().parents[2] / "docs"
NAMES = ("grades", "rules", "badges", "moments", "reconcile")
PAGES = [
    *(DOCS / "reference" / f"{name}.md" for name in NAMES),
    DOCS / "explanation" / "roll-up.md",
]
MARKED = re.compile(r"<!-- table: (?P<name>[a-z0-9-]+) -->\n.*?<!-- end -->", re.DOTALL)


def filled(text: str) -> str:
    """Return the page with each table between its markers as the data has it now."""
    return MARKED.sub(
        lambda m: f"<!-- table: {m['name']} -->\n\n{table(m['name'])}\n\n<!-- end -->", text
    )


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")
