"""`clapometer init`."""

from __future__ import annotations

import tomllib

import pytest

from clapometer.cli.complaints import CHECKED, complaint_about
from clapometer.config.options import OPTIONS

GOOD = {
    "name": ["A site", "Ż"],
    "address": ["http://127.0.0.1:8000", "https://reviews.example.org", "https://[::1]:8443/"],
    "language": ["en", "pt-br", "zh-Hant"],
    "time_zone": ["UTC", "Europe/Oslo", "America/Argentina/Buenos_Aires"],
    "database_url": ["", "postgresql://user@host/name", "postgres:///name"],
}
BAD = {
    "name": ["", "  "],
    "address": [
        "", "reviews.example.org", "ftp://x.org", "https://", "https://x.org/deep",
        "http://x:99999", "http://a b", "https://me@x.org", "http://[x",
    ],
    "language": ["", "english!", "e"],
    "time_zone": ["", "Mars/Olympus", "Europe/Ohslo", "../etc/passwd", "/etc/localtime"],
    "database_url": ["mysql://x", "name"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, values in GOOD.items() for v in values])
def test_a_value_that_can_be_used_draws_no_complaint(name, value):
    assert complaint_about(name, value) is None


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, values in BAD.items() for v in values])
def test_a_value_that_cannot_be_used_draws_one_sentence(name, value):
    complaint = complaint_about(name, value)
    assert complaint
    assert complaint.rstrip().endswith((".", "?"))


def test_every_default_can_be_used():
    assert set(CHECKED) <= {option.name for option in OPTIONS}
    assert [option.name for option in OPTIONS if complaint_about(option.name, option.default)] == []


def test_a_time_zone_is_told_by_its_city():
    assert "Asia/Bangkok" in complaint_about("time_zone", "Bangkok")


def test_a_refused_value_leaves_nothing_behind(run, tmp_path):
    ended = run("init", "--data", tmp_path / "new", "--time-zone", "Mars/Olympus")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert not (tmp_path / "new").exists()


def test_a_new_site_has_its_settings_a_secret_and_a_database(program, tmp_path):
    site = tmp_path / "deep" / "new"
    ended = program(
        "init", "--data", site, "--name", 'The "Board"', "--time-zone", "Europe/Oslo", "--yes"
    )
    assert (ended.returncode, ended.stdout) == (0, f"{site}\n")
    written = tomllib.loads((site / "clapometer.toml").read_text(encoding="utf-8"))
    assert written == {"name": 'The "Board"', "time_zone": "Europe/Oslo"}
    assert (site / "secret.key").stat().st_mode & 0o777 == 0o600
    checked = program("check", "--data", site)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_site_is_never_overwritten(run, festival):
    before = (festival / "clapometer.toml").read_bytes()
    ended = run("init", "--data", festival, "--name", "Another", "--yes")
    assert ended.exit_code == 2
    assert "already" in ended.stderr
    assert (festival / "clapometer.toml").read_bytes() == before


def test_a_database_that_does_not_answer_leaves_no_site_behind(program, tmp_path):
    """Port 1 on loopback answers to nobody."""
    site = tmp_path / "new"
    ended = program(
        "init",
        "--data",
        site,
        "--database-url",
        "postgresql://x@127.0.0.1:1/x?connect_timeout=2",
        "--yes",
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "database" in ended.stderr
    assert not (site / "clapometer.toml").exists()


def test_a_date_is_read_in_the_time_zone_of_the_site(program, tmp_path):
    program("init", "--data", tmp_path, "--time-zone", "America/New_York", "--yes")
    table = tmp_path / "reviews.csv"
    table.write_text(
        "film,critic,outlet,verdict,date\n"
        "Paper Weather,Ann Invented,The Made-Up Mail,positive,2026-03-01\n",
        encoding="utf-8",
    )
    assert program("import", table, "--yes", "--data", tmp_path).returncode == 0
    told = program("history", "Paper Weather", "--csv", "--data", tmp_path).stdout
    assert "2026-03-01T05:00:00Z,day" in told
    score = program(
        "score", "Paper Weather", "--at", "2026-02-28", "--json", "--data", tmp_path
    ).stdout
    assert '"at": "2026-03-01T04:59:59.999999Z"' in score
    assert '"count": 0' in score


def test_settings_that_cannot_be_used_are_said_before_anything_else(program, tmp_path):
    (tmp_path / "clapometer.toml").write_text('time_zone = "Mars/Olympus"\n', encoding="utf-8")
    ended = program("search", "x", "--data", tmp_path)
    assert ended.returncode == 2
    assert "time_zone" in ended.stderr
    assert ended.stderr.count("\n") == 1
    (tmp_path / "clapometer.toml").write_text('colour = "red"\n', encoding="utf-8")
    assert "unknown setting “colour”" in program("search", "x", "--data", tmp_path).stderr


def test_the_options_of_init_are_settings():
    from clapometer.cli.init import command

    own = {option.name for option in command.params} - {"yes", "data"}
    assert own <= {option.name for option in OPTIONS}
