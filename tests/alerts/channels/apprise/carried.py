"""The process that runs Apprise, as tests start it: `carried.py PORT ADDRESS`.

It may reach one port of this machine, and a made-up host is at the address given: as if a name
server said so.
"""

from __future__ import annotations

import socket
import sys

from clapometer.alerts.channels.apprise.carrier import main

HOST = "posts.test"
_resolve = socket.getaddrinfo


def resolve(host, *rest, **more):
    return _resolve(sys.argv[2] if host == HOST else host, *rest, **more)


socket.getaddrinfo = resolve
main(permit={("127.0.0.1", int(sys.argv[1]))})
