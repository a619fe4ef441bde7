"""No test reaches an outside network; loopback and unix sockets are free."""

import socket
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

# Addresses that RFC 5737 and RFC 3849 keep for documentation: nothing answers there in any case.
OUTSIDE = ["192.0.2.1", "2001:db8::1", "example.invalid"]


@pytest.mark.parametrize("host", OUTSIDE)
@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_an_outside_address_is_refused(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect((host, 443))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost"])
def test_loopback_is_allowed(host: str) -> None:
    with socket.create_server((host, 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            client.sendall(b"clap")
            accepted, _ = server.accept()
            with accepted:
                assert accepted.recv(4) == b"clap"


def test_a_unix_socket_is_allowed(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))
