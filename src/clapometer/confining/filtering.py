"""What the kernel refuses a confined process: a filter of system calls that nothing takes off.

Linux lets every process give up system calls for good (seccomp with a filter in classic BPF, see
the kernel's Documentation/userspace-api/seccomp_filter.rst). A refused call fails as if it were not
permitted. No privilege is needed; where the kernel or the processor is another, there is no filter,
and the audit hook of `walls` is all there is.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from collections.abc import Iterator
from typing import NamedTuple

REFUSED: dict[str, tuple[int, int]] = {
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242),
    "sendto": (44, 206), "sendmsg": (46, 211), "bind": (49, 200), "listen": (50, 201),
    "fork": (57, -1), "vfork": (58, -1), "execve": (59, 221), "execveat": (322, 281),
    "kill": (62, 129), "ptrace": (101, 117), "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271), "io_uring_setup": (425, 425), "bpf": (321, 280),
    "mount": (165, 40), "truncate": (76, 45), "ftruncate": (77, 46), "creat": (85, -1),
    "rename": (82, -1), "renameat": (264, 38), "renameat2": (316, 276), "mkdir": (83, -1),
    "mkdirat": (258, 34), "rmdir": (84, -1), "unlink": (87, -1), "unlinkat": (263, 35),
    "link": (86, -1), "linkat": (265, 37), "symlink": (88, -1), "symlinkat": (266, 36),
    "mknod": (133, -1), "mknodat": (259, 33), "chmod": (90, -1), "fchmod": (91, 52),
    "fchmodat": (268, 53), "chown": (92, -1), "fchownat": (260, 54),
}  # fmt: skip
"""System calls that are refused -> their numbers on x86-64 and on arm64, -1 where it has none."""
UNKNOWN: dict[str, tuple[int, int]] = {"clone3": (435, 435), "openat2": (437, 437)}
"""Calls whose arguments a filter cannot look into; libraries then use the older ones, judged by
their arguments: `clone` may make threads only, `open` and `openat` may not open for writing."""
_CLONE, _OPEN, _OPENAT = (56, 220), (2, -1), (257, 56)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_CALL, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_X32 = 0x40000000
_CLONE_THREAD = 0x00010000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


class Step(NamedTuple):
    """An instruction of classic BPF: what to do, how far to jump if true or false, its operand."""

    code: int
    true: int
    false: int
    operand: int


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def program(machine: str) -> list[Step]:
    """Return the filter for a machine as `platform.machine` names it. Raises KeyError."""
    place, audited = _MACHINES[machine]
    steps = [
        Step(_LOAD, 0, 0, _MACHINE),
        Step(_EQUAL, 1, 0, audited),
        _fail(errno.EPERM),
        Step(_LOAD, 0, 0, _CALL),
    ]
    if machine == "x86_64":
        steps += [Step(_AT_LEAST, 0, 1, _X32), _fail(errno.ENOSYS)]
    for calls, why in ((REFUSED, errno.EPERM), (UNKNOWN, errno.ENOSYS)):
        for numbers in calls.values():
            if numbers[place] >= 0:
                steps += [Step(_EQUAL, 0, 1, numbers[place]), _fail(why)]
    steps += _judged(_CLONE[place], 0, _CLONE_THREAD, wanted=True)
    steps += _judged(_OPENAT[place], 2, _WRITING, wanted=False)
    if _OPEN[place] >= 0:
        steps += _judged(_OPEN[place], 1, _WRITING, wanted=False)
    return [*steps, Step(_RETURN, 0, 0, _ALLOW)]


def _fail(why: int) -> Step:
    return Step(_RETURN, 0, 0, _FAIL | why)


def _judged(call: int, argument: int, bits: int, *, wanted: bool) -> Iterator[Step]:
    """Yield what lets a call pass only with some of the bits in its argument, or with none."""
    yield Step(_EQUAL, 0, 4, call)
    yield Step(_LOAD, 0, 0, _FIRST_ARGUMENT + 8 * argument)
    yield Step(_ANY_BIT, *((1, 0) if wanted else (0, 1)), bits)
    yield _fail(errno.EPERM)
    yield Step(_RETURN, 0, 0, _ALLOW)


def put_on() -> bool:
    """Give up the system calls for this process; return whether the kernel holds it to that."""
    if not sys.platform.startswith("linux") or platform.machine() not in _MACHINES:
        return False
    steps = program(platform.machine())
    packed = b"".join(
        code.to_bytes(2, sys.byteorder) + bytes((true, false)) + operand.to_bytes(4, sys.byteorder)
        for code, true, false, operand in steps
    )
    libc = ctypes.CDLL(None, use_errno=True)
    wanted = _Program(len(steps), packed)
    given_up: int = libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    filtered: int = libc.prctl(_SECCOMP, _FILTER, ctypes.byref(wanted), 0, 0)
    return given_up == 0 and filtered == 0
