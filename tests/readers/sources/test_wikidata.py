"""Reading Wikidata's items, and flat lists made from them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.records import Refusal
from clapometer.readers.sources.problems import SourceRefused
from clapometer.readers.sources.wikidata import (
    read_entities,
    read_entity,
    read_flat,
    read_flat_line,
    read_names,
    referred,
)
from clapometer.readers.sources.works import SourceWork, statement
from tests.readers.sources.anything import broken
from tests.readers.sources.madeup import claim, entity, names


def work(found: dict) -> SourceWork:
    read = read_entity(1, found, read_names(names()))
    assert isinstance(read, SourceWork)
    return read


def test_a_film_is_read() -> None:
    film = work(entity())
    assert (film.kind, film.title, film.year, film.released) == (
        "film",
        "Salt Night",
        2019,
        "2019-04-01",
    )
    assert film.identifiers == ("wikidata:Q900000001", "imdb:tt9000002", "rt:m/salt_night")
    assert set(film.other_titles) == {"Oíche Salainn", "Salznacht", "Night of Salt"}
    assert film.link == "https://www.wikidata.org/wiki/Q900000001"


def test_what_is_said_of_a_film() -> None:
    told = work(entity()).statements
    assert statement("title", text="Oíche Salainn", type="original", language="ga") in told
    assert statement("title", text="Salznacht", type="translated", language="de") in told
    assert statement("title", text="Night of Salt", type="alias", language="en") in told
    # A release in a place that is no country of the table is left out.
    assert [one for one in told if one.kind == "release"] == [
        statement("release", territory="IE", when="2019-05-01"),
        statement("release", territory="DE", when="2019-09-12"),
    ]
    person = "wikidata:Q900000012"
    assert statement(
        "credit", person=person, role="cast", character="The Ferrywoman", billing=1
    ) in told  # fmt: skip
    assert statement("source_work", type="novel", title="Salt", authors="Ann Invented") in told
    assert statement("carrier", name="Made-up One") in told


def test_the_best_rank_counts() -> None:
    found = entity()
    found["claims"]["P577"] = [
        claim("+2018-01-01T00:00:00Z", rank="deprecated"),
        claim("+2019-05-01T00:00:00Z"),
        claim("+2020-05-01T00:00:00Z", rank="preferred"),
    ]
    assert work(found).released == "2020-05-01"


@pytest.mark.parametrize(
    ("precision", "released"),
    [(11, "2019-05-07"), (10, "2019-05"), (9, "2019"), (8, ""), (None, "")],
)
def test_a_time_is_as_exact_as_it_says(precision: int | None, released: str) -> None:
    found = entity()
    found["claims"]["P577"] = [claim("+2019-05-07T00:00:00Z")]
    found["claims"]["P577"][0]["mainsnak"]["datavalue"]["value"]["precision"] = precision
    assert work(found).released == released


def test_a_season_knows_its_series_and_place() -> None:
    season = work(entity(claims={"P31": [claim("Q3464665")], "P179": [claim("Q77", P1545="2")]}))
    assert (season.kind, season.parent, season.number) == ("season", "wikidata:Q77", 2)


def test_what_is_no_work_is_refused() -> None:
    for changes in (
        {"claims": {"P31": [claim("Q5")]}},
        {"labels": {}, "claims": {"P31": [claim("Q11424")]}},
        {"id": 7},
    ):
        read = read_entity(3, entity(**{"id": "Q1", **changes}), {})
        assert isinstance(read, Refusal)
        assert read.row == 3
        assert read.sentence.endswith(".")


def test_the_items_to_be_named_are_told() -> None:
    assert set(referred(entity())) == set(names()) - {"Q900000016"}


def test_an_answer_holds_items() -> None:
    answer = {"entities": {"Q1": entity("Q1"), "Q2": {"id": "Q2", "missing": ""}}}
    assert list(read_entities(json.dumps(answer).encode())) == ["Q1"]
    for body in (b"", b"[]", b'{"error": {}}'):
        with pytest.raises(SourceRefused):
            read_entities(body)


@given(broken(entity()), broken(names()))
def test_any_item_is_read_or_refused(found: object, others: object) -> None:
    """Whatever stands in the place of a value, the reader returns one record or one refusal."""
    body = orjson.dumps({"entities": {"Q1": found}})
    for one in read_entities(body).values():
        try:
            known = read_names(read_entities(orjson.dumps({"entities": others})))
        except SourceRefused:
            known = {}
        referred(one)
        read = read_entity(1, one, known)
        assert isinstance(read, Refusal) or (read.title and read.kind)


FLAT = {"wikidata_id": "Q900000001", "label": "Salt Night", "imdb_id": "tt9000002",
        "rotten_tomatoes_id": "m/salt_night", "enwiki_title": "Salt Night (2019 film)",
        "publication_date": "2019-01-01"}  # fmt: skip


def test_a_line_of_a_flat_list() -> None:
    film = read_flat_line(1, json.dumps(FLAT).encode())
    assert isinstance(film, SourceWork)
    # The first of January stands for a year of which no more is known.
    assert (film.title, film.year, film.released, film.other_titles) == (
        "Salt Night",
        2019,
        "2019",
        (),
    )
    assert film.identifiers == ("wikidata:Q900000001", "imdb:tt9000002", "rt:m/salt_night")


@given(st.one_of(st.binary(max_size=60), broken(FLAT).map(orjson.dumps)))
def test_any_line_is_read_or_refused(line: bytes) -> None:
    """Each line gives one film or one refusal."""
    assert len(list(read_flat([line]))) == 1


@pytest.mark.realdata
def test_every_real_film_is_read(realdata: Path) -> None:
    with gzip.open(realdata / "catalogue-wikidata/wikidata-movies.json.gz") as file:
        read = list(read_flat(file))
    assert (len(read), sum(isinstance(one, Refusal) for one in read)) == (21_912, 0)
    assert sum(len(one.identifiers) == 3 for one in read if isinstance(one, SourceWork)) > 21_800
