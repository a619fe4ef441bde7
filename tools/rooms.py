"""The import contract of the house: each room imports only what the plan in pyproject.toml allows.

import-linter's own contract types want every module to exist; this one reads the whole plan as a
table, tolerates rooms that are not built yet, and refuses rooms that the plan does not know.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "clapometer"
# Everybody may import these: pure values with no room of their own.
COMMON = ("instants",)


def read_plan(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The table `room: allowed, allowed` as a mapping from each room to what it may import.

    A room with a long list has several rows, which add up.
    """
    plan: dict[str, tuple[str, ...]] = {}
    for line in lines:
        room, _, allowed = line.partition(":")
        names = tuple(name.strip() for name in allowed.split(",") if name.strip())
        plan[room.strip()] = plan.get(room.strip(), ()) + names
    return plan


def room_of(module: str, rooms: Iterable[str] = ()) -> str:
    """The room that a module of ours lies in; the empty string for the package's own root.

    A part of a room that has a row of its own in the plan (`desk.pages`) is a room by itself.
    """
    name = module.removeprefix(ROOT).lstrip(".")
    parts = [room for room in rooms if "." in room and is_allowed(name, [room])]
    return max(parts, key=len, default=name.partition(".")[0])


def is_ours(module: str) -> bool:
    """Whether the module belongs to this project."""
    return module == ROOT or module.startswith(ROOT + ".")


def is_allowed(imported: str, allowed: Iterable[str]) -> bool:
    """Whether one of the allowed names (`ledger`, `desk.services`) covers the imported module."""
    name = imported.removeprefix(ROOT + ".")
    return any(name == one or name.startswith(one + ".") for one in allowed)


class RoomsContract(Contract):
    """Direct imports between rooms, and of third parties, against the plan."""

    rooms = fields.ListField(subfield=fields.StringField())
    outside = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 -- the caller names it
        """Every import that the plan does not allow, as `importer -> imported` with its line."""
        # import-linter turns each field into the value it holds before it calls this.
        rooms = read_plan(cast("list[str]", self.rooms))
        outside = read_plan(cast("list[str]", self.outside))
        broken = sorted(broken_imports(graph, rooms, outside))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line for each import that breaks the plan."""
        for importer, imported, why in check.metadata["broken"]:
            output.print_error(f"{importer} -> {imported}: {why}", bold=False)


def broken_imports(
    graph: ImportGraph, rooms: dict[str, tuple[str, ...]], outside: dict[str, tuple[str, ...]]
) -> Iterator[tuple[str, str, str]]:
    """(importer, imported, reason) for every direct import against the plan."""
    for importer in graph.modules:
        room = room_of(importer, rooms)
        if not is_ours(importer) or not room:
            continue
        if room not in rooms:
            yield importer, "", f"the plan in pyproject.toml knows no room called {room!r}"
            continue
        for imported in graph.find_modules_directly_imported_by(importer):
            why = reason(room, imported, rooms, outside)
            if why:
                yield importer, imported, why


def reason(
    room: str,
    imported: str,
    rooms: dict[str, tuple[str, ...]],
    outside: dict[str, tuple[str, ...]],
) -> str:
    """Why this room may not import that module; the empty string when it may."""
    if imported == ROOT:
        return ""
    if is_ours(imported):
        if room_of(imported, rooms) in (room, *COMMON) or is_allowed(imported, rooms[room]):
            return ""
        return f"{room} may import {', '.join(rooms[room]) or 'no other room'}"
    top = imported.partition(".")[0]
    if room not in outside or top in sys.stdlib_module_names or top in outside[room]:
        return ""
    return f"{room} may use the standard library and {', '.join(outside[room]) or 'nothing else'}"
