"""`clapometer invite`, `members` and `member`, and the link for the first admin."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import plain_environment
from tests.cli.test_serve import serving

LINK = re.compile(r"http://localhost:\d+/invitation/[\w-]{43}")


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory):
    """An empty site made by the program, once for all tests; nobody writes to it."""
    folder = tmp_path_factory.mktemp("people") / "site"
    subprocess.run(
        [sys.executable, "-m", "clapometer", "init", "--yes", "--data", folder],
        env=plain_environment(), capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def site(empty_site, program, tmp_path):
    """A copy of the empty site, and a way to run commands on it."""
    shutil.copytree(empty_site, tmp_path / "site")

    def run(*arguments):
        return program(*arguments, "--data", tmp_path / "site")

    run.folder = tmp_path / "site"
    return run


def accepted(site, link: str, **fields: str) -> None:
    """Use a link as the page would."""
    code = (
        "import django, sys; django.setup()\n"
        "from clapometer.accounts.invitations import accept\n"
        f"assert accept(sys.argv[1].rsplit('/', 1)[1], **{fields!r})"
    )
    environment = {**plain_environment(), "CLAPOMETER_DATA": str(site.folder),
                   "DJANGO_SETTINGS_MODULE": "clapometer.config.settings"}  # fmt: skip
    subprocess.run([sys.executable, "-c", code, link], env=environment, check=True)


@pytest.mark.slow
def test_the_life_of_members_on_the_command_line(site):
    assert json.loads(site("members", "--json").stdout) == []
    assert "There is no member" in site("members").stderr
    ended = site("invite", "Ann@Made-Up.example", "--role", "admin")
    assert LINK.fullmatch(ended.stdout.strip()), ended
    accepted(site, ended.stdout.strip(), name="Ann Invented")
    answer = json.loads(site("invite", "bob@made-up.example", "--json").stdout)
    assert answer["days"] == 7
    accepted(site, answer["link"])
    ann, bob = json.loads(site("members", "--json").stdout)
    assert (ann["email"], ann["role"], ann["name"]) == (
        "ann@made-up.example", "admin", "Ann Invented",
    )  # fmt: skip
    assert (bob["email"], bob["role"]) == ("bob@made-up.example", "editor")
    assert re.search(r"1 +admin +\d{4}-\d\d-\d\d +ann@made-up.example", site("members").stdout)

    changed = site("member", "bob@made-up.example", "--role", "admin", "--email", "b@x.example")
    assert (changed.returncode, changed.stderr) == (0, "b@x.example is admin.\n")
    asked = site("member", "ann@made-up.example", "--remove")
    assert (asked.returncode, asked.stderr) == (0, "Nobody was removed. Say --yes to do it.\n")
    assert site("member", "ann@made-up.example", "--remove", "--yes").returncode == 0
    assert [one["member"] for one in json.loads(site("members", "--json").stdout)] == [2]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("invite", "nobody"), "is no e-mail address"),
        (("invite", "a@x.example", "--role", "king"), "king"),
        (("member", "a@x.example", "--role", "admin"), "No member has the address a@x.example."),
        (("member", "a@x.example"), "Say what to do"),
        (("member", "a@x.example", "--remove", "--role", "admin"), "Say what to do"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(arguments, said, site):
    ended = site(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_only_admin_stays(site):
    accepted(site, site("invite", "ann@made-up.example", "--role", "admin").stdout.strip())
    for arguments in (("--remove", "--yes"), ("--role", "editor")):
        ended = site("member", "ann@made-up.example", *arguments)
        assert ended.returncode == 2
        assert "is the only admin" in ended.stderr


def served_words(site) -> str:
    """What `serve` writes beside the address until it is stopped."""
    with serving("serve", "--data", site.folder) as process:
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        return process.communicate(timeout=20)[1]


@pytest.mark.slow
def test_serve_prints_a_link_while_there_is_no_admin(site):
    """A new link each time: an older one that somebody may have seen is worth nothing then."""
    first, second = (LINK.findall(served_words(site)) for _ in range(2))
    assert len(first) == len(second) == 1
    assert first != second
    accepted(site, second[0], email="first@made-up.example")
    assert LINK.findall(served_words(site)) == []


def test_a_public_site_with_members_and_without_mail_is_told(site):
    settings = site.folder / "clapometer.toml"
    settings.write_text('address = "https://reviews.example.org"\n', encoding="utf-8")
    assert site("check").returncode == 0
    accepted(site, site("invite", "ann@made-up.example").stdout.strip())
    ended = site("check")
    assert ended.returncode == 1
    assert "sends no mail" in ended.stdout
    assert "set “mail” to an SMTP server" in ended.stdout


def test_a_mail_server_that_is_not_there_and_a_password_others_can_read_are_told(site):
    settings = site.folder / "clapometer.toml"
    settings.write_text('mail = "smtp://ann:secretive@127.0.0.1:9"\n', encoding="utf-8")
    settings.chmod(0o644)
    found = json.loads(site("check", "--json").stdout)["checks"]
    (faults,) = (one["faults"] for one in found if one["name"] == "mail")
    assert "can be read by others" in faults[0]["wrong"]
    assert faults[1]["wrong"].startswith("The mail server 127.0.0.1:9 does not take mail: ")


def test_a_mail_setting_that_is_no_address_is_told(site):
    (site.folder / "clapometer.toml").write_text('mail = "mail.example.org"\n', encoding="utf-8")
    for command in (("members",), ("check",)):
        ended = site(*command)
        assert ended.returncode in (1, 2)
        assert "is written like smtp://" in ended.stdout + ended.stderr
