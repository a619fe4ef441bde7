"""`clapometer status`: where a work and its seasons stand, by what was announced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .answers import print_json, print_table
from .flags import data_option, json_option, known_option, work_argument
from .naming import day_of, instant_named, work_named, work_object, written
from .opening import open_site

if TYPE_CHECKING:
    from clapometer.signals.announcements import WorkStates
    from clapometer.signals.statuses.beside import Beside
    from clapometer.signals.statuses.state import State
    from clapometer.signals.statuses.statement import Statement

# The members of each state in --json.
MEMBERS = {
    "season": "the number of the season; null for the work as a whole",
    "stage": "where it stands, a word of the table of stages",
    "status": "the status that led there; empty while nothing is announced",
    "word": "what pages say of it",
    "certainty": "`official` or `reported`; empty while nothing decides",
    "since": "the instant from which it stands so",
    "by_time": "whether the announced date passed, and nobody said anything",
    "date": "the date of release as announced; empty where there is none",
    "carrier": "the carrier as announced; empty where none was",
    "final": "whether it was said to be the last",
    "by": "who said what decided",
    "rests_on": "the statements that led there, in order; the last one is not always what decided",
    "beside": "the other statements, each with `standing` and `answered_by`, the number of a fact",
}
# The members of each statement in --json.
STATEMENT_MEMBERS = {
    "fact": "its number on this site; null where the catalogue itself says so",
    "status": "what was said, a word of the table of statuses",
    "certainty": "a word of the table of certainties",
    "seasons": "the seasons it is about; empty for the whole",
    "by": "who said it",
    "source": "where it is from",
    "said_at": "when it was said",
    "effective_at": "from when it holds, where that was said; else null",
    "date": "the date of release that was announced",
    "carrier": "the carrier that was announced",
}


@click.command("status")
@work_argument
@click.option("--at", metavar="INSTANT", help="Where it stood then; else where it stands now.")
@known_option
@json_option
@data_option()
def command(work: str, at: str | None, known: str | None, as_json: bool, data: Path) -> None:
    """Say where a work and its seasons stand, as announced.

    Each season's state, how certain it is, since when and by whom; and what else is said of it:
    rumours, reports, denials, and whether anything official has answered them.

    \b
    Examples:
      clapometer status w17
      clapometer status The Salt Road --at 2026-05-20
      clapometer status w17 --at 2026-05-20 --known 2026-06-01 --json
    """
    open_site(data)
    from clapometer.signals.announcements import states_of

    found = work_named(work, as_json=as_json)
    until, knew = instant_named(at), instant_named(known)
    states = states_of(found, until, knew)
    if as_json:
        print_json(_object(states) | {"at": written(until), "known": written(knew)})
    else:
        _say(states)


def _object(found: WorkStates) -> dict[str, object]:
    return {
        "work": work_object(found.work),
        "of": work_object(found.whole),
        "whole": _state(found.states.whole),
        "seasons": [_state(one) for one in found.states.seasons.values()],
    }


def _state(state: State) -> dict[str, object]:
    position = state.position
    return {
        "season": state.season,
        "stage": state.stage,
        "status": position.status,
        "word": state.word,
        "certainty": state.certainty,
        "since": written(position.since),
        "by_time": position.by_time,
        "date": position.date,
        "carrier": position.carrier,
        "final": position.final,
        "by": position.decided_by.by if position.decided_by else "",
        "rests_on": [_statement(one) for one in position.rests_on],
        "beside": [_beside(one) for one in state.beside],
    }


def _beside(one: Beside) -> dict[str, object]:
    answered = {"standing": one.standing, "answered_by": one.by.fact or None if one.by else None}
    return _statement(one.statement) | answered


def _statement(said: Statement) -> dict[str, object]:
    return {
        "fact": said.fact or None,
        "status": said.status,
        "certainty": said.certainty,
        "seasons": list(said.seasons),
        "by": said.by,
        "source": said.source,
        "said_at": written(said.said_at),
        "effective_at": written(said.effective_at),
        "date": said.date,
        "carrier": said.carrier,
    }


def _say(found: WorkStates) -> None:
    states = found.states
    print_table(
        ("of", "state", "certainty", "since", "date", "by"), [_row(one) for one in states.every]
    )
    for state in states.every:
        for one in state.beside:
            said = one.statement
            by = f", by {said.by}" if said.by else ""
            day = day_of(said.said_at)
            click.echo(
                f"Beside, of {_subject(state)}: {said.status}, {said.certainty}, {day}{by}"
                f" ({one.standing})."
            )


def _row(state: State) -> tuple[str, ...]:
    position = state.position
    by = position.decided_by.by if position.decided_by else ""
    final = " (final)" if position.final and state.season is not None else ""
    return (
        _subject(state),
        f"{state.word}{final}",
        state.certainty,
        day_of(position.since),
        position.date,
        by,
    )


def _subject(state: State) -> str:
    return "the whole" if state.season is None else f"season {state.season}"
