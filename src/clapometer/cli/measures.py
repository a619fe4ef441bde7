"""`clapometer measures`: what can be counted, what it means, and since when."""

from __future__ import annotations

from pathlib import Path

import click

from .answers import print_json, print_table
from .flags import data_option, json_option
from .naming import written
from .opening import open_site


@click.group("measures", invoke_without_command=True)
@json_option
@data_option()
@click.pass_context
def command(ctx: click.Context, as_json: bool, data: Path) -> None:
    """List what can be counted and what it means, or record it.

    A measure is a platform's way of counting. What it means may change from a day on, or its
    platform may stop publishing it: that is a dated definition, and numbers before and after it are
    never joined.

    \b
    Examples:
      clapometer measures
      clapometer measures define made-up-views --title "views of the trailer" --unit views
        --nature level --means "views since it was put up"
      clapometer measures define made-up-views --since 2026-03 --means "no longer published"
        --stopped --source "A Made-up Gazette"
    """
    if ctx.invoked_subcommand is None:
        open_site(data)
        _list(as_json=as_json)


def _list(*, as_json: bool) -> None:
    from clapometer.signals.definitions import recorded_measures
    from clapometer.signals.measures import KNOWN

    there = recorded_measures()
    if as_json:
        recorded = [
            {
                "measure": one.name,
                "title": one.title,
                "unit": one.unit,
                "platform": one.platform,
                "nature": one.nature,
                "period": one.period or None,
                "definitions": [
                    {"means": each.means, "since": written(each.since), "stopped": each.stopped,
                     "source": each.source, "link": each.link, "fact": each.fact}
                    for each in one.definitions
                ],
            }
            for one in there.values()
        ]  # fmt: skip
        print_json({"recorded": recorded, "ready": sorted(set(KNOWN).difference(there))})
        return
    rows = [(name, one.title, one.platform, str(len(one.definitions)))
            for name, one in sorted(there.items())]  # fmt: skip
    rows += [(name, one.title, one.platform, "ready")
             for name, one in sorted(KNOWN.items()) if name not in there]  # fmt: skip
    print_table(("measure", "counts", "platform", "definitions"), rows)


@command.command("define")
@click.argument("name", metavar="NAME")
@click.option("--means", metavar="TEXT", required=True, help="What is counted from then on.")
@click.option("--title", metavar="TEXT", default="", help="What is counted, in a few words.")
@click.option("--unit", metavar="WORD", default="", help="What one is called, such as views.")
@click.option("--platform", metavar="NAME", default="", help="Who counts.")
@click.option("--nature", metavar="WORD", default="", help="level or flow.")
@click.option("--period", metavar="WORD", default="", help="Of a flow: day, week, month …")
@click.option("--since", metavar="DAY", default="", help="From when on; else from the start.")
@click.option("--stopped", is_flag=True, help="From then on it is not published any more.")
@click.option("--source", metavar="NAME", default="", help="Who says so.")
@click.option("--link", metavar="ADDRESS", default="", help="Where it stands.")
@data_option()
def define(name: str, data: Path, stopped: bool, **typed: str) -> None:
    """Record what a measure means, from the start or from a day on.

    What a later definition leaves out of title, unit, platform, nature and period stays as it was.
    """
    open_site(data)
    from clapometer.desk.measuring import define_measure

    entry = define_measure(name, {**typed, "stopped": "yes" if stopped else ""}, "cli")
    click.echo(f"Definition {entry.seq} of {name} was recorded.")
