"""What was fetched before, on disk."""

from __future__ import annotations

import os
from pathlib import Path

from clapometer.fetching.cache import Cache

LINK = "https://site.test/show"
NAMED = {"etag": '"v1"', "content-type": "text/plain", "set-cookie": "secret"}


def test_an_answer_is_found_again_by_address_and_kind(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "fetched")
    cache.keep(LINK, "*/*", b"body", NAMED)
    known = cache.find(LINK, "*/*")
    assert known
    assert (known.body, known.conditions) == (b"body", {"If-None-Match": '"v1"'})
    assert "set-cookie" not in known.headers
    assert cache.find(LINK, "text/html") is None
    assert cache.find(LINK + "s", "*/*") is None


def test_a_damaged_file_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for damage in (b"", b"other", b"\xff\xfe"):
        for suffix in ("json", "body"):
            cache.keep(LINK, "*/*", b"body", NAMED)
            next(tmp_path.glob(f"*.{suffix}")).write_bytes(damage)
            assert cache.find(LINK, "*/*") is None


def test_an_answer_without_a_version_replaces_the_one_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(LINK, "*/*", b"body", NAMED)
    cache.keep(LINK, "*/*", b"later", {})
    assert cache.find(LINK, "*/*") is None


def test_a_version_that_cannot_be_sent_back_is_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for etag in ("a\r\n b", "ü", "x" * 2000, ""):
        cache.keep(LINK, "*/*", b"body", {"etag": etag})
        assert cache.find(LINK, "*/*") is None


def test_the_folder_stays_within_its_bounds(tmp_path: Path) -> None:
    """The answers used longest ago go first."""
    cache = Cache(tmp_path, most_bytes=100)
    for number in range(4):
        cache.keep(f"{LINK}/{number}", "*/*", bytes(40), NAMED)
        for age, path in enumerate(sorted(tmp_path.glob("*.body"), key=os.path.getmtime)):
            os.utime(path, (1000 + age, 1000 + age))
    kept = [number for number in range(4) if cache.find(f"{LINK}/{number}", "*/*")]
    assert kept == [2, 3]
    assert len(list(tmp_path.iterdir())) == 4
    cache.keep(LINK, "*/*", bytes(101), NAMED)
    assert cache.find(LINK, "*/*") is None
