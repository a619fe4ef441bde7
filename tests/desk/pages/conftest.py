"""What the tests of the editors' pages share: an editor, a made-up film, made-up kinds of facts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR


@pytest.fixture(scope="session", autouse=True)
def static_folder():
    """WhiteNoise warns where the folder for collected files is missing; a site has it."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)


@pytest.fixture
def editor(db) -> Client:
    """A browser in which an editor is signed in."""
    cache.clear()
    person = Member.objects.create(email="ed@made-up.example", name="Ed Made-up", role=EDITOR)
    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    return client
