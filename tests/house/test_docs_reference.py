"""What the documentation says about the code is what the code says about itself."""

import tomllib
from pathlib import Path

import click
from packaging.requirements import Requirement

from clapometer.cli.main import COMMANDS, main
from clapometer.config.options import OPTIONS
from tools.docs import filled, not_on_a_page, out_of_step, tables
from tools.machine import ROOT
from tools.pages import first_column, headings
from tools.rooms import read_plan

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PLANNED = " (planned)"


def test_the_pages_are_in_step_with_the_code() -> None:
    assert [str(page.relative_to(ROOT)) for page in out_of_step()] == [], "run make docs"


def test_every_table_of_the_code_is_on_a_page() -> None:
    assert not_on_a_page() == []


def test_a_page_that_is_out_of_step_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- table: site-settings -->\nstale words\n<!-- end -->\n", encoding="utf-8")
    text = filled(page, tables())
    assert "stale words" not in text
    for option in OPTIONS:
        assert option.name in text and option.variable in text


def test_every_command_and_every_option_is_in_the_reference() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        command = main.get_command(click.Context(main), name)
        assert command, name
        part = text.partition(f"\n## clapometer {name}\n")[2].partition("\n## ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert f"`{parameter.opts[0]}`" in part, f"{name} {parameter.opts[0]}"


def test_every_dependency_has_its_reason() -> None:
    groups = PROJECT["dependency-groups"]
    lines = [
        *PROJECT["project"]["dependencies"],
        *(one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra),
        *groups["build"],
        *(one for one in groups["dev"] if isinstance(one, str)),
    ]
    names = {Requirement(line).name for line in lines}
    assert set(first_column(ROOT / "docs" / "dependencies.md")) == names


def test_every_room_has_its_paragraph_and_says_whether_it_is_built() -> None:
    plan = set(read_plan(PROJECT["tool"]["importlinter"]["contracts"][0]["rooms"])) - {"__main__"}
    told = headings(ROOT / "docs" / "architecture.md", 3)
    source = ROOT / "src" / "clapometer"
    paths = {room: room.replace(".", "/") for room in plan}
    built = {
        room
        for room, path in paths.items()
        if list(source.glob(f"{path}.py")) + list(source.glob(f"{path}/*.py"))
    }
    assert {one for one in told if not one.endswith(PLANNED)} == built
    assert {one.removesuffix(PLANNED) for one in told} == plan
