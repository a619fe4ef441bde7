"""What reading strangers' bytes may take, as one table."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may take; sizes are bytes. Memory is that of addresses (RLIMIT_AS), not of what
    lies in it. `tasks`: how many a process does before a new one takes its place."""

    memory: int = 1024 * MIB
    work_seconds: int = 10
    wall_seconds: float = 20.0
    input_bytes: int = 16 * MIB
    answer_bytes: int = 8 * MIB
    tasks: int = 100
    idle_seconds: int = 60


USUAL = Bounds()


def in_words(bounds: Bounds = USUAL) -> dict[str, str]:
    """Return the bounds for people: what is bounded -> by how much."""
    return {
        "bytes that are read": f"at most {bounds.input_bytes // MIB} MiB",
        "memory": f"at most {bounds.memory // MIB:,} MiB of addresses",
        "work": f"at most {bounds.work_seconds} seconds of a processor",
        "time": f"at most {bounds.wall_seconds:g} seconds",
        "answer": f"at most {bounds.answer_bytes // MIB} MiB",
        "texts that one process reads": f"at most {bounds.tasks}; one over which it failed is the"
        " last",
        "waiting for the next text": f"at most {bounds.idle_seconds} seconds",
    }
