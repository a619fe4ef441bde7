"""Whatever a task does, an answer or one sentence comes back in time."""

from __future__ import annotations

import os
import platform
import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from clapometer.confining.bounds import Bounds, in_words
from clapometer.confining.refusals import REASONS, ConfinedFailed
from clapometer.confining.running import Confined

LINUX = sys.platform.startswith("linux") and platform.machine() in {"x86_64", "aarch64"}
SMALL = Bounds(
    memory=512 << 20, work_seconds=1, wall_seconds=4.0, input_bytes=1 << 20, answer_bytes=100_000
)
TASKS = "tests.confining.tasks"


@pytest.fixture(autouse=True)
def _root(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))


@pytest.fixture
def confined():
    one = Confined(SMALL)
    yield one
    one.close()


def refusal(confined, task, data=b"", **arguments):
    with pytest.raises(ConfinedFailed) as caught:
        confined.run(f"{TASKS}:{task}", data, **arguments)
    told = str(caught.value)
    assert told.endswith(".")
    assert "\n" not in told
    assert "Traceback" not in told
    return caught.value


def test_a_task_is_done_with_its_bytes_and_arguments(confined):
    assert confined.run(f"{TASKS}:count", b"\0\xff" * 5, more=2) == {"bytes": 10, "more": 2}
    assert confined.run(f"{TASKS}:count", b"x" * (1 << 20))["bytes"] == 1 << 20


def test_the_process_is_kept_and_renewed_after_so_many_tasks():
    confined = Confined(Bounds(tasks=2))
    found = [confined.run(f"{TASKS}:remember", b"") for _ in range(3)]
    confined.close()
    assert [one["calls"] for one in found] == [1, 2, 1]
    assert found[0]["process"] == found[1]["process"] != found[2]["process"]
    assert os.getpid() not in {one["process"] for one in found}


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("eat", "memory"),
        ("eat_slowly", "memory"),
        ("die", "died"),
        ("crash", "died"),
        ("raise_one", "broken"),
        ("no_such_task", "broken"),
        ("not_plain", "broken"),
        ("not_a_number", "broken"),
    ],
)
def test_what_fails_is_one_refusal_and_the_next_task_is_done(confined, task, reason):
    told = refusal(confined, task)
    assert told.reason == reason
    assert "secret" not in str(told)
    assert confined.run(f"{TASKS}:count", b"abc")["bytes"] == 3


@pytest.mark.parametrize(
    ("task", "reason", "wall"), [("toil", "work", 30.0), ("hang", "time", 0.5)]
)
def test_a_task_that_toils_and_one_that_hangs_are_given_up_in_time(task, reason, wall):
    confined = Confined(Bounds(work_seconds=1, wall_seconds=wall))
    began = time.monotonic()
    assert refusal(confined, task).reason == reason
    assert time.monotonic() - began < 29
    confined.close()


def test_a_reader_says_itself_why_it_refuses(confined):
    told = refusal(confined, "refuse")
    assert (told.reason, told.code) == ("refused", "unwanted")
    assert str(told) == "This is no text of ours; send another."


def test_too_much_is_not_given_and_not_taken(confined):
    assert refusal(confined, "count", b"x" * ((1 << 20) + 1)).reason == "input"
    assert refusal(confined, "long_answer", size=200_000).reason == "answer"
    assert len(confined.run(f"{TASKS}:long_answer", b"", size=90_000)) == 90_000


def test_noise_goes_nowhere_and_half_characters_are_no_text(confined):
    assert confined.run(f"{TASKS}:babble", b"") == "quiet"
    assert confined.run(f"{TASKS}:half_a_character", b"") == "a?b"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("\0\0\0\0\0\0\0\x02[]", "babble"),
        ("\0\0\0\0\0\0\0\x02{x", "babble"),
        ("\0\0\0\0\0\0\0\x02{}", "babble"),
        ("\xff" * 64, "answer"),
        ("\0\0\0\0\0\0\x90\0" + "[" * 0x9000, "babble"),
    ],
)
def test_a_process_that_was_taken_over_can_only_babble(confined, said, reason):
    assert refusal(confined, "talk_over", said=said).reason == reason


def test_nothing_of_the_environment_is_handed_on(confined, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setenv("CLAPOMETER_SECRET", "secret")
    assert "secret" not in str(confined.run(f"{TASKS}:environment", b""))


def test_no_network_no_process_and_no_file(confined, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("kept")
    with socket.create_server(("127.0.0.1", 0)) as server:
        tries = [
            ("connect", {"port": server.getsockname()[1]}),
            ("look_up", {}),
            ("start", {}),
            ("fork", {}),
            ("write", {"path": str(tmp_path / "new")}),
            ("write", {"path": str(kept)}),
            ("remove", {"path": str(kept)}),
        ]
        for task, arguments in tries:
            assert "PermissionError" in str(refusal(confined, task, **arguments)), task
        server.settimeout(0.0)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert kept.read_text() == "kept"
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


@pytest.mark.skipif(not LINUX, reason="the filter of system calls is Linux's, on two processors")
def test_the_kernel_itself_refuses_what_c_would_do(confined, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("kept")
    assert "system calls" in _walls(confined)
    for name in ("socket", "fork", "unlink", "open", "exec"):
        found = confined.run(f"{TASKS}:by_kernel", b"", name=name, path=str(kept))
        assert (found["made"], found["errno"]) == (-1, 1), name
    assert confined.run(f"{TASKS}:by_kernel", b"", name="read", path=str(kept))["made"] > 2
    assert kept.read_text() == "kept"


def _walls(confined):
    confined.run(f"{TASKS}:count", b"")
    return confined.walls


def test_threads_take_turns(confined):
    found = []

    def work(number):
        found.append(confined.run(f"{TASKS}:count", b"x" * number)["bytes"] == number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    assert found == [True] * 12


def test_a_process_that_died_while_idle_is_replaced_without_a_word(confined):
    first = confined.run(f"{TASKS}:remember", b"")["process"]
    os.kill(first, 9)
    time.sleep(0.05)
    assert confined.run(f"{TASKS}:remember", b"")["process"] != first


def test_every_reason_is_one_sentence_and_every_bound_is_told():
    places = {"limit": 5, "seconds": 2.5, "how": "signal 9", "sentence": "No."}
    for reason in REASONS:
        assert str(ConfinedFailed(reason, **places)).endswith(".")
    assert all(in_words().values())
