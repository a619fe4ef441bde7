"""The fields of a kind of fact as fields of a form, each by its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from clapometer.desk.references import naming_field, newest
from clapometer.facts.drafts import Told
from clapometer.facts.fields import Choice, Field, Flag, Ref
from clapometer.facts.kinds import WHEN, FactKind, kind_named
from clapometer.facts.places import territories
from clapometer.facts.reading import facts_numbered
from clapometer.facts.typed import Problem, show_typed
from clapometer.instants import now, to_datetime

from .inputs import Input

# Names offered while typing; beyond so many a page would be long to load.
_OFFERED = 400
_KINDS = {"prose": "area", "choice": "choice", "flag": "choice", "link": "url"}
_MODES = {"number": "numeric", "amount": "decimal"}
# Words for days that mean one day only, by how far from today it is.
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}


def zone() -> ZoneInfo:
    """Return the site's time zone, in which days are typed."""
    return ZoneInfo(settings.SITE["time_zone"])


def typed_in(kind: FactKind, sent: Mapping[str, str]) -> dict[str, str]:
    """Return what was sent for each field and for the time, with “today” as the day it is."""
    names = (*(field.name for field in kind.every_field), WHEN)
    typed = {name: sent.get(name, "") for name in names}
    days = [WHEN, *(field.name for field in kind.every_field if field.shape == "day")]
    return typed | {name: _absolute(typed[name]) for name in days}


def _absolute(text: str) -> str:
    away = RELATIVE.get(text.strip().casefold())
    return text if away is None else (_today() + timedelta(days=away)).isoformat()


def _today() -> date:
    return to_datetime(now()).astimezone(zone()).date()


def typed_of(kind: FactKind, told: Told) -> dict[str, str]:
    """Return a fact as it would be typed, with the names of the people and things it refers to."""
    typed = show_typed(kind, told, zone())
    for field in kind.fields:
        if isinstance(field, Ref) and field.to != "work" and field.name in told.said:
            typed[field.name] = _with_name(field, told.said[field.name])
    return typed


def _with_name(field: Ref, number: int) -> str:
    fact, kind = facts_numbered([number]).get(number), kind_named(field.to)
    name = fact.said.get(naming_field(kind), "") if fact and kind else ""
    return f"{name} ({field.show(number)})".lstrip()


def inputs_of(
    kind: FactKind, typed: Mapping[str, str], problems: Sequence[Problem] = ()
) -> list[Input]:
    """Return the fields of the form with what was typed, each with what is wrong with it.

    The cursor stands in the first field that is wrong, else in the first of all.
    """
    wrong: dict[str, str] = {}
    for problem in problems:
        wrong.setdefault(problem.field, problem.sentence)
    names = [field.name for field in kind.every_field]
    first = next((name for name in (*names, WHEN) if name in wrong), names[0])
    found = [
        _input(field, typed.get(field.name, ""), wrong.get(field.name, ""), field.name == first)
        for field in kind.every_field
    ]
    # The time stands in front of the source: who says so, where, comes last.
    return [
        *found[: len(kind.fields)],
        _when(kind, typed, wrong, first),
        *found[len(kind.fields) :],
    ]


def _when(kind: FactKind, typed: Mapping[str, str], wrong: Mapping[str, str], first: str) -> Input:
    label = _(kind.moment)
    return Input(
        WHEN,
        label[:1].upper() + label[1:],
        value=typed.get(WHEN, ""),
        hint=_("A day, a month, a year or an instant: 2023-08-04, August 2023, 2023, today,"
               " 2023-08-04 14:30. Empty where it is not known."),
        wrong=wrong.get(WHEN, ""),
        first=first == WHEN,
    )  # fmt: skip


def _input(field: Field, value: str, wrong: str, first: bool) -> Input:
    return Input(
        field.name,
        _(field.label),
        value=value,
        kind=_KINDS.get(field.shape, "text"),
        hint=_hint(field),
        wrong=wrong,
        required=field.required,
        first=first,
        choices=_choices(field, value),
        suggestions=_suggestions(field),
        mode=_MODES.get(field.shape, ""),
    )


def _hint(field: Field) -> str:
    means = _(field.means)
    told = f"{means[:1].upper()}{means[1:]}"
    if isinstance(field, Ref):
        names = (
            _("a title with the year, or a number like %(number)s")
            if field.to == "work"
            else _("a name, which is found here or added; or a number like %(number)s")
        )
        return f"{told}: {names % {'number': field.letter + '17'}}."
    if field.shape in {"choice", "flag", "prose"}:
        return f"{told}."
    return _("%(means)s; for example “%(example)s”.") % {"means": told, "example": field.example}


def _choices(field: Field, value: str) -> list[tuple[str, str]]:
    """Return what can be chosen; nothing is chosen beforehand, so that nothing is by oversight."""
    nothing = [] if field.required and value else [("", "–")]
    if isinstance(field, Flag):
        return [*nothing, ("yes", _("yes")), ("no", _("no"))]
    if isinstance(field, Choice):
        table = {word: meaning for word, meaning in field.table.items() if word}
        empty = [("", field.table[""])] if "" in field.table else nothing
        return [*empty, *((word, _(str(meaning))) for word, meaning in table.items())]
    return []


def _suggestions(field: Field) -> Sequence[str]:
    if field.shape == "territory":
        return list(territories().values())
    if isinstance(field, Ref) and field.to != "work":
        return _named(field)
    return ()


def _named(field: Ref) -> list[str]:
    """Return the newest people of the site by name; equal names with their numbers."""
    kind = kind_named(field.to)
    if kind is None:
        return []
    facts = newest(kind.name, _OFFERED)
    names = [str(fact.said.get(naming_field(kind), "")) for fact in facts]
    times = Counter(names)
    return [
        f"{name} ({field.show(fact.id)})" if times[name] > 1 else name
        for name, fact in zip(names, facts, strict=True)
    ]
