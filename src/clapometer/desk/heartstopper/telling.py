"""Telling the record of Heartstopper to the ledger, through the services that editors use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from django.db import transaction

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Identifier
from clapometer.desk.counting import Key, Reading, take_readings
from clapometer.desk.entering import enter_fact
from clapometer.facts.days import read_day
from clapometer.facts.kinds import WHEN, kind_named
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.amounts import read_amount
from clapometer.readers.charts import PUBLICATION
from clapometer.signals.drafts import ChartKey, Line, TitleKey, chart_listed, chart_matched
from clapometer.signals.points import point_on

ACTOR = "heartstopper"
LIST = "TV (English)"
_APART = {"kind", "about", WHEN}


def tell_heartstopper() -> bool:
    """Write the record; return whether that was still to do. It is one transaction."""
    record = read_record()
    with transaction.atomic():
        if is_told(record):
            return False
        _Teller().tell(record)
        catch_up()
    return True


def read_record() -> dict[str, Any]:
    """Return the record as its file has it: works, facts, numbers, chart weeks."""
    return tomllib.loads(files(__package__).joinpath("record.toml").read_text(encoding="utf-8"))


def is_told(record: Mapping[str, Any]) -> bool:
    """Return whether the site has the series already."""
    names = [name for work in record["work"] for name in work.get("identifiers", ())]
    return Identifier.objects.filter(value__in=names).exists()


class _Teller:
    """Writes the record, and remembers which number each work was given."""

    def __init__(self) -> None:
        self._works: dict[str, int] = {}

    def tell(self, record: Mapping[str, Any]) -> None:
        with writing(ACTOR) as writer:
            self._add_works(writer, record["work"])
        for fact in record["fact"]:
            self._enter(fact)
        with writing(ACTOR) as writer:
            take_readings([self._reading(one) for one in record["number"]], _appender(writer))
            for chart in record["chart"]:
                writer.append(self._weeks(chart["show"], chart["weeks"]))

    def _add_works(self, writer: Writer, works: list[dict[str, Any]]) -> None:
        for work in works:
            draft = work_added(
                kind=work["kind"],
                title=work["title"],
                year=work["year"],
                identifiers=tuple(work.get("identifiers", ())),
                parent=self._works.get(work.get("parent", "")),
                number=work.get("number"),
            )
            self._works[work["key"]] = writer.append_one(draft).seq

    def _enter(self, fact: Mapping[str, str]) -> None:
        kind = kind_named(fact["kind"])
        assert kind is not None, fact["kind"]
        typed = {name: text for name, text in fact.items() if name not in _APART}
        enter_fact(kind, self._works[fact["about"]], {**typed, WHEN: fact.get(WHEN, "")}, ACTOR)

    def _reading(self, number: Mapping[str, str]) -> Reading:
        key = Key(self._works[number["about"]], number["measure"], number["of"])
        day = date.fromisoformat(read_day(number[WHEN]))
        point = point_on(day, *read_amount(number["value"]))
        return Reading(key, (point,), number["source"])

    def _weeks(self, show: str, weeks: list[list[Any]]) -> list[Draft]:
        drafts: list[Draft] = []
        titles: dict[str, int] = {}
        for sunday, rank, season, work in weeks:
            key = ChartKey(PUBLICATION, "global", "", LIST, date.fromisoformat(sunday))
            drafts.append(chart_listed(key, [Line(rank, show, season)]))
            titles[season] = self._works[work]
        for season, number in titles.items():
            drafts.append(chart_matched(TitleKey(PUBLICATION, show, season, film=False), number))
        return drafts


def _appender(writer: Writer) -> Any:
    def append(drafts: list[Draft]) -> list[int]:
        return [entry.seq for entry in writer.append(drafts)]

    return append
