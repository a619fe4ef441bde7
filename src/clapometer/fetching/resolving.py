"""From a host's name to the addresses that may be connected to: all are checked, or none is used.

The name is asked once for each connection, and the connection goes to the very address that was
checked. So a name server that answers differently the second time (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from threading import Thread
from typing import TypeAlias

from .addresses import read_address, why_not
from .links import Link
from .refusals import FetchRefused

Resolver: TypeAlias = Callable[[str, int], list[str]]
"""(host, port) -> addresses as text; raises OSError where there are none."""
Permit: TypeAlias = Collection[tuple[str, int]]
"""Addresses with their ports that may be reached although they are not public."""
MOST_TRIED = 4


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that this machine's resolver has for the host, each once."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def checked_addresses(link: Link, resolver: Resolver, permit: Permit, seconds: float) -> list[str]:
    """Return the addresses to connect to, the best first, within so many seconds.

    Raises FetchRefused where there is none, or where any one of them is not public: a public host
    has no business with a private address.
    """
    found = _asked(link, resolver, seconds)
    for text in found:
        address = read_address(text)
        if (str(address), link.port) in permit:
            continue
        if what := why_not(address):
            raise FetchRefused("not_public", host=link.host, address=text, what=what)
    return found[:MOST_TRIED]


def _asked(link: Link, resolver: Resolver, seconds: float) -> list[str]:
    # The system's resolver cannot be told a time limit, so it is asked beside and left behind.
    answer: Future[list[str]] = Future()

    def ask() -> None:
        try:
            answer.set_result(resolver(link.host, link.port))
        except (OSError, UnicodeError) as problem:
            answer.set_exception(problem)

    Thread(target=ask, daemon=True, name="clapometer-resolve").start()
    try:
        found = answer.result(seconds)
    except TooLate:
        raise FetchRefused("unknown_host", host=link.host, why="no answer in time") from None
    except (OSError, UnicodeError) as problem:
        why = getattr(problem, "strerror", None) or "the name cannot be asked for"
        raise FetchRefused("unknown_host", host=link.host, why=why) from None
    if not found:
        raise FetchRefused("unknown_host", host=link.host, why="no address")
    return found
