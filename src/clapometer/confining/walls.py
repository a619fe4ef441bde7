"""The walls that a process puts up around itself before it reads strangers' bytes."""

from __future__ import annotations

import os
import sys

from . import filtering
from .bounds import Bounds

FORBIDDEN: dict[str, str] = {
    "socket.": "the network",
    "subprocess.": "other processes",
    "os.system": "other processes",
    "os.exec": "other processes",
    "os.fork": "other processes",
    "os.posix_spawn": "other processes",
    "os.spawn": "other processes",
    "os.kill": "other processes",
    "os.remove": "changing files",
    "os.rename": "changing files",
    "os.mkdir": "changing files",
    "os.rmdir": "changing files",
    "os.truncate": "changing files",
    "os.link": "changing files",
    "os.symlink": "changing files",
    "os.chmod": "changing files",
    "os.chown": "changing files",
    "shutil.": "changing files",
    "ctypes.dlopen": "code from elsewhere",
    "webbrowser.": "other processes",
}
"""Beginnings of names of Python's audit events -> what is kept from the process by them."""
_NEEDED = frozenset({"socket.__new__"})
"""Making the object alone reaches nobody; libraries do it when they are loaded."""
_BEGINNINGS = tuple(FORBIDDEN)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NONE = (0, 0)


def put_up(bounds: Bounds) -> list[str]:
    """Bound this process for the rest of its life; return the names of the walls that stand."""
    standing = _limit(bounds)
    if filtering.put_on():
        standing.append("system calls")
    sys.addaudithook(_refuse)
    return [*standing, "audit"]


def allow_work(seconds: int) -> None:
    """Let this process work for so many seconds from now on; then the kernel ends it."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = spent + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(wanted, hard) if hard >= 0 else wanted, hard))


def _limit(bounds: Bounds) -> list[str]:
    try:
        import resource
    except ImportError:
        # Another system than Unix: time is kept by who waits for the answer.
        return []
    most_work = (bounds.work_seconds + 1) * (bounds.tasks + 1)
    limits = {
        "memory": (resource.RLIMIT_AS, (bounds.memory, bounds.memory)),
        "work": (resource.RLIMIT_CPU, (most_work, most_work)),
        "files": (resource.RLIMIT_FSIZE, _NONE),
        "processes": (resource.RLIMIT_NPROC, _NONE),
        "core": (resource.RLIMIT_CORE, _NONE),
    }
    standing = []
    for name, (which, sizes) in limits.items():
        try:
            resource.setrlimit(which, sizes)
        except (ValueError, OSError):
            continue
        standing.append(name)
    return standing


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what the process has no business with. Python calls it, and lets nobody remove it."""
    if event == "open":
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("a confined process writes no file")
    elif event.startswith(_BEGINNINGS) and event not in _NEEDED:
        raise PermissionError(f"a confined process may not use {event}")
