"""The page on which a follower names another service."""

from __future__ import annotations

import pytest
from django.test import Client

from clapometer.alerts.capability import token_of
from clapometer.alerts.models import Endpoint
from clapometer.alerts.pages import services
from tests.alerts.noticing import new_follower
from tests.alerts.pages.conftest import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger() -> Client:
    """A browser that knows nothing but addresses, and refuses cookies."""
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


@pytest.fixture
def address() -> str:
    return f"/follow/services/{token_of(new_follower('work:1'))}"


def test_a_service_is_added(stranger, address):
    answer = stranger.post(address, {"address": " ntfys://ntfy.example/films "})
    assert answer.status_code == 302
    kept = Endpoint.objects.get()
    assert (kept.channel, kept.address, kept.state) == (
        "apprise",
        "ntfys://ntfy.example/films",
        "on",
    )
    assert kept.origin == "https://ntfy.example"
    page = stranger.get(answer.headers["Location"].partition("#")[0])
    # The rest of such an address can be as good as a password: only where it leads is said.
    assert "ntfy.example" in text(page)
    assert "ntfy.example/films" not in text(page)
    assert f'href="{address}"' in page.content.decode()


def test_what_is_none_comes_back_in_the_form(stranger, address):
    answer = stranger.post(address, {"address": "dbus://"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not Endpoint.objects.exists()


def test_a_site_without_apprise_says_how_to_install_it(stranger, address, monkeypatch):
    monkeypatch.setattr(services, "is_installed", lambda: False)
    assert "pip install" in text(stranger.get(address))
    answer = stranger.post(address, {"address": "ntfys://ntfy.example/films"})
    assert answer.status_code == 400
    assert "pip install" in text(answer)
    managing = address.replace("services", "with")
    assert address not in stranger.get(managing).content.decode()
    assert not Endpoint.objects.exists()
