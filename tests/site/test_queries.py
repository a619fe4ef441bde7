"""Saved questions as pages and files. The festival is made up."""

from __future__ import annotations

import csv
import io
import json

import pytest

from clapometer.queries.table import QUERIES
from clapometer.site.addresses import work_address


def test_the_list_leads_to_every_question(reader, festival):
    page = reader.get("/queries/").content.decode()
    assert all(f'href="/queries/{name}"' in page for name in QUERIES)


@pytest.mark.parametrize("name", QUERIES)
def test_page_json_and_csv_hold_the_same_rows(reader, festival, name):
    query = "?at=2026-03-20&limit=3"
    data = json.loads(reader.get(f"/queries/{name}.json{query}").content)
    text = reader.get(f"/queries/{name}.csv{query}").content.decode()
    table = list(csv.DictReader(io.StringIO(text)))
    assert [row["title"] for row in table] == [row["title"] for row in data["rows"]]
    page = reader.get(f"/queries/{name}{query}").content.decode()
    assert all(f">{row['title'].replace(chr(39), '&#x27;')}<" in page for row in data["rows"])
    assert data["at"] == "2026-03-20T23:59:59.999999Z"


def test_the_drop_between_the_seasons_is_found(reader, festival):
    data = json.loads(reader.get("/queries/biggest-drop.json?reviews=8").content)
    (row,) = data["rows"]
    assert row["title"] == "Harbour Lights (made up): Season 2"
    assert (row["score_before"], row["score"], row["drop"]) == ("100", "75", "25")


def test_a_row_leads_to_the_work_as_it_stood(reader, festival):
    page = reader.get("/queries/biggest-drop?reviews=8&at=2026-03-30").content.decode()
    season = festival.works["season 2"]
    assert f'{work_address(season)}?at=2026-03-30T23:59:59.999999Z"' in page


def test_an_answer_has_a_tag_and_is_confirmed_by_it(reader, festival):
    answer = reader.get("/queries/perfect.json")
    again = reader.get("/queries/perfect.json", headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("query", ["reviews=x", "limit=0", "colour=blue", "at=someday"])
def test_what_cannot_be_asked_is_refused(reader, festival, query):
    for path in ("/queries/perfect", "/queries/perfect.csv", "/queries/perfect.json"):
        assert reader.get(f"{path}?{query}").status_code == 400


def test_an_unknown_question_is_not_found(reader, db):
    for path in ("/queries/none-such", "/queries/none-such.json"):
        assert reader.get(path).status_code == 404
