"""A real browser, and a site with the made-up festival for it to read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVER = Path(__file__).with_name("serve_festival.py")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
# Told apart from a page's own requests: nothing may leave this machine.
HOSTS = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"


class Served(NamedTuple):
    """The address of the festival's site, and the session of an editor of it."""

    address: str
    session: str


@pytest.fixture(scope="module")
def site(festival_served) -> str:
    """The address of the festival's site."""
    return festival_served.address


@pytest.fixture(scope="module")
def festival_served(tmp_path_factory, chromium) -> Iterator[Served]:
    """The festival's site, which its own process serves; each file's tests may write to theirs."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["PYTHONPATH"] = str(ROOT)
    folder = tmp_path_factory.mktemp("festival")
    command = [sys.executable, str(SERVER), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().strip()
        assert address, "the festival's site did not start"
        yield Served(address, server.stdout.readline().strip())
        server.terminate()


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[object]:
    """A Chromium without a window, for the tests of one file.

    While Playwright runs, Django lets nobody in this thread use the database.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = [*FLAGS, f"--host-resolver-rules={HOSTS}"]
        started = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield started
        started.close()
