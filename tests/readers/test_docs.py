"""The page on import formats prints the tables the readers work by."""

from __future__ import annotations

from clapometer.readers.reference import TABLES, table
from tests.readers.reference_pages import MARKED, PAGE, filled


def test_the_tables_of_the_page_are_those_of_the_code():
    text = PAGE.read_text(encoding="utf-8")
    assert filled(text) == text, "run: python -m tests.readers.reference_pages"


def test_every_table_is_on_the_page():
    found = MARKED.finditer(PAGE.read_text(encoding="utf-8"))
    assert {match["name"] for match in found} == set(TABLES)


def test_a_changed_table_is_noticed():
    page = "<!-- table: verdicts -->\n\n| verdict |\n\n<!-- end -->"
    assert filled(page) != page


def test_cells_keep_their_bars_and_rows_their_width():
    assert "`\\|`" in table("separators")
    for name, (head, _) in TABLES.items():
        for line in table(name).splitlines():
            assert line.replace("\\|", "").count("|") == len(head) + 1
