"""Ready profiles, and those a person saves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from clapometer.readers.guess import guess
from clapometer.readers.problems import MappingRefused
from clapometer.readers.profiles import (
    Profile,
    match_profile,
    profile,
    profile_from_toml,
    profile_to_toml,
    profiles,
)
from clapometer.readers.reviews import read_reviews
from clapometer.readers.tables import open_table

FLATIRON = b"id\treview\trating\tfresh\tcritic\ttop_critic\tpublisher\tdate\n"


def test_the_ready_profiles_can_read_reviews():
    assert [ready.name for ready in profiles()] == ["critics-complete", "critics-flatiron"]
    assert all(ready.mapping.missing == () for ready in profiles())
    assert all(ready.works and ready.works.missing == () for ready in profiles())


def test_a_profile_is_matched_by_its_columns_the_fullest_first():
    columns = ("id", "review", "rating", "fresh", "critic", "top_critic", "publisher", "date")
    found = match_profile((*columns, "more"))
    assert found and found.name == "critics-flatiron"
    assert found.mapping.unmapped == ("more",)
    assert match_profile(columns[:-1]) is None
    small = replace(found, name="small", mapping=found.mapping.override(("quote", "")))
    assert match_profile(columns, [small, profile("critics-flatiron")]).name == "critics-flatiron"


def test_an_unknown_profile_is_answered_with_the_known():
    with pytest.raises(MappingRefused, match="critics-complete, critics-flatiron"):
        profile("flatiron")


def test_a_profile_reads_its_layout(write):
    path = write(FLATIRON + b"7\tFine.\tB+\tfresh\tA. Critic\t1\tMade-Up Times\tJanuary 1, 2000\n")
    table = open_table(path)
    [record] = read_reviews(table, match_profile(table.columns), UTC)
    assert (record.work, record.kind, record.positive, record.top) == (
        "flatiron:7",
        "film",
        True,
        True,
    )
    assert (record.happened_at, record.dated) == (None, "unknown")


@pytest.mark.parametrize("name", ["critics-complete", "critics-flatiron"])
def test_a_profile_written_and_read_is_the_same(name):
    ready = profile(name)
    assert profile_from_toml(profile_to_toml(ready)) == ready


def test_a_guess_can_be_saved_as_a_profile():
    columns = ('odd "name" \\ \x7f', "critic", "fresh", "first_seen_utc")
    mapping = guess(columns, [["X", "A", "1", "2018-11-10 12:00"]])
    mapping = mapping.override(("work", columns[0]), ("prefix", "mine:"))
    saved = profile_from_toml(profile_to_toml(Profile("mine", "My list", mapping)))
    assert saved.name == "mine"
    assert saved.mapping.settings == mapping.settings
    assert [(c.field, c.column) for c in saved.mapping.choices] == [
        (c.field, c.column) for c in mapping.choices
    ]
    assert saved.works is None


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        "title = 'x'",
        "name = 'x'",
        "name = 'x'\ncolumns = 3",
        "name = 'x'\n[columns]\nnothing = 'y'",
        "name = 'x'\n[columns]\nwork = 'y'\n[settings]\nodd = 'z'",
        "name = 'x'\n[columns]\nwork = 'y'\n[settings]\nplaceholders = ['2000-01-01']",
        "name = 'x'\n[columns]\nwork = 3",
        "name = 'x'\nworks = 3\n[columns]\nwork = 'y'",
        "name = 'x'\nsettings = 3\n[columns]\nwork = 'y'",
        "name = 'x'\nverdict_words = 3\n[columns]\nwork = 'y'",
    ],
)
def test_a_broken_profile_is_one_sentence(text):
    with pytest.raises(MappingRefused) as caught:
        profile_from_toml(text)
    assert caught.value.sentence.endswith(".")


def test_words_of_a_profile_go_before_the_common_ones(write):
    text = "name='x'\n[columns]\nwork='f'\ncritic='c'\nverdict='v'\n"
    text += "[verdict_words]\nTop=true\nfresh=false"
    table = open_table(write(b"f,c,v\n1,A,top\n1,A,FRESH\n1,A,rotten\n"))
    found = [record.positive for record in read_reviews(table, profile_from_toml(text), UTC)]
    assert found == [True, False, False]


def test_the_table_of_works_beside(write, tmp_path):
    reviews = write(b"x", "critic_reviews.csv.gz")
    assert profile("critics-complete").works_beside(reviews) is None
    works = write(b"x", "movies.csv")
    assert profile("critics-complete").works_beside(reviews) == works
    flat = write(b"x", "rt.movie_info.tsv.gz")
    assert profile("critics-flatiron").works_beside(tmp_path / "rt.reviews.tsv.gz") == flat
