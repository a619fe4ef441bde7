"""The types that a user's checker sees are the ones that are meant."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tools.machine import ROOT

TYPED = Path(__file__).with_name("typed.py")
SETTINGS = """
[mypy]
strict = true
warn_unused_ignores = true
follow_imports = silent
ignore_missing_imports = true
explicit_package_bases = true
mypy_path = src
"""


def test_the_package_says_that_it_is_typed():
    assert files("clapometer").joinpath("py.typed").is_file()


@pytest.mark.slow
def test_a_checker_sees_what_is_meant(tmp_path):
    (tmp_path / "mypy.ini").write_text(SETTINGS)
    command = ["mypy", "--config-file", str(tmp_path / "mypy.ini"), "--cache-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, "-m", *command, str(TYPED)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
