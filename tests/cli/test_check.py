"""`clapometer check` finds each fault it knows, and says how to mend it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from clapometer.cli import checks
from clapometer.cli.checks import CHECKS, file_system

DATABASE = "clapometer.sqlite3"


def spoil_secret(site: Path) -> None:
    (site / "secret.key").chmod(0o644)


def remove_secret(site: Path) -> None:
    (site / "secret.key").unlink()


def spoil_settings(site: Path) -> None:
    (site / "clapometer.toml").write_text('time_zone = "Mars/Olympus"\n', encoding="utf-8")


def spoil_rule(site: Path) -> None:
    (site / "clapometer.toml").write_text('rule = "thumbs"\n', encoding="utf-8")


def write_a_wrong_rule(site: Path) -> None:
    (site / "rules").mkdir()
    (site / "rules" / "ours.toml").write_text('name = "ours"\nminimum = 0\n', encoding="utf-8")


def remove_database(site: Path) -> None:
    for path in site.glob(f"{DATABASE}*"):
        path.unlink()


def damage_database(site: Path) -> None:
    path = site / DATABASE
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    path.write_bytes(content)


def replace_database(site: Path) -> None:
    remove_database(site)
    (site / DATABASE).write_text("This is no database. " * 100, encoding="utf-8")


def execute(site: Path, *statements: str) -> None:
    with sqlite3.connect(site / DATABASE) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def forget_a_migration(site: Path) -> None:
    execute(site, "DELETE FROM django_migrations WHERE app = 'desk'")


def set_a_consumer_back(site: Path) -> None:
    execute(site, "UPDATE ledger_ledgercursor SET seq = seq - 1 WHERE name = 'catalogue'")


def change_an_entry(site: Path) -> None:
    execute(
        site,
        "DROP TRIGGER ledger_no_update",
        "UPDATE ledger_ledgerentry SET actor = 'somebody else' WHERE seq = 100",
    )


def record_in_the_future(site: Path) -> None:
    year_3000 = 32_503_680_000_000_000
    execute(
        site,
        "DROP TRIGGER ledger_no_update",
        f"UPDATE ledger_ledgerentry SET recorded_at = {year_3000}"
        " WHERE seq = (SELECT max(seq) FROM ledger_ledgerentry)",
    )


FAULTS = {
    spoil_secret: "secret",
    remove_secret: "secret",
    spoil_settings: "settings",
    spoil_rule: "rule",
    write_a_wrong_rule: "rules",
    remove_database: "database",
    damage_database: "database",
    replace_database: "database",
    forget_a_migration: "migrations",
    set_a_consumer_back: "consumers",
    change_an_entry: "ledger",
    record_in_the_future: "clock",
}


def test_nothing_is_wrong_with_a_fresh_site(program, made_demo):
    ended = program("check", "--data", made_demo)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line.split()[0] for line in ended.stdout.splitlines()] == ["ok"] * len(CHECKS)


@pytest.mark.parametrize("spoil", FAULTS, ids=lambda spoil: spoil.__name__)
def test_each_fault_is_found_and_told_with_its_mending(spoil, program, demo):
    spoil(demo)
    ended = program("check", "--json", "--data", demo)
    assert ended.returncode == 1, ended.stderr
    assert "Traceback" not in ended.stderr
    found = {check["name"]: check for check in json.loads(ended.stdout)["checks"]}
    wrong = found[FAULTS[spoil]]
    assert wrong["state"] == "wrong"
    assert all(fault["wrong"].endswith(".") and fault["mend"] for fault in wrong["faults"])


def test_checks_that_need_what_is_broken_are_not_made(program, demo):
    replace_database(demo)
    ended = program("check", "--data", demo)
    marks = {
        line.split(maxsplit=1)[1]: line.split()[0]
        for line in ended.stdout.splitlines()
        if line[0] != " "
    }
    assert marks[CHECKS["database"].meaning] == "WRONG"
    assert marks[CHECKS["ledger"].meaning] == "?"


def test_each_key_of_a_wrong_rule_is_a_fault_of_its_own(program, demo):
    write_a_wrong_rule(demo)
    found = json.loads(program("check", "--json", "--data", demo).stdout)["checks"]
    (rules,) = [check for check in found if check["name"] == "rules"]
    assert [fault["wrong"] for fault in rules["faults"]] == [
        "ours.toml: title is missing: it must be text in quotes.",
        "ours.toml: dated is missing: it must be text in quotes.",
        "ours.toml: minimum must be a whole number from 1, not “0”.",
    ]


def test_a_site_that_has_adopted_a_rule_needs_no_setting(program, demo):
    adopted = program("rules", "adopt", "sfi", "--yes", "--data", demo)
    assert adopted.returncode == 0, adopted.stderr
    spoil_rule(demo)
    score = program("score", "demo:bees", "--json", "--data", demo)
    assert json.loads(score.stdout)["rule"] == "sfi"
    assert program("check", "--data", demo).returncode == 0


def test_looking_changes_nothing(program, demo):
    set_a_consumer_back(demo)
    assert program("check", "--data", demo).returncode == 1
    assert program("check", "--data", demo).returncode == 1
    # Any other command mends it.
    assert "Catching up" in program("search", "salt", "--data", demo).stderr
    assert program("check", "--data", demo).returncode == 0


def test_every_check_comes_after_one_that_is_made_before_it():
    names = list(CHECKS)
    for name, check in CHECKS.items():
        assert not check.after or names.index(check.after) < names.index(name)


def test_a_full_disk_is_told(monkeypatch, tmp_path):
    usage = type("Usage", (), {"free": 10 * 2**20})
    monkeypatch.setattr(checks.shutil, "disk_usage", lambda _: usage)
    (fault,) = CHECKS["space"].look(tmp_path)
    assert fault.wrong.startswith("Only 10 MiB are free")


@pytest.mark.parametrize(
    ("folder", "system"),
    [("/srv/shared/site", "nfs4"), ("/srv/with space/site", "cifs"), ("/home/x", "ext4")],
)
def test_the_file_system_of_a_folder_is_the_one_mounted_nearest(folder, system, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/a / ext4 rw 0 0\nhost:/x /srv/shared nfs4 rw 0 0\n"
        "//h/s /srv/with\\040space cifs rw 0 0\n",
        encoding="utf-8",
    )
    assert file_system(Path(folder), mounts) == system


def test_where_the_system_does_not_tell_nothing_is_claimed(tmp_path):
    assert file_system(tmp_path, tmp_path / "none") == ""


def test_what_cannot_be_written_is_told(made_demo, monkeypatch):
    """The system is asked; the superuser, who may run the tests, would be allowed everything."""
    monkeypatch.setattr(checks.os, "access", lambda *_: False)
    wrong = [fault.wrong for fault in CHECKS["folder"].look(made_demo)]
    assert f"{made_demo} cannot be written by this user." in wrong
    assert f"{made_demo / DATABASE} cannot be written by this user." in wrong
