"""`clapometer import` and `clapometer undo`, through the installed program."""

from __future__ import annotations

import csv
import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from clapometer.cli.progress import Progress

from .conftest import plain_environment

# Every name in this table is made up.
TABLE = """film,critic,outlet,verdict,grade,date
Paper Weather,Ann Invented,The Made-Up Mail,positive,B+,2026-03-01
Paper Weather,Bob Invented,The Made-Up Mail,negative,2/5,2026-03-02
Paper Weather,Cy Invented,,positive,,1800-01-01
The Salt Road (2026),Dee Invented,The Made-Up Mail,negative,C,2026-10-20
Paper Weather,,,positive,B,2026-03-03
Paper Weather,Eve Invented,The Made-Up Mail,perhaps,B,2026-03-03
"""
CONTRACT = ["rows", "added", "unchanged", "refused", "report"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "reviews.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def answer(ended: subprocess.CompletedProcess[str]):
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def test_the_last_thing_printed_is_one_object(program, table, tmp_path):
    told = answer(program("import", table, "--yes", "--json", "--data", tmp_path / "site"))
    assert [told[name] for name in CONTRACT[:4]] == [6, 4, 0, 2]
    assert set(CONTRACT) | {"import"} <= told.keys()
    assert told["preview"] is False
    assert told["works"] == 2
    assert told["reasons"] == {"no_reviewer": 1, "unreadable_verdict": 1}


def test_the_report_holds_each_refused_row_with_its_number_and_reason(program, table, tmp_path):
    told = answer(program("import", table, "--yes", "--json", "--data", tmp_path / "site"))
    with Path(told["report"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["refused_row"] for row in rows] == ["5", "6"]
    assert "neither a critic nor an outlet" in rows[0]["refused_because"]
    assert rows[1]["critic"] == "Eve Invented"


def test_the_same_file_again_adds_nothing(program, table, tmp_path):
    first = answer(program("import", table, "--yes", "--json", "--data", tmp_path / "site"))
    again = answer(program("import", table, "--yes", "--json", "--data", tmp_path / "site"))
    assert (again["added"], again["unchanged"]) == (0, first["added"])
    assert again["refused"] == first["refused"]


def test_without_a_terminal_and_without_yes_it_is_a_preview(program, table, demo):
    before = (demo / "clapometer.sqlite3").stat().st_size
    ended = program("import", table, "--data", demo)
    assert ended.returncode == 0
    assert "Nothing was taken in." in ended.stderr
    assert "verdict: verdict (" in ended.stderr
    assert "6 rows:" in ended.stdout
    assert "4 new reviews" in ended.stdout
    assert "Refused, no_reviewer: 1" in ended.stdout
    assert "row 5: The row names neither a critic nor an outlet." in ended.stdout
    assert program("undo", "--data", demo).stderr == "There is no import.\n"
    assert (demo / "clapometer.sqlite3").stat().st_size == before


def test_a_preview_for_scripts_says_that_it_is_one(program, table, demo):
    told = answer(program("import", table, "--json", "--data", demo))
    assert told["preview"] is True
    assert (told["rows"], told["reviews"], told["refused"]) == (6, 4, 2)
    assert told["new_works"] == ["Paper Weather"]
    assert "import" not in told


def test_a_folder_without_a_site_becomes_one_and_the_command_says_so(program, table, tmp_path):
    ended = program("import", table, "--yes", "--data", tmp_path / "site")
    assert ended.returncode == 0
    assert f"A new site was made in {tmp_path / 'site'}." in ended.stderr
    assert "to take it back: clapometer undo" in ended.stdout


NO_TABLES = {
    "page.csv": b"<!doctype html><html><body>404</body></html>",
    "null.json": b"null",
    "empty.csv": b"",
    "book.xlsx": b"PK\x03\x04" + bytes(60),
    "bomb.csv.gz": gzip.compress(b"a,b\n" + b"0" * (64 * 2**20)),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_a_file_that_is_no_table_is_one_sentence_and_leaves_no_site(name, program, tmp_path):
    path = tmp_path / name
    path.write_bytes(NO_TABLES[name])
    ended = program("import", path, "--yes", "--json", "--data", tmp_path / "site")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.count("\n") == 1
    assert name in ended.stderr
    assert not (tmp_path / "site").exists()


def test_a_missing_file_is_one_sentence(program, tmp_path):
    ended = program("import", tmp_path / "none.csv", "--data", tmp_path / "site")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "none.csv does not exist; check the path.\n"


def test_a_mapping_can_be_stated_and_kept_as_a_profile(program, tmp_path, demo):
    path = tmp_path / "odd.csv"
    path.write_text("a,b,c,d\nPaper Weather,Ann Invented,yes,B\n", encoding="utf-8")
    stated = ["--map", "work_title=a", "--map", "critic=b", "--map", "grade=d", "--map", "verdict="]
    told = answer(
        program("import", path, *stated, "--save-profile", "odd", "--yes", "--json", "--data", demo)
    )
    assert (told["added"], told["refused"]) == (1, 0)
    again = answer(program("import", path, "--profile", "odd", "--yes", "--json", "--data", demo))
    assert (again["added"], again["unchanged"]) == (0, 1)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--map", "verdict"),
        ("--map", "colour=film"),
        ("--map", "verdict=colour"),
        ("--profile", "nobody"),
        ("--save-profile", "../up"),
        ("--works", "none.csv"),
    ],
)
def test_what_does_not_fit_the_file_is_refused(option, value, program, table, demo):
    ended = program("import", table, option, value, "--yes", "--data", demo)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Traceback" not in ended.stderr
    assert program("undo", "--json", "--data", demo).stdout == "[]\n"


def test_works_may_lie_in_a_table_of_their_own(program, tmp_path, demo):
    (tmp_path / "films.csv").write_text(
        "id,title,year,release\nx:1,Paper Weather,2026,limited\n", encoding="utf-8"
    )
    (tmp_path / "reviews.csv").write_text(
        "work id,critic,verdict\nx:1,Ann Invented,positive\n", encoding="utf-8"
    )
    told = answer(
        program(
            "import", tmp_path / "reviews.csv", "--works", tmp_path / "films.csv",
            "--yes", "--json", "--data", demo,
        )
    )  # fmt: skip
    assert (told["works"], told["added"]) == (1, 1)
    score = answer(program("score", "Paper Weather 2026", "--json", "--data", demo))
    assert (score["count"], score["badge"]["state"]) == (1, "none")


def test_undo_takes_everything_back_and_the_score_is_the_old_one(program, table, demo):
    before = answer(program("score", "demo:salt-road", "--json", "--data", demo))
    told = answer(program("import", table, "--yes", "--json", "--data", demo))
    changed = answer(program("score", "demo:salt-road", "--json", "--data", demo))
    assert changed["count"] == before["count"] + 1
    undone = answer(program("undo", told["import"], "--yes", "--json", "--data", demo))
    assert undone["import"] == told["import"]
    assert undone["reviews"] == told["added"]
    after = answer(program("score", "demo:salt-road", "--json", "--data", demo))
    assert {**after, "seq": 0} == {**before, "seq": 0}
    assert program("score", "Paper Weather", "--data", demo).returncode == 2
    assert program("undo", told["import"], "--yes", "--data", demo).returncode == 2
    assert program("check", "--data", demo).returncode == 0


def test_undo_lists_the_imports_and_asks_before_it_acts(program, table, demo):
    told = answer(program("import", table, "--yes", "--json", "--data", demo))
    listed = answer(program("undo", "--json", "--data", demo))
    assert [(one["import"], one["state"], one["added"]) for one in listed] == [
        (told["import"], "done", 4)
    ]
    assert str(told["import"]) in program("undo", "--data", demo).stdout
    asked = program("undo", told["import"], "--data", demo)
    assert asked.returncode == 0
    assert "Nothing was taken back." in asked.stderr
    assert answer(program("undo", "--json", "--data", demo))[0]["state"] == "done"


def test_an_import_there_is_not_cannot_be_taken_back(program, demo):
    ended = program("undo", 4711, "--yes", "--data", demo)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "There is no import 4711" in ended.stderr


@pytest.mark.parametrize(("reply", "taken"), [("y", True), ("n", False)])
def test_on_a_terminal_it_asks(reply, taken, table, demo, program):
    asked = on_a_terminal(["import", table, "--data", demo], f"{reply}\n")
    assert "Take this in? [y/N]" in asked
    assert (len(answer(program("undo", "--json", "--data", demo))) == 1) is taken


def on_a_terminal(arguments: list[object], typed: str) -> str:
    """What the program prints on a terminal of its own, where somebody types a reply."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "clapometer", *map(str, arguments)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=plain_environment(), close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, typed.encode())
    printed = b""
    while True:
        try:
            block = os.read(ours, 65_536)
        except OSError:  # Linux says so when the other end is closed.
            break
        if not block:
            break
        printed += block
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return printed.decode()


def test_progress_on_a_terminal_is_a_bar_with_the_speed(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with Progress("Taking in") as progress:
        progress.rows(500, 50, 100)
        progress.rows(1000, 100, 100)
    said = capsys.readouterr().err
    assert said.startswith("\rTaking in ██████████████████████████████ 100% 1,000 rows,")
    assert "rows/s" in said
    assert said.endswith("\n")


def test_progress_of_something_short_says_nothing_in_a_log(capsys):
    with Progress("Taking in") as progress:
        progress.rows(1000, 100, 100)
    assert capsys.readouterr().err == ""
