"""Reading IMDb's tables."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.readers.problems import FileRefused
from clapometer.readers.records import Refusal
from clapometer.readers.sources.imdb import (
    FORMS,
    names_of,
    open_dump,
    people_of,
    read_dump,
)
from clapometer.readers.sources.works import SourcePerson, SourceWork, statement
from tests.readers.sources.madeup import DUMPS, dump


def read(path: Path, names: dict[str, str] | None = None) -> list[SourceWork | Refusal]:
    wanted = {f"imdb:tt900000{number}" for number in range(1, 7)}
    return list(read_dump(open_dump(path), lambda key: key in wanted, names or {}))


def test_titles_are_read_and_broken_rows_refused(tmp_path: Path) -> None:
    path = dump(tmp_path, "title.basics")
    found = list(read_dump(open_dump(path), lambda _: True, {}))
    films = [one for one in found if isinstance(one, SourceWork)]
    assert [(one.kind, one.title, one.year) for one in films] == [
        ("series", "The Salt Ferry", 2021), ("film", "Salt Night", 2019),
        ("episode", '"Crossing" 1', 2021),
    ]  # fmt: skip
    assert films[1].statements == (statement("title", text="Oíche Salainn", type="original"),)
    refused = [(one.row, one.code) for one in found if isinstance(one, Refusal)]
    assert refused == [(5, "no_title"), (6, "no_identifier"), (7, "wrong_cells")]


def test_titles_in_other_countries(tmp_path: Path) -> None:
    german, original = read(dump(tmp_path, "title.akas"))
    assert isinstance(german, SourceWork)
    assert isinstance(original, SourceWork)
    assert german.statements == (
        statement("title", text="Salznacht", type="translated", territory="DE", language="de"),
    )
    assert original.statements == (statement("title", text="Oíche Salainn", type="original"),)


def test_an_episode_knows_its_season(tmp_path: Path) -> None:
    (episode,) = read(dump(tmp_path, "title.episode"))
    assert isinstance(episode, SourceWork)
    assert (episode.parent, episode.number) == ("imdb:tt9000001/season/1", 1)


def test_credits_take_their_names_from_the_other_table(tmp_path: Path) -> None:
    principals, names = (
        open_dump(dump(tmp_path, name)) for name in ("title.principals", "name.basics")
    )
    people = people_of(principals, lambda _: True)
    assert people == {"imdb:nm9000001", "imdb:nm9000002"}
    found = read(principals.path, names_of(names, people))
    first = found[0]
    assert isinstance(first, SourceWork)
    assert first.people == (SourcePerson("imdb:nm9000001", "Kit Made-up"),)
    assert first.statements == (
        statement("credit", person="imdb:nm9000001", role="cast", character="The Ferrywoman"),
    )
    assert len(found) == 2


@pytest.mark.parametrize("text", ["", "a\tb\n", "tconst,titleType\n", "<html>", "\0\0\0"])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "title.basics.tsv"
    path.write_text(text)
    with pytest.raises(FileRefused) as caught:
        open_dump(path)
    assert "IMDb" in str(caught.value)


def test_memory_stays_flat(tmp_path: Path) -> None:
    head, first, *_ = DUMPS["title.basics"].splitlines(keepends=True)
    path = tmp_path / "title.basics.tsv"
    path.write_text(head + first * 50_000)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_dump(open_dump(path), lambda _: False, {})) == 0
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([one.name for one in FORMS if one.name != "name.basics"]),
    st.lists(
        st.lists(
            st.sampled_from(["tt9000001", "\\N", "1", "movie", "x\x00", "é", '["', "", "nm1"]),
            max_size=10,
        ),
        max_size=6,
    ),
)
def test_any_row_is_read_or_refused(tmp_path: Path, name: str, rows: list[list[str]]) -> None:
    """Every row gives at most one work or one refusal, and nothing is raised."""
    path = tmp_path / "any.tsv"
    head = DUMPS[name].splitlines()[0]
    path.write_text("\n".join([head, *("\t".join(row) for row in rows)]) + "\n")
    found = list(read_dump(open_dump(path), lambda _: True, {"imdb:nm1": "Kit"}))
    assert len(found) <= len(rows)
    assert [one.row for one in found] == sorted({one.row for one in found})
