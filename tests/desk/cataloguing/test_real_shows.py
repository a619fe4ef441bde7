"""Real shows in the shape that TVmaze gave them, served on loopback and taken in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clapometer.catalogue.models import Work
from clapometer.desk.cataloguing.asking import EMBEDDED, ask_tvmaze
from clapometer.desk.cataloguing.outcome import SourceOutcome
from clapometer.desk.cataloguing.sources import SOURCES
from clapometer.desk.cataloguing.taking import take_in
from clapometer.facts.reading import facts_about
from clapometer.fetching.client import Client
from tests.fetching.server import Server, answer

pytestmark = pytest.mark.django_db
QUERY = "&".join(f"embed%5B%5D={name}" for name in EMBEDDED)


def fetch(server: Server, client: Client, show: dict[str, Any]) -> SourceOutcome:
    server.on(f"/shows/{show['id']}?{QUERY}", answer(json.dumps(show).encode()))
    gathered = ask_tvmaze(client, [str(show["id"])], server.link(""))
    return take_in(SOURCES["tvmaze"], gathered, {})


@pytest.mark.realdata
def test_real_shows_come_in_once(realdata: Path, server: Server, client: Client) -> None:
    """Each tenth show of the set, one of them with its 73 episodes: whole, and once."""
    folder = realdata / "catalogue-tvmaze"
    shows = json.loads((folder / "shows.json").read_text())
    episodes = json.loads((folder / "game-of-thrones-episodes.json").read_text())
    (long,) = [show for show in shows if show["name"] == "Game of Thrones"]
    long["_embedded"] = {"episodes": episodes}
    chosen = [long, *(show for show in shows[::10] if show is not long)]
    outcomes = [fetch(server, client, show) for show in chosen]
    assert outcomes[0].added == 1 + 8 + 73
    assert all(one.added >= 1 and not one.refusals and not one.questions for one in outcomes)
    assert Work.objects.filter(kind="series").count() == len(chosen)
    releases = facts_about(
        Work.objects.filter(kind="season").values_list("id", flat=True), "release"
    )
    assert {fact.said["pattern"] for fact in releases} == {"weekly"}
    again = [fetch(server, client, show) for show in chosen]
    assert not any(one.writes or one.differences for one in again)
