"""What hosts said in robots.txt, kept in a folder for all processes of a site."""

from __future__ import annotations

import hashlib
import json
import math
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

KNOWN_FOR = 30 * 24 * 3600.0
"""Seconds for which an answer stands in for one that cannot be had."""
MOST = 2_000
"""Hosts that are kept; beyond them the ones asked longest ago go."""


class KeptText(NamedTuple):
    """What a host said, and when, in seconds since 1970."""

    text: str
    at: float


class RobotsTexts:
    """A file for each host, named by the hash of its address. A damaged one is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, origin: str) -> KeptText | None:
        """Return what is kept of a host."""
        try:
            said = json.loads(self._path(origin).read_bytes())
            text, at = said["text"], float(said["at"])
            whole = said["origin"] == origin and isinstance(text, str) and math.isfinite(at)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return KeptText(text, at) if whole else None

    def keep(self, origin: str, kept: KeptText) -> None:
        """Keep what a host said; where there is no room for it, it is asked for again."""
        path = self._path(origin)
        part = path.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"origin": origin, "text": kept.text, "at": kept.at}))
            part.replace(path)
            self._make_room()

    def _path(self, origin: str) -> Path:
        return self._folder / f"{hashlib.sha256(origin.encode()).hexdigest()}.json"

    def _make_room(self) -> None:
        files = list(self._folder.glob("*.json"))
        if len(files) > MOST:
            for path in sorted(files, key=lambda one: one.stat().st_mtime)[: len(files) - MOST]:
                path.unlink(missing_ok=True)
