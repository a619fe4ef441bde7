"""Identifiers of works and their namespaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.identifiers import (
    NAMESPACES,
    IdentifierRefused,
    identifier,
    known_identifier,
    looks_like_identifier,
    person_identifier,
    read_identifier,
)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("https://www.rottentomatoes.com/m/made_up_2", "rt:m/made_up_2"),
        ("https://www.rottentomatoes.com/m/made_up_2/reviews?page=1", "rt:m/made_up_2"),
        ("http://rottentomatoes.com/tv/made_up/s01", "rt:tv/made_up/s01"),
        ("/m/made_up_2", "rt:m/made_up_2"),
        ("m/0814255", "rt:m/0814255"),
        ("rt:m/made_up_2", "rt:m/made_up_2"),
        ("tt0000000", "imdb:tt0000000"),
        ("imdb:tt0000000", "imdb:tt0000000"),
        ("https://www.imdb.com/title/tt0000000/?ref_=x", "imdb:tt0000000"),
        ("Q42", "wikidata:Q42"),
        ("http://www.wikidata.org/entity/Q42", "wikidata:Q42"),
        ("https://www.themoviedb.org/movie/603-made-up", "tmdb:movie/603"),
        ("https://www.themoviedb.org/tv/1396?language=de", "tmdb:tv/1396"),
        ("https://www.themoviedb.org/tv/1396-made-up/season/2", "tmdb:tv/1396/season/2"),
        (
            "https://www.themoviedb.org/tv/1396/season/2/episode/3",
            "tmdb:tv/1396/season/2/episode/3",
        ),
        ("https://www.tvmaze.com/shows/82/made-up", "tvmaze:shows/82"),
        ("https://www.tvmaze.com/episodes/4952", "tvmaze:episodes/4952"),
        ("https://www.metacritic.com/movie/made-up/", "metacritic:movie/made-up"),
        ("https://www.metacritic.com/tv/made-up/season-2/", "metacritic:tv/made-up/season-2"),
        ("https://letterboxd.com/film/made-up/", "letterboxd:film/made-up"),
        ("10.5240/7791-8534-2C23-9030-8610-5", "eidr:10.5240/7791-8534-2C23-9030-8610-5"),
        ("https://elsewhere.example/m/made_up", ""),
        ("https://www.themoviedb.org/person/287", ""),
        ("nm0000001", ""),
        ("made_up", ""),
        ("tt12", ""),
        ("Q", ""),
    ],
)
def test_well_known_sites_are_told_by_form(text, known):
    assert known_identifier(text) == known


@pytest.mark.parametrize("namespace", NAMESPACES, ids=lambda entry: entry[1])
def test_the_examples_in_the_table_are_recognised(namespace):
    name, examples, _ = namespace
    assert all(known_identifier(text).startswith(f"{name}:") for text in examples.split(", "))


def test_others_are_kept_under_the_file_or_under_the_prefix():
    assert identifier("782") == "file:782"
    assert identifier("tmdb:603") == "tmdb:603"
    assert identifier("odd:603") == "file:odd:603"
    assert identifier("782", "flatiron:") == "flatiron:782"
    assert identifier("made_up", "rt:m/") == "rt:m/made_up"


def test_titles_do_not_look_like_identifiers():
    assert looks_like_identifier("made_up-2")
    assert not looks_like_identifier("Made Up 2")
    assert not looks_like_identifier("")


# Invariant: an identifier always has a namespace, and an identifier of a well-known site stays
# the same when it is read again.
@given(st.text(min_size=1))
def test_an_identifier_has_a_namespace(text):
    found = identifier(text)
    assert ":" in found
    assert not known_identifier(text) or identifier(found) == found


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (" https://www.imdb.com/title/tt0000000/ ", "imdb:tt0000000"),
        ("tmdb:movie/603", "tmdb:movie/603"),
        ("doi:10.5240/7791-8534-2c23-9030-8610-5", "eidr:10.5240/7791-8534-2C23-9030-8610-5"),
    ],
)
def test_what_a_person_pastes_is_read(text, read):
    assert read_identifier(text) == read


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("10.5240/7791-8534-2C23-9030-8610-6", "its check character is wrong"),
        ("made up", "is no identifier that is known"),
        ("tmdb:", "is no identifier that is known"),
        ("odd:7", "is no identifier that is known"),
        ("rt:a b", "is no identifier that is known"),
        ("", "is no identifier that is known"),
    ],
)
def test_what_is_none_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(IdentifierRefused, match=sentence):
        read_identifier(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nm0000000", "imdb:nm0000000"),
        ("https://www.imdb.com/name/nm0000000/?ref_=x", "imdb:nm0000000"),
        ("Q42", "wikidata:Q42"),
        ("https://www.wikidata.org/wiki/Q42", "wikidata:Q42"),
        ("https://www.themoviedb.org/person/287-made-up", "tmdb:person/287"),
        ("https://www.tvmaze.com/people/1/made-up", "tvmaze:people/1"),
        ("tt0000000", ""),
        ("made up", ""),
    ],
)
def test_people_have_identifiers_of_their_own(text, read):
    assert person_identifier(text) == read
