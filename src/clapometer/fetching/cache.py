"""What was fetched before, on disk: so that a server can answer “not modified”.

Each answer is two files, named by the hash of its address and of what was accepted: the body, and
what is known of it. A file that was damaged or cut off is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

MOST_BYTES = 256 << 20
"""Bytes that are kept; beyond them the answers that were used longest ago go first."""
_LONGEST_HEADER = 1_000
KEPT = ("etag", "last-modified", "content-type")


class Known(NamedTuple):
    """An answer that was kept: its body and the headers that say which version it is."""

    body: bytes
    headers: Mapping[str, str]

    @property
    def conditions(self) -> dict[str, str]:
        """Return the headers that ask only for another version."""
        found = {}
        if etag := self.headers.get("etag"):
            found["If-None-Match"] = etag
        if modified := self.headers.get("last-modified"):
            found["If-Modified-Since"] = modified
        return found


class Cache:
    """Answers kept in a folder, of bounded size."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder, self._most = folder, most_bytes

    def find(self, link: str, accept: str) -> Known | None:
        """Return the answer that was kept, None where there is none that is whole."""
        about, body = self._paths(link, accept)
        try:
            said = json.loads(about.read_bytes())
            data = body.read_bytes()
            whole = said["link"] == link and said["sha256"] == hashlib.sha256(data).hexdigest()
            headers = {str(name): str(value) for name, value in said["headers"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        if not whole:
            return None
        with suppress(OSError):
            os.utime(body)
        return Known(data, headers)

    def keep(self, link: str, accept: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Keep an answer, if its server names its version and there is room."""
        kept = {name: headers[name] for name in KEPT if _is_plain(headers.get(name, ""))}
        about, path = self._paths(link, accept)
        if not Known(b"", kept).conditions or len(body) > self._most:
            for file in (about, path):
                file.unlink(missing_ok=True)
            return
        said = {"link": link, "sha256": hashlib.sha256(body).hexdigest(), "headers": kept}
        self._folder.mkdir(parents=True, exist_ok=True)
        _write(path, body)
        _write(about, json.dumps(said, ensure_ascii=False, indent=1).encode())
        self._make_room()

    def _paths(self, link: str, accept: str) -> tuple[Path, Path]:
        name = hashlib.sha256(f"{accept}\n{link}".encode()).hexdigest()
        return self._folder / f"{name}.json", self._folder / f"{name}.body"

    def _make_room(self) -> None:
        found = []
        for path in self._folder.glob("*.body"):
            with suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
        total = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if total <= self._most:
                return
            total -= size
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)


def _is_plain(value: str) -> bool:
    """Return whether a header may be sent back as it came: one short line of ASCII."""
    return 0 < len(value) <= _LONGEST_HEADER and value.isascii() and value.isprintable()


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, also where two processes write it."""
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(path)
