"""Rules by name, by file or as they are, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from clapometer.scoring.describe import describe
from clapometer.scoring.rules import PRESETS, Rule, preset, presets
from clapometer.scoring.rules import given as preset_given
from clapometer.scoring.rules import own_rule as rule_from_text

from .html import table
from .problems import Refused, refusing

RuleLike: TypeAlias = Rule | str | Path
DEFAULT = "clapometer"
LARGEST = 1_000_000
"""Characters of a rule's file, at most."""


def rule(name: RuleLike = DEFAULT, *, given: Mapping[str, object] | None = None) -> Rule:
    """Return a rule: a preset by its name, one's own by the path of its TOML file.

    `name`: a name of rules(), a path that ends in .toml, or a Rule, which comes back as it is.
    `given`: values of the rule's parameters, by name; a rule that lacks one prints nothing. Raises
    Refused, which lists the names or says what is wrong in the file.

    >>> import clapometer as clap
    >>> clap.rule("rotten-tomatoes-2020").minimum
    5
    >>> clap.rule("mal").lacks
    ('mean',)
    >>> clap.rule("mal", given={"mean": "7.0"}).lacks
    ()
    """
    values = {key: str(value) for key, value in (given or {}).items()}
    if isinstance(name, Rule):
        if values:
            raise Refused("Values are given to a rule by its name or path, not to a Rule.")
        return name
    with refusing():
        if isinstance(name, Path) or (name not in PRESETS and name.endswith(".toml")):
            return rule_from_text(_written(Path(name)), values)
        return preset_given(name, values) if values else preset(name)


def _written(path: Path) -> str:
    try:
        written = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise Refused(f"{path} cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError:
        raise Refused(f"{path} is no text in UTF-8.") from None
    if len(written) > LARGEST:
        raise Refused(f"{path} is too large for a rule.")
    return written


class Rules(tuple[Rule, ...]):
    """Rules in a tuple that shows itself as a table."""

    __slots__ = ()

    def __repr__(self) -> str:
        width = max((len(one.name) for one in self), default=0)
        return "\n".join(f"{one.name:{width}}  {one.title}" for one in self)

    def _repr_html_(self) -> str:
        rows = [(one.name, one.title, one.dated, dict(describe(one))["Score"]) for one in self]
        return table(("rule", "title", "dated", "what it measures"), rows)


def rules() -> Rules:
    """Return the packaged rules, our own first. Each is described in the reference of rules.

    >>> import clapometer as clap
    >>> [rule.name for rule in clap.rules()][:2]
    ['clapometer', 'rotten-tomatoes-2020']
    >>> sum(rule.measure.of == "grades" for rule in clap.rules()) > 5
    True
    """
    return Rules(presets())
