"""`clapometer import`: a file of reviews, looked at first and then taken in."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.config.folder import is_site
from clapometer.readers.charts import PUBLICATION
from clapometer.readers.counters import COUNTERS
from clapometer.readers.engagement import ENGAGEMENT
from clapometer.readers.facts import PROFILE as FACTS

from .answers import print_json
from .chartimport import is_chart_file, take_charts
from .counterimport import (
    is_counter_file,
    is_engagement_report,
    take_counters,
    take_engagement,
)
from .endings import refused
from .factimport import is_fact_file, take_facts
from .flags import data_option, json_option, yes_option
from .importwords import outcome_lines, outcome_object, preview_lines, preview_object
from .opening import open_site
from .progress import Progress
from .sourceimport import add_option, answers_option, source_profile, take_works_file
from .sourcetaking import as_option

if TYPE_CHECKING:
    from clapometer.desk.imports import Outcome
    from clapometer.desk.plans import Plan

_PROFILE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--profile", metavar="NAME", help="Read the file as this profile says.")
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="The column that holds a field; may be given several times, an empty COLUMN means none.",
)
@click.option("--save-profile", metavar="NAME", help="Keep the mapping under this name.")
@click.option(
    "--works",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A table of the works reviewed.",
)
@add_option
@as_option
@answers_option
@yes_option
@json_option
@data_option()
def command(
    file: Path,
    profile: str | None,
    pairs: tuple[str, ...],
    save_profile: str | None,
    works: Path | None,
    add: bool,
    answers: tuple[str, ...],
    answered: Path | None,
    yes: bool,
    as_json: bool,
    data: Path,
) -> None:  # fmt: skip
    """Take in a file of reviews, works, charts, numbers or facts.

    FILE is CSV, TSV, JSON Lines or Parquet, compressed by gzip or not. First comes a preview: which
    column was taken for what and why, what would be new, what would be refused. On a terminal the
    command then asks; elsewhere it goes on only with --yes. A folder without a site becomes one.
    Taking the same file in again adds nothing, and `clapometer undo` takes it back whole.

    \b
    Examples:
      clapometer import reviews.csv
      clapometer import reviews.csv --map verdict=isFresh --save-profile ours --yes
      clapometer import reviews.parquet --works films.csv --yes --json
      clapometer import all-weeks-global.tsv --profile netflix-top10
      clapometer import followers.csv --profile counters
      clapometer import credits.csv --profile facts
      clapometer import title.basics.tsv.gz --profile imdb
    """
    overrides = _parsed(pairs, save_profile)
    _open(file, data)
    if of_works := source_profile(file, profile, guess=not pairs):
        take_works_file(file, of_works, (answers, answered), add=add, yes=yes, as_json=as_json)
    elif other := _other_than_reviews(file, profile, guess=not pairs):
        if pairs or works or save_profile:
            raise refused("--map, --works and --save-profile are for tables of reviews.")
        other(file, yes=yes, as_json=as_json)
    else:
        _take_reviews(file, profile, overrides, (works, save_profile), yes=yes, as_json=as_json)


def _take_reviews(
    file: Path,
    profile: str | None,
    overrides: list[tuple[str, str]],
    beside: tuple[Path | None, str | None],
    *,
    yes: bool,
    as_json: bool,
) -> None:
    """Take in a table of reviews; `beside`: the table of works, and the name to save the mapping
    under."""
    works, save_profile = beside
    from clapometer.desk.plans import plan_import

    plan = plan_import(file, profile, overrides, works)
    _say_mapping(plan)
    if save_profile:
        _save(plan, save_profile)
    if not yes and not _agreed(plan, as_json=as_json):
        return
    outcome, seconds = _take_in(plan)
    if as_json:
        print_json(outcome_object(outcome, seconds))
    else:
        click.echo("\n".join(outcome_lines(outcome, seconds)))


def _other_than_reviews(
    file: Path, profile: str | None, *, guess: bool
) -> Callable[..., None] | None:
    """Return what takes the file in that is no table of reviews, by its profile or its header."""
    if profile == PUBLICATION and is_engagement_report(file):
        return take_engagement
    for name, is_one, take in (
        (ENGAGEMENT, is_engagement_report, take_engagement),
        (PUBLICATION, is_chart_file, take_charts),
        (COUNTERS, is_counter_file, take_counters),
        (FACTS, is_fact_file, take_facts),
    ):
        if profile == name or (profile is None and guess and is_one(file)):
            return take
    return None


def _parsed(pairs: tuple[str, ...], save_profile: str | None) -> list[tuple[str, str]]:
    """Return the overrides; refuses what is wrong before any folder is made."""
    from clapometer.readers.mapping import parse_pair

    if save_profile and not _PROFILE_NAME.fullmatch(save_profile):
        raise refused(f"“{save_profile}” is no name of a profile; use small letters, digits and -.")
    return [parse_pair(pair) for pair in pairs]


def _open(file: Path, data: Path) -> None:
    if not is_site(data):
        from clapometer.readers.tables import open_table

        # A file that is none must not leave a new site behind.
        open_table(file)
    open_site(data, make=True)


def _say_mapping(plan: Plan) -> None:
    how = f"profile {plan.profile_name}" if plan.profile_name else "as guessed"
    click.echo(f"{plan.path.name}, {plan.table.format}, columns {how}:", err=True)
    for line in plan.mapping.lines():
        click.echo(f"  {line}", err=True)
    if plan.works:
        click.echo(f"  works from {plan.works.name}", err=True)


def _save(plan: Plan, name: str) -> None:
    from clapometer.desk.plans import save_profile

    click.echo(f"The mapping was saved as profile {name} in {save_profile(plan, name)}.", err=True)


def _agreed(plan: Plan, *, as_json: bool) -> bool:
    """Show what the import would do; return whether a person at a terminal agrees to it."""
    from clapometer.desk.previews import preview

    with Progress("Looking") as progress:
        seen = preview(plan, progress.rows)
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    if as_json and not terminal:
        print_json(preview_object(seen))
    else:
        click.echo("\n".join(preview_lines(seen)), err=as_json)
    if terminal and click.confirm("Take this in?", err=True):
        return True
    click.echo("Nothing was taken in." + ("" if terminal else " Say --yes to do it."), err=True)
    return False


def _take_in(plan: Plan) -> tuple[Outcome, float]:
    from clapometer.desk.imports import run_import

    began = time.monotonic()
    try:
        with Progress("Taking in") as progress:
            outcome = run_import(plan, progress.rows)
    except KeyboardInterrupt:
        click.echo("Run the same command again: it goes on where it was interrupted.", err=True)
        raise
    return outcome, time.monotonic() - began
