"""Rules by name: the presets of rules/*.toml, and rules of one's own that start from them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from clapometer.scoring.keys import RuleRefused
from clapometer.scoring.rule import PANELS, Band, Parameter, Rule, Score, canonical, score
from clapometer.scoring.rulefile import filled_data, rule_from

PRESETS = (
    "clapometer",
    "rotten-tomatoes-2020",
    "rotten-tomatoes-2000s",
    "rotten-tomatoes-2010s",
    "rotten-tomatoes-2024",
    "rotten-tomatoes-average",
    "rotten-tomatoes-audience",
    "metacritic-films",
    "metacritic-games",
    "opencritic",
    "opencritic-2017",
    "allocine",
    "sfi",
    "imdb-top-250",
    "mal",
    "filmweb",
    "steam",
    "steam-recent",
    "criticker",
    "cinemascore",
)

__all__ = [
    "PANELS", "PRESETS", "Band", "Parameter", "Rule", "RuleRefused", "RuleUnknown", "Score",
    "applies", "canonical", "given", "own_data", "own_rule", "preset", "preset_data", "presets",
    "rule_from", "score",
]  # fmt: skip


class RuleUnknown(KeyError):
    """No rule has this name; `candidates` are the names there are."""

    def __init__(self, name: str, candidates: tuple[str, ...] = PRESETS) -> None:
        super().__init__(name)
        self.name, self.candidates = name, candidates

    def __str__(self) -> str:
        return f"No rule is called “{self.name}”; there are {', '.join(self.candidates)}."


@cache
def _data(name: str) -> dict[str, Any]:
    if name not in PRESETS:
        raise RuleUnknown(name)
    source = files("clapometer.scoring").joinpath("rules", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def preset(name: str) -> Rule:
    """Return the packaged rule of this name. Raises RuleUnknown, which lists the names."""
    return rule_from(_data(name))


def presets() -> tuple[Rule, ...]:
    """Return all packaged rules, our default first."""
    return tuple(preset(name) for name in PRESETS)


def given(name: str, values: Mapping[str, str]) -> Rule:
    """Return a preset with values for its parameters. Raises RuleUnknown, RuleRefused."""
    return rule_from(_data(name), values)


def preset_data(name: str, values: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the data of a preset, whole, with the values given. Raises as given() does."""
    return filled_data(_data(name), values)


def own_rule(written: str, values: Mapping[str, str] | None = None) -> Rule:
    """Return the rule that a TOML text describes; `based_on` takes over a preset's keys.

    Raises RuleRefused with a sentence for each key that is wrong.
    """
    return rule_from(own_data(written, values))


def own_data(written: str, values: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return the data that a TOML text describes, whole, with the values given.

    What it is based on is in it. Raises RuleRefused.
    """
    try:
        data = tomllib.loads(written)
    except tomllib.TOMLDecodeError as problem:
        raise RuleRefused([f"The rule is no readable TOML: {problem}."]) from None
    base = data.pop("based_on", None)
    if base is not None and base not in PRESETS:
        raise RuleRefused([f"based_on must be one of {', '.join(PRESETS)}, not “{base}”."])
    if data.get("name") in PRESETS:
        raise RuleRefused([f"name must not be that of a preset, as “{data['name']}” is."])
    if base is not None and "name" not in data:
        raise RuleRefused(["name is missing: a rule of one's own needs its own."])
    return filled_data({**(_data(base) if base else {}), **data}, values)


def applies(rule: Rule) -> bool:
    """Return whether critics' reviews can be read by the rule as it stands."""
    return rule.panel == "critics" and not rule.lacks
