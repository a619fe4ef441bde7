"""`clapometer rules`: the rules there are, each told in sentences; adopting one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import adopting
from .answers import print_json, print_table
from .flags import data_option, given_option, json_option
from .naming import rule_named
from .opening import load_site

if TYPE_CHECKING:
    from clapometer.scoring.rules import Rule


@click.group("rules", invoke_without_command=True)
@json_option
@data_option()
@click.pass_context
def command(context: click.Context, as_json: bool, data: Path) -> None:
    """List the rules, show one, or adopt one.

    Beside the presets, the rules of the site's own are listed, from the files rules/*.toml in its
    folder; without a site there are the presets alone.

    \b
    Examples:
      clapometer rules
      clapometer rules show metacritic-films
      clapometer rules adopted
    """
    if context.invoked_subcommand is not None:
        return
    rules, faults = _listed(data)
    for fault in faults:
        click.echo(fault, err=True)
    if as_json:
        print_json([_object(rule) for rule in rules])
    else:
        rows = [(rule.name, rule.dated, rule.panel, rule.title) for rule in rules]
        print_table(("rule", "dated", "made for", "title"), rows)


command.add_command(adopting.adopt)
command.add_command(adopting.adopted)
command.add_command(adopting.take_back)


@command.command("show")
@click.argument("name", metavar="NAME")
@given_option
@json_option
@data_option()
def show(name: str, given: dict[str, str], as_json: bool, data: Path) -> None:
    """Show a rule: what it decides, what its sources state, what had to be assumed.

    NAME is the name of a rule, or the path of a TOML file.
    """
    from clapometer.config.folder import is_site
    from clapometer.scoring.rules import PRESETS, RuleUnknown

    if is_site(data):
        load_site(data)
    elif name not in PRESETS and not name.endswith(".toml"):
        raise RuleUnknown(name)
    rule = rule_named(name, given)
    if as_json:
        print_json(_whole_object(rule))
        return
    click.echo(f"{rule.title} ({rule.name}, {rule.dated})\n\n{rule.notes}".rstrip())
    for heading, lines in _parts(rule):
        if lines:
            click.echo(f"\n{heading}")
        for line in lines:
            click.echo(f"  {line}")


def _listed(data: Path) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    from clapometer.config.folder import is_site
    from clapometer.scoring.rules import presets

    if not is_site(data):
        return presets(), ()
    load_site(data)
    from clapometer.reviews.rulebook import all_rules, faults

    return all_rules(), tuple(sentence for _, sentence in faults())


def _parts(rule: Rule) -> list[tuple[str, list[str]]]:
    from clapometer.scoring.describe import describe

    return [
        ("What it decides", [f"{label}: {sentence}" for label, sentence in describe(rule)]),
        ("Stated by the sources", list(rule.published)),
        ("Assumed", list(rule.assumed)),
        ("Sources", list(rule.sources)),
        ("Digest", [rule.digest]),
    ]


def _object(rule: Rule) -> dict[str, object]:
    return {
        "name": rule.name,
        "title": rule.title,
        "dated": rule.dated,
        "panel": rule.panel,
        "measure": rule.measure.kind,
        "minimum": rule.minimum,
        "parameters": [one.name for one in rule.parameters],
        "lacks": list(rule.lacks),
        "digest": rule.digest,
    }


def _whole_object(rule: Rule) -> dict[str, object]:
    import json

    from clapometer.scoring.describe import describe
    from clapometer.scoring.rules import canonical

    told = [{"part": label, "sentence": sentence} for label, sentence in describe(rule)]
    return {
        **_object(rule),
        "notes": rule.notes,
        "sources": list(rule.sources),
        "published": list(rule.published),
        "assumed": list(rule.assumed),
        "told": told,
        "canonical": json.loads(canonical(rule)),
    }
