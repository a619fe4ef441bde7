"""What the tests of the pages share: the made-up festival, and a reader who asks for pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.site.festival import Festival, tell


@pytest.fixture(scope="session", autouse=True)
def static_folder():
    """WhiteNoise warns where the folder for collected files is missing; a site has it."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)


@pytest.fixture
def festival(db) -> Festival:
    """The made-up festival, told to its end."""
    return tell()


@pytest.fixture
def reader() -> Client:
    """A reader of the site under test."""
    return Client(headers={"host": "localhost"})
