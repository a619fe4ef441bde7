"""The command line as a whole: its list of commands, its speed, where --data may stand."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from importlib import import_module

import click
import pytest

from clapometer import __version__
from clapometer.cli.endings import ENDINGS
from clapometer.cli.main import COMMANDS, main

from .conftest import plain_environment

CONTEXT = click.Context(main, info_name="clapometer")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_says_of_each_command_what_its_own_help_says(name):
    command = import_module(f"clapometer.cli.{COMMANDS[name].module}").command
    assert command.name == name
    assert command.help.partition("\n")[0] == COMMANDS[name].short


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_data_and_shows_examples(name, run):
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert "--data DIR" in shown.stdout
    assert re.search(rf"Examples:\n\s+clapometer {name}", shown.stdout)


def test_the_help_lists_every_command_and_every_exit_code(run):
    shown = run("--help").stdout
    for name, listed in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(listed.short)}$", shown, re.MULTILINE)
    for code, meaning in ENDINGS.items():
        assert f"{code}  {meaning}" in shown


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_command_and_no_django(option):
    """What makes them quick is what they leave unloaded; that can be checked on a busy machine."""
    script = (
        "import sys\nfrom clapometer.cli.main import main\n"
        f"try: main([{option!r}])\nexcept SystemExit as end: assert not end.code\n"
        "loaded = {one.partition('.')[0] for one in sys.modules}\n"
        "heavy = loaded & {'django', 'pyarrow', 'granian', 'orjson', 'sqlite3'}\n"
        "assert not heavy, heavy\n"
        "ours = [one for one in sys.modules if one.startswith('clapometer.cli.')]\n"
        "assert sorted(ours) == ['clapometer.cli.endings', 'clapometer.cli.flags',"
        " 'clapometer.cli.listing', 'clapometer.cli.main'], ours\n"
    )
    subprocess.run([sys.executable, "-c", script], env=plain_environment(), check=True, timeout=60)


def test_help_takes_less_than_a_third_of_a_second():
    """In processor time, which does not depend on who else uses the machine."""

    def seconds(what):
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(what, env=plain_environment(), check=True, stdout=subprocess.DEVNULL)
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime

    bare = min(seconds([sys.executable, "-c", "pass"]) for _ in range(3))
    help_page = [sys.executable, "-m", "clapometer", "--help"]
    assert min(seconds(help_page) for _ in range(5)) < 0.3 + 2 * bare


def test_the_version_is_the_package_s(run):
    assert run("--version").stdout == f"clapometer {__version__}\n"


def test_data_may_stand_before_or_after_the_command(festival, run):
    after = run("search", "lighthouse", "--json", "--data", festival)
    before = run("--data", festival, "search", "lighthouse", "--json")
    assert json.loads(after.stdout) == json.loads(before.stdout) != []


def test_data_after_the_command_outweighs_data_before_it_and_the_variable(festival, run, tmp_path):
    empty = tmp_path / "empty"
    found = run(
        "--data", empty, "search", "salt", "--data", festival, env={"CLAPOMETER_DATA": str(empty)}
    )
    assert found.exit_code == 0
    refused = run("--data", empty, "search", "salt", env={"CLAPOMETER_DATA": str(festival)})
    assert refused.exit_code == 2
    assert str(empty) in refused.stderr


def test_the_variable_names_the_folder_when_no_option_does(festival, run):
    assert run("search", "salt", env={"CLAPOMETER_DATA": str(festival)}).exit_code == 0


@pytest.mark.parametrize(
    "name", ["search", "score", "history", "serve", "undo", "rebuild", "check"]
)
def test_a_folder_without_a_site_is_refused_with_the_way_out(name, run, tmp_path):
    arguments = [name, "x"] if name in {"search", "score", "history"} else [name]
    ended = run(*arguments, "--data", tmp_path / "none")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert f"clapometer init --data {tmp_path / 'none'}" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not (tmp_path / "none").exists()


def test_an_unknown_command_is_wrong_usage(run):
    ended = run("sing")
    assert ended.exit_code == 2
    assert "sing" in ended.stderr
    assert ended.stdout == ""
