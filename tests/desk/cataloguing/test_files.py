"""Files of works taken in: IMDb's tables and a flat list, all made up."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Identifier, Work
from clapometer.desk.cataloguing.files import (
    look_at_file,
    open_source_file,
    profile_of,
    take_file,
)
from clapometer.desk.cataloguing.outcome import SourceOutcome
from clapometer.desk.cataloguing.questions import read_questions
from clapometer.facts.reading import facts_about, facts_of_kind
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.readers.problems import FileRefused
from tests.readers.sources.madeup import dump

pytestmark = pytest.mark.django_db


def write(**facts) -> int:  # type: ignore[no-untyped-def]
    with writing("member:7") as writer:
        return writer.append_one(work_added(**facts)).seq


def take(path: Path, *, add: bool = False, dry: bool = False) -> SourceOutcome:
    file = open_source_file(path, profile_of(path), add=add)
    return (look_at_file if dry else take_file)(file, {}, lambda *_: None)


def test_only_works_of_the_site_are_completed(tmp_path: Path) -> None:
    film = write(kind="film", title="Salt Night", year=2019)
    outcome = take(dump(tmp_path, "title.basics"))
    assert (outcome.records, outcome.added, outcome.changed) == (1, 0, 1)
    assert Identifier.objects.get(value="imdb:tt9000002").work_id == film
    (original,) = facts_about([film], "title")
    assert (original.said["text"], original.said["type"]) == ("Oíche Salainn", "original")
    assert take(dump(tmp_path, "title.basics")).import_id is None


def test_works_are_added_where_it_is_asked_for(tmp_path: Path) -> None:
    before = head()
    seen = take(dump(tmp_path, "title.basics"), add=True, dry=True)
    assert head() == before
    outcome = take(dump(tmp_path, "title.basics"), add=True)
    assert (outcome.added, len(outcome.refusals), outcome.unplaced) == (2, 3, 1)
    assert (seen.added, len(seen.refusals)) == (2, 3)
    assert sorted(Work.objects.values_list("kind", flat=True)) == ["film", "series"]


def test_other_tables_speak_of_works_that_are_there(tmp_path: Path) -> None:
    take(dump(tmp_path, "title.basics"), add=True)
    take(dump(tmp_path, "title.akas"))
    dump(tmp_path, "name.basics")
    credited = take(dump(tmp_path, "title.principals"))
    assert (credited.people, credited.stated) == (2, 2)
    film = Work.objects.get(kind="film")
    titles = {fact.said["text"] for fact in facts_about([film.id], "title")}
    assert titles == {"Oíche Salainn", "Salznacht"}
    assert {fact.said["name"] for fact in facts_of_kind("person")} == {"Kit Made-up", "Bo Nobody"}
    for name in ("title.akas", "title.principals"):
        assert take(dump(tmp_path, name)).import_id is None


def test_an_episode_finds_its_season(tmp_path: Path) -> None:
    series = write(
        kind="series", title="The Salt Ferry", year=2021, identifiers=("imdb:tt9000001",)
    )
    season = write(kind="season", title="Season 1", parent=series, number=1)
    episode = write(kind="episode", title="Crossing", identifiers=("imdb:tt9000003",))
    take(dump(tmp_path, "title.episode"))
    found = Work.objects.get(id=episode)
    assert (found.parent_id, found.number) == (season, 1)


def test_names_are_asked_for(tmp_path: Path) -> None:
    write(kind="film", title="Salt Night", year=2019, identifiers=("imdb:tt9000002",))
    with pytest.raises(FileRefused, match=r"name\.basics"):
        take(dump(tmp_path, "title.principals"))
    with pytest.raises(FileRefused, match=r"title\.principals"):
        take(dump(tmp_path, "name.basics"))


def test_a_flat_list_of_films(tmp_path: Path) -> None:
    rows = [
        {
            "wikidata_id": f"Q90000000{number}",
            "label": f"Salt {number}00",
            "publication_date": "2019-05-01",
            "imdb_id": f"tt900000{number}",
        }
        for number in (1, 2)
    ]
    path = tmp_path / "films.json"
    path.write_text("\n".join(map(json.dumps, rows)) + "\nbroken\n")
    known = write(kind="film", title="Salt 100", year=2019, identifiers=("imdb:tt9000001",))
    outcome = take(path, add=True)
    assert (outcome.added, outcome.changed, len(outcome.refusals)) == (1, 1, 1)
    assert Identifier.objects.get(value="wikidata:Q900000001").work_id == known
    assert profile_of(path) == "wikidata-films"


def test_any_other_file_is_none_of_these(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_text("title,critic\nA,B\n")
    assert profile_of(path) == ""


def test_questions_are_answered_in_their_table(tmp_path: Path) -> None:
    film = write(kind="film", title="Salt Night", year=2018)
    write(kind="film", title="The Salt Night", year=1956)
    path = dump(tmp_path, "title.basics")
    asked = take(path)
    assert (len(asked.questions), asked.changed) == (1, 0)
    table = asked.questions_file
    assert table
    assert read_questions(table) == {}
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    assert [row[3] for row in rows[1:]] == [f"w{film}"]
    rows[1][-1] = "Yes"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    answers = read_questions(table)
    assert answers == {"imdb:tt9000002": film}
    again = open_source_file(path, "imdb", add=False)
    assert take_file(again, answers, lambda *_: None).changed == 1
    assert Identifier.objects.get(value="imdb:tt9000002").work_id == film
    assert take(path).questions == []


def test_another_table_holds_no_answers(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(FileRefused, match="holds no answers"):
        read_questions(path)
