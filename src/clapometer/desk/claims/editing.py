"""The fields of a claim that an editor can change before saying yes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from clapometer.facts.fields import Choice, Prose
from clapometer.facts.fields import Field as FactField
from clapometer.facts.kinds import WHEN, kind_named
from clapometer.readers.claims.claim import MODALITIES
from clapometer.readers.text import clean_word
from clapometer.signals.definitions import measures_known

from ..proposals.models import Proposal
from ..proposals.takers import Field
from ..refusing import EntryRefused, Problem
from .records import TOPICS
from .works import ADDABLE, works_offered

LONGEST_SEASON = 3


def fields(proposal: Proposal) -> list[Field]:
    """Return what can be edited of a claim, filled in."""
    said = proposal.said
    typed = said["typed"]
    if said["record"] == TOPICS:
        hint = _("Parted by semicolons.")
        return [Field("topics", _("Topics"), typed.get("topics", ""), "area", hint, required=True)]
    return [*_about(said), *_of_fact(said["record"], typed)]


def _about(said: Mapping[str, Any]) -> Iterator[Field]:
    near = [] if said.get("work") else works_offered(said.get("title") or "")
    offered = tuple(f"{work} {work.public_id}" for work in near)
    yield Field(
        "work", _("Work"), said.get("work") or said.get("title") or "", "text",
        _("Its number, like w17, or its title with the year."), suggestions=offered,
        required=True,
    )  # fmt: skip
    if not said.get("work"):
        ways = ((kind, str(label)) for kind, label in ADDABLE.items())
        choices = (("", _("It is on this site")), *ways)
        yield Field("add", _("Add it"), said.get("add", ""), "choice", choices=choices)
    season = said.get("season")
    yield Field("season", _("Season"), "" if season is None else str(season), "number")
    words = tuple((name, f"{name}: {means}") for name, means in MODALITIES.items())
    yield Field(
        "modality", _("Stated as"), said.get("modality", "current"), "choice", choices=words
    )


def _of_fact(record: str, typed: Mapping[str, str]) -> Iterator[Field]:
    kind = kind_named(record)
    if kind is None:
        return
    if record == "reported-number":
        measures = sorted(measures_known().values(), key=lambda one: one.title)
        choices = (("", _("A number as reported")),
                   *((one.name, f"{one.title} ({one.platform})") for one in measures))  # fmt: skip
        yield Field(
            "measure", _("Counter"), typed.get("measure", ""), "choice",
            _("Whether it is a number of a counter of this work."), choices,
        )  # fmt: skip
    for field in kind.fields:
        yield _field(field, typed.get(field.name, ""))
    hint = _("A day, month, year or instant; empty where it is not known.")
    yield Field(WHEN, _("When"), typed.get(WHEN, ""), "text", f"{kind.moment}. {hint}")


def _field(field: FactField, value: str) -> Field:
    choices = tuple(field.table.items()) if isinstance(field, Choice) else ()
    if choices and not field.required:
        choices = (("", "–"), *choices)
    kind = "choice" if choices else "area" if isinstance(field, Prose) else "text"
    return Field(
        field.name, field.label, value, kind, field.means, choices, required=field.required
    )


def edited(proposal: Proposal, typed: Mapping[str, str]) -> dict[str, Any]:
    """Return what would be recorded with the fields as typed; those not named stay as they are.

    Raises EntryRefused.
    """
    said = proposal.said
    if said["record"] == TOPICS:
        return {**said, "typed": {"topics": typed.get("topics", said["typed"].get("topics", ""))}}
    names = [one.name for one in _of_fact(said["record"], {})]
    told = {name: typed.get(name, said["typed"].get(name, "")).strip() for name in names}
    modality, add = typed.get("modality", said["modality"]), typed.get("add", said.get("add"))
    season = _season(typed["season"]) if "season" in typed else said.get("season")
    return {
        **said,
        "work": typed.get("work", said.get("work", "")).strip(),
        "add": add if add in ADDABLE else "",
        "season": season,
        "modality": modality if modality in MODALITIES else said["modality"],
        "typed": {name: text for name, text in told.items() if text},
    }


def _season(text: str) -> int | None:
    number = clean_word(text)
    if not number:
        return None
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_SEASON):
        sentence = _("“%(text)s” is no number of a season.") % {"text": number[:60]}
        raise EntryRefused(Problem("season", sentence))
    return int(number)
