"""Profiles: named mappings for known layouts of files, ready ones and those a person saves."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from clapometer.readers.fields import FIELDS, WORK_FIELDS, Field
from clapometer.readers.mapping import SETTINGS, Choice, Mapping, Settings
from clapometer.readers.problems import MappingRefused


@dataclass(frozen=True, slots=True)
class Profile:
    """A named layout: its columns, how they are read, and the table of works that goes with it."""

    name: str
    title: str
    mapping: Mapping
    works: Mapping | None = None
    works_files: tuple[str, ...] = field(default=())
    """Patterns of the names of the table of works that lies in the same folder."""

    def works_beside(self, path: Path) -> Path | None:
        """Return the table of works in the folder of a table of reviews, or None."""
        beside = (found for name in self.works_files for found in sorted(path.parent.glob(name)))
        return next((found for found in beside if found.is_file() and found != path), None)


@cache
def profiles() -> tuple[Profile, ...]:
    """Return the ready profiles, by name."""
    packaged = (file for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    ready = [profile_from_toml(file.read_text(encoding="utf-8")) for file in packaged]
    return tuple(sorted(ready, key=lambda profile: profile.name))


def profile(name: str) -> Profile:
    """Return the ready profile of that name; raises MappingRefused with the names there are."""
    for ready in profiles():
        if ready.name == name:
            return ready
    names = ", ".join(ready.name for ready in profiles())
    raise MappingRefused("unknown_profile", f"“{name[:60]}” is no profile; choose from: {names}.")


def match_profile(columns: Sequence[str], among: Iterable[Profile] | None = None) -> Profile | None:
    """Return the profile whose columns are all there, the one with most columns, or None."""
    there = set(columns)
    fitting = [
        known
        for known in (profiles() if among is None else among)
        if there.issuperset(choice.column for choice in known.mapping.choices)
    ]
    best = max(fitting, key=lambda known: len(known.mapping.choices), default=None)
    if best is None:
        return None
    return replace(best, mapping=replace(best.mapping, columns=tuple(columns)))


def profile_from_toml(text: str) -> Profile:
    """Return the profile a TOML text describes; raises MappingRefused when it describes none."""
    try:
        data = tomllib.loads(text)
        name = str(data["name"])
        settings = _settings(data.get("settings", {}), data.get("verdict_words", {}))
        mapping = _mapping(data["columns"], settings, FIELDS)
        works = data.get("works", {})
        columns = works.get("columns")
        return Profile(
            name,
            str(data.get("title", name)),
            mapping,
            _mapping(columns, settings, WORK_FIELDS) if columns else None,
            tuple(map(str, works.get("files", ()))),
        )
    except tomllib.TOMLDecodeError as error:
        raise MappingRefused("broken_profile", f"The profile is no valid TOML: {error}.") from None
    except (KeyError, TypeError, AttributeError) as error:
        sentence = f"The profile lacks or misuses {error}; it needs a name and [columns]."
        raise MappingRefused("broken_profile", sentence) from None


def _mapping(columns: dict[str, str], settings: Settings, fields: tuple[Field, ...]) -> Mapping:
    if not all(isinstance(column, str) for column in columns.values()):
        raise TypeError("a column, whose name is text in quotation marks")
    mapping = Mapping(tuple(dict.fromkeys(columns.values())), (), settings, fields)
    mapping = mapping.override(*columns.items())
    choices = (Choice(c.field, c.column, "stated", "the profile says so") for c in mapping.choices)
    return replace(mapping, choices=tuple(choices))


def _settings(data: dict[str, Any], words: dict[str, bool]) -> Settings:
    placeholders = data.pop("placeholders", None)
    stated = Mapping((), ()).override(*((name, str(value)) for name, value in data.items()))
    settings = replace(
        stated.settings,
        verdict_words=tuple((str(word).casefold(), bool(value)) for word, value in words.items()),
    )
    if placeholders is None:
        return settings
    if not all(type(day) is date for day in placeholders):
        raise TypeError("placeholders, which are days like 1800-01-01 without quotation marks")
    return replace(settings, placeholders=tuple(placeholders))


def profile_to_toml(profile: Profile) -> str:
    """Return the TOML text that `profile_from_toml` reads back into the same profile."""
    settings = profile.mapping.settings
    lines = [f"name = {_quoted(profile.name)}", f"title = {_quoted(profile.title)}"]
    lines += _table("columns", _columns(profile.mapping))
    stated = {setting.name: getattr(settings, setting.name) for setting in SETTINGS}
    lines += _table("settings", {name: _quoted(value) for name, value in stated.items() if value})
    lines.append(f"placeholders = [{', '.join(map(str, settings.placeholders))}]")
    words = {_quoted(word): str(value).lower() for word, value in settings.verdict_words}
    lines += _table("verdict_words", words)
    if profile.works:
        lines += ["", "[works]", f"files = [{', '.join(map(_quoted, profile.works_files))}]"]
        lines += _table("works.columns", _columns(profile.works))
    return "\n".join(lines) + "\n"


def _columns(mapping: Mapping) -> dict[str, str]:
    return {choice.field: _quoted(choice.column) for choice in mapping.choices}


def _table(name: str, pairs: dict[str, str]) -> list[str]:
    return ["", f"[{name}]", *(f"{key} = {value}" for key, value in pairs.items())]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
