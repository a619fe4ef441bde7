"""`clapometer history`: every step of a work's score, and the entry that made it."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clapometer.instants import format_instant, parse_instant

from .answers import print_json, print_table
from .endings import refused
from .flags import data_option, given_option, json_option, known_option, rule_option, work_argument
from .naming import day_of, instant_named, rounded, rule_asked, work_named, work_object, written
from .opening import open_site
from .tableflags import (
    engine_option,
    map_option,
    master_asked,
    master_option,
    memory_option,
    output_option,
)

if TYPE_CHECKING:
    from clapometer.reviews.record import Move, Said
    from clapometer.scoring.history import Step
    from clapometer.scoring.rules import Rule

# One column of --csv, and one member of each step in --json.
COLUMNS = {
    "at": "when it took place (RFC 3339, UTC); for an unknown time, when this site learned of it",
    "dated": "day, instant or unknown: how exactly that time is known",
    "seq": "the entry's position in the ledger",
    "recorded_at": "when this site recorded it",
    "kind": "posted, revised, withdrawn, excluded or restored; adopted, where the rule changed;"
    " expired, where the review left the rule's window",
    "review": "the review the entry is about; null, and all that is said of one, in adopted",
    "critic": "the critic's name",
    "outlet": "the outlet's name",
    "grade": "the grade as printed",
    "scale": "the scale the grade is read on, if it is read",
    "scale_entry": "the entry that confirmed that scale, where a person had to",
    "positive": "the entry's own verdict",
    "count": "reviews with a verdict after the step",
    "positive_total": "positive ones among them",
    "share": "positive_total / count, 0 to 1",
    "mean": "mean grade, 0 to 1",
    "printed": "the printed score in the rule's unit; 0 to 100 of a share",
    "band": "the band",
    "reason": "the public reason of a withdrawal, exclusion or restoration",
    "rule": "the rule that was in force; by which the step is scored",
}


@click.command("history")
@work_argument
@known_option
@rule_option
@given_option
@click.option("--csv", "as_csv", is_flag=True, help="Answer as a table in CSV.")
@json_option
@output_option("Take WORK for a file with a table of reviews, and write its history here.")
@map_option
@memory_option
@engine_option
@master_option
@data_option()
def command(
    work: str, known: str | None, rule: str | None, given: dict[str, str], as_csv: bool,
    as_json: bool, output: Path | None, maps: tuple[str, ...], memory: str | None, engine: str,
    master: str | None, data: Path,
) -> None:  # fmt: skip
    """Print every step of a work's score.

    One row for each entry about a review, in the order of publication, with the score after it.
    With -o, WORK is a file (Parquet, CSV or JSON Lines) with a table of millions of reviews; its
    rows are written with the score of their work after each. That needs no site.

    \b
    Examples:
      clapometer history w17
      clapometer history The Salt Road --csv > salt-road.csv
      clapometer history w17 --rule rotten-tomatoes-2020 --json
      clapometer history reviews.parquet -o history.parquet --memory 4GB
      clapometer history reviews.parquet -o history.parquet --engine spark --master spark://host:7077
    """
    on_spark = master_asked(engine, master, output)
    if output is not None:
        _of_file(work, output, known, rule, given, maps, memory, on_spark)
        return
    if as_csv and as_json:
        raise refused("Choose one of --csv and --json.")
    open_site(data)
    from clapometer.reviews.record import moves, said_by_steps
    from clapometer.reviews.scoreboard import in_force
    from clapometer.reviews.scores import steps_of
    from clapometer.scoring.timetable import timetable_of

    found, then = work_named(work, as_json=as_json), instant_named(known)
    rules = rule_asked(rule, given) or in_force(then)
    steps = steps_of(found, rules, then)
    said = said_by_steps(steps, then)
    rows = [step_object(move, said.get(move.step.event.seq)) for move in moves(steps, rules)]
    if as_json:
        named, name = work_object(found), timetable_of(rules).at().name
        head = {"work": named.pop("id"), **named, "rule": name, "known": written(then)}
        print_json({**head, "steps": rows})
    elif as_csv:
        _print_csv(rows)
    else:
        _print_for_people(str(found), rows, [move.rule for move in moves(steps, rules)])


def _of_file(
    table: str, output: Path, known: str | None, rule: str | None, given: dict[str, str],
    maps: tuple[str, ...], memory: str | None, master: str | None,
) -> None:  # fmt: skip
    from .tablescores import history_of_file, table_rule

    by = table_rule(rule, given)
    if master is None:
        history_of_file(Path(table), output, known, by, maps, memory)
        return
    from . import cluster

    cluster.history_of_file(table, output, known, by, maps, memory, master)


def step_object(move: Move, said: Said | None) -> dict[str, object]:
    """Return a step with the members that COLUMNS explains, in that order.

    `said` is None where no review but another rule made the step.
    """
    step, score = move.step, move.after
    return {
        "at": format_instant(step.at),
        "dated": _dated(step, said),
        "seq": step.event.seq,
        "recorded_at": format_instant(step.event.recorded_at),
        "kind": step.event.kind,
        "review": said.review if said else None,
        "critic": said.critic.name if said and said.critic else None,
        "outlet": said.outlet.name if said and said.outlet else None,
        "grade": (said.grade or None) if said else None,
        "scale": (said.scale or None) if said else None,
        "scale_entry": said.confirmed.id if said and said.confirmed else None,
        "positive": said.positive if said else None,
        "count": step.tally.count,
        "positive_total": step.tally.positive,
        "share": rounded(score.value),
        "mean": rounded(score.mean),
        "printed": None if score.printed is None else move.rule.printing.number(score.printed),
        "band": score.band,
        "reason": (said.reason or None) if said else None,
        "rule": move.rule.name,
    }


def _dated(step: Step, said: Said | None) -> str:
    if step.undated:
        return "unknown"
    return said.dated if said else "instant"


def _print_csv(rows: Sequence[dict[str, object]]) -> None:
    # The same bytes on every system: RFC 4180 asks for CR LF.
    writer = csv.writer(text := io.StringIO(newline=""), lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    sys.stdout.buffer.write(text.getvalue().encode())


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _print_for_people(title: str, rows: Sequence[dict[str, object]], rules: list[Rule]) -> None:
    click.echo(title)
    if not rows:
        click.echo("No review yet.")
        return
    header = ("published", "what", "critic", "outlet", "grade", "verdict", "of", "score")
    print_table(header, [_line(row, rule) for row, rule in zip(rows, rules, strict=True)])


def _line(row: dict[str, object], rule: Rule) -> tuple[str, ...]:
    verdict = {True: "for", False: "against", None: ""}[row["positive"]]  # type: ignore[index]
    at = "unknown" if row["dated"] == "unknown" else str(row["at"])
    adopted = row["kind"] == "adopted"
    return (
        day_of(parse_instant(at, UTC)) if row["dated"] == "day" else at,
        f"rule {rule.name}" if adopted else str(row["kind"]),
        "" if adopted else str(row["critic"] or "unnamed"),
        "" if adopted else str(row["outlet"] or "none"),
        str(row["grade"] or ""),
        verdict,
        f"{row['positive_total']}/{row['count']}",
        "" if row["printed"] is None else f"{row['printed']} {rule.printing.unit}",
    )
