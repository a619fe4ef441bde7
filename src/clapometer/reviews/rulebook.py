"""The rules of this site: the presets, and its own from the folder rules/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings

from clapometer.scoring.rules import (
    PRESETS,
    Rule,
    RuleRefused,
    RuleUnknown,
    given,
    own_data,
    own_rule,
    preset,
    preset_data,
    presets,
    rule_from,
)

FOLDER = "rules"
LARGEST = 1_000_000


def find_rule(name: str, values: Mapping[str, str] | None = None) -> Rule:
    """Return the rule of this name, a preset or one of the site's own, with values given to it.

    A rule of the site's own that was adopted outlives its file. Raises RuleUnknown with the names
    there are, and RuleRefused where its file is wrong.
    """
    try:
        return written_rule(name, values)
    except RuleUnknown:
        # The tables are loaded here alone: presets can be shown where there is no site.
        from .adoptions import adopted_data

        data = adopted_data(name)
        if data is None:
            raise
        return rule_from(data, values)


def written_rule(name: str, values: Mapping[str, str] | None = None) -> Rule:
    """Return find_rule() of what is written in files alone."""
    if name in PRESETS:
        return given(name, values) if values else preset(name)
    found = _own()
    if name not in found:
        raise RuleUnknown(name, (*PRESETS, *found))
    return _site_rule(found[name], values)


def find_data(name: str, values: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what the rule of this name, or in the TOML file of this path, is made of.

    Raises RuleUnknown and RuleRefused.
    """
    if name in PRESETS:
        return preset_data(name, values)
    found = _own()
    path = Path(name) if name.endswith(".toml") else found.get(name)
    if path is None:
        raise RuleUnknown(name, (*PRESETS, *found))
    if path in found.values():
        _site_rule(path, values)
    else:
        read_rule(path, values)
    return own_data(path.read_text(encoding="utf-8"), values)


def all_rules() -> tuple[Rule, ...]:
    """Return the presets and the site's own rules; those whose file is wrong are left out."""
    own = []
    for path in _own().values():
        try:
            own.append(_site_rule(path))
        except RuleRefused:
            continue
    return (*presets(), *own)


def faults() -> tuple[tuple[Path, str], ...]:
    """Return what is wrong with the files of the site's own rules, one sentence each."""
    found: list[tuple[Path, str]] = []
    for path in _own().values():
        try:
            _site_rule(path)
        except RuleRefused as refused:
            found += [(path, fault) for fault in refused.faults]
    return tuple(found)


def _site_rule(path: Path, values: Mapping[str, str] | None = None) -> Rule:
    """Return a rule of the folder, which is found by its file's name."""
    rule = read_rule(path, values)
    if rule.name != path.stem:
        raise RuleRefused([f"{path.name}: name must be “{path.stem}”, as the file is called."])
    return rule


def read_rule(path: Path, values: Mapping[str, str] | None = None) -> Rule:
    """Return the rule that a file describes. Raises RuleRefused, which names the file."""
    try:
        seen = path.stat()
        stamp = (seen.st_mtime_ns, seen.st_size)
        return _read(path, stamp, tuple(sorted((values or {}).items())))
    except OSError as problem:
        raise RuleRefused([f"{path} cannot be read: {problem.strerror}."]) from None


@lru_cache(maxsize=256)
def _read(path: Path, stamp: tuple[int, int], values: tuple[tuple[str, str], ...]) -> Rule:
    if stamp[1] > LARGEST:
        raise RuleRefused([f"{path} is too large for a rule."])
    try:
        return own_rule(path.read_text(encoding="utf-8"), dict(values))
    except UnicodeDecodeError:
        raise RuleRefused([f"{path} is no text in UTF-8."]) from None
    except RuleRefused as refused:
        raise RuleRefused(f"{path.name}: {fault}" for fault in refused.faults) from None


def _own() -> dict[str, Path]:
    """Return the site's own rules: the name of each file, which is that of its rule, and it."""
    return {path.stem: path for path in sorted((settings.DATA / FOLDER).glob("*.toml"))}
