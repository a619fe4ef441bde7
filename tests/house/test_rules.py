"""The house's rules about files, functions, names and places."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FULL_FILE = 400
FULL_FUNCTION = 45
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
# Written in two parts, so that this file does not break its own rule.
MACHINE_PATHS = re.compile("/(?:" + "work|root|farm" + r")/(?!w\d)[a-z.]")
UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|X" + r"XX)\b")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the tree that git knows or would add; of a copy without git, every file."""
    asked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    names = asked.stdout.split("\0") if asked.returncode == 0 else []
    found = [ROOT / name for name in names if name] or list(ROOT.rglob("*"))
    return tuple(one for one in found if one.is_file())


def python_files() -> Iterator[Path]:
    """Our own Python; Django writes the migrations."""
    return (one for one in files() if one.suffix == ".py" and one.parent.name != "migrations")


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that holds text."""
    for one in files():
        try:
            yield one, one.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_git_or_the_folder_shows_the_tree() -> None:
    assert Path(__file__).resolve() in files()


def test_no_file_is_overfull() -> None:
    lengths = {one: one.read_text(encoding="utf-8").count("\n") for one in python_files()}
    long = {str(one.relative_to(ROOT)): n for one, n in lengths.items() if n > FULL_FILE}
    assert not long, f"over {FULL_FILE} lines: split by subject"


def test_no_function_is_overfull() -> None:
    long = {}
    for one in python_files():
        for node in ast.walk(ast.parse(one.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                length = node.end_lineno - node.lineno + 1
                if length > FULL_FUNCTION:
                    long[f"{one.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    assert not long, f"over {FULL_FUNCTION} lines: split by step"


def test_every_module_is_named_for_what_it_knows() -> None:
    vague = [str(one.relative_to(ROOT)) for one in python_files() if one.stem in VAGUE]
    folders = [str(one.relative_to(ROOT)) for one in python_files() if one.parent.name in VAGUE]
    assert not vague + folders


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [
        f"{one.relative_to(ROOT)}:{number}"
        for one, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert not found


def test_nothing_is_left_unfinished() -> None:
    found = [str(one.relative_to(ROOT)) for one, text in texts() if UNFINISHED.search(text)]
    assert not found
