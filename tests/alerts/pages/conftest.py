"""What the tests of the readers' pages share: made-up works to follow, and readers without an
account."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from clapometer.alerts.capability import token_of
from clapometer.alerts.following.endpoints import add_endpoint
from clapometer.alerts.models import Endpoint, Follower
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
    cache.clear()
    return tell()


@pytest.fixture
def reader() -> Client:
    """A reader without an account, whose browser refuses what forms from elsewhere send."""
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


@pytest.fixture
def follower(reader, festival) -> Follower:
    """Somebody who follows the film."""
    return followed(reader, f"work:{festival.works['film'].id}")[0]


@pytest.fixture
def address(follower) -> str:
    """The page that manages it."""
    return f"/follow/with/{token_of(follower)}"


@pytest.fixture
def stranger() -> Client:
    """A browser that knows nothing but addresses, and refuses cookies."""
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


def send(browser: Client, address: str, fields: dict[str, object]):
    """What a browser sends that fills in the form on a page: with the proof that stands in it."""
    page = browser.get(address).content.decode()
    proof = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    sent = fields | ({"csrfmiddlewaretoken": proof[1]} if proof else {})
    return browser.post(address.partition("?")[0], sent)


def followed(browser: Client, key: str, **fields) -> tuple[Follower, str]:
    """Who follows a key from now on, and the address of the page that manages it."""
    answer = send(browser, f"/follow/?key={quote(key)}", {"key": key, "kind": ["score"], **fields})
    assert answer.status_code == 302, answer.content.decode()
    address = answer.headers["Location"].partition("?")[0]
    return Follower.objects.order_by("-id")[0], address


def text(answer) -> str:
    """What a page says, without its marks."""
    plain = re.sub(r"<(script|style|datalist).*?</\1>|<[^>]+>", " ", answer.content.decode(),
                   flags=re.DOTALL)  # fmt: skip
    return re.sub(r"\s+(?=[.,])", "", re.sub(r"\s+", " ", html.unescape(plain)))


def placed(follower, *, confirmed=True, address="reader@made-up.example") -> Endpoint:
    return add_endpoint(follower, "mail", address, confirmed=confirmed)
