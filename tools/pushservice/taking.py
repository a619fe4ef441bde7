"""One request to the service: it is judged, opened and counted, and an answer is chosen."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import NamedTuple

import orjson

from .counts import Counts
from .faults import MODES, Faults
from .opening import LARGEST, Unopened, opened
from .subscribers import Subscribers
from .tokens import Tokens

_PATH = re.compile(r"/push/([a-z-]+)/([0-9]{1,12})(?:/.*)?")
_TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")
_URGENCIES = frozenset({"", "very-low", "low", "normal", "high"})
Header = Callable[[str], str]
"""The value of a header by its name in small letters; "" where there is none."""


class Reply(NamedTuple):
    """What is answered; `how` is a key of faults.HOWS."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    how: str = "answer"


class Service:
    """The service and its browsers."""

    def __init__(self, browsers: int, *, light: bool = False) -> None:
        self.subscribers = Subscribers(light=light)
        self.counts = Counts(browsers)
        self.tokens = Tokens()
        self.faults = Faults()

    def forget(self) -> None:
        """Begin anew: nothing counted, no faults, and no site's key known."""
        self.counts.forget()
        self.faults.lay([])
        self.tokens = Tokens()

    def take(self, path: str, authority: str, header: Header, body: bytes) -> Reply:
        """Return what is answered to a POST."""
        found = _PATH.fullmatch(path)
        if not found or found[1] not in MODES or int(found[2]) >= self.counts.browsers:
            return self._refused(404, "no such subscription")
        number = int(found[2])
        name, mode = self.faults.mode(found[1], number, authority.partition(":")[0])
        if mode.takes:
            reply = self._taken(
                number, f"https://{authority}", header, body, asleep=name == "asleep"
            )
            if reply:
                return reply
        if mode.status:
            self.counts.answered[mode.status] += 1
        headers = mode.headers
        if headers[:1] == (("retry-after", "date"),):
            headers = (("retry-after", formatdate(time.time() + 2, usegmt=True)),)
        return Reply(mode.status, headers, mode.how)

    def _taken(
        self, number: int, origin: str, header: Header, body: bytes, *, asleep: bool
    ) -> Reply | None:
        """Count the message; return an answer only where it is refused."""
        begun = time.perf_counter()
        problem = self.tokens.problem(header("authorization"), origin, time.time())
        if problem:
            return self._refused(403, problem)
        if problem := _misheaded(header):
            return self._refused(400, problem)
        if len(body) > LARGEST:
            return self._refused(413, "more than 4096 bytes")
        try:
            text = opened(body, self.subscribers.pair(number), self.subscribers.auth(number))
        except Unopened as trouble:
            # A push service cannot tell; it is the browser that drops it.
            self.counts.refused[f"unopened: {trouble}"] += 1
            return None
        self.counts.arrive(number, _named(text), header("topic"), asleep=asleep)
        self.counts.checking += time.perf_counter() - begun
        return None

    def _refused(self, status: int, why: str) -> Reply:
        self.counts.refused[why] += 1
        self.counts.answered[status] += 1
        return Reply(status)


def _misheaded(header: Header) -> str:
    """Return what is wrong with the headers of RFC 8030; "" for nothing."""
    if not header("ttl").isdecimal():
        return "TTL is no number"
    if header("content-encoding") != "aes128gcm":
        return "Content-Encoding is not aes128gcm"
    if header("urgency") not in _URGENCIES:
        return "Urgency is none of RFC 8030"
    topic = header("topic")
    return "" if not topic or _TOPIC.fullmatch(topic) else "Topic is not of RFC 8030"


def _named(text: bytes) -> str:
    """Return the message's own id, or a name made of its text where it has none."""
    try:
        said = orjson.loads(text)
    except ValueError:
        said = None
    if isinstance(said, dict) and isinstance(said.get("id"), str):
        return str(said["id"])
    return hashlib.sha256(text).hexdigest()[:16]
