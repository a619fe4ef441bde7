"""The real lists, read to the last row: every row is a record or a refusal."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from pathlib import Path

import pytest

from clapometer.instants import format_instant
from clapometer.readers.guess import guess
from clapometer.readers.problems import FileRefused
from clapometer.readers.profiles import match_profile, profile
from clapometer.readers.records import Refusal, ReviewRecord
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import Table, open_table
from clapometer.readers.works import read_works

pytestmark = pytest.mark.realdata


def read(path: Path) -> tuple[list[ReviewRecord], list[Refusal], Table]:
    """Read with the profile that the columns match, and prove that no row is lost."""
    table = open_table(path)
    found = match_profile(table.columns)
    assert found is not None
    items = list(read_reviews(table, found, UTC))
    assert [item.row for item in items] == list(range(1, len(items) + 1))
    assert table.progress() == (path.stat().st_size,) * 2
    refused = [item for item in items if isinstance(item, Refusal)]
    return [item for item in items if isinstance(item, ReviewRecord)], refused, table


@pytest.mark.parametrize(
    ("folder", "reviews", "positive", "unknown", "top", "unnamed", "films"),
    [
        ("dreamworks", 7_409, 5_468, 279, 1_984, 59, 46),
        ("musicals", 5_382, 4_672, 99, 1_376, 69, 50),
    ],
)
def test_critics_complete(realdata, folder, reviews, positive, unknown, top, unnamed, films):
    path = realdata / "critics-complete" / folder / "critic_reviews.csv.gz"
    records, refused, table = read(path)
    assert (len(records), refused) == (reviews, [])
    assert sum(record.positive is True for record in records) == positive
    assert sum(record.positive is False for record in records) == reviews - positive
    assert Counter(record.dated for record in records) == {
        "day": reviews - unknown,
        "unknown": unknown,
    }
    assert sum(record.top for record in records) == top
    assert sum(not record.critic for record in records) == unnamed
    assert len({record.source_id for record in records}) == reviews
    assert len({record.work for record in records}) == films
    assert all(record.work.startswith("rt-id:") and record.kind == "film" for record in records)
    assert [remark for remark in table.remarks if "links were left out" not in remark] == []

    found = profile("critics-complete")
    beside = found.works_beside(path)
    assert beside is not None
    works = list(read_works(beside, found))
    assert len(works) == films
    assert {work.identifiers[0] for work in works} == {record.work for record in records}
    assert all(work.identifiers[1].startswith("rt:m/") for work in works)
    assert all(work.title and work.year and work.kind == "film" for work in works)


def test_critics_flatiron(realdata):
    path = realdata / "critics-flatiron" / "rt.reviews.even.tsv.gz"
    records, refused, table = read(path)
    assert (len(records), len(refused)) == (27_092, 13)
    assert {refusal.code for refusal in refused} == {"no_reviewer"}
    assert Counter(record.positive for record in records) == {True: 16_483, False: 10_609}
    assert Counter(record.dated for record in records) == {"day": 24_694, "unknown": 2_398}
    assert sum(record.top for record in records) == 6_561
    assert len({record.work for record in records}) == 576
    assert len({record.grade for record in records if record.grade}) == 158
    assert (table.format, table.encoding, table.compressed) == ("tsv", "utf-8", True)
    assert len(table.remarks) == 1
    assert table.remarks[0].startswith("1 of the lines are not UTF-8")

    found = profile("critics-flatiron")
    beside = found.works_beside(path)
    assert beside is not None
    works = list(read_works(beside, found))
    assert len(works) == 778
    assert {record.work for record in records} <= {work.identifiers[0] for work in works}
    assert {(work.title, work.kind) for work in works} == {("", "film")}
    assert sum(work.released is not None for work in works) == 598
    assert sum(work.year is not None for work in works) == 599


def test_critics_timestamps_by_guess_and_by_hand(realdata):
    table = open_table(realdata / "critics-timestamps" / "reviews_2026-03.csv")
    assert match_profile(table.columns) is None
    guessed = guess(table.columns, table.sample)
    assert guessed.missing == ()
    assert guessed.unmapped == ("reconciled_timestamp",)
    assert guessed.settings.times == "utc"
    items = list(read_reviews(table, guessed.override(("prefix", "rt:m/")), UTC))
    records = [item for item in items if isinstance(item, ReviewRecord)]
    assert len(records) == len(items) == 88
    assert any(remark.startswith("13 reviews have neither") for remark in table.remarks)
    assert Counter(record.positive for record in records) == {True: 50, False: 13, None: 25}
    assert {record.verdict_by for record in records if record.positive is None} == {""}
    assert {record.dated for record in records} == {"instant"}
    assert len({record.work for record in records}) == 4
    assert all(record.work.startswith("rt:m/") for record in records)
    assert format_instant(records[0].happened_at) == "2026-03-22T02:09:56Z"


def test_the_guess_agrees_with_the_ready_profiles(realdata):
    for path in (
        realdata / "critics-complete" / "musicals" / "critic_reviews.csv.gz",
        realdata / "critics-flatiron" / "rt.reviews.even.tsv.gz",
    ):
        table = open_table(path)
        guessed = guess(table.columns, table.sample)
        ready = match_profile(table.columns)
        assert ready is not None
        assert {choice.field: choice.column for choice in guessed.choices} == {
            choice.field: choice.column for choice in ready.mapping.choices
        }


def test_films_of_wikidata(realdata):
    works = list(read_works(realdata / "catalogue-wikidata" / "wikidata-movies.json.gz"))
    assert len(works) == 21_912
    assert not [work for work in works if isinstance(work, Refusal)]
    spaces = Counter(name.partition(":")[0] for work in works for name in work.identifiers)
    assert spaces["wikidata"] == spaces["imdb"] == 21_912
    assert spaces["rt"] > 21_000


def test_error_pages_that_were_downloaded_as_tables(realdata):
    """Every file of the charts is a table, but for a moved page and a null, kept twice."""
    refused = {}
    for path in sorted((realdata / "netflix-top10").rglob("*.tsv*")):
        try:
            assert not [row for row in open_table(path).rows if isinstance(row, Refusal)]
        except FileRefused as problem:
            refused[path.name] = problem.code
    assert refused == {
        "all-weeks-global.2023-06-01.tsv.gz": "web_page",
        "all-weeks-global.2023-12-27.tsv.gz": "no_value",
        "most-popular.2023-06-01.tsv": "web_page",
    }
