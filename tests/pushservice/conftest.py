from __future__ import annotations

from collections.abc import Iterator

import pytest

from tools.pushservice.running import Running, push_service


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    with push_service(1000) as one:
        yield one


@pytest.fixture
def service(running: Running) -> Running:
    """The loopback push service, with nothing counted and no faults."""
    running.forget()
    return running
