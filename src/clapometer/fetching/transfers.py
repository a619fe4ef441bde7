"""One request on its way: a handle of libcurl that is used again and again."""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping, Sequence

import pycurl

from .dialing import Dialer
from .links import LONGEST
from .origins import Origin
from .resolving import Permit

KEPT_BYTES = 4 << 10
"""Bytes of an answer's body that are kept; a longer one is cut off and left there."""
HEAD_BYTES = 64 << 10
"""Bytes of the head of an answer; one that goes on longer is no answer."""
KEPT_HEADERS = frozenset({"content-type", "link", "location", "retry-after"})
_INITIALS = b"cClLrR"
_ENDS = (b"\r\n", b"\n")


class Settings:
    """What all requests of an engine have in common."""

    def __init__(
        self, user_agent: str, permit: Permit, trust: str | None, names: Sequence[str]
    ) -> None:
        self.permit = permit
        self.names = names if isinstance(names, list) else list(names)
        self._options = _FIXED | _trusted(trust) | {pycurl.USERAGENT: user_agent}

    def put_on(self, handle: pycurl.Curl) -> None:
        """Set on a new handle what stays the same for all its requests."""
        for option, value in self._options.items():
            handle.setopt(option, value)


_FIXED: dict[int, object] = {
    pycurl.POST: 1,
    pycurl.NOSIGNAL: 1,
    pycurl.FOLLOWLOCATION: 0,
    # No proxy, whatever the environment says: behind one no address could be checked.
    pycurl.PROXY: "",
    pycurl.NOPROXY: "*",
    pycurl.NETRC: pycurl.NETRC_IGNORED,
    pycurl.PROTOCOLS: pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS,
    pycurl.REDIR_PROTOCOLS: pycurl.PROTO_HTTPS,
    pycurl.HTTP_VERSION: pycurl.CURL_HTTP_VERSION_2TLS,
    pycurl.SSL_VERIFYPEER: 1,
    pycurl.SSL_VERIFYHOST: 2,
    pycurl.SSLVERSION: pycurl.SSLVERSION_TLSv1_2,
    pycurl.DNS_CACHE_TIMEOUT: 60,
    pycurl.MAXLIFETIME_CONN: 3600,
}


def _trusted(trust: str | None) -> dict[int, object]:
    """Return whose certificates are believed: the file's, or those of this machine's OpenSSL."""
    if trust:
        return {pycurl.CAINFO: trust}
    paths = ssl.get_default_verify_paths()
    told = {pycurl.CAINFO: paths.cafile, pycurl.CAPATH: paths.capath}
    return {option: path for option, path in told.items() if path}


class Transfer:
    """A handle with the request that it carries and what has come of the answer."""

    __slots__ = (
        "_carried", "_named", "_names", "_room", "_said", "_shared", "body", "dialer", "handle",
        "headers", "origin", "seconds", "since", "status", "token",
    )  # fmt: skip

    def __init__(self, settings: Settings) -> None:
        self.handle = pycurl.Curl()
        self.dialer = Dialer(settings.permit)
        self._names, self._named = settings.names, list[str]()
        self._carried: tuple[tuple[str, str], ...] | None = None
        self._shared = False
        self.seconds = self.since = 0.0
        settings.put_on(self.handle)
        self.handle.setopt(pycurl.OPENSOCKETFUNCTION, self.dialer.dial)
        self.handle.setopt(pycurl.HEADERFUNCTION, self._head)
        self.handle.setopt(pycurl.WRITEFUNCTION, self._piece)

    def load(self, url: str, headers: Mapping[str, str], body: bytes, seconds: float) -> None:
        """Take up a request. Raises ValueError for a header that would be several lines."""
        handle = self.handle
        carried = tuple(headers.items())
        if carried != self._carried:
            handle.setopt(pycurl.HTTPHEADER, _lines(carried))
            self._carried = carried
        if seconds != self.seconds:
            handle.setopt(pycurl.TIMEOUT_MS, max(int(seconds * 1000), 1))
            self.seconds = seconds
        if self._named != self._names:
            self._named = list(self._names)
            handle.setopt(pycurl.RESOLVE, self._named)
        handle.setopt(pycurl.URL, url)
        handle.setopt(pycurl.POSTFIELDS, body)
        self.dialer.forget()
        self.headers: dict[str, str] = {}
        self.body = b""
        self.status = self._said = 0
        self._room = HEAD_BYTES
        self.since = time.monotonic()

    def of(self, origin: Origin, token: object) -> None:
        """Note whose request it is."""
        self.origin, self.token = origin, token
        if self._shared != origin.is_shared:
            # Where many requests share a connection, one waits for that rather than open another.
            self.handle.setopt(pycurl.PIPEWAIT, origin.is_shared)
            self._shared = origin.is_shared

    @property
    def speaks_http2(self) -> bool:
        """Return whether the answer came over HTTP/2."""
        return bool(self.handle.getinfo(pycurl.INFO_HTTP_VERSION) == pycurl.CURL_HTTP_VERSION_2)

    def _head(self, line: bytes) -> int:
        # Called by libcurl for every line of a head, and for what may come after the body.
        # Another length than was given tells it to leave the rest of the answer.
        size = len(line)
        self._room -= size
        if self.status or self._room < 0:
            return size if self._room >= 0 else 0
        if line.startswith(b"HTTP/"):
            code = line.partition(b" ")[2][:3]
            self._said = int(code) if code.isdigit() else 0
        elif line in _ENDS:
            # A head of 1xx comes before the answer's own.
            self.status = self._said if self._said >= 200 else 0
        elif line[:1] in _INITIALS:
            name, _, value = line.decode("latin-1").partition(":")
            if (small := name.lower()) in KEPT_HEADERS:
                self.headers[small] = value.strip()[:LONGEST]
        return size

    def _piece(self, piece: bytes) -> int:
        room = KEPT_BYTES - len(self.body)
        self.body += piece[:room]
        return len(piece) if len(piece) <= room else 0


def _lines(carried: Sequence[tuple[str, str]]) -> list[str]:
    # A name alone takes away a header that libcurl would add by itself.
    told = {"Expect": "", "Content-Type": "", **dict(carried)}
    lines = [f"{name}: {value}" for name, value in told.items()]
    whole = "\n".join(lines)
    if whole.count("\n") >= len(lines) or "\r" in whole or "\0" in whole:
        raise ValueError("a header may not hold a line break")
    return lines
