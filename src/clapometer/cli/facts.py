"""`clapometer facts`: the kinds of facts, tables to fill in, and the facts of a work."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, json_option, known_option, work_argument
from .naming import instant_named, work_named, work_object, written
from .opening import load_site, open_site

if TYPE_CHECKING:
    from clapometer.facts.fields import Field
    from clapometer.facts.kinds import FactKind
    from clapometer.facts.reading import Fact


@click.group("facts", invoke_without_command=True)
@json_option
@data_option()
@click.pass_context
def command(context: click.Context, as_json: bool, data: Path) -> None:
    """List the kinds of facts, show one, or list the facts of a work.

    A fact is one dated, sourced statement about a work, or about what stands alone, such as a
    person. `clapometer import FILE --profile facts` takes in a table of them.

    \b
    Examples:
      clapometer facts
      clapometer facts kind credit
      clapometer facts template credit > credits.csv
      clapometer facts of Salt Road --csv
    """
    if context.invoked_subcommand is not None:
        return
    kinds = _kinds(data)
    if as_json:
        print_json([_kind_object(kind) for kind in kinds])
        return
    rows = [(kind.name, ", ".join(kind.about) or "–", kind.means) for kind in kinds]
    print_table(("kind", "about", "what it says"), rows)


@command.command("kind")
@click.argument("kind", metavar="KIND")
@json_option
@data_option()
def kind_command(kind: str, as_json: bool, data: Path) -> None:
    """Show the fields of a kind of fact, each with an example."""
    found = _kind(kind, data)
    if as_json:
        print_json(_kind_object(found))
        return
    click.echo(f"{found.title}: {found.means}.")
    click.echo(f"About: {', '.join(found.about) or 'nothing else, it stands alone'}")
    click.echo(f"Its time: {found.moment}\n")
    rows = [
        (field.name, "yes" if field.required else "", field.example.replace("\n", " / "),
         field.means)
        for field in found.every_field
    ]  # fmt: skip
    print_table(("field", "needed", "for example", "what it says"), rows)


@command.command("template")
@click.argument("kind", metavar="KIND")
@click.option("--example", is_flag=True, help="Add a made-up row, to be overwritten.")
@data_option()
def template(kind: str, example: bool, data: Path) -> None:
    """Print the header of a table of such facts, to be filled in and imported."""
    found = _kind(kind, data)
    from clapometer.desk.facttables import columns_of, example_of

    columns = columns_of(found)
    row = example_of(found)
    _print_csv([columns, *([[row.get(column, "") for column in columns]] if example else [])])


@command.command("of")
@work_argument
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only facts of this kind.")
@click.option("--at", metavar="INSTANT", help="Only what had happened then.")
@known_option
@click.option("--csv", "as_csv", is_flag=True, help="Answer as a table that can be imported.")
@json_option
@data_option()
def of_work(
    work: str, kinds: tuple[str, ...], at: str | None, known: str | None, as_csv: bool,
    as_json: bool, data: Path,
) -> None:  # fmt: skip
    """List the facts of a work, in order of time.

    WORK is an id, an identifier or a title, with its year or without. The number of each fact is
    that of its page, /fact/NUMBER.
    """
    if as_csv and as_json:
        raise refused("Choose one of --csv and --json.")
    open_site(data)
    found = work_named(work, as_json=as_json)
    from clapometer.desk.facttables import table_of
    from clapometer.facts.reading import facts_about

    for one in kinds:
        _registered(one)
    facts = facts_about([found.id], *kinds, at=instant_named(at), known=instant_named(known))
    if as_csv:
        columns, rows = table_of(facts)
        _print_csv([columns, *rows])
    elif as_json:
        print_json({"work": work_object(found), "facts": [_fact_object(fact) for fact in facts]})
    else:
        _print_facts(facts, str(found))


@command.command("show")
@click.argument("number", metavar="NUMBER", type=click.IntRange(1, 10**15 - 1))
@known_option
@json_option
@data_option()
def show(number: int, known: str | None, as_json: bool, data: Path) -> None:
    """Show every version of a fact, as the site knew it now or then."""
    open_site(data)
    from clapometer.facts.reading import versions_of

    versions = versions_of(number, instant_named(known))
    if not versions:
        raise refused(f"There is no fact {number}; `clapometer facts of WORK` lists a work's.")
    if as_json:
        print_json([_fact_object(fact) for fact in versions])
        return
    for fact in versions:
        _print_version(fact)


def _kinds(data: Path) -> Sequence[FactKind]:
    """Return the kinds; they are the same with a site and without."""
    from clapometer.config.folder import is_site

    if is_site(data):
        load_site(data)
    else:
        _load_without_site()
    from clapometer.facts.kinds import all_kinds

    return all_kinds()


def _load_without_site() -> None:
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clapometer.config.settings")
    import django

    django.setup()


def _kind(name: str, data: Path) -> FactKind:
    _kinds(data)
    return _registered(name)


def _registered(name: str) -> FactKind:
    from clapometer.facts.kinds import all_kinds, kind_named

    found = kind_named(name)
    if found is None:
        known = ", ".join(kind.name for kind in all_kinds())
        raise refused(f"“{name[:60]}” is no kind of fact; there are: {known}.")
    return found


def _kind_object(kind: FactKind) -> dict[str, object]:
    return {
        "kind": kind.name,
        "title": kind.title,
        "means": kind.means,
        "about": list(kind.about),
        "when": kind.moment,
        "fields": [_field_object(field) for field in kind.every_field],
    }


def _field_object(field: Field) -> dict[str, object]:
    table = getattr(field, "table", None)
    words = {} if table is None else {"words": {word: str(told) for word, told in table.items()}}
    return {
        "name": field.name,
        "label": field.label,
        "means": field.means,
        "shape": field.shape,
        "required": field.required,
        "example": field.example,
        **words,
    }


def _fact_object(fact: Fact) -> dict[str, object]:
    from clapometer.desk.facttables import line_of, names_in

    return {
        "fact": fact.id,
        "entry": fact.seq,
        "kind": fact.kind,
        "line": line_of(fact, names_in([fact])),
        "said": {name: value for name, value in fact.said.items() if name != "dated"},
        "happened_at": written(fact.happened_at),
        "dated": fact.dated,
        "recorded_at": written(fact.recorded_at),
        "actor": fact.actor,
        "until": fact.until,
    }


def _print_facts(facts: Sequence[Fact], work: str) -> None:
    from clapometer.desk.facttables import line_of, names_in

    if not facts:
        click.echo(f"There is no fact of {work}.", err=True)
        return
    names = names_in(facts)
    rows = [
        (str(fact.id), _day(fact), fact.kind, line_of(fact, names),
         str(fact.said.get("source", "")))
        for fact in facts
    ]  # fmt: skip
    print_table(("fact", "when", "kind", "what it says", "source"), rows)


def _day(fact: Fact) -> str:
    from clapometer.desk.facttables import day_of

    return day_of(fact)


def _print_version(fact: Fact) -> None:
    from clapometer.desk.facttables import line_of, names_in

    ended = "" if fact.until is None else f", until entry {fact.until}"
    click.echo(f"{line_of(fact, names_in([fact]))}")
    click.echo(f"  entry {fact.seq} by {fact.actor}, recorded {written(fact.recorded_at)}{ended}")
    click.echo(f"  when: {_day(fact) or 'not known'}")
    for name, value in fact.said.items():
        if name != "dated":
            click.echo(f"  {name}: {value}")


def _print_csv(rows: Sequence[Sequence[str]]) -> None:
    writer = csv.writer(text := io.StringIO(newline=""), lineterminator="\r\n")
    writer.writerows(rows)
    sys.stdout.buffer.write(text.getvalue().encode())
    sys.stdout.buffer.flush()
