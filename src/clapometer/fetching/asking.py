"""Questions to the one service that the owner of a site has named, which may be on the own network.

Everything else that this site fetches goes to public addresses only. A language model, though,
often runs on the owner's own machine or in the next room. So one setting names an address, and
questions are posted to that very scheme, host and port: nothing that is read decides where they go,
a redirect is not followed, no proxy is used, and no other part of the program comes here.

The addresses that such a name may have follow from the name. One that says itself that it is of the
own network (an address in figures, `localhost`, a name of one word, `.local`, `.lan`, `.internal`,
`.home.arpa`) may have any. Any other has to have public addresses, as for everything that is
fetched: a name on the web whose name server suddenly points into the own network reaches nothing.
To a public address a question goes only under TLS.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator, Mapping
from ipaddress import ip_address
from typing import NamedTuple

from .addresses import read_address, why_not
from .exchange import Answer, Bounds, Surroundings, exchange
from .links import Link, read_link
from .refusals import FetchRefused
from .resolving import Resolver, resolve

OWN_ENDINGS = (".local", ".localhost", ".lan", ".internal", ".home.arpa")
"""Endings of names that are never of the public web (RFC 6761, RFC 6762, RFC 8375, ICANN 2024)."""
NEVER = ("an address of “this network”", "a link-local address", "a multicast address")
"""What no service has: among them the addresses at which clouds tell machines their secrets."""


class Endpoint(NamedTuple):
    """A service that the owner has named: questions go below its path, to nowhere else."""

    link: Link

    @classmethod
    def read(cls, text: str) -> Endpoint:
        """Return the endpoint of an address such as http://127.0.0.1:11434/v1.

        Raises FetchRefused for what is no address, or one with http to what is not the own network.
        """
        link = read_link(text.strip())
        if link.scheme != "https" and not is_own(link.host):
            raise FetchRefused("plain", host=link.host)
        return cls(link._replace(path=link.path.rstrip("/")))

    def below(self, path: str) -> Link:
        """Return the link of a path below the endpoint's own."""
        return self.link._replace(path=f"{self.link.path}{path}")


def is_own(host: str) -> bool:
    """Return whether a host says itself that it is of the own machine or network."""
    try:
        return bool(why_not(ip_address(host)))
    except ValueError:
        plain = host.rstrip(".")
        return "." not in plain or plain.endswith(OWN_ENDINGS)


class _OwnPort(Iterable[tuple[str, int]]):
    """The permit of an endpoint on the own network: any address that its name has, at its port."""

    def __init__(self, port: int) -> None:
        self._port = port

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple) or place[1] != self._port:
            return False
        return why_not(read_address(place[0])) not in NEVER

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(())

    def __len__(self) -> int:
        return 0


def ask(
    endpoint: Endpoint,
    path: str,
    body: bytes,
    headers: Mapping[str, str],
    bounds: Bounds,
    *,
    resolver: Resolver = resolve,
    trust: ssl.SSLContext | None = None,
) -> Answer:
    """Post a body below the endpoint and return the answer, whatever its status.

    A redirect comes back as it is, and is not followed. Raises FetchRefused.
    """
    link = endpoint.below(path)
    permit = _OwnPort(link.port) if is_own(link.host) else ()
    return exchange(link, headers, bounds, Surroundings(resolver, permit, trust), body)
