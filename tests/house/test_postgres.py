"""The throw-away PostgreSQL of `make test` answers, and leaves nothing behind."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tools.machine import find_postgres
from tools.postgres import cluster

BINARIES = find_postgres()


@pytest.mark.slow
@pytest.mark.skipif(
    BINARIES is None, reason="no PostgreSQL: install it (apt-get install postgresql)"
)
def test_a_cluster_answers_and_is_removed() -> None:
    assert BINARIES
    with cluster(BINARIES) as url:
        folder = Path(unquote(str(urlsplit(url).hostname)))
        with psycopg.connect(url) as connection:
            connection.execute("CREATE EXTENSION pg_trgm")
            found = connection.execute("SELECT 'É' ILIKE 'é', show_trgm('é') <> '{}'").fetchone()
        assert found == (True, True), "letters beyond ASCII are letters"
        assert (folder / "data" / "postmaster.pid").exists()
    assert not folder.exists()


@pytest.mark.slow
@pytest.mark.skipif(
    BINARIES is None, reason="no PostgreSQL: install it (apt-get install postgresql)"
)
def test_a_cluster_is_removed_when_the_tests_break() -> None:
    assert BINARIES
    folders = []
    with pytest.raises(KeyboardInterrupt), cluster(BINARIES) as url:
        folders.append(Path(unquote(str(urlsplit(url).hostname))))
        raise KeyboardInterrupt
    assert not folders[0].exists()
