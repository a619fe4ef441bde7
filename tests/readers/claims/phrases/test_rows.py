"""The grammar of people: every row reads its own example, and costs little on what it cannot read.

All people and works are made up.
"""

import time

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.phrases.cast import CAST, SAYS
from clapometer.readers.claims.phrases.credits import CREDITS, roles_in
from clapometer.readers.claims.phrases.rows import WORDS, Row, compiled, found_by
from clapometer.readers.claims.phrases.sources import SOURCES
from clapometer.readers.claims.phrases.synopses import SYNOPSES
from clapometer.readers.claims.story import Story

KNOWN = (KnownWork(title="Salt Road"), KnownWork(title="Salt Coast"))
NAMES = "Ada Quill, Bo Tarn, Cy Dunn, Eve Marsh, Nell Marsh, Jack Reed."
TABLES = {"cast": CAST, "credits": CREDITS, "sources": SOURCES, "synopses": SYNOPSES}
EVERY = [(name, row) for name, rows in TABLES.items() for row in rows]


def rules(row: Row, text: str, rows: tuple[Row, ...]) -> set[str]:
    document = Document(Story(f"{text}\n\nThey are {NAMES}"), KNOWN)
    tagged = document.tagged[0]
    return {found.row.rule for found in found_by(rows, tagged)}


@pytest.mark.parametrize(("table", "row"), EVERY, ids=[row.rule for _, row in EVERY])
def test_a_row_reads_its_example(table: str, row: Row) -> None:
    assert row.rule in rules(row, row.example, TABLES[table])


@pytest.mark.parametrize(("table", "row"), EVERY, ids=[row.rule for _, row in EVERY])
def test_a_row_is_quick_on_long_nonsense(table: str, row: Row) -> None:
    """No pattern takes more than a moment on a long text that almost fits it."""
    text = ("as the of by and starring who, which is a " * 60)[:2400] + "\ue000, \ue001 and \ue002 "
    started = time.process_time()
    for _ in compiled(row.pattern).finditer(text * 2):
        pass
    assert time.process_time() - started < 1.0


def test_rules_have_names_of_their_own() -> None:
    names = [row.rule for _, row in EVERY]
    assert len(names) == len(set(names))


def test_says_is_of_the_vocabulary() -> None:
    assert {row.says for row in CAST} - {""} <= set(SAYS)


def test_words_in_braces_are_patterns() -> None:
    for name in WORDS:
        compiled(f"{{{name}}}")


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("written and directed", ["writer", "director"]),
        (
            "co-creator, showrunner and executive producer",
            ["co-creator", "showrunner", "executive producer"],
        ),
        ("Created", ["creator"]),
        ("writer/director", ["writer", "director"]),
        ("casting director", []),
        ("executive-produced", ["executive producer"]),
        ("write and direct", ["writer", "director"]),
        ("mayor", []),
    ],
)
def test_roles(words: str, roles: list[str]) -> None:
    assert roles_in(words) == roles
