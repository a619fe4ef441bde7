"""The guard of a process that runs Apprise: it may connect to public addresses and do little else.

Apprise makes its own connections, so nothing of it runs in the site's processes. In the process
that runs it, Python itself asks this guard before each connection (audit events, PEP 578), with the
very address that is dialled. So neither a redirect, nor a name server that changes its mind, nor a
plugin that connects in a way of its own leads into the site's network.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Collection, Mapping
from typing import Any

from clapometer.fetching.addresses import read_address, why_not
from clapometer.fetching.resolving import Permit

_DIALS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
# What a plugin has no business with: starting programs, changing files.
FORBIDDEN: Collection[str] = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
     "os.startfile", "os.remove", "os.rename", "os.mkdir", "os.kill"}
)  # fmt: skip
_PORTS = frozenset({443})
_FIRST_FREE_PORT = 1024


class Refused(PermissionError):
    """The guard refused something; the message is one sentence."""


class Guard:
    """What was refused last stands in `refused`, one sentence, until `forget`."""

    def __init__(self, permit: Permit = ()) -> None:
        self._permit = frozenset(permit)
        self.refused = ""

    def forget(self) -> None:
        """Begin anew: nothing has been refused."""
        self.refused = ""

    def install(self) -> None:
        """Stand guard in this process from now on; Python knows no way to take that back."""
        sys.addaudithook(self._judge)

    def _judge(self, event: str, told: tuple[Any, ...]) -> None:
        if event in _DIALS:
            # A message on a connection that stands names no address.
            if told[1] is not None:
                self._check(told[0], told[1])
        elif event in FORBIDDEN or (event == "open" and _writes(told)):
            # Some try and go on without, so this alone says nothing about the message.
            raise Refused("The service’s plugin tried something that it may not do.")

    def _check(self, dialled: socket.socket, place: Any) -> None:
        if dialled.family not in {socket.AF_INET, socket.AF_INET6}:
            self._refuse("The service’s plugin tried to speak with a program of this machine.")
        host, port = place[:2]
        try:
            address = read_address(host)
        except ValueError:
            # A name would be resolved after this, to whatever it leads to then.
            self._refuse("The service’s plugin dialled a name instead of an address.")
            return
        if (str(address), port) in self._permit:
            return
        if what := why_not(address):
            self._refuse(f"The host is at {address}, {what}; only public ones are sent to.")
        if port not in _PORTS and port < _FIRST_FREE_PORT:
            self._refuse(f"Port {port} is none where such a service listens.")

    def _refuse(self, sentence: str) -> None:
        self.refused = sentence
        raise Refused(sentence)


def _writes(told: tuple[Any, ...]) -> bool:
    _path, mode, flags = told
    if isinstance(mode, str):
        return any(one in mode for one in "wax+")
    return bool(isinstance(flags, int) and flags & 3)


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of such a process: no proxies, no home, none of the site's secrets."""
    kept = ("PATH", "LANG", "LC_ALL", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE")
    return {name: given[name] for name in kept if name in given} | {"HOME": "/nonexistent"}
