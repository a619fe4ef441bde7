"""Identifiers of works and their namespaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.identifiers import (
    NAMESPACES,
    identifier,
    known_identifier,
    looks_like_identifier,
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
        ("https://elsewhere.example/m/made_up", ""),
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
