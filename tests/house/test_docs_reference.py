"""What the documentation says about the code is what the code says about itself."""

import tomllib

from packaging.requirements import Requirement

from tools.machine import ROOT
from tools.pages import first_column, headings
from tools.rooms import read_plan

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLANNED = " (planned)"


def test_the_reference_is_in_step_with_the_code() -> None:
    from tools.docs import out_of_step

    assert [str(page.relative_to(ROOT)) for page in out_of_step()] == [], "run make docs"


def test_every_dependency_has_its_reason() -> None:
    groups = PROJECT["dependency-groups"]
    lines = [
        *PROJECT["project"]["dependencies"],
        *PROJECT["project"]["optional-dependencies"]["postgres"],
        *groups["build"],
        *(one for one in groups["dev"] if isinstance(one, str)),
    ]
    names = {Requirement(line).name for line in lines}
    assert set(first_column(ROOT / "docs" / "dependencies.md")) == names


def test_every_room_has_its_paragraph_and_says_whether_it_is_built() -> None:
    plan = set(read_plan(PROJECT["tool"]["importlinter"]["contracts"][0]["rooms"])) - {"__main__"}
    told = headings(ROOT / "docs" / "architecture.md", 3)
    source = ROOT / "src" / "clapometer"
    built = {
        room for room in plan if list(source.glob(f"{room}.py")) + list(source.glob(f"{room}/*.py"))
    }
    assert {one for one in told if not one.endswith(PLANNED)} == built
    assert {one.removesuffix(PLANNED) for one in told} == plan
