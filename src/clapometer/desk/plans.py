"""The plan of an import: which file, read how, with which table of works beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.instants import now
from clapometer.readers.guess import guess
from clapometer.readers.mapping import Mapping
from clapometer.readers.profiles import (
    Profile,
    match_profile,
    profile,
    profile_from_toml,
    profile_to_toml,
    profiles,
)
from clapometer.readers.records import Refusal, WorkRecord
from clapometer.readers.tables import Table, open_table
from clapometer.readers.works import read_works

from .ahead import read_file
from .preparing import Chunk, Reading

# Clocks differ between sites and time zones; beyond this a date is a mistake.
AHEAD = 2 * 86_400_000_000


@dataclass(slots=True)
class Plan:
    """How a file will be read. Reading opens the file anew, so a plan can be read many times."""

    path: Path
    mapping: Mapping
    profile: Profile | None
    works: Path | None
    columns: tuple[str, ...]
    table: Table

    @property
    def profile_name(self) -> str:
        """Return the name of the profile, "" for a guessed mapping."""
        return self.profile.name if self.profile else ""

    def read(self) -> Iterator[Chunk]:
        """Yield every row from the first. Raises FileRefused where the file stops being a table."""
        zone = settings.SITE["time_zone"]
        return read_file(Reading(self.path, self.mapping, zone, now() + AHEAD))

    def read_works(self) -> Iterator[WorkRecord | Refusal]:
        """Yield every row of the table of works; nothing without one."""
        if self.works is None:
            return iter(())
        return read_works(self.works, self.profile, tz=ZoneInfo(settings.SITE["time_zone"]))


def plan_import(
    path: str | Path,
    profile_name: str | None = None,
    overrides: Sequence[tuple[str, str]] = (),
    works: str | Path | None = None,
) -> Plan:
    """Return how the file would be read: by the profile named, by one that fits, or as guessed.

    Raises FileRefused when the file is no table or lacks a column that is needed, MappingRefused
    when a profile or an override names something that does not exist.
    """
    path = Path(path)
    table = open_table(path)
    chosen = _named(profile_name) if profile_name else match_profile(table.columns, _all())
    fitting = _fitted(chosen.mapping, table) if chosen else guess(table.columns, table.sample)
    mapping = fitting.override(*overrides)
    mapping.check(table.columns, table.name)
    beside = Path(works) if works else (chosen.works_beside(path) if chosen else None)
    if beside:
        open_table(beside)
    return Plan(path, mapping, chosen, beside, table.columns, table)


def save_profile(plan: Plan, name: str) -> Path:
    """Save the plan's mapping under a name for later imports; return the file."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    works, files = (plan.profile.works, plan.profile.works_files) if plan.profile else (None, ())
    saved = Profile(name, f"Saved from {plan.path.name}", plan.mapping, works, files)
    path.write_text(profile_to_toml(saved), encoding="utf-8")
    return path


def _folder() -> Path:
    return Path(settings.DATA) / "profiles"


def _all() -> list[Profile]:
    """Return the site's own profiles in front of the ready ones."""
    own = [
        profile_from_toml(file.read_text(encoding="utf-8"))
        for file in sorted(_folder().glob("*.toml"))
    ]
    return [*own, *profiles()]


def _named(name: str) -> Profile:
    own = next((known for known in _all() if known.name == name), None)
    return own or profile(name)


def _fitted(mapping: Mapping, table: Table) -> Mapping:
    """Return the profile's mapping for this file's columns; check() names a column it lacks."""
    return Mapping(table.columns, mapping.choices, mapping.settings, mapping.fields)
