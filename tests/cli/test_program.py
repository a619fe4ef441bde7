"""The installed program: streams, pipes, interruptions, rebuilding."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from .conftest import plain_environment

PROGRAM = (sys.executable, "-m", "clapometer")


def test_the_command_and_the_module_are_one(program, tmp_path):
    script = shutil.which("clapometer", path=str(Path(sys.executable).parent))
    assert script, "the package was installed without its command"
    by_name = subprocess.run(
        [script, "--help"], env=plain_environment(), text=True, capture_output=True, check=True
    )
    assert by_name.stdout == program("--help").stdout


def test_a_reader_that_leaves_early_is_no_fault(made_demo):
    """The reading end is closed before the first byte is written."""
    process = subprocess.Popen(
        [*PROGRAM, "history", "demo:salt-road", "--csv", "--data", made_demo],
        env=plain_environment(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), err) == (0, b"")


def test_a_terminal_that_knows_few_letters_gets_what_it_can_show(program, made_demo):
    narrow = {"PYTHONIOENCODING": "latin-1"}
    asked = ("history", "demo:salt-road", "--data", made_demo)
    ended = program(*asked, env=narrow, encoding="latin-1")
    assert ended.returncode == 0
    assert ended.stderr == ""


def test_an_answer_in_json_is_utf_8_wherever_it_goes(made_demo):
    ended = subprocess.run(
        [*PROGRAM, "history", "demo:salt-road", "--json", "--data", made_demo],
        env={**plain_environment(), "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True,
    )  # fmt: skip
    grades = {step["grade"] for step in json.loads(ended.stdout.decode("utf-8"))["steps"]}
    assert any("★" in grade for grade in grades if grade)


def test_rebuilding_gives_the_same_answers(program, demo):
    before = [
        program("history", name, "--json", "--data", demo).stdout
        for name in ("demo:bees", "demo:kitchen")
    ]
    ended = program("rebuild", "--json", "--data", demo)
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["seq"] > 300
    after = [
        program("history", name, "--json", "--data", demo).stdout
        for name in ("demo:bees", "demo:kitchen")
    ]
    assert after == before


def test_a_file_where_the_folder_should_be_is_wrong_usage(program, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "site"):
        ended = program("init", "--data", folder, "--yes")
        assert ended.returncode == 2
        assert "Traceback" not in ended.stderr


def test_a_database_that_is_none_is_one_sentence(program, demo):
    for path in demo.glob("clapometer.sqlite3*"):
        path.unlink()
    (demo / "clapometer.sqlite3").write_text("This is no database. " * 100, encoding="utf-8")
    ended = program("search", "salt", "--data", demo)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("The database cannot be used")
    assert ended.stderr.count("\n") == 1
