"""The service as a process of its own, from a test or a benchmark."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .faults import Fault
from .subscribers import Subscribers

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Running:
    """A service that runs. `trust`: path of the certificates that a sender is to believe.

    `ports`: "many" speaks HTTP/2, "raw" HTTP/1.1 and can break off; "other" and "expired" have
    certificates that prove nothing; "control" is asked by the methods here.
    """

    host: str
    ports: dict[str, int]
    trust: str
    subscribers: Subscribers
    pid: int

    @property
    def permit(self) -> frozenset[tuple[str, int]]:
        """Return what an engine has to be permitted to reach the service."""
        return frozenset(("127.0.0.1", port) for port in self.ports.values())

    def names(self, *more: str) -> list[str]:
        """Return for an engine where the host is, and other hosts that are the same machine."""
        hosts = (self.host, "other.test", *more)
        return [f"{host}:{port}:127.0.0.1" for host in hosts for port in self.ports.values()]

    def origin(self, port: str = "many", name: str = "") -> str:
        """Return an origin of the service; `name` is that of a subdomain, each a service itself."""
        host = f"{name}.{self.host}" if name else self.host
        return f"https://{host}:{self.ports[port]}"

    def endpoint(self, number: int, mode: str = "ok", port: str = "many", name: str = "") -> str:
        """Return the address of a browser, which meets the mode (faults.MODES)."""
        return f"{self.origin(port, name)}/push/{mode}/{number}"

    def subscription(self, number: int, mode: str = "ok", port: str = "many") -> dict[str, Any]:
        """Return what the browser hands over, as PushSubscription.toJSON has it."""
        keys = self.subscribers.keys(number)
        return {"endpoint": self.endpoint(number, mode, port), "expirationTime": None, "keys": keys}

    def counts(self) -> dict[str, Any]:
        """Return what arrived (counts.Counts.told)."""
        return dict(self._asked("counts"))

    def of(self, number: int) -> dict[str, Any]:
        """Return what arrived at one browser, and what it was shown."""
        return dict(self._asked(f"of/{number}"))

    def arrivals(self, message: str) -> bytes:
        """Return for every browser how often the message arrived, a byte each."""
        with urllib.request.urlopen(self._control(f"bytes/{message}")) as answer:
            return bytes(answer.read())

    def lay(self, *faults: Fault) -> None:
        """Lay faults over what the paths say; none: as the paths say."""
        self._asked("faults", json.dumps([asdict(one) for one in faults]).encode())

    def wake(self, number: int) -> list[str]:
        """Wake a browser that slept; return what it is shown."""
        return list(self._asked(f"wake/{number}", b""))

    def forget(self) -> None:
        """Begin anew: nothing counted, no faults, and no site's key known."""
        self._asked("forget", b"")

    def _control(self, path: str) -> str:
        return f"http://127.0.0.1:{self.ports['control']}/{path}"

    def _asked(self, path: str, body: bytes | None = None) -> Any:
        request = urllib.request.Request(self._control(path), data=body)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


@contextmanager
def push_service(browsers: int = 1000, *, light: bool = False) -> Iterator[Running]:
    """Run a service with so many browsers, from number 0; it ends with the block."""
    command = [sys.executable, "-m", "tools.pushservice", "--browsers", str(browsers)]
    command += ["--light"] if light else []
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) as process:
        assert process.stdin and process.stdout
        try:
            said = json.loads(process.stdout.readline())
            yield Running(**said, subscribers=Subscribers(light=light), pid=process.pid)
        finally:
            process.stdin.close()
            process.wait(10)
