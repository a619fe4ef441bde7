"""Reading TVmaze's shows."""

from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest
from hypothesis import given

from clapometer.readers.records import Refusal
from clapometer.readers.sources.problems import SourceRefused
from clapometer.readers.sources.tvmaze import read_search, read_show
from clapometer.readers.sources.works import SourceWork, statement
from tests.readers.sources.anything import broken
from tests.readers.sources.madeup import show


def works(found: dict) -> list[SourceWork]:
    read = read_show(json.dumps(found).encode())
    assert not [one for one in read if isinstance(one, Refusal)]
    return [one for one in read if isinstance(one, SourceWork)]


def test_a_show_comes_with_its_parts_parents_first() -> None:
    series, first, second, *episodes = works(show())
    assert (series.kind, series.title, series.year, series.released, series.status) == (
        "series", "The Salt Ferry", 2021, "2021-03-05", "Running",
    )  # fmt: skip
    assert series.identifiers == ("tvmaze:shows/900001", "imdb:tt9000001")
    assert series.link == "https://www.tvmaze.com/shows/900001/the-salt-ferry"
    assert (first.title, first.number, first.parent, first.identifiers) == (
        "Season 1", 1, series.key, ("tvmaze:seasons/800001",),
    )  # fmt: skip
    # TVmaze tells no record of the second season here; its episodes do.
    assert (second.number, second.identifiers, second.released) == (2, (), "2022-04-01")
    assert [one.parent for one in episodes] == [first.key] * 3 + [second.key] * 2
    assert [one.number for one in episodes] == [1, 2, None, 1, 2]


def test_what_is_said_of_a_show() -> None:
    series, first, second, *_ = works(show())
    assert (
        statement("carrier", name="Made-up One", type="network", territory="IE")
        in series.statements
    )
    assert statement("carrier", name="Made-up Stream", type="streamer") in series.statements
    text = "The Salt Ferry crosses & waits.\nTwice."
    assert statement("synopsis", text=text, language="en") in series.statements
    told = statement("title", text="Das Salzschiff", type="alias", territory="DE")
    assert told in series.statements
    played = statement(
        "credit", person="tvmaze:people/600001", role="cast", character="The Ferrywoman", billing=1
    )
    assert played in series.statements
    assert [one.name for one in series.people] == ["Kit Made-up", "Ann Invented"]
    roles = [dict(one.said)["role"] for one in series.statements if one.kind == "credit"]
    assert roles == ["cast", "voice", "created by"]
    assert statement(
        "release", territory="IE", pattern="weekly", episodes=2, carrier="Made-up One",
        when="2021-03-05",
    ) in first.statements  # fmt: skip
    assert statement(
        "release", territory="IE", pattern="all at once", episodes=2, carrier="Made-up One",
        when="2022-04-01",
    ) in second.statements  # fmt: skip


def test_a_part_that_cannot_be_read_is_one_refusal() -> None:
    found = show()
    found["_embedded"]["episodes"] += [{"name": "No identifier"}, {"id": 5, "season": 77}]
    read = read_show(json.dumps(found).encode())
    refused = [one for one in read if isinstance(one, Refusal)]
    assert [one.code for one in refused] == ["no_identifier", "no_series"]
    assert all(one.sentence.endswith(".") for one in refused)
    assert len(read) == 8 + 2


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"<html>", b'{"name": "x"}', b"[" * 100_000])
def test_what_is_no_show_is_refused(body: bytes) -> None:
    with pytest.raises(SourceRefused) as caught:
        read_show(body)
    assert str(caught.value).startswith("TVmaze answered")


def test_a_search_gives_shows() -> None:
    hits = [{"score": 0.9, "show": show()}, {"score": 0.1, "show": None}, 7]
    assert [one.title for one in read_search(json.dumps(hits).encode())] == ["The Salt Ferry"]


@given(broken(show()))
def test_any_show_is_read_or_refused(found: object) -> None:
    """Whatever stands in the place of a value, the reader returns records or raises its refusal."""
    try:
        read = read_show(orjson.dumps(found))
    except SourceRefused:
        return
    for one in read:
        assert isinstance(one, Refusal) or (one.title and one.kind and one.key)


@pytest.mark.realdata
def test_every_real_show_is_read(realdata: Path) -> None:
    folder = realdata / "catalogue-tvmaze"
    shows = json.loads((folder / "shows.json").read_text())
    for found in shows:
        series = works(found)
        assert len(series) == 1
        assert series[0].title == found["name"]
        assert sum(one.kind == "carrier" for one in series[0].statements) == sum(
            bool(found.get(name)) for name in ("network", "webChannel")
        )
    episodes = json.loads((folder / "game-of-thrones-episodes.json").read_text())
    read = works({**shows[0], "_embedded": {"episodes": episodes}})
    kinds = [one.kind for one in read]
    assert (kinds.count("season"), kinds.count("episode")) == (8, 73)
    patterns = {dict(s.said).get("pattern") for one in read for s in one.statements
                if s.kind == "release"}  # fmt: skip
    assert patterns == {"weekly"}
    embedded = json.loads((folder / "the-big-bang-theory.json").read_text())
    assert [one.kind for one in works(embedded)].count("episode") == 4
