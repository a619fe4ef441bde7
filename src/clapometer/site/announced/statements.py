"""The section of what was announced: every statement, what it is worth, and who made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext

from clapometer.facts.reading import Fact
from clapometer.signals.announcements import WorkStates
from clapometer.signals.announcing import ANNOUNCEMENT
from clapometer.signals.statuses.stages import CERTAINTIES, STANDINGS
from clapometer.signals.statuses.state import State
from clapometer.signals.statuses.vocabulary import STATUSES
from clapometer.site.about.marks import Mark, mark_of
from clapometer.site.factwords import spoken_day, spoken_when
from clapometer.site.workpage import WorkRecord

from .status import seasons_said


class StatementWords(NamedTuple):
    """One announcement in words: when, what, how sure, by whom; its words, if they were quoted.

    `standing` says how it stands now: empty for one that the state rests on.
    """

    when: str
    text: str
    certainty: str
    sure: str
    by: str
    quote: str
    standing: str
    mark: Mark


def read_statements(record: WorkRecord) -> Mapping[str, object] | None:
    """Return everything that was announced of the work, the latest first; None if nothing was."""
    found = record.announced.found
    standings = _standings(found)
    facts = [
        fact
        for fact in found.facts.values()
        if fact.kind == ANNOUNCEMENT.name and fact.id in standings
    ]
    rows = [_words(fact, standings[fact.id], record.asked.known) for fact in reversed(facts)]
    return {"rows": rows, "count": len(rows)} if rows else None


def _standings(found: WorkStates) -> dict[int, list[str]]:
    """Return for each statement that concerns the work how it stands, of each season once."""
    standings: dict[int, list[str]] = {}
    for state in _asked(found):
        for said in state.position.rests_on:
            standings.setdefault(said.fact, []).append("")
        for one in state.beside:
            standings.setdefault(one.statement.fact, []).append(one.standing)
    return {fact: list(dict.fromkeys(each)) for fact, each in standings.items()}


def _asked(found: WorkStates) -> Iterable[State]:
    """Return the states that the page tells of: of a season only its own."""
    return (found.own,) if found.work.id != found.whole.id else found.states.every


def _words(fact: Fact, standings: list[str], known: int | None) -> StatementWords:
    said = fact.said
    # That nothing has answered a denial goes without saying.
    if said["certainty"] == "denied":
        standings = [one for one in standings if one != "open"]
    rests = "" in standings
    return StatementWords(
        when=spoken_when(fact) or gettext("date unknown"),
        text=capfirst(_text(said)),
        certainty=str(said["certainty"]),
        sure=gettext(CERTAINTIES[said["certainty"]].word),
        by=str(said.get("by", "")),
        quote=str(said.get("words", "")),
        standing="" if rests else ", ".join(gettext(STANDINGS[one]) for one in standings),
        mark=mark_of(fact, known),
    )


def _text(said: Mapping[str, object]) -> str:
    seasons = said.get("seasons")
    named = seasons_said(seasons) if isinstance(seasons, list) and seasons else ""
    parts = [named, gettext(STATUSES[str(said["status"])].word)]
    if said.get("date"):
        parts.append(gettext("for %(when)s") % {"when": spoken_day(str(said["date"]))})
    if said.get("carrier"):
        parts.append(gettext("on %(carrier)s") % {"carrier": said["carrier"]})
    if said.get("effective"):
        parts.append(gettext("from %(when)s on") % {"when": spoken_day(str(said["effective"]))})
    return " ".join(part for part in parts if part)
