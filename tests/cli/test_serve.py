"""`clapometer serve` and `clapometer demo`: an address that answers, and a clean stop."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from clapometer.cli.endings import Ended
from clapometer.cli.serving import GRACE, follow_port, free_port

from .conftest import plain_environment


@contextmanager
def serving(*arguments: object, cwd: Path | None = None) -> Iterator[subprocess.Popen[str]]:
    """The program while it serves; whatever happens it is gone afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "clapometer", *map(str, arguments)],
        cwd=cwd, env=plain_environment(), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        # With the processes it has started, which hold its output open: to wait for the end of that
        # would be to wait for ever where a test failed.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def status(address: str) -> int:
    parts = urlsplit(address)
    link = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    link.request("GET", "/")
    answer = link.getresponse().status
    link.close()
    return answer


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_printed_address_answers_and_a_signal_ends_it_cleanly(how, made_demo):
    with taken_port() as port:
        free = port  # Taken now; free again when the block ends.
    with serving("serve", "--data", made_demo, "--port", free) as process:
        address = process.stdout.readline().strip()
        assert address == f"http://127.0.0.1:{free}/", process.stderr.read()
        assert status(address) < 500
        process.send_signal(how)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err
    assert "Stopped." in err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes by what Linux tells of them")
def test_a_process_that_does_not_stop_does_not_keep_the_server(made_demo):
    with taken_port() as port:
        free = port
    with serving("serve", "--data", made_demo, "--port", free) as process:
        process.stdout.readline()
        for child in children(process.pid):
            os.kill(child, signal.SIGSTOP)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=GRACE + 20) == 0


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run, but for what sends beside it."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(one) for one in listed if holds_a_socket(int(one))]


def holds_a_socket(process: int) -> bool:
    links = (one.readlink() for one in Path(f"/proc/{process}/fd").iterdir())
    return any(str(link).startswith("socket:") for link in links)


def test_the_demo_is_made_and_answers_within_ten_seconds_and_is_used_again(tmp_path):
    for seconds in (10, 10):
        began = time.monotonic()
        with serving("demo", cwd=tmp_path) as process:
            address = process.stdout.readline().strip()
            took = time.monotonic() - began
            assert address.startswith("http://127.0.0.1:"), process.stderr.read()
            assert took < seconds
            assert status(address) < 500
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
    assert (tmp_path / "clapometer-demo" / "clapometer.toml").exists()


def test_a_demo_that_is_whole_is_left_as_it_is(program, demo):
    before = json.loads(program("score", "demo:bees", "--json", "--data", demo).stdout)
    again = program("demo", "--no-serve", "--data", demo)
    assert (again.returncode, again.stdout, again.stderr) == (0, f"{demo}\n", "")
    assert json.loads(program("score", "demo:bees", "--json", "--data", demo).stdout) == before


def test_a_demo_that_was_killed_on_the_way_is_made_again(program, tmp_path):
    """Its story is one transaction: what a kill leaves is a site without entries, or less."""
    assert program("init", "--data", tmp_path / "demo", "--yes").returncode == 0
    ended = program("demo", "--no-serve", "--data", tmp_path / "demo")
    assert ended.returncode == 0
    assert "The festival was made" in ended.stderr
    assert program("score", "demo:bees", "--data", tmp_path / "demo").returncode == 0


def test_the_demo_never_touches_a_site_of_one_s_own(program, tmp_path):
    table = tmp_path / "reviews.csv"
    table.write_text("film,critic,verdict\nPaper Weather,Ann Invented,positive\n", encoding="utf-8")
    site = tmp_path / "own"
    assert program("import", table, "--yes", "--data", site).returncode == 0
    ended = program("demo", "--no-serve", "--data", site)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "not the demo" in ended.stderr
    assert json.loads(program("search", "salt", "--json", "--data", site).stdout) == []


def test_the_demo_does_not_follow_settings_of_another_site_in_the_environment(program, tmp_path):
    """Above all it must not write into the database that DATABASE_URL names."""
    elsewhere = {"DATABASE_URL": "postgresql://x@127.0.0.1:1/x", "CLAPOMETER_NAME": "A real site"}
    ended = program("demo", "--no-serve", "--data", tmp_path / "demo", env=elsewhere)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "demo" / "clapometer.sqlite3").exists()


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_taken_port_that_was_asked_for_is_said_to_be_taken(program, made_demo):
    with taken_port() as port:
        ended = program("serve", "--data", made_demo, "--port", port)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == f"Port {port} on 127.0.0.1 is taken; choose another one with --port.\n"


def test_the_next_free_port_is_taken_when_none_was_asked_for(capsys):
    with taken_port() as port:
        assert port < free_port("127.0.0.1", port, exact=False) <= port + 100
        assert f"Port {port} is taken" in capsys.readouterr().err


def test_an_address_of_another_machine_is_refused():
    """RFC 5737 keeps 192.0.2.0/24 for documentation."""
    with pytest.raises(Ended, match="no address of this machine") as ended:
        free_port("192.0.2.1", 8000, exact=True)
    assert ended.value.code == 2


def test_an_address_left_at_its_default_follows_the_port_and_a_chosen_one_stays(
    tmp_path, monkeypatch
):
    """Links on the pages are made from the address."""
    monkeypatch.setenv("CLAPOMETER_ADDRESS", "")
    follow_port(tmp_path, "0.0.0.0", 8123)
    assert os.environ["CLAPOMETER_ADDRESS"] == "http://127.0.0.1:8123"
    monkeypatch.setenv("CLAPOMETER_ADDRESS", "")
    (tmp_path / "clapometer.toml").write_text('address = "https://x.example"\n', encoding="utf-8")
    follow_port(tmp_path, "127.0.0.1", 8123)
    assert os.environ["CLAPOMETER_ADDRESS"] == ""
