"""Tests of the reader of claims. A finder's fault costs a user its claims alone; here it fails."""

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_finder_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail the test in which a finder failed, unless the test took note of it and cleared it."""
    yield
    assert "failed on a story" not in caplog.text
