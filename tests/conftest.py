"""The frame of all tests: a site of their own, the real data, the browser, no outside network."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from hypothesis import settings

import clapometer

ROOT = Path(__file__).resolve().parents[1]
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}

# How long an example takes depends on who else uses the machine; benchmarks measure, tests do not.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

# Set before Django is loaded, so that no test ever meets a site of the person who runs it.
SITE = tempfile.mkdtemp(prefix="clapometer-tests-")
atexit.register(shutil.rmtree, SITE, ignore_errors=True)
os.environ["CLAPOMETER_DATA"] = SITE
os.environ["DJANGO_SETTINGS_MODULE"] = "clapometer.config.settings"
django.setup()


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


def absent(what: str) -> None:
    """Skip with the reason; on the machine that has to have everything, fail with it."""
    if IN_CI:
        pytest.fail(f"{what} (CI has to have it)")
    pytest.skip(what)


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers() -> Iterator[None]:
    from tests.flushing import allow_flush

    with pytest.MonkeyPatch.context() as patch:
        allow_flush(patch)
        yield


@pytest.fixture(scope="session")
def realdata() -> Path:
    """The folder of real data, one folder for each source."""
    folder = Path(os.environ.get("CLAPOMETER_REALDATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        absent("no real data: set CLAPOMETER_REALDATA to its folder")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        absent("no Chromium: install it (Debian: apt-get install chromium)")
    return str(found)
