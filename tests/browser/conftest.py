"""A real browser, and a site with the made-up festival for it to read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser.desktop import Desktop, Shown
from tests.browser.pushservers import PushServers, serving

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

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
    """The address of the festival's site, the session of an editor of it, and its folder."""

    address: str
    session: str
    folder: Path


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
        yield Served(address, server.stdout.readline().strip(), folder)
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


class Messaged(NamedTuple):
    """A reader's browser with what its messages come through, and the screen they are shown on."""

    context: BrowserContext
    servers: PushServers
    desktop: Desktop

    def shown(self, begins: str) -> Shown:
        """The notification whose title begins so, as soon as it is on the screen."""
        self.wait(lambda: any(one.title.startswith(begins) for one in self.desktop.shown))
        return next(one for one in self.desktop.shown if one.title.startswith(begins))

    def wait(self, until: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something holds of the screen."""
        over = monotonic() + seconds
        while not until():
            assert monotonic() < over, f"on the screen: {self.desktop.shown}"
            # Playwright does its part of the browser's work only while it is asked to.
            self.context.pages[0].wait_for_timeout(50)


@pytest.fixture
def messaged(tmp_path, chromium) -> Iterator[Messaged]:
    """A reader's browser that gets messages, new for each test."""
    with messaged_browser(tmp_path, chromium) as one:
        yield one


@contextmanager
def messaged_browser(folder: Path, chromium: str) -> Iterator[Messaged]:
    """A Chromium with a profile, since no other has a push client; its servers are on loopback."""
    from playwright.sync_api import sync_playwright

    # The path of a socket must be short.
    place = Path(mkdtemp(prefix="bus-"))
    with ExitStack() as opened:
        opened.callback(shutil.rmtree, place, ignore_errors=True)
        servers = opened.enter_context(serving(folder))
        desktop = opened.enter_context(closing(Desktop(place / "bus")))
        playwright = opened.enter_context(sync_playwright())
        context = playwright.chromium.launch_persistent_context(
            folder / "profile",
            executable_path=chromium,
            headless=False,
            env={**os.environ, **desktop.environment},
            # Without a window, but whole: what Playwright calls headless has no notifications.
            args=["--headless=new", *FLAGS, f"--host-resolver-rules={HOSTS}", *servers.flags()],
        )
        opened.callback(context.close)
        yield Messaged(context, servers, desktop)
