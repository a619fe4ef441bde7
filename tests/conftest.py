"""The frame of all tests: a site of their own, the real data, the browser, no outside network."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import django
import pytest
from hypothesis import settings

import clapometer
from tools import machine

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}

# How long an example takes depends on who else uses the machine; benchmarks measure, tests do not.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

# Workers of pytest-xdist ignore interrupts, and so would every program that a test starts and then
# interrupts: it inherits that.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Set before Django is loaded, so that no test ever meets a site, or a setting, of the person who
# runs it.
for name in [one for one in os.environ if one.startswith("CLAPOMETER_")]:
    if name != machine.REAL_DATA:
        del os.environ[name]
SITE = tempfile.mkdtemp(prefix="clapometer-tests-")
atexit.register(shutil.rmtree, SITE, ignore_errors=True)
os.environ["CLAPOMETER_DATA"] = SITE
os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
django.setup()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Let each worker make a site of its own: it inherits what stands here, and pytest-django would
    load the settings of this process's site before the worker gets to this file."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


def pytest_report_header() -> str:
    database = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    return f"clapometer: {Path(clapometer.__file__).parent}, database: {database}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks Django for a database is a database test: nobody has to remember the mark."""
    for item in items:
        fixtures = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        if fixtures or item.get_closest_marker("django_db"):
            item.add_marker("database")


class LongFilesFirst:
    """Files with long tests are begun first, in whatever order chance gave them: a long one that is
    begun last keeps one process busy while the others have nothing left to do."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        long = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: item.path not in long)


def pytest_collection_finish() -> None:
    """Take what was imported and collected out of the collector's sight: it stays to the end, and
    looking through all of it again and again cost a good part of the run."""
    gc.collect()
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(LongFilesFirst())


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers() -> Iterator[None]:
    from tests.flushing import allow_flush

    with pytest.MonkeyPatch.context() as patch:
        allow_flush(patch)
        yield


def absent(what: str) -> NoReturn:
    """Skip with the reason; on the machine that has to have everything, fail with it."""
    if machine.must_have_all():
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real data, one folder for each source."""
    return machine.find_real_data() or absent(machine.NO_REAL_DATA)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine."""
    return machine.find_browser() or absent(machine.NO_BROWSER)
