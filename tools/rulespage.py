"""The page that explains every rule: its formula, an example worked by the engine, its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clapometer.scoring.examples import worked
from clapometer.scoring.formulas import badge_numbers, formula
from clapometer.scoring.rules import Rule, given, presets
from clapometer.scoring.tables import markdown

SUPPOSED = "7.0"


def rules_text() -> str:
    """A section for each preset."""
    return "\n\n".join(part for rule in presets() for part in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield f"{rule.title}; dated {rule.dated}. {' '.join(rule.notes.split())}"
    yield _aligned(formula(rule))
    values = supposed(rule)
    said = ", ".join(f"`{name}` = {value}" for name, value in values.items())
    yield f"A made-up work{f', with {said} given' if said else ''}:"
    yield _aligned(worked(given(rule.name, values) if values else rule).steps)
    if rule.badge:
        yield f"The badge {rule.badge.label}, at the fewest reviews that can win it:"
        header = ("work", "reviews needed", "won from", "kept from")
        yield markdown(header, badge_numbers(rule))
    yield _sources(rule)


def supposed(rule: Rule) -> dict[str, str]:
    """Values for the parameters that the publisher does not say, to have an example at all."""
    missing = [one for one in rule.parameters if one.name in rule.lacks]
    return {one.name: [*dict(one.choices), SUPPOSED][0] for one in missing}


def _aligned(lines: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in lines)
    text = "\n".join(f"{name:{width}}  {said}" for name, said in lines)
    return f"```text\n{text}\n```"


def _sources(rule: Rule) -> str:
    listed = "\n".join(f"- {source}" for source in rule.sources)
    where = f"../reference/rules.md#{rule.name}"
    told = f"{len(rule.published)} published and {len(rule.assumed)} assumed parts"
    return f"Sources, with [{told}]({where}):\n\n{listed}"
