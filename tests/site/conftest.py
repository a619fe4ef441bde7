import pytest

from tests.site.festival import Festival, tell


@pytest.fixture
def festival(db) -> Festival:
    """The made-up festival, told to its end."""
    return tell()
