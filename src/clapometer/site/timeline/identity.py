"""What a line of a timeline is about, so that a correction is known for what it corrects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .lines import Line


def identity_of(source: str, line: Line) -> str:
    """Return the same text for a line and for whatever corrects it, and for no other."""
    what = line.what
    if source == "facts":
        return f"fact:{what.version[0]}"
    if source == "moments":
        return f"moment:{what.id}"
    if source == "charts":
        return f"chart:{line.work}:{what.publication}:{what.category}:{what.sunday}"
    return f"{source}:{line.work}:{line.group}:{line.seq}:{line.happened}"


class Joined(NamedTuple):
    """A thing with all that became of it: the line that tells it, and when it last changed.

    That line is the one that stands; of what was taken back, the one that says so.
    """

    identity: str
    source: str
    line: Line
    changed: int


def joined(found: Iterable[tuple[str, Line]]) -> list[Joined]:
    """Return each thing once."""
    lines: dict[str, tuple[str, list[Line]]] = {}
    for source, line in found:
        lines.setdefault(identity_of(source, line), (source, []))[1].append(line)
    return [
        Joined(identity, source, _telling(every), max(one.recorded for one in every))
        for identity, (source, every) in lines.items()
    ]


def _telling(lines: Iterable[Line]) -> Line:
    return max(lines, key=lambda one: (one.group != "correction", one.recorded, one.seq))
