"""`make test` says what it skips; where nothing may be skipped it does not even begin."""

from contextlib import nullcontext
from pathlib import Path

import pytest

from tools import machine, test


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """A machine that has nothing, on which the runs of pytest are only noted down."""
    runs: list[str] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(machine.REAL_DATA, str(tmp_path / "nothing"))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(machine, "DEBIANS", tmp_path / "nothing")
    monkeypatch.setattr(test, "run_tests", lambda _, url: runs.append(url or "SQLite") or 0)
    return runs


def test_what_is_missing_is_said_with_how_to_enable_it(
    bare: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert test.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "Skipping PostgreSQL",
        "Skipping Chromium",
        "Skipping Java 17 for Spark",
        "Skipping real data",
    ]
    assert all("apt-get install" in line or machine.REAL_DATA in line for line in lines)
    assert bare == ["SQLite"]


def test_where_nothing_may_be_skipped_a_lack_is_an_error(
    bare: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    assert test.main([]) == test.MISSING
    assert bare == []


@pytest.mark.parametrize(
    ("sqlite", "postgres", "both"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (0, test.NO_TESTS, 0)]
)
def test_the_worse_run_decides(
    sqlite: int, postgres: int, both: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter([sqlite, postgres])
    monkeypatch.setattr(test, "missing", list)
    monkeypatch.setattr(test, "find_postgres", lambda: Path("/"))
    monkeypatch.setattr(test, "cluster", nullcontext)
    monkeypatch.setattr(test, "run_tests", lambda *_: next(codes))
    assert test.main([]) == both
