"""The reference of announcements: statuses, stages, the state machine, other vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from clapometer.cli.status import MEMBERS, STATEMENT_MEMBERS
from clapometer.scoring.tables import markdown
from clapometer.signals.announcing import ANNOUNCEMENT, SPEAKERS
from clapometer.signals.statuses.moves import BACK, KEEP, SEASON, SERIES, SPREAD, Moves
from clapometer.signals.statuses.stages import CERTAINTIES, STAGES, STANDINGS, STANDINGS_MEAN
from clapometer.signals.statuses.vocabularies import VOCABULARIES, Vocabulary
from clapometer.signals.statuses.vocabulary import NEEDS, STATUSES

_KEPT = {KEEP: "stays", BACK: "back to what it was"}


def texts() -> dict[str, Callable[[], str]]:
    """The tables of this page by name."""
    found: dict[str, Callable[[], str]] = {
        "statuses": _statuses,
        "stages": _stages,
        "certainties": _certainties,
        "standings": _standings,
        "moves-season": partial(_moves, SEASON, None),
        "moves-series": partial(_moves, SERIES, SEASON),
        "moves-spread": partial(_moves, SPREAD, None),
        "announcement-fields": _fields,
        "speakers": partial(_words, "speaker", SPEAKERS),
        "status-members": partial(_words, "member", MEMBERS),
        "statement-members": partial(_words, "member", STATEMENT_MEMBERS),
    }
    found |= {f"vocabulary-{name}": partial(_words_of, one) for name, one in VOCABULARIES.items()}
    return found


def _statuses() -> str:
    rows = (
        (f"`{name}`", one.word, one.means, NEEDS.get(one.needs, ""), "yes" if one.of_series else "")
        for name, one in STATUSES.items()
    )
    columns = ("status", "in words", "what it says", "has to name", "of the series too")
    return markdown(columns, rows)


def _stages() -> str:
    rows = ((f"`{name}`", one.word, one.means) for name, one in STAGES.items())
    return markdown(("stage", "in words", "what it says"), rows)


def _certainties() -> str:
    rows = (
        (f"`{name}`", one.means, {2: "yes", 1: "where nothing official does", 0: "no"}[one.decides])
        for name, one in CERTAINTIES.items()
    )
    return markdown(("certainty", "what it says", "makes a state"), rows)


def _standings() -> str:
    rows = ((name, STANDINGS_MEAN[name]) for name in STANDINGS)
    return markdown(("standing", "meaning"), ((f"`{name}`", means) for name, means in rows))


def _moves(table: Moves, but: Moves | None) -> str:
    """A row for each status: from which stages it leads where; only what differs from `but`."""
    rows = (
        (f"`{status}`", "; ".join(_legs(row)))
        for status, row in table.items()
        if but is None or but.get(status) != row
    )
    return markdown(("status", "from which stages to which"), rows)


def _legs(row: Mapping[str, str]) -> Iterable[str]:
    for to in dict.fromkeys(row.values()):
        stages = ", ".join(stage for stage, target in row.items() if target == to)
        yield f"{stages} → {_KEPT.get(to, f'**{to}**')}"


def _fields() -> str:
    rows = (
        (f"`{one.name}`", f"{one.means}{'; must be given' if one.required else ''}", one.example)
        for one in ANNOUNCEMENT.every_field
    )
    return markdown(("field", "what it says", "for example"), rows)


def _words(title: str, words: Mapping[str, str]) -> str:
    return markdown((title, "meaning"), ((f"`{word}`", means) for word, means in words.items()))


def _words_of(vocabulary: Vocabulary) -> str:
    rows = (
        (f"`{word}`", f"`{means.status}`, {means.certainty}", ", ".join(_from(vocabulary, word)))
        for word, means in vocabulary.words.items()
    )
    return markdown((vocabulary.title, "is said here", "is said there of"), rows)


def _from(vocabulary: Vocabulary, word: str) -> Iterable[str]:
    return (f"`{key}`" for key, back in vocabulary.back.items() if back == word)
