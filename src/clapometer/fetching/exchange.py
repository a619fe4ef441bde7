"""One question and one answer on one connection: to a checked address, in bounded time and size."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from threading import Timer
from typing import NamedTuple, Self

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.response import HTTPResponse

from .links import Link
from .refusals import FetchRefused, in_bytes
from .resolving import Permit, Resolver, checked_addresses
from .unpacking import Damaged, TooMuch, read_body

_PIECE = 1 << 16
_WITH_BODY = frozenset(range(200, 300)) - {204, 205}
_TROUBLE = (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError)


class Answer(NamedTuple):
    """What a server answered: names of headers are in small letters, the body is unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Bounds(NamedTuple):
    """What an exchange may take. `seconds`: from asking the name to the last byte."""

    most_bytes: int
    seconds: float


class Surroundings(NamedTuple):
    """How names are resolved, what beside public addresses may be reached, and who is trusted."""

    resolver: Resolver
    permit: Permit
    trust: ssl.SSLContext | None = None


class Deadline:
    """An end of time that also wakes who waits: at that moment the watched socket is shut.

    A socket's own limit counts between two bytes, so a server that drips them would never meet it.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._shut)
        self._timer.daemon = True

    @property
    def left(self) -> float:
        """Return the seconds that are left, a little above nothing when they are over."""
        return max(self._end - time.monotonic(), 0.001)

    @property
    def is_over(self) -> bool:
        """Return whether the time is over."""
        return time.monotonic() >= self._end

    def watch(self, connected: socket.socket | None) -> None:
        """Shut this socket when the time is over."""
        self._socket = connected
        if self.is_over:
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def exchange(
    link: Link,
    headers: Mapping[str, str],
    bounds: Bounds,
    around: Surroundings,
    posted: bytes | None = None,
) -> Answer:
    """Ask for the link with GET, or POST where there is something to post, and return the answer,
    whatever its status. Raises FetchRefused."""
    with Deadline(bounds.seconds) as deadline, _telling(link, bounds, deadline):
        addresses = checked_addresses(link, around.resolver, around.permit, deadline.left)
        connection = _connected(link, addresses, deadline, around.trust)
        try:
            answer = _answer(connection, link, headers, bounds, posted)
            if deadline.is_over:
                # What was cut off by the deadline looks like an answer that ends there.
                raise TimeoutError
            return answer
        finally:
            deadline.watch(None)
            connection.close()


def _connected(
    link: Link, addresses: list[str], deadline: Deadline, trust: ssl.SSLContext | None
) -> HTTPConnection:
    """Return a connection to the first of the checked addresses that answers."""
    problem: OSError | None = None
    for place, address in enumerate(addresses):
        # An address that swallows everything must leave time for the next one.
        share = deadline.left / (len(addresses) - place)
        try:
            plain = socket.create_connection((address, link.port), share)
        except OSError as trouble:
            problem = trouble
            continue
        connection = HTTPConnection(link.host, link.port, timeout=deadline.left)
        connection.sock = plain
        deadline.watch(plain)
        if link.scheme == "https":
            connection.sock = _secured(plain, link, trust)
            deadline.watch(connection.sock)
        return connection
    raise FetchRefused("no_answer", host=link.host, why=_why(problem))


def _secured(plain: socket.socket, link: Link, trust: ssl.SSLContext | None) -> ssl.SSLSocket:
    """Return the socket under TLS. The certificate has to be the host's, whose name is said
    although an address was dialled."""
    try:
        return (trust or _system_trust()).wrap_socket(plain, server_hostname=link.host)
    except BaseException:
        plain.close()
        raise


@cache
def _system_trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _answer(
    connection: HTTPConnection,
    link: Link,
    headers: Mapping[str, str],
    bounds: Bounds,
    posted: bytes | None,
) -> Answer:
    connection.request(
        "GET" if posted is None else "POST",
        link.path,
        body=posted,
        headers={"Host": link.authority, "Accept-Encoding": "gzip", **headers},
        preload_content=False,
        decode_content=False,
    )
    response = connection.getresponse()
    try:
        told = {name.lower(): value for name, value in response.headers.items()}
        # Nobody reads the page of an error or of a redirect, so it is not even fetched.
        body = _body(response, told, bounds.most_bytes) if response.status in _WITH_BODY else b""
        return Answer(response.status, told, body)
    finally:
        response.close()


def _body(response: HTTPResponse, told: Mapping[str, str], most: int) -> bytes:
    announced = told.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > most:
        raise TooMuch(packed=False)
    pieces = response.stream(_PIECE, decode_content=False)
    return read_body(pieces, told.get("content-encoding", ""), most)


@contextmanager
def _telling(link: Link, bounds: Bounds, deadline: Deadline) -> Iterator[None]:
    """Turn whatever goes wrong into one sentence."""
    limit = in_bytes(bounds.most_bytes)
    try:
        yield
    except TooMuch as problem:
        code = "bomb" if problem.packed else "too_big"
        raise FetchRefused(code, host=link.host, limit=limit) from None
    except Damaged as problem:
        raise FetchRefused("damaged", host=link.host, coding=problem) from None
    except _TROUBLE as problem:
        if deadline.is_over or _is_timeout(problem):
            told = f"{bounds.seconds:g}"
            raise FetchRefused("slow", host=link.host, seconds=told) from None
        code = "certificate" if _root(problem, ssl.SSLError) else "broken_off"
        raise FetchRefused(code, host=link.host, why=_why(problem)) from None


def _is_timeout(problem: BaseException) -> bool:
    return isinstance(problem, TimeoutError | urllib3.exceptions.TimeoutError)


def _root(problem: BaseException | None, kind: type[BaseException]) -> BaseException | None:
    """Return the exception of the kind among the problem and what it came from."""
    while problem is not None and not isinstance(problem, kind):
        problem = problem.__cause__ or problem.__context__
    return problem


def _why(problem: BaseException | None) -> str:
    root = _root(problem, OSError) or problem
    if isinstance(root, ssl.SSLCertVerificationError):
        return str(root.verify_message)
    if isinstance(root, ssl.SSLError):
        return str(root.reason or "TLS").replace("_", " ").lower()
    if isinstance(root, OSError) and root.strerror:
        return root.strerror[:1].lower() + root.strerror[1:]
    if isinstance(root, TimeoutError):
        return "no answer in time"
    return "what came is no whole answer"
