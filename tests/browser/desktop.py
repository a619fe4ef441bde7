"""The part of a desktop that shows notifications, on a message bus of its own.

Chromium hands its notifications to whoever owns org.freedesktop.Notifications on the session's bus
(the Desktop Notifications Specification, 1.2, over the D-Bus Specification). This is a bus with
that one service on it, so that a test sees what a reader would see, and can click.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

CALL, RETURN, ERROR, SIGNAL = 1, 2, 3, 4
PATH, INTERFACE, MEMBER, NAME, REPLY_TO, SENDER, SIGNATURE = 1, 2, 3, 4, 5, 7, 8
SERVICE = "org.freedesktop.Notifications"


@dataclass(frozen=True, slots=True)
class Shown:
    """One notification as the desktop was told to show it."""

    id: int
    replaces: int
    title: str
    body: str
    actions: list[str]


class _Writer:
    """Puts values of D-Bus together, each at its place."""

    def __init__(self) -> None:
        self.raw = bytearray()

    def put(self, kind: str, value: object) -> _Writer:
        if kind == "g":
            return self._bytes(bytes([len(str(value))]) + str(value).encode() + b"\0")
        if kind == "y":
            return self._bytes(bytes([int(str(value))]))
        self._pad(4)
        if kind in {"u", "b"}:
            return self._bytes(struct.pack("<I", value))
        text = str(value).encode()
        return self._bytes(struct.pack("<I", len(text)) + text + b"\0")

    def texts(self, values: list[str]) -> _Writer:
        inner = _Writer()
        for value in values:
            inner.put("s", value)
        self._pad(4)
        return self._bytes(struct.pack("<I", len(inner.raw)) + inner.raw)

    def fields(self, fields: list[tuple[int, str, object]]) -> _Writer:
        inner = _Writer()
        for code, kind, value in fields:
            inner._pad(8)
            inner.put("y", code).put("g", kind).put(kind, value)
        return self._bytes(struct.pack("<I", len(inner.raw)) + inner.raw)

    def _pad(self, to: int) -> None:
        self.raw += bytes(-len(self.raw) % to)

    def _bytes(self, raw: bytes | bytearray) -> _Writer:
        self.raw += raw
        return self


class _Reader:
    """Takes values of D-Bus apart, in the order in which they stand."""

    def __init__(self, raw: bytes, at: int = 0) -> None:
        self.raw, self.at = raw, at

    def take(self, kind: str) -> object:
        if kind == "y":
            return self._cut(1)[0]
        if kind == "g":
            return self._cut(self._cut(1)[0] + 1)[:-1].decode()
        self._pad(4)
        number = int.from_bytes(self._cut(4), "little")
        if kind in {"u", "b", "i"}:
            return number
        if kind == "as":
            end, found = self.at + number, []
            while self.at < end:
                found.append(str(self.take("s")))
            return found
        return self._cut(number + 1)[:-1].decode()

    def fields(self) -> dict[int, object]:
        length, found = int.from_bytes(self._cut(4), "little"), {}
        end = self.at + length
        while self.at < end:
            self._pad(8)
            code = int(str(self.take("y")))
            found[code] = self.take(str(self.take("g")))
        return found

    def _pad(self, to: int) -> None:
        self.at += -self.at % to

    def _cut(self, count: int) -> bytes:
        found = self.raw[self.at : self.at + count]
        self.at += count
        return found


@dataclass
class Desktop:
    """A bus at a path of this machine. `shown`: what is on the screen, the oldest first."""

    path: Path
    shown: list[Shown] = field(default_factory=list)
    _lines: list[socket.socket] = field(default_factory=list)
    _line: socket.socket | None = None
    _given: int = 0
    _serial: int = 0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(self.path))
        self._listening.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def environment(self) -> dict[str, str]:
        """What a program has to know to use this desktop."""
        return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.path}"}

    def click(self, notification: Shown, action: str = "default") -> None:
        """Click a notification, or a button of it."""
        body = _Writer().put("u", notification.id).put("s", action)
        # A browser that has not been told the number yet would not know what was clicked.
        with self._turn:
            self._signal("ActionInvoked", "us", body)

    def close(self) -> None:
        """Let everybody go."""
        self._listening.close()
        for line in self._lines:
            line.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listening.accept()
                self._lines.append(line)
                threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with suppress(OSError, ValueError), line.makefile("rb") as reading:
            self._let_in(line, reading)
            while head := reading.read(16):
                kind = head[1]
                length, serial, fields = struct.unpack("<III", head[4:16])
                told = _Reader(head + reading.read(-(-fields // 8) * 8), at=12)
                known, body = told.fields(), _Reader(reading.read(length))
                if kind == CALL:
                    with self._turn:
                        self._answer(line, serial, str(known.get(MEMBER)), body)

    def _let_in(self, line: socket.socket, reading) -> None:
        assert reading.read(1) == b"\0"
        while (said := reading.readline()) != b"BEGIN\r\n":
            line.sendall(b"OK " + b"0" * 32 + b"\r\n" if said.startswith(b"AUTH") else b"ERROR\r\n")

    def _answer(self, line: socket.socket, serial: int, member: str, body: _Reader) -> None:
        answer = _ANSWERS.get(member)
        fields: list[tuple[int, str, object]] = [(REPLY_TO, "u", serial), (SENDER, "s", ":1.2")]
        if answer is None:
            name = "org.freedesktop.DBus.Error.UnknownMethod"
            self._send(line, ERROR, [*fields, (NAME, "s", name)], "", _Writer())
            return
        signature, write = answer
        self._line = line if member == "Notify" else self._line
        self._send(line, RETURN, fields, signature, write(self, body))

    def notify(self, body: _Reader) -> _Writer:
        """Show a notification, in the place of another one if it says so."""
        _app, replaces, _icon, title, text = (body.take(kind) for kind in "susss")
        actions = body.take("as")
        self.shown = [one for one in self.shown if one.id != replaces]
        self._given += 1
        given = int(str(replaces)) or self._given
        assert isinstance(actions, list)
        self.shown.append(Shown(given, int(str(replaces)), str(title), str(text), actions))
        return _Writer().put("u", given)

    def take_away(self, body: _Reader) -> _Writer:
        """Take a notification from the screen."""
        number = body.take("u")
        self.shown = [one for one in self.shown if one.id != number]
        return _Writer()

    def _signal(self, member: str, signature: str, body: _Writer) -> None:
        assert self._line, "nothing was shown yet"
        fields: list[tuple[int, str, object]] = [
            (PATH, "o", "/org/freedesktop/Notifications"),
            (INTERFACE, "s", SERVICE),
            (MEMBER, "s", member),
            (SENDER, "s", ":1.2"),
        ]
        self._send(self._line, SIGNAL, fields, signature, body)

    def _send(
        self,
        line: socket.socket,
        kind: int,
        fields: list[tuple[int, str, object]],
        signature: str,
        body: _Writer,
    ) -> None:
        self._serial += 1
        if signature:
            fields = [*fields, (SIGNATURE, "g", signature)]
        head = _Writer().fields(fields).raw
        start = struct.pack("<BBBBII", ord("l"), kind, 0, 1, len(body.raw), self._serial)
        line.sendall(start + head + bytes(-(12 + len(head)) % 8) + body.raw)


def _owner(desktop: Desktop, body: _Reader) -> _Writer:
    return _Writer().put("s", ":1.2")


def _yes(desktop: Desktop, body: _Reader) -> _Writer:
    return _Writer().put("u", 1)


_ANSWERS: dict[str, tuple[str, Callable[[Desktop, _Reader], _Writer]]] = {
    "Hello": ("s", lambda desktop, body: _Writer().put("s", ":1.1")),
    "NameHasOwner": ("b", _yes),
    "GetNameOwner": ("s", _owner),
    "StartServiceByName": ("u", _yes),
    "RequestName": ("u", _yes),
    "AddMatch": ("", lambda desktop, body: _Writer()),
    "RemoveMatch": ("", lambda desktop, body: _Writer()),
    "ListNames": ("as", lambda desktop, body: _Writer().texts([SERVICE])),
    "ListActivatableNames": ("as", lambda desktop, body: _Writer().texts([SERVICE])),
    "GetCapabilities": ("as", lambda desktop, body: _Writer().texts(["actions", "body"])),
    "GetServerInformation": (
        "ssss",
        lambda desktop, body: (
            _Writer().put("s", "made up").put("s", "made up").put("s", "1").put("s", "1.2")
        ),
    ),
    "Notify": ("u", Desktop.notify),
    "CloseNotification": ("", Desktop.take_away),
}
