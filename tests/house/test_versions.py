"""One version, one list of dependencies, one lock: what is said twice is said the same."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)", re.MULTILINE)
ASKED_FOR = re.compile(r"clapometer \(pyproject\.toml")


def wanted(lock: str) -> list[Requirement]:
    """What pyproject.toml asks of one lock file."""
    groups = PROJECT["dependency-groups"]
    build = groups["build"]
    run = PROJECT["project"]["dependencies"]
    extras = [
        one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra
    ]
    dev = [one for one in groups["dev"] if isinstance(one, str)]
    lines = {"run.txt": run, "build.txt": build, "dev.txt": [*run, *extras, *build, *dev]}[lock]
    return [Requirement(line) for line in lines]


def pins(lock: str) -> dict[str, set[str]]:
    """The locked versions by name; several where they differ between Pythons."""
    found: dict[str, set[str]] = {}
    for match in PIN.finditer((ROOT / "requirements" / lock).read_text(encoding="utf-8")):
        found.setdefault(match["name"], set()).add(match["version"])
    return found


def asked_for(lock: str) -> set[str]:
    """The names that the lock holds because pyproject.toml asked for them."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    return {block.partition("==")[0] for block in blocks if ASKED_FOR.search(block)}


def test_the_package_has_the_version_of_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(PROJECT["tool"]["hatch"]["version"]["pattern"], text)
    assert newest
    assert version("clapometer") == newest["version"]


@pytest.mark.parametrize("lock", ["run.txt", "build.txt", "dev.txt"])
def test_the_lock_answers_the_project(lock: str) -> None:
    locked = pins(lock)
    for requirement in wanted(lock):
        versions = locked.get(canonicalize_name(requirement.name), set())
        assert versions, f"{lock} does not hold {requirement}: run make lock"
        for one in versions:
            assert requirement.specifier.contains(one), f"{lock} has {one} for {requirement}"


@pytest.mark.parametrize("lock", ["run.txt", "build.txt", "dev.txt"])
def test_the_lock_holds_nothing_the_project_no_longer_asks_for(lock: str) -> None:
    assert asked_for(lock) == {canonicalize_name(one.name) for one in wanted(lock)}


@pytest.mark.parametrize("lock", ["run.txt", "build.txt"])
def test_the_site_is_tested_at_the_versions_it_runs_at(lock: str) -> None:
    tested = pins("dev.txt")
    for name, versions in pins(lock).items():
        assert versions == tested.get(name), f"{name} differs between {lock} and dev.txt"


@pytest.mark.parametrize("lock", ["run.txt", "build.txt", "dev.txt"])
def test_the_lock_has_a_hash_for_every_pin_and_names_no_registry(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block, block
    assert "://" not in text


# The library hands its tables and charts to these where an analyst has them; it needs none.
IF_THERE = {"altair", "matplotlib", "polars"}


def imported(folder: str) -> set[str]:
    """The packages whose modules the Python files of a folder import."""
    installed = packages_distributions()
    tops = set()
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                tops.add(node.module.partition(".")[0])
    packages = {canonicalize_name(one) for top in tops for one in installed.get(top, ())}
    return packages - {"clapometer"}


@pytest.mark.parametrize(
    ("folder", "lock"),
    [("src", "run.txt"), ("tests", "dev.txt"), ("tools", "dev.txt"), ("benchmarks", "dev.txt")],
)
def test_every_package_that_is_imported_is_asked_for(folder: str, lock: str) -> None:
    optional = PROJECT["project"]["optional-dependencies"].values()
    extras = {canonicalize_name(Requirement(one).name) for extra in optional for one in extra}
    assert imported(folder) <= asked_for(lock) | extras | IF_THERE
