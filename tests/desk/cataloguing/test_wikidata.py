"""Items taken in from a made-up Wikidata on loopback."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.cataloguing.asking import ask_wikidata
from clapometer.desk.cataloguing.outcome import SourceOutcome
from clapometer.desk.cataloguing.sources import SOURCES
from clapometer.desk.cataloguing.taking import take_in
from clapometer.facts.reading import facts_about
from clapometer.fetching.client import Client
from clapometer.readers.sources.problems import SourceRefused
from tests.fetching.server import Server, answer
from tests.readers.sources.madeup import claim, entity, names

pytestmark = pytest.mark.django_db
SERIES = entity(
    "Q900000002", labels={"en": {"value": "Salt"}}, aliases={}, claims={"P31": [claim("Q5398426")]}
)
SEASON = entity(
    "Q900000003", labels={"en": {"value": "Salt, season 2"}}, aliases={},
    claims={"P31": [claim("Q3464665")], "P179": [claim("Q900000002", P1545="2")]},
)  # fmt: skip


class Items(dict[str, list[Any]]):
    """Answers whatever items are asked for, as the interface of Wikidata does."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known

    def __missing__(self, path: str) -> list[Any]:
        asked = parse_qs(urlsplit(path).query)["ids"][0].split("|")
        found = {one: self.known.get(one, {"id": one, "missing": ""}) for one in asked}
        return [answer(json.dumps({"entities": found}).encode())]


def fetch(server: Server, client: Client, *items: str, **more: Any) -> SourceOutcome:
    known = {**names(), "Q900000001": entity(), "Q900000002": SERIES, "Q900000003": SEASON, **more}
    server.answers = Items(known)
    gathered = ask_wikidata(client, items, server.link("/w/api.php"))
    return take_in(SOURCES["wikidata"], gathered, {})


def test_a_film_comes_in_with_names(server: Server, client: Client) -> None:
    outcome = fetch(server, client, "https://www.wikidata.org/wiki/Q900000001")
    assert (outcome.added, outcome.people, outcome.refusals) == (1, 2, [])
    film = Work.objects.get()
    assert (film.kind, film.title, film.year) == ("film", "Salt Night", 2019)
    told = facts_about([film.id], "credit")
    credited = {fact.said["role"]: fact.said.get("character") for fact in told}
    assert credited == {"directed by": None, "cast": "The Ferrywoman"}
    (source,) = facts_about([film.id], "source_work")
    assert (source.said["title"], source.said["authors"]) == ("Salt", "Ann Invented")
    releases = facts_about([film.id], "release")
    assert [fact.said["territory"] for fact in releases] == ["IE", "DE"]
    # The work follows its first release to the public.
    assert film.released == releases[0].happened_at
    # Works, what they refer to, and the authors of source works: three requests.
    assert len(server.asked) == 3


def test_the_same_again_writes_nothing(server: Server, client: Client) -> None:
    fetch(server, client, "Q900000001")
    again = fetch(server, client, "Q900000001")
    assert (again.import_id, again.unchanged, again.differences) == (None, 1, [])


def test_a_season_finds_its_series_in_any_order(server: Server, client: Client) -> None:
    outcome = fetch(server, client, "Q900000003", "Q900000002")
    assert outcome.added == 2
    season = Work.objects.get(kind="season")
    assert (season.parent, season.number) == (Work.objects.get(kind="series"), 2)
    assert fetch(server, client, "Q900000003").unchanged == 1


def test_a_season_without_its_series_is_left_out(server: Server, client: Client) -> None:
    outcome = fetch(server, client, "Q900000003")
    assert (outcome.added, outcome.unplaced) == (0, 1)


def test_what_is_no_work_is_one_refusal(server: Server, client: Client) -> None:
    person = entity("Q900000009", claims={"P31": [claim("Q5")]})
    outcome = fetch(server, client, "Q900000009", "Q900000001", Q900000009=person)
    assert outcome.added == 1
    assert [one.code for one in outcome.refusals] == ["other_kind"]


@pytest.mark.parametrize("item", ["Q900000099", "42", "P31", "https://example.org/Q1", ""])
def test_what_is_no_item_is_refused(server: Server, client: Client, item: str) -> None:
    with pytest.raises(SourceRefused) as caught:
        fetch(server, client, item)
    assert "Wikidata" in str(caught.value)
