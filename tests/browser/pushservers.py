"""What Chromium gets its messages through, on loopback: check-in, registration, the connection.

Chromium's own push client runs unchanged against these: it registers, subscribes with keys that it
makes itself, and decrypts what is delivered. In front of it stands the push service (RFC 8030) that
a site sends to, with the certificate of a made-up host. The shapes are those of the files checkin,
android_checkin and mcs of Chromium's google_apis/gcm/protocol; only the members that are needed.
"""

from __future__ import annotations

import http.server
import socket
import ssl
import struct
import threading
import time
import urllib.parse
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.fetching.certificates import contexts

HOST = "push.test"
VERSION = b"\x29"
PING, PONG, LOGIN, LOGGED_IN, MESSAGE = b"\x00", b"\x01", b"\x02", b"\x03", b"\x08"


class Posted(NamedTuple):
    """One message as the site sent it."""

    path: str
    headers: dict[str, str]
    body: bytes


class PushServers:
    """The three servers of the browser and the one of the site.

    `posted`: what the site sent; `status`: what it is answered. `registered`: what the browser
    registered, by the last part of the subscription's address.
    """

    def __init__(self, folder: Path) -> None:
        self.posted: list[Posted] = []
        self.status = 201
        self.registered: dict[str, dict[str, str]] = {}
        self._given = 0
        self._waiting: dict[bytes, bytes] = {}
        self._line: socket.socket | None = None
        self._turn = threading.Lock()
        self._tls, _ = contexts(folder, HOST)
        self.certificate = folder / f"{HOST}.pem"
        self._google = self._serve(_Google)
        self._service = self._serve(_Service, self._tls)
        self._lines = socket.create_server(("127.0.0.1", 0))
        self._in_thread(self._accept)

    @property
    def port(self) -> int:
        """The port of the push service that the site sends to."""
        return int(self._service.server_address[1])

    @property
    def origin(self) -> str:
        """The origin of the push service."""
        return f"https://{HOST}:{self.port}"

    def flags(self) -> list[str]:
        """What Chromium is started with to find these."""
        google = f"http://127.0.0.1:{self._google.server_address[1]}"
        public = x509.load_pem_x509_certificate(self.certificate.read_bytes()).public_key()
        whole = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return [
            f"--gcm-checkin-url={google}/checkin",
            f"--gcm-registration-url={google}/register",
            f"--gcm-mcs-endpoint=https://localhost:{self._lines.getsockname()[1]}",
            f"--ignore-certificate-errors-spki-list={b64encode(sha256(whole).digest()).decode()}",
        ]

    def close(self) -> None:
        """Stop serving."""
        for server in (self._google, self._service):
            server.shutdown()
            server.server_close()
        self._lines.close()

    def deliver(self, name: str, body: bytes) -> None:
        """Hand the browser an encrypted message for the subscription, as it came from the site.

        Until the browser has confirmed it, it gets it again whenever it connects anew.
        """
        about = self.registered[name]
        self._given += 1
        known = f"0:made-up-{self._given};"
        said = _text(2, str(self._given)) + _text(3, about["sender"]) + _text(5, about["app"])
        for key, value in (("subtype", about["X-subtype"]), ("content-encoding", "aes128gcm")):
            said += _text(7, _text(1, key) + _text(2, value))
        said += _text(9, known) + _number(17, 3600)
        said += _number(18, int(time.time() * 1000)) + _text(21, body)
        with self._turn, suppress(OSError):
            self._waiting[known.encode()] = message = MESSAGE + _varint(len(said)) + said
            if self._line:
                self._line.sendall(message)

    def _logged_in(self, line: socket.socket, confirmed: bytes) -> None:
        """Send what waits; a login names all that came before it."""
        said = _text(1, "1") + _number(8, int(time.time() * 1000))
        with self._turn:
            self._line = line
            line.sendall(LOGGED_IN + _varint(len(said)) + said)
            for known in [one for one in self._waiting if one in confirmed]:
                del self._waiting[known]
            for message in self._waiting.values():
                line.sendall(message)

    def _serve(
        self, handler: type[_Quiet], tls: ssl.SSLContext | None = None
    ) -> http.server.ThreadingHTTPServer:
        bound = type(handler.__name__, (handler,), {"servers": self})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound)
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        self._in_thread(server.serve_forever)
        return server

    def _in_thread(self, work, *given: object) -> None:
        threading.Thread(target=work, args=given, daemon=True).start()

    def _accept(self) -> None:
        # Closing the socket ends it.
        with suppress(OSError):
            while True:
                connected, _ = self._lines.accept()
                self._in_thread(self._talk, connected)

    def _talk(self, connected: socket.socket) -> None:
        # Chromium hangs up and connects anew whenever it likes.
        with suppress(OSError), connected:
            with self._tls.wrap_socket(connected, server_side=True) as line:
                self._listen(line)

    def _listen(self, line: socket.socket) -> None:
        with line.makefile("rb") as reading:
            line.sendall(reading.read(1) and VERSION)
            while tag := reading.read(1):
                said = reading.read(_read_varint(reading))
                if tag == LOGIN:
                    self._logged_in(line, said)
                elif tag == PING:
                    line.sendall(PONG + b"\x00")


class _Quiet(http.server.BaseHTTPRequestHandler):
    servers: PushServers

    def log_message(self, *args: object) -> None:
        pass

    def _body(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _answer(self, status: int, kind: str = "", body: bytes = b"") -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Google(_Quiet):
    """Check-in: who the browser is from now on. Registration: a name for each subscription."""

    def do_POST(self) -> None:
        body = self._body()
        if self.path == "/checkin":
            said = _number(1, 1) + _fixed(7, 0x1234) + _fixed(8, 0x5678) + _text(11, "made-up")
            self._answer(200, "application/x-protobuffer", said)
            return
        about = dict(urllib.parse.parse_qsl(body.decode()))
        name = f"made-up-{len(self.servers.registered)}"
        self.servers.registered[name] = about
        self._answer(200, "text/plain", f"token={name}".encode())


class _Service(_Quiet):
    """The push service: takes what the site sends (RFC 8030, section 5)."""

    def do_POST(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.servers.posted.append(Posted(self.path, headers, self._body()))
        self._answer(self.servers.status)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def _read_varint(reading) -> int:
    value = shift = 0
    while True:
        byte = reading.read(1)[0]
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _fixed(field: int, value: int) -> bytes:
    return _varint(field << 3 | 1) + struct.pack("<Q", value)


def _text(field: int, value: str | bytes) -> bytes:
    raw = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(raw)) + raw


@contextmanager
def serving(folder: Path) -> Iterator[PushServers]:
    """Serve until the block ends."""
    servers = PushServers(folder)
    try:
        yield servers
    finally:
        servers.close()
