"""What hosts ask of programs that read them: robots.txt (RFC 9309), asked before anything else.

A host without one allows all. One whose robots.txt cannot be had is left alone for now, unless an
answer of the last weeks is known. What it says of the time between two requests is kept to, within
reason.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from protego import Protego

from .client import Client
from .links import Link, read_link
from .refusals import FetchRefused
from .robotstexts import KNOWN_FOR, KeptText, RobotsTexts

PATH = "/robots.txt"
MOST_BYTES = 512 << 10
"""RFC 9309, 2.5: at least 500 KiB are to be read."""
SECONDS, PATIENCE = 10.0, 5.0
FRESH_FOR = 24 * 3600.0
"""Seconds for which an answer is believed (RFC 9309, 2.4: no longer than a day)."""
AGAIN_AFTER = 600.0
"""Seconds until a host whose robots.txt could not be had is asked again."""
LONGEST_DELAY = 30.0
"""Seconds between two requests that are kept to; a host that asks for more is asked every so many
seconds all the same, since a person waits."""
_MOST_WORK = 5_000_000
_OURS = frozenset(
    {"no_link", "scheme", "secret", "port", "unknown_host", "not_public", "certificate"}
)
"""Refusals that would meet the page itself: they are told as they are."""
_REMEMBERED = 500


class Rules(NamedTuple):
    """What a host asks: `parsed` is None where nothing may be read for now, for the reason `why`.
    `until`: when it has to be asked again, on the clock of `Robots`."""

    parsed: Protego | None
    why: str
    until: float


class Robots:
    """The rules of the hosts that are fetched from, each asked for once a day.

    `client` fetches them, `folder` keeps them for the other processes of the site.
    """

    def __init__(
        self, client: Client, folder: Path | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        self._client = replace(client, cache=None, may=None)
        self._texts = RobotsTexts(folder) if folder else None
        self._clock = clock
        self._token = client.user_agent.partition("/")[0]
        self._known: dict[str, Rules] = {}
        self._lock = Lock()

    def check(self, link: Link) -> None:
        """Refuse what the host asks programs not to fetch: raises FetchRefused."""
        if link.path == PATH:
            return
        rules = self._rules(link)
        if rules.parsed is None:
            raise FetchRefused("robots_unknown", host=link.host, why=rules.why)
        if not rules.parsed.can_fetch(str(link), self._token):
            raise FetchRefused("robots", host=link.host, link=str(link))
        self._client.pacer.slow_down(link.host, _delay(rules.parsed, self._token))

    def _rules(self, link: Link) -> Rules:
        origin = f"{link.scheme}://{link.authority}"
        with self._lock:
            known = self._known.get(origin)
        if known and self._clock() < known.until:
            return known
        found = self._asked(origin)
        with self._lock:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[origin] = found
        return found

    def _asked(self, origin: str) -> Rules:
        """Return the rules of a host from what is kept of it, else as it tells them now."""
        now = self._clock()
        kept = self._texts.find(origin) if self._texts else None
        if kept and 0 <= now - kept.at < FRESH_FOR:
            return _parsed(kept.text, kept.at + FRESH_FOR)
        try:
            text = self._fetched(origin)
        except FetchRefused as refusal:
            if refusal.code in _OURS:
                raise
            if kept and 0 <= now - kept.at < KNOWN_FOR:
                return _parsed(kept.text, now + AGAIN_AFTER)
            return Rules(None, _short(refusal), now + AGAIN_AFTER)
        if self._texts:
            self._texts.keep(origin, KeptText(text, now))
        return _parsed(text, now + FRESH_FOR)

    def _fetched(self, origin: str) -> str:
        """Return the text, "" where the host has none. Raises FetchRefused."""
        link = str(read_link(origin + PATH))
        try:
            got = self._client.get(
                link, accept="text/plain", most_bytes=MOST_BYTES, seconds=SECONDS, patience=PATIENCE
            )
        except FetchRefused as refusal:
            # RFC 9309, 2.3.1.3: what is not there, or not for us, forbids nothing.
            if refusal.code == "status" and 400 <= (refusal.status or 0) < 500:
                return ""
            raise
        return got.body.decode("utf-8", "replace").lstrip("\ufeff")


def _parsed(text: str, until: float) -> Rules:
    # Every rule is kept once for every agent it is said to: a hostile file would multiply them.
    lines = text.count("\n") + text.count("\r") + 1
    if lines * text.casefold().count("agent") > _MOST_WORK:
        return Rules(None, "its robots.txt names more programs than there are", until)
    return Rules(Protego.parse(text), "", until)


def _delay(rules: Protego, token: str) -> float:
    """Return the seconds that a host asks for between two requests, within reason."""
    rate = rules.request_rate(token)
    asked = max(rules.crawl_delay(token) or 0.0, rate.seconds / rate.requests if rate else 0.0)
    return min(asked, LONGEST_DELAY)


def _short(refusal: FetchRefused) -> str:
    return str(refusal).rstrip(".").partition("; try again")[0]
