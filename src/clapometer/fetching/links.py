"""An address of the web, read strictly: what is not fetched is refused before a name is asked."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from .refusals import FetchRefused

PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
LONGEST = 4_000
"""Characters of the longest address."""
# What RFC 3986 lets stand in a path and a query; an escape that is there stays.
_PATH = "/:@!$&'()*+,;=-._~%"
_QUERY = _PATH + "?"
_HOST = re.compile(
    r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?|[0-9a-f:.]+"
)


class Link(NamedTuple):
    """An address of the web in parts. `path` holds the query too; both are ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Return host and port as the header Host says them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def read_link(text: str) -> Link:
    """Return the parts of an address. Raises FetchRefused for what is none, or is not fetched."""
    parts = _split(text)
    if parts.scheme not in PORTS:
        raise FetchRefused("scheme" if parts.scheme else "no_link", link=text)
    host = _host(parts.hostname or "", text)
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("secret", host=host)
    port = _port(parts, text, host)
    path = quote(parts.path or "/", safe=_PATH)
    if parts.query:
        path += "?" + quote(parts.query, safe=_QUERY)
    return Link(parts.scheme, host, port, path)


def follow(link: Link, location: str) -> Link:
    """Return where an answer sends to. Raises FetchRefused, also for https that leads to http."""
    try:
        # Header fields are read as Latin-1, but where they are not ASCII they are UTF-8 by now.
        joined = urljoin(str(link), location.encode("latin-1").decode().strip(" \t"))
    except ValueError:
        raise FetchRefused("no_link", link=location) from None
    further = read_link(joined)
    if link.scheme == "https" and further.scheme != "https":
        raise FetchRefused("downgrade", host=link.host, link=str(further))
    return further


def _split(text: str) -> SplitResult:
    # The standard library drops tabs and line breaks without a word; here they are refused.
    if len(text) > LONGEST or not text.isprintable() or " " in text or "\\" in text:
        raise FetchRefused("no_link", link=text)
    try:
        return urlsplit(text)
    except ValueError:
        raise FetchRefused("no_link", link=text) from None


def _host(name: str, text: str) -> str:
    try:
        host = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        host = ""
    if not _HOST.fullmatch(host.lower()) or len(host) > 253:
        raise FetchRefused("no_link", link=text)
    return host.lower()


def _port(parts: SplitResult, text: str, host: str) -> int:
    try:
        port = parts.port
    except ValueError:
        raise FetchRefused("no_link", link=text) from None
    if port is None:
        return PORTS[parts.scheme]
    # Other servers of the machine (mail, databases of old) must not be talked to in HTTP.
    if port not in PORTS.values() and port < FIRST_FREE_PORT:
        raise FetchRefused("port", host=host, port=port)
    return port
