"""What misbehaves in every way, to be done in a confined process."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

CALLS = []


class Unwanted(Exception):
    code = "unwanted"
    sentence = "This is no text of ours; send another."


def count(data, more=0):
    return {"bytes": len(data), "more": more}


def remember(data):
    CALLS.append(data)
    return {"calls": len(CALLS), "process": os.getpid()}


def environment(data):
    return dict(os.environ)


def hang(data):
    time.sleep(60)


def toil(data):
    while True:
        pass


def eat(data):
    return len(bytearray(4 << 30))


def eat_slowly(data):
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


def die(data, code=3):
    os._exit(code)


def crash(data):
    ctypes.string_at(0)


def raise_one(data):
    raise ZeroDivisionError("with\na secret of the reader")


def refuse(data):
    raise Unwanted


def babble(data):
    sys.stdout.write("noise" * 100_000)
    sys.stderr.write("noise" * 100_000)
    return "quiet"


def talk_over(data, said=""):
    # Descriptors of the pipe are not hidden from a process that was taken over.
    for pipe in range(3, 20):
        try:
            os.write(pipe, said.encode("latin-1"))
        except OSError:
            continue
    time.sleep(60)


def long_answer(data, size=0):
    return "x" * size


def not_plain(data):
    return {1, 2}


def not_a_number(data):
    return float("nan")


def half_a_character(data):
    return "a\ud800b"


def deep(data):
    return None if not data else deep(data[1:])


def connect(data, port=0):
    with socket.socket() as one:
        one.connect(("127.0.0.1", port))


def look_up(data):
    return socket.getaddrinfo("localhost", 80)


def start(data):
    return subprocess.run(["true"]).returncode


def fork(data):
    return os.fork()


def write(data, path=""):
    Path(path).write_text("x")


def remove(data, path=""):
    Path(path).unlink()


def by_kernel(data, name="", path="", numbers=()):
    """What a library of C does: the call itself, past Python's own eyes."""
    libc = _LIBC
    made = {
        "socket": lambda: libc.socket(2, 1, 0),
        "fork": libc.fork,
        "unlink": lambda: libc.unlink(path.encode()),
        "open": lambda: libc.open(path.encode(), os.O_WRONLY | os.O_TRUNC),
        "read": lambda: libc.open(path.encode(), os.O_RDONLY),
        "exec": lambda: libc.execv(b"/bin/true", None),
    }[name]()
    return {"made": made, "errno": ctypes.get_errno()}


try:
    _LIBC = ctypes.PyDLL(None, use_errno=True)
except PermissionError:  # A confined process may not load more; what is loaded it has anyway.
    _LIBC = ctypes.PyDLL(None, handle=ctypes.pythonapi._handle, use_errno=True)
