"""One site's whole life through the program, on whichever database the tests run on."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest

# Everybody and everything in this table is made up.
TABLE = """film,critic,outlet,verdict,grade,date
Paper Weather,Ann Invented,The Made-Up Mail,positive,B+,2026-03-01
Paper Weather,Bob Invented,The Made-Up Mail,negative,2/5,2026-03-02
"""


@pytest.fixture
def database() -> Iterator[list[str]]:
    """The options of `init` that choose an empty database of the kind that is being tested."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield []
        return
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        server.execute("CREATE DATABASE life_of_a_site")
        yield ["--database-url", urlunsplit(urlsplit(url)._replace(path="/life_of_a_site"))]
        server.execute("DROP DATABASE life_of_a_site")


@pytest.mark.database
def test_a_site_is_made_filled_asked_rebuilt_checked_and_emptied(program, tmp_path, database):
    def answer(*arguments):
        ended = program(*arguments, "--json", "--data", tmp_path / "site")
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    table = tmp_path / "reviews.csv"
    table.write_text(TABLE, encoding="utf-8")
    made = program("init", "--data", tmp_path / "site", "--yes", *database)
    assert made.returncode == 0, made.stderr
    told = answer("import", table, "--yes")
    assert (told["rows"], told["added"], told["refused"]) == (2, 2, 0)
    score = answer("score", "Paper Weather", "--at", "2026-03-01")
    assert (score["positive"], score["count"]) == (1, 1)
    assert answer("search", "paper")[0]["id"] == score["work"]
    history = answer("history", "Paper Weather")
    assert answer("rebuild")["seq"] == score["seq"]
    assert answer("history", "Paper Weather") == history
    assert {check["state"] for check in answer("check")["checks"]} == {"right"}
    assert answer("undo", told["import"], "--yes")["reviews"] == 2
    assert answer("search", "paper") == []
