"""A server on this machine, and a client that reaches it and asks its robots.txt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.fetching.client import Client
from clapometer.fetching.pacing import Pacer
from clapometer.fetching.robots import Robots
from clapometer.ledger.writing import writing
from tests.fetching.server import HOST, answer, serving


@pytest.fixture
def server():
    with serving() as one:
        one.on("/robots.txt", answer(status="404 Not Found"))
        yield one


@pytest.fixture
def client(server):
    bare = Client(
        "Clapometer/test (+https://site.example)",
        permit={("127.0.0.1", server.port)},
        resolver=lambda host, _: ["127.0.0.1"] if host == HOST else [host],
        sleep=lambda _: None,
        pacer=Pacer({}, sleep=lambda _: None),
    )
    return replace(bare, may=Robots(bare).check)


@pytest.fixture
def show(db):
    """A made-up series with two seasons."""
    with writing("test") as writer:
        series = writer.append_one(work_added(kind="series", title="Salt Road", year=2023)).seq
        for number in (1, 2):
            part = work_added(kind="season", title=f"Season {number}", parent=series, number=number)
            writer.append_one(part)
    return Work.objects.get(id=series)
