import os
import signal
import subprocess

import pytest

from clapometer.desk import ahead
from clapometer.desk.plans import plan_import
from clapometer.readers.problems import FileRefused
from tests.desk.files import some, write


@pytest.fixture
def always_ahead(monkeypatch):
    monkeypatch.setattr(ahead, "WORTHWHILE_BYTES", 0)


def without_salt(chunks):
    """Salts are drawn anew for each reading; everything else is the same."""
    return [
        (chunk.progress, [row._replace(salt=b"", commitment="") for row in chunk.rows])
        for chunk in chunks
    ]


def test_a_second_process_reads_the_same(tmp_path, monkeypatch):
    path = write(tmp_path / "a.csv", some(12_000))
    here = without_salt(plan_import(path).read())
    monkeypatch.setattr(ahead, "WORTHWHILE_BYTES", 0)
    assert without_salt(plan_import(path).read()) == here
    assert sum(len(rows) for _, rows in here) == 12_000


def test_a_refusal_in_the_middle_comes_through(tmp_path, always_ahead):
    path = write(tmp_path / "a.csv", some(7_000))
    with path.open("a", encoding="utf-8") as file:
        file.write("x" * (5 * 2**20))
    with pytest.raises(FileRefused, match="has a line longer than") as refusal:
        list(plan_import(path).read())
    assert refusal.value.code == "line_too_long"


@pytest.fixture
def started(monkeypatch):
    """Every process started while the test runs."""
    processes = []

    class Noted(subprocess.Popen):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return processes


def test_a_reader_that_dies_is_said_in_one_sentence(tmp_path, always_ahead, started):
    chunks = plan_import(write(tmp_path / "a.csv", some(60_000))).read()
    next(chunks)
    os.kill(started[0].pid, signal.SIGKILL)
    with pytest.raises(ahead.ReaderDied, match="run the import again"):
        list(chunks)


def test_the_second_process_ends_with_the_first_reader(tmp_path, always_ahead, started):
    chunks = plan_import(write(tmp_path / "a.csv", some(60_000))).read()
    next(chunks)
    chunks.close()
    assert [process.poll() is not None for process in started] == [True]
