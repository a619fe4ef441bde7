"""Run the service until its standard input ends; the first line it prints says where it is."""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import socket
import ssl
import sys
import tempfile
from pathlib import Path

from .certificates import HOST, OTHER, write_certificate
from .control import controlling
from .faults import MODES
from .loop import Loop
from .manyport import server_of
from .rawport import listen, saying
from .taking import Service


def main() -> None:
    """Read the command line and serve."""
    modes = "\n".join(f"  {name:12} {mode.means}" for name, mode in MODES.items())
    parser = argparse.ArgumentParser(
        "python -m tools.pushservice",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"Endpoints are https://{HOST}:PORT/push/MODE/NUMBER, with a mode of\n{modes}",
    )
    parser.add_argument("--browsers", type=int, default=1000)
    parser.add_argument(
        "--light", action="store_true", help="browsers whose half of the exchange costs nothing"
    )
    given = parser.parse_args()
    # Requests come by the million and leave no cycles worth looking for.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    folder = tempfile.TemporaryDirectory(prefix="pushservice-")
    with folder as path, asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(serve(Service(given.browsers, light=given.light), Path(path)))


async def serve(service: Service, folder: Path) -> None:
    """Serve on free ports, say which, and end with standard input."""
    good, wrong = write_certificate(folder, HOST), write_certificate(folder, OTHER)
    ended = write_certificate(folder, HOST, days=-1)
    say = saying(service)
    raw = {
        "raw": await listen(say, _context(*good)),
        "other": await listen(say, _context(*wrong)),
        "expired": await listen(say, _context(*ended)),
        "control": await listen(controlling(service), None),
    }
    ports = {name: one.sockets[0].getsockname()[1] for name, one in raw.items()}
    ports["many"] = _free_port()
    many = server_of(service, ports["many"], *good)
    serving = asyncio.ensure_future(many.serve())
    await _until_open(ports["many"])
    trust = folder / "trust.pem"
    trust.write_bytes(b"".join(path.read_bytes() for path, _ in (good, wrong, ended)))
    print(json.dumps({"host": HOST, "ports": ports, "trust": str(trust)}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    many.stop()  # type: ignore[no-untyped-call]  # Granian says nothing of it.
    await serving


def _context(certificate: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


async def _until_open(port: int) -> None:
    for _ in range(500):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            return
    raise SystemExit(f"Nothing listens on port {port}.")


if __name__ == "__main__":
    main()
