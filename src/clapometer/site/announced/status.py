"""Where a work and its seasons stand, in the words of the page: its head, its season table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, ngettext

from clapometer.catalogue.models import Work
from clapometer.signals.announcements import WorkStates, marks_of
from clapometer.signals.statuses.stages import CERTAINTIES, UNKNOWN
from clapometer.signals.statuses.state import State
from clapometer.signals.statuses.vocabulary import STATUSES
from clapometer.site import words
from clapometer.site.about.marks import fact_url
from clapometer.site.factwords import spoken_day
from clapometer.site.workpage import WorkRecord

# What a season has behind it is told in the table of seasons, and not under the title.
_BEHIND = frozenset({UNKNOWN, "due", "released", "ended"})
# What a series as a whole is said to be under its title even where its seasons are told.
_OF_WHOLE = frozenset({"on-hiatus", "ending", "ended", "cancelled"})

_DATED = {
    "dated": gettext_lazy("dated for %(when)s"),
    "delayed": gettext_lazy("delayed to %(when)s"),
    "on-hiatus": gettext_lazy("on hiatus, to return %(when)s"),
}


class StatusWords(NamedTuple):
    """A state in words: “renewed”, “final season”, “dated for 3 August 2023”.

    `subject` names the seasons, empty for the work of the page. `certainty` is empty where nothing
    decides; `since` is the day from which it stands so, `by` who said so, `url` the page of the
    fact, empty where the catalogue itself says it. `stage` is a key of STAGES.
    """

    stage: str
    text: str
    subject: str = ""
    certainty: str = ""
    since: str = ""
    by: str = ""
    url: str = ""

    @property
    def says_more(self) -> bool:
        """Return whether it says more than that it is out, or that nothing is known."""
        return self.stage not in (UNKNOWN, "due", "released")

    @property
    def sentence(self) -> str:
        """Return the subject and the state: Seasons 2 and 3 renewed."""
        if not self.subject:
            return capfirst(self.text)
        return gettext("%(seasons)s %(state)s") % {"seasons": self.subject, "state": self.text}


class StatusMark(NamedTuple):
    """A dated mark for a chart: the instant, the words, the season, the page of the fact or ""."""

    at: int
    text: str
    season: int | None
    url: str
    is_release: bool = False


def read_status(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the lines under the title; None where nothing was announced that is still ahead."""
    lines = list(_lines(record.announced.found, record.asked.known))
    return {"lines": lines} if lines else None


def season_words(record: WorkRecord) -> dict[int, StatusWords]:
    """Return the state of each season of the series, by its number, for the table of seasons."""
    states = record.announced.found.states.seasons
    return {number: words_of(state, record.asked.known) for number, state in states.items()}


def status_marks(record: WorkRecord) -> list[StatusMark]:
    """Return the steps of the work's whole series as marks for a chart, in order of time.

    That a series goes on, or does not, is part of how a season was received.
    """
    return [
        StatusMark(
            mark.at,
            gettext(mark.word),
            mark.season,
            fact_url(mark.fact, record.asked.known) if mark.fact else "",
            mark.status == "released",
        )
        for mark in marks_of(record.announced.found, of_series=True)
    ]


def announced_marks(record: WorkRecord) -> list[tuple[int, str, str]]:
    """Return what was announced, but for releases: the instant, a sentence, the page about it.

    Several seasons in one statement are told in one.
    """
    told: dict[tuple[int, str, str], list[int | None]] = {}
    for mark in status_marks(record):
        if not mark.is_release and mark.url:
            told.setdefault((mark.at, mark.text, mark.url), []).append(mark.season)
    found = []
    for (at, text, url), seasons in told.items():
        found.append((at, StatusWords("", text, _subject(record.work, seasons)).sentence, url))
    return found


def _subject(work: Work, seasons: Sequence[int | None]) -> str:
    """Return whom a mark is about, "" for the work of the page; the series before its seasons."""
    if None in seasons:
        return work.parent.label if work.kind == "season" and work.parent else ""
    is_own = work.kind == "season" and list(seasons) == [work.number]
    return "" if is_own else seasons_said(seasons)


def words_of(state: State, known: int | None, subject: str = "") -> StatusWords:
    """Return a state in words."""
    position, said = state.position, state.position.decided_by
    certainty = gettext(CERTAINTIES[state.certainty].word) if state.certainty else ""
    return StatusWords(
        stage=state.stage,
        text=_text(state),
        subject=subject,
        certainty=certainty,
        since="" if position.since is None else words.day_of(position.since),
        by=(said.by or said.source) if said else "",
        url=fact_url(said.fact, known) if said and said.fact else "",
    )


def _text(state: State) -> str:
    position = state.position
    word = gettext(state.word)
    if position.date and state.stage in ("dated", "delayed", "on-hiatus"):
        word = str(_DATED[state.stage]) % {"when": spoken_day(position.date)}
    if state.stage == "ordered" and position.carrier:
        word = gettext("%(state)s, on %(carrier)s") % {"state": word, "carrier": position.carrier}
    if position.final and state.season is not None and position.status != "final-season":
        return gettext("%(state)s, as the final season") % {"state": word}
    return word


def _lines(found: WorkStates, known: int | None) -> Iterator[StatusWords]:
    """Yield what is said under the title: the latest first."""
    own = found.own
    yield from _reported(own, known)
    if found.work.kind != "series":
        if own.stage not in _BEHIND:
            yield words_of(own, known)
        return
    ahead = [state for state in found.states.seasons.values() if state.stage not in _BEHIND]
    said_alone = own.position.decided_by is not None and not own.position.decided_by.seasons
    if own.stage in _OF_WHOLE or (own.stage not in _BEHIND and said_alone):
        yield words_of(own, known)
    groups = sorted(_grouped(ahead), key=lambda group: -(group[0].position.since or 0))
    for group in groups:
        yield words_of(group[0], known, seasons_said(state.season for state in group))


def _reported(own: State, known: int | None) -> Iterator[StatusWords]:
    """Yield the last report of the work that nothing official has answered.

    That a season is out is official, and says nothing of whether there will be another; so the
    report of a cancellation must not be left to the list further down.
    """
    reports = [
        one.statement
        for one in own.beside
        if one.standing == "open" and one.statement.certainty == "reported"
    ]
    for said in reports[-1:]:
        yield StatusWords(
            stage=said.target,
            text=gettext(STATUSES[said.status].word),
            certainty=gettext(CERTAINTIES[said.certainty].word),
            since=words.day_of(said.at),
            by=said.by or said.source,
            url=fact_url(said.fact, known) if said.fact else "",
        )


def _grouped(states: Iterable[State]) -> list[list[State]]:
    """Return seasons that the same statement brought to the same state, together."""
    groups: dict[tuple[object, ...], list[State]] = {}
    for state in states:
        position = state.position
        key = (state.stage, state.certainty, position.decided_by, position.date, position.final)
        groups.setdefault(key, []).append(state)
    return list(groups.values())


def seasons_said(numbers: Iterable[int | None]) -> str:
    """Return seasons in words: Season 2, Seasons 2 and 3, Seasons 2, 3 and 5."""
    found = [str(number) for number in numbers if number is not None]
    if len(found) > 1:
        joined = gettext("%(some)s and %(last)s") % {
            "some": ", ".join(found[:-1]), "last": found[-1],
        }  # fmt: skip
    else:
        joined = "".join(found)
    return ngettext("Season %(n)s", "Seasons %(n)s", len(found)) % {"n": joined}
