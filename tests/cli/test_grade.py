"""`clapometer grade` and `clapometer grades`."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from clapometer.cli.grades import LINE

from .conftest import plain_environment


def test_a_grade_is_its_value_its_scale_and_its_form(run):
    assert run("grade", "three and a half stars out of four").stdout == "7/8\tof-4\tstars\n"
    assert run("grade", "B-", "--scale", "letters-school").stdout == "4/5\tletters-school\tletter\n"


def test_a_grade_for_scripts(run):
    told = json.loads(run("grade", "7", "--scale", "of-10", "--json").stdout)
    assert told == {
        "text": "7", "value": "7/10", "points": 7000, "scale": "of-10", "rule": "number",
    }  # fmt: skip


def test_a_grade_that_begins_with_a_dash(run):
    for asked in (("--scale", "signed-4", "--", "-1"), ("-1", "--scale", "signed-4")):
        assert run("grade", *asked).stdout == "3/8\tsigned-4\tsigned\n"
    assert run("grade", "-1 (-4..+4)").stdout.startswith("3/8\t")


def test_a_refused_grade_ends_with_its_reason(run):
    ended = run("grade", "7")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == "“7” is a number alone and says nothing without its scale.\n"
    told = run("grade", "7", "--json")
    assert told.exit_code == 2
    assert json.loads(told.stdout) == {
        "text": "7", "refused": "needs_scale", "sentence": ended.stderr.rstrip("\n"),
    }  # fmt: skip


@pytest.mark.parametrize("asked", [("grade", "7"), ("grades", "-")])
def test_an_unknown_scale_lists_those_there_are(run, asked):
    ended = run(*asked, "--scale", "stars")
    assert ended.exit_code == 2
    assert ended.stderr.startswith("No scale is called “stars”; there are of-2 to of-1000, letters")


def answers(stdout: str) -> list[dict]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_a_file_is_answered_line_for_line(run, tmp_path):
    path = tmp_path / "grades.txt"
    path.write_bytes("\ufeffB–\r\n7/10\n\nsoon\n3½/4".encode() + b"\n\xbd/4\n")
    told = answers(run("grades", path).stdout)
    assert [one["text"] for one in told] == ["B–", "7/10", "", "soon", "3½/4", "½/4"]
    assert [one.get("value", one.get("refused")) for one in told] == [
        "2/3", "7/10", "empty", "unreadable", "7/8", "1/8",
    ]  # fmt: skip
    assert told[0] == {
        "text": "B–", "value": "2/3", "points": 6667, "scale": "letters", "rule": "letter",
    }  # fmt: skip


def test_standard_input_is_read_too(run):
    told = answers(run("grades", "-", "--scale", "of-4", input=b"3\n**1/2\n").stdout)
    assert [one["value"] for one in told] == ["3/4", "5/8"]


# A line may end where the reader's portion ends, or be far longer; each is one answer.
@pytest.mark.parametrize("length", [LINE - 1, LINE, LINE + 1, 2 * LINE, 5 * LINE + 7])
@pytest.mark.parametrize("letter", ["x", "é", "★"])
def test_a_long_line_is_one_refusal(run, length, letter):
    line = (letter * length).encode()[:length].decode("utf-8", "ignore")
    told = answers(run("grades", "-", input=f"{line}\n4/5\n".encode()).stdout)
    assert [one.get("refused", one.get("value")) for one in told] == ["too_long", "4/5"]
    assert len(told[0]["text"]) <= LINE


def test_an_empty_file_has_no_answer(run, tmp_path):
    (tmp_path / "none").touch()
    ended = run("grades", tmp_path / "none")
    assert (ended.exit_code, ended.stdout) == (0, "")


def test_a_file_that_is_not_there(run, tmp_path):
    for path in (tmp_path, tmp_path / "none"):
        ended = run("grades", path)
        assert (ended.exit_code, ended.stdout) == (2, "")
        assert "give a text file, or - for standard input" in ended.stderr


@pytest.mark.parametrize("asked", [["grade", "B-"], ["grades", "-"]])
def test_no_site_and_no_django_is_needed(asked, tmp_path):
    script = (
        "import sys\nfrom clapometer.cli.main import main\n"
        f"try: main({asked!r})\nexcept SystemExit as end: assert not end.code\n"
        "heavy = {m.partition('.')[0] for m in sys.modules} & {'django', 'pyarrow', 'sqlite3'}\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run(
        [sys.executable, "-c", script], env=plain_environment(), check=True, timeout=60,
        cwd=tmp_path, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert not list(tmp_path.iterdir())


def test_a_scale_is_proposed_with_its_evidence(run):
    grades = "7/10\n8/10\n6/10\n7\nB+\n8/10\n9/10\n"
    ended = run("grades", "-", "--infer", input=grades.encode())
    told = answers(ended.stdout)
    assert told[3] == {
        "text": "7", "value": "7/10", "points": 7000, "scale": "of-10", "rule": "number",
    }  # fmt: skip
    assert ended.stderr == (
        "6 of 7 grades fit of-10 (5 state it, 1 are read by it); "
        "other grades of the same hand state the scale.\n"
        "1 × “B+” does not fit: letters\n"
    )


def test_where_the_grades_do_not_tell_none_is_proposed(run):
    ended = run("grades", "-", "--infer", input=b"3\n")
    assert answers(ended.stdout)[0]["refused"] == "needs_scale"
    assert ended.stderr == "No scale is proposed for 1 grades: the grades do not tell.\n"


def test_a_scale_is_given_or_proposed(run):
    ended = run("grades", "-", "--infer", "--scale", "of-5")
    assert (ended.exit_code, ended.stderr) == (2, "Give --scale or --infer, not both.\n")
