"""The demo's real record: what it says is found where a reader looks for it, with its source."""

from __future__ import annotations

from datetime import UTC

import pytest

from clapometer.catalogue.search import resolve_work
from clapometer.desk.heartstopper.telling import read_record, tell_heartstopper
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import facts_about
from clapometer.facts.typed import read_typed
from clapometer.instants import parse_instant
from clapometer.ledger.reading import head
from clapometer.signals.charts import charts_of, family

SERIES = "imdb:tt10638036"
RECORD = read_record()


@pytest.fixture
def told(db):
    """The record in the tests' database."""
    assert tell_heartstopper()


def facts(kind, at=None):
    return facts_about(family(resolve_work(SERIES)), kind, at=at)


def test_it_is_told_once(told):
    position = head()[0]
    assert not tell_heartstopper()
    assert head()[0] == position


def test_every_fact_has_a_source(told):
    for fact in facts_about(family(resolve_work(SERIES))):
        assert fact.said.get("source"), fact
    assert all(number["source"] for number in RECORD["number"])


def test_the_weeks_on_the_chart(told):
    weeks = charts_of(resolve_work(SERIES)).weeks
    by_season: dict[str, list[int]] = {}
    for week in weeks:
        by_season.setdefault(week.season, []).append(week.rank)
    assert list(by_season.values()) == [[7, 5, 6], [2, 4, 10], [4, 7]]
    assert all(week.sunday.weekday() == 6 for week in weeks)


def test_the_seasons_and_their_dates(told):
    released = [fact.happened_at for fact in facts("release")]
    days = ("2022-04-22", "2023-08-03", "2024-10-03")
    assert released == [parse_instant(f"{day}T00:00Z", UTC) for day in days]


def test_the_renewal_for_two_seasons(told):
    (renewal,) = [one for one in facts("announcement") if one.said["status"] != "ordered"]
    assert renewal.said["seasons"] == [2, 3]
    assert renewal.said["certainty"] == "official"
    assert renewal.happened_at == parse_instant("2022-05-20T00:00Z", UTC)


def test_what_was_announced_on_the_day_of_the_renewal(told):
    (uplift,) = facts("uplift")
    assert uplift.happened_at == parse_instant("2022-05-20T00:00Z", UTC)
    counters = {fact.said["of"]: fact.said["measure"] for fact in facts("counter")}
    assert counters == {
        "Heartstopper: Season 1": "netflix-top10-countries",
        "#heartstopper": "tiktok-hashtag-views",
        "Kit Connor": "instagram-followers",
    }


def test_scores_of_others_are_none_of_ours(told):
    printed = [(one.said["value"], one.said["printed_by"]) for one in facts("outside-score")]
    assert ("97%", "Rotten Tomatoes") in printed
    assert resolve_work(SERIES).parts.filter(score__isnull=False).count() == 0


@pytest.mark.parametrize("fact", RECORD["fact"], ids=lambda one: f"{one['about']}-{one['kind']}")
def test_every_fact_can_be_typed_into_its_form(fact):
    kind = kind_named(fact["kind"])
    typed = {name: text for name, text in fact.items() if name not in {"kind", "about"}}
    assert typed.keys() <= {*(field.name for field in kind.every_field), "when"}
    named = {name: "p1" for name in ("person", "author") if name in typed}
    assert read_typed(kind, {**typed, **named}, UTC).said["source"]
