"""`make wheel-test`: the commands' tests against the installed package, far from this tree.

A wheel is built, installed with the locked dependencies into a fresh virtual environment outside
the tree, imported whole with nothing but those, and then put through tests/cli. What the tests need
besides, they borrow from the tree's own environment: it is the same lock, and installing it twice
cost a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.machine import REAL_DATA, ROOT, find_real_data
from tools.test import SPREAD

INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile")
LOCKED = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
# What the tests need beside them: everything of the tree that git knows, except the package itself.
LEFT_OUT = "src/"
IMPORT_ALL = """
import importlib, os, pathlib, pkgutil, sys, clapometer
home = pathlib.Path(clapometer.__file__).resolve()
if not home.is_relative_to(pathlib.Path(sys.prefix).resolve()):
    sys.exit(f"{home} is not the installed package")
os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
import django
django.setup()
names = [one.name for one in pkgutil.walk_packages(clapometer.__path__, "clapometer.")]
# What lies inside these needs an extra, which is not installed yet; the package itself does not.
names = [name for name in names if not name.startswith("clapometer.scoring.frames.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(f"{len(names)} modules imported from the installed package")
"""
# The library on the base install alone: counts need nothing heavy, tables no extra. The reader of
# verdicts brings NumPy along, which pyarrow takes up by itself; here it is as if it were not there.
USE_THE_LIBRARY = """
import sys
sys.modules["numpy"] = None
import clapometer as clap
assert clap.score(positive=34, count=35).printed == 97
met = {"django", "pyarrow", "numba"} & set(sys.modules)
assert not met, met
rows = [{"work": "Bees", "reviewer": n, "happened_at": n, "positive": True} for n in range(6)]
history = clap.history(rows, rule="rotten-tomatoes-2020")
assert history.table["printed"].to_pylist()[-1] == 100
assert "<svg" in history._repr_html_() and "<svg" in history.plot().svg()
met = {"django", "numba"} & set(sys.modules)
assert not met, met
print("the library answers on the base install")
"""


def run(*command: object, where: Path) -> None:
    """Run one step; its failure ends the script with the step's exit code."""
    real_data = find_real_data()
    environment = {**os.environ, **({REAL_DATA: str(real_data)} if real_data else {})}
    words = [str(part) for part in command]
    code = subprocess.run(words, cwd=where, env=environment, check=False).returncode
    if code:
        sys.exit(code)


def borrow_packages(environment: Path) -> None:
    """Let a virtual environment find, after its own, the packages of this one. The package of the
    tree stays out of sight: the path by which it is installed here is not followed from there."""
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def copy_tests(folder: Path) -> None:
    """Copy the tracked files of the tree without the package, so that only the wheel can be met."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for name in filter(None, listing.split("\0")):
        if not name.startswith(LEFT_OUT) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def main(arguments: Sequence[str]) -> None:
    """Build, install, import, test; the last output is pytest's."""
    with tempfile.TemporaryDirectory(prefix="clapometer-wheel-") as name:
        outside = Path(name)
        python = outside / "venv" / "bin" / "python"
        pip = (python, *INSTALL)
        build = (sys.executable, "-m", "build", "--wheel", "--no-isolation")
        run(*build, "--outdir", outside / "dist", where=ROOT)
        run(sys.executable, "-m", "venv", outside / "venv", where=outside)
        run(*pip, *LOCKED, "-r", ROOT / "requirements" / "run.txt", where=outside)
        run(*pip, "--no-deps", *(outside / "dist").glob("*.whl"), where=outside)
        run(python, "-c", IMPORT_ALL, where=outside)
        run(python, "-c", USE_THE_LIBRARY, where=outside)
        run(outside / "venv" / "bin" / "clapometer", "--help", where=outside)
        borrow_packages(outside / "venv")
        tree = outside / "tree"
        copy_tests(tree)
        run(python, "-m", "pytest", *SPREAD, *(arguments or ["tests/cli"]), where=tree)


if __name__ == "__main__":
    main(sys.argv[1:])
