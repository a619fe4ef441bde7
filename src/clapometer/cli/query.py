"""`clapometer query`: saved questions over the whole site, each with its rules for ties."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, json_option, known_option
from .naming import instant_named
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.queries.answering import Answered


@click.command("query")
@click.argument("name", metavar="NAME", required=False)
@click.option(
    "--set", "pairs", metavar="NAME=VALUE", multiple=True, help="A value for a parameter.",
)  # fmt: skip
@click.option("--at", metavar="INSTANT", help="As of this instant of published time.")
@known_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Answer as a table in CSV.")
@data_option()
def command(
    name: str | None, pairs: tuple[str, ...], at: str | None, known: str | None, as_json: bool,
    as_csv: bool, data: Path,
) -> None:  # fmt: skip
    """Answer a saved query over the whole site.

    Without a name the queries are listed. Equal values share a rank; who is printed first among
    them, and which dates count, is said with each answer.

    \b
    Examples:
      clapometer query
      clapometer query biggest-drop --set reviews=20 --set limit=5
      clapometer query renewed-within --set days=14 --at 2026-10-05 --json
      clapometer query longest-in-top10 --csv > weeks.csv
    """
    if as_json and as_csv:
        raise refused("Choose one of --json and --csv.")
    given = _given(pairs)
    open_site(data)
    from clapometer.queries.answering import answer, as_object
    from clapometer.queries.parameters import QueryRefused

    if name is None:
        _list(as_json=as_json)
        return
    try:
        answered = answer(name, given, instant_named(at), instant_named(known))
    except QueryRefused as refusal:
        raise refused(str(refusal)) from None
    if as_json:
        print_json(as_object(answered))
    elif as_csv:
        _csv(answered)
    else:
        _say(answered)


def _given(pairs: tuple[str, ...]) -> dict[str, str]:
    for pair in pairs:
        if "=" not in pair:
            raise refused(f"Write --set like reviews=20, not “{pair}”.")
    split = (pair.partition("=") for pair in pairs)
    return {name.strip(): value.strip() for name, _, value in split}


def _list(*, as_json: bool) -> None:
    from clapometer.queries.table import QUERIES

    if as_json:
        print_json(
            [
                {"query": name, "question": one.question,
                 "parameters": {each.name: each.default for each in one.parameters}}
                for name, one in QUERIES.items()
            ]
        )  # fmt: skip
        return
    rows = [
        (name, one.question, ", ".join(f"{each.name}={each.default}" for each in one.parameters))
        for name, one in QUERIES.items()
    ]
    print_table(("query", "question", "parameters"), rows)


def _csv(answered: Answered) -> None:
    from clapometer.citing.files import table_csv

    text = table_csv(list(answered.columns), [list(row.values()) for row in answered.rows])
    sys.stdout.buffer.write(text.encode())


def _say(answered: Answered) -> None:
    query = answered.query
    click.echo(query.question)
    if not answered.rows:
        click.echo("No work answers to it.")
    else:
        cells = [[str(cell) for cell in row.values()] for row in answered.rows]
        print_table(list(answered.columns), cells)
    if answered.total > len(answered.rows):
        click.echo(f"{len(answered.rows)} of {answered.total} rows.")
    click.echo(f"{query.dates} {query.ties}")
