"""`clapometer worker` and `outbox`, as programs; and the worker that runs beside the site."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from clapometer.cli.outbox import MEMBERS, NOTICE_MEMBERS

from .conftest import plain_environment
from .test_serve import serving, taken_port

Found = TypeVar("Found")


def ask(site: Path, statement: str) -> list[tuple]:
    with sqlite3.connect(f"file:{site / 'clapometer.sqlite3'}?mode=ro", uri=True) as link:
        return link.execute(statement).fetchall()


def change(site: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(site / "clapometer.sqlite3", timeout=20) as link:
        link.execute(statement, values)


def add_due_notice(site: Path, followers: int = 3) -> None:
    """A made-up notice for followers whose channel this site does not have: no network is needed
    to see what became of it."""
    now = time.time_ns() // 1000
    change(
        site,
        "INSERT INTO alerts_notice (name, kind, family, work_id, audience, title, text, url, said,"
        " happened_at, recorded_at, seq, state, due_at, expires_at, priority, spread_to, spread)"
        " VALUES ('n', 'score', 'f', 1, 'keys', 'Made up', 'x', '/', '{}', ?, ?, 0, 'due', ?, ?, 2,"
        " 0, 0)",
        now, now, now, now + 3_600_000_000,
    )  # fmt: skip
    change(site, "INSERT INTO alerts_noticekey (key, notice_id) VALUES ('work:1', 1)")
    for number in range(1, followers + 1):
        change(
            site,
            "INSERT INTO alerts_follower (id, generation, zone, language, cadence, digest_at,"
            " digest_weekday, paused, created_at) VALUES (?, 0, 'UTC', 'en', 'now', 0, 0, 0, 0)",
            number,
        )
        change(
            site,
            "INSERT INTO alerts_follow (follower_id, key, kinds, cadence, since)"
            " VALUES (?, 'work:1', 1, 'now', 0)",
            number,
        )
        change(
            site,
            "INSERT INTO alerts_endpoint (follower_id, channel, address, mark, origin, details,"
            " state, reason, created_at, failures) VALUES (?, 'pigeon', 'x', 'm', '', '{}', 'on',"
            " '', 0, 0)",
            number,
        )


def wait_for(find: Callable[[], Found], seconds: float = 30.0) -> Found:
    until = time.monotonic() + seconds
    while not (found := find()):
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)
    return found


@pytest.mark.parametrize("processes", [1, 2])
def test_once_empties_the_outbox_and_says_what_was_done(processes, program, demo):
    add_due_notice(demo)
    ended = program("worker", "--once", "--processes", processes, "--data", demo)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
    assert "3 failed in" in ended.stderr
    assert ask(demo, "SELECT state, spread FROM alerts_notice") == [("done", 3)]
    assert ask(demo, "SELECT COUNT(*) FROM alerts_worker") == [(0,)]


def test_the_outbox_is_told_in_words_and_in_json(program, demo):
    empty = program("outbox", "--data", demo)
    assert empty.stdout == "0 queued, 0 sent; workers: 0.\n"
    add_due_notice(demo)
    waiting = json.loads(program("outbox", "--json", "--data", demo).stdout)
    assert list(waiting) == list(MEMBERS)
    assert list(waiting["notices"][0]) == list(NOTICE_MEMBERS)
    assert waiting["oldest_at"] == waiting["notices"][0]["due_at"] is not None
    program("worker", "--once", "--data", demo)
    told = json.loads(program("outbox", "--json", "--data", demo).stdout)
    reason = "This site has no channel “pigeon”."
    assert told["failed"] == told["notices"][0]["failed"] == {reason: 3}
    assert (told["queued"], told["sent"], told["oldest_at"]) == (0, 0, None)
    text = program("outbox", "--data", demo).stdout
    assert f"3 failed: {reason}" in text
    assert "Made up" in text


def test_a_worker_without_a_site_is_refused(program, tmp_path):
    ended = program("worker", "--once", "--data", tmp_path / "nowhere")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "There is no site" in ended.stderr


def test_serve_sends_too_and_starts_a_worker_that_died_again(demo):
    with taken_port() as port:
        free = port
    with serving("serve", "--data", demo, "--port", free) as process:
        process.stdout.readline()
        first = wait_for(lambda: ask(demo, "SELECT id, pid FROM alerts_worker"))[0]
        os.kill(first[1], signal.SIGKILL)
        found = f"SELECT id, pid FROM alerts_worker WHERE id > {first[0]}"
        second = wait_for(lambda: ask(demo, found))[0]
        assert second[1] != first[1]
        assert ask(demo, "SELECT COUNT(*) FROM alerts_worker") == [(1,)], "the dead one is gone"
        add_due_notice(demo)
        wait_for(lambda: ask(demo, "SELECT 1 FROM alerts_notice WHERE state = 'done'"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
        assert "A worker ended (-9); another is started in 0.5 s." in process.stderr.read()
    assert ask(demo, "SELECT COUNT(*) FROM alerts_worker") == [(0,)]


def test_a_worker_whose_server_was_killed_ends_by_itself(demo):
    with taken_port() as port:
        free = port
    command = [sys.executable, "-m", "clapometer", "serve", "--data", demo, "--port", str(free)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(
        command, env=plain_environment(), stdin=quiet, stdout=quiet, stderr=quiet,
        start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(lambda: ask(demo, "SELECT 1 FROM alerts_worker"))
        server.kill()
        wait_for(lambda: not ask(demo, "SELECT 1 FROM alerts_worker"))
    finally:
        # The processes that answer outlive a server that is killed so; they are its session's.
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def test_serve_sends_nothing_if_told_so(demo):
    with taken_port() as port:
        free = port
    with serving("serve", "--no-worker", "--data", demo, "--port", free) as process:
        process.stdout.readline()
        time.sleep(1.5)
        assert ask(demo, "SELECT COUNT(*) FROM alerts_worker") == [(0,)]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
