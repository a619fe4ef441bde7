"""What the tests of accounts share: one person of each role, and browsers for them. All made up."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.accounts.roles import GIVEN, VISITOR

SignedIn = Callable[[Member | None], Client]


@pytest.fixture(scope="session", autouse=True)
def static_folder():
    """WhiteNoise warns where the folder for collected files is missing; a site has it."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    yield
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)


@pytest.fixture
def people(db) -> dict[str, Member | None]:
    """A person of each role; a visitor is nobody."""
    cache.clear()
    made = {
        role: Member.objects.create(email=f"{role}@made-up.example", name=f"{role} m", role=role)
        for role in GIVEN
    }
    return {VISITOR: None, **made}


def new_client(**more) -> Client:
    """A browser nobody has signed in with."""
    return Client(headers={"host": "localhost"}, **more)


def prove_now(client: Client, person: Member, ago: float = 0) -> None:
    """Note in a browser's session what signing in notes there: by what, and when."""
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time() - ago}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()


@pytest.fixture
def signed_in() -> SignedIn:
    """A browser in which a person is signed in; nobody for None."""

    def open_browser(person: Member | None) -> Client:
        client = new_client()
        if person is not None:
            client.force_login(person)
            prove_now(client, person)
        return client

    return open_browser


@pytest.fixture
def visitor(db) -> Client:
    """A browser nobody has signed in with."""
    cache.clear()
    return new_client()
