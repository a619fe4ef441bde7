"""The reference pages print the data the code runs on, and their examples run."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from clapometer.scoring.scales import LETTERS_DATED, LETTERS_NAME, LONGEST
from clapometer.scoring.tables import TABLES, markdown
from tests.scoring.reference_pages import DOCS, MARKED, PAGES, filled

EXAMPLES = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", re.DOTALL)
EXPLANATION = DOCS / "explanation" / "scores.md"
MOMENTS = DOCS / "reference" / "moments.md"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_tables_of_a_page_are_those_of_the_code(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert filled(text) == text, "run: python -m tests.scoring.reference_pages"


def test_every_table_is_on_a_page() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert {match["name"] for match in MARKED.finditer(text)} == set(TABLES)


def test_a_changed_table_is_noticed() -> None:
    page = "<!-- table: letters -->\n\n| letter |\n\n<!-- end -->"
    assert filled(page) != page


def test_cells_keep_their_bars() -> None:
    assert markdown(("a",), [("x|y",)]) == "| a |\n| --- |\n| x\\|y |"


@pytest.mark.parametrize("page", [EXPLANATION, MOMENTS, PAGES[0]], ids=lambda page: page.stem)
def test_the_example_of_a_page_prints_what_the_page_says(page: Path) -> None:
    examples = list(EXAMPLES.finditer(page.read_text(encoding="utf-8")))
    assert len(examples) == 1
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(examples[0]["code"], page.name, "exec"), {})
    assert printed.getvalue() == examples[0]["output"]


def test_the_prose_of_the_page_of_grades_holds() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    assert f"named `{LETTERS_NAME}` and dated {LETTERS_DATED}" in text
    assert f"more than {LONGEST} characters" in text
