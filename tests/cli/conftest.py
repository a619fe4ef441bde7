"""The commands as tests run them: in this process on the tests' database, or as a program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clapometer.cli.main import main
from clapometer.config.folder import create_folder

# The folder that the tests' settings were loaded from (see tests/conftest.py).
SITE = Path(os.environ["CLAPOMETER_DATA"])
Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def festival(db) -> Path:
    """The folder of a site whose database holds the festival, gone again after the test."""
    from clapometer.desk.festival.telling import tell_festival

    create_folder(SITE)
    tell_festival()
    return SITE


@pytest.fixture
def run() -> Run:
    """Run a command in this process; returns its exit code and both of its outputs."""

    def invoke(*arguments: object, **more) -> Result:
        return CliRunner().invoke(main, [str(one) for one in arguments], **more)

    return invoke


def plain_environment() -> dict[str, str]:
    """The environment without any site's settings, and a fixed width of the terminal."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("CLAPOMETER_")
        and name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return {**kept, "COLUMNS": "100"}


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Run the installed program in a folder of the test's own."""

    def start(*arguments: object, **more) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "clapometer", *map(str, arguments)],
            cwd=more.pop("cwd", tmp_path),
            env={**plain_environment(), **more.pop("env", {})},
            stdin=more.pop("stdin", subprocess.DEVNULL),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            **more,
        )

    return start


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo made by the program, once for all tests; nobody writes to it."""
    folder = tmp_path_factory.mktemp("demo") / "festival"
    subprocess.run(
        [sys.executable, "-m", "clapometer", "demo", "--no-serve", "--data", folder],
        env=plain_environment(), stdin=subprocess.DEVNULL, capture_output=True,
        timeout=120, check=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo that the test may write to."""
    return Path(shutil.copytree(made_demo, tmp_path / "demo"))
