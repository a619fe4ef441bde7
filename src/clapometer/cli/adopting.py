"""`clapometer rules adopt`, `adopted` and `take-back`: the site's rules with their dates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .asking import agreed
from .endings import refused
from .flags import data_option, given_option, json_option, yes_option
from .naming import instant_named, written
from .opening import open_site
from .progress import Progress

if TYPE_CHECKING:
    from clapometer.desk.adopting import Changed, Plan
    from clapometer.reviews.models import Adoption
    from clapometer.scoring.timetable import Timetable

BEGINNING = "beginning"
# What is counted in a preview; one member of "changes" in --json each.
CHANGES = {
    "works": "works with reviews",
    "scores": "of them would print another score now",
    "bands": "would lie in another band",
    "badges": "would win or lose a badge",
    "past": "would have printed another score at some instant",
}


@click.command("adopt")
@click.argument("name", metavar="NAME")
@click.option(
    "--from",
    "since",
    metavar="INSTANT",
    help="From when on the rule is in force, in the time of publication: an instant of the past,"
    f" or the word {BEGINNING}; else from now on.",
)
@given_option
@click.option("--reason", default="", metavar="TEXT", help="Why, in public.")
@yes_option
@json_option
@data_option()
def adopt(
    name: str,
    since: str | None,
    given: dict[str, str],
    reason: str,
    yes: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Adopt a rule from a date on.

    NAME is the name of a rule, or the path of a TOML file. The whole rule goes into the ledger, so
    that a file that changes later changes no score. What would change is shown first; on a terminal
    the command asks, elsewhere it goes on only with --yes.

    \b
    Examples:
      clapometer rules adopt rotten-tomatoes-2024 --from 2024-08-21
      clapometer rules adopt our-games --reason "Seven reviews are too few" --yes
    """
    open_site(data)
    from clapometer.desk import adopting

    plan = adopting.plan_adoption(name, _since(since), given)
    changed = _counted(plan.before, plan.after)
    _say(_plan_lines(plan, changed))
    entry = adopting.adopt(plan, reason) if agreed(yes, "Adopt it?") else None
    if as_json:
        print_json(_answer(plan.rule.name, written(plan.since), entry, changed))
    elif entry is not None:
        click.echo(f"{plan.rule.name} is adopted by entry {entry}.")


@click.command("take-back")
@click.argument("entry", metavar="ENTRY", type=click.IntRange(1))
@click.option("--reason", default="", metavar="TEXT", help="Why, in public.")
@yes_option
@json_option
@data_option()
def take_back(entry: int, reason: str, yes: bool, as_json: bool, data: Path) -> None:
    """Take the adoption of a rule back.

    ENTRY is the position that `clapometer rules adopted` lists. Nothing is erased: a counter-entry
    says so, and the rule that was in force before is again.

    \b
    Example:
      clapometer rules take-back 4711 --reason "Adopted by mistake"
    """
    open_site(data)
    from clapometer.desk import adopting
    from clapometer.reviews.scoreboard import in_force

    after = adopting.without(entry)
    changed = _counted(in_force(), after)
    _say([f"The rule in force now would be {after.at().name}.", *_change_lines(changed)])
    by = adopting.take_back(entry, reason) if agreed(yes, "Take it back?") else None
    if as_json:
        print_json({"entry": entry, "taken_back_by": by, "changes": _changes(changed)})
    elif by is not None:
        click.echo(f"The adoption in entry {entry} is taken back by entry {by}.")


@click.command("adopted")
@json_option
@data_option()
def adopted(as_json: bool, data: Path) -> None:
    """List the rules that the site has adopted, with their dates.

    \b
    Example:
      clapometer rules adopted --json
    """
    open_site(data)
    from clapometer.reviews.models import Adoption
    from clapometer.reviews.scoreboard import in_force

    rows, table = list(Adoption.objects.order_by("seq")), in_force()
    if as_json:
        setting = None if any(one.undone_by is None for one in rows) else table.at().name
        listed = [_object(one, table) for one in rows]
        print_json({"now": table.at().name, "by_setting": setting is not None, "adopted": listed})
        return
    if rows:
        header = ("entry", "rule", "from", "until", "recorded", "state", "reason")
        print_table(header, [_row(one, table) for one in rows])
    click.echo(_setting_line(data, rows, table), err=True)


def _since(text: str | None) -> int | None:
    if text == BEGINNING:
        return None
    if text is None:
        from clapometer.instants import now

        return now()
    found = instant_named(text)
    # A date alone names the end of that day where a score is asked for; a rule begins with its day.
    return start_of(text) if len(text) == len("2026-11-22") else found


def start_of(day: str) -> int:
    """Return the start of a day in the site's time zone."""
    from datetime import date
    from zoneinfo import ZoneInfo

    from django.conf import settings

    from clapometer.instants import start_of_day

    return start_of_day(date.fromisoformat(day), ZoneInfo(settings.TIME_ZONE))


def _counted(before: Timetable, after: Timetable) -> Changed:
    from clapometer.desk.adopting import count_changes

    with Progress("Comparing") as progress:
        return count_changes(before, after, progress.works)


def _say(lines: list[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _plan_lines(plan: Plan, changed: Changed) -> list[str]:
    rule = plan.rule
    since = "from the beginning" if plan.since is None else f"from {written(plan.since)}"
    lines = [f"{rule.title} ({rule.name}), in force {since}."]
    if plan.first is not None:
        lines.append(
            f"Before, the rule of the setting “rule” holds, {plan.first.name}; it is recorded as"
            " the first one adopted, and the setting decides nothing any more."
        )
    if plan.after.at().digest != rule.digest:
        lines.append(f"The rule in force now stays {plan.after.at().name}.")
    return [*lines, *_change_lines(changed)]


def _change_lines(changed: Changed) -> list[str]:
    counted = _changes(changed)
    return [f"{counted[name]:,} {means}" for name, means in CHANGES.items()]


def _changes(changed: Changed) -> dict[str, int]:
    return {name: getattr(changed, name) for name in CHANGES}


def _answer(name: str, since: str | None, entry: int | None, changed: Changed) -> dict[str, object]:
    return {"rule": name, "from": since, "entry": entry, "changes": _changes(changed)}


def _object(one: Adoption, table: Timetable) -> dict[str, object]:
    since, until, state = _span(one, table)
    return {
        "entry": one.seq,
        "rule": one.name,
        "digest": one.digest,
        "from": since,
        "until": until,
        "recorded_at": written(one.recorded_at),
        "state": state,
        "taken_back_by": one.undone_by,
        "reason": one.reason or None,
    }


def _row(one: Adoption, table: Timetable) -> tuple[str, ...]:
    since, until, state = _span(one, table)
    recorded = written(one.recorded_at) or ""
    ends = (since or BEGINNING, until or "")
    return (str(one.seq), one.name, *ends, recorded[:19] + "Z", state, one.reason)


def _span(one: Adoption, table: Timetable) -> tuple[str | None, str | None, str]:
    """Return from when until when the rule is in force by this entry, and the entry's state."""
    if one.undone_by is not None:
        return written(one.since), None, "taken back"
    for position, adoption in enumerate(table.adoptions):
        if adoption.seq == one.seq:
            until = table.until(position)
            return written(one.since), written(until), "in force" if until is None else "past"
    return written(one.since), None, "replaced"


def _setting_line(data: Path, rows: list[Adoption], table: Timetable) -> str:
    from clapometer.config.options import FILE_NAME, read_options

    setting = read_options(data)["rule"]
    where = f"the setting “rule” ({setting}; {data / FILE_NAME})"
    if any(one.undone_by is None for one in rows):
        return f"The rule in force now is {table.at().name}; {where} decides nothing any more."
    return f"No rule is adopted: {where} holds, without a date."


def check_rule(name: str) -> None:
    """Refuse what is no rule that a site could adopt, before anything is made."""
    from clapometer.scoring.rules import own_rule, preset

    rule = own_rule(_text_of(Path(name))) if name.endswith(".toml") else preset(name)
    if rule.lacks:
        raise refused(f"The rule {name} lacks {', '.join(rule.lacks)}; adopt it with --given.")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise refused(f"{path} cannot be read: {problem}.") from None
