"""Fills the tables of the page on import formats: python -m tests.readers.reference_pages"""

from __future__ import annotations

import re
from pathlib import Path

from clapometer.readers.reference import table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "import-formats.md"
MARKED = re.compile(r"<!-- table: (?P<name>[a-z0-9-]+) -->\n.*?<!-- end -->", re.DOTALL)


def filled(text: str) -> str:
    """Return the page with each table between its markers as the data has it now."""
    return MARKED.sub(
        lambda m: f"<!-- table: {m['name']} -->\n\n{table(m['name'])}\n\n<!-- end -->", text
    )


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
