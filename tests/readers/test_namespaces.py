"""Where identifiers lead."""

from __future__ import annotations

import re

import pytest

from clapometer.readers.identifiers import KNOWN_PREFIXES, NAMESPACES
from clapometer.readers.namespaces import LINKS, link_out


@pytest.mark.parametrize("link", LINKS, ids=lambda one: f"{one.namespace}:{one.example}")
def test_each_example_leads_where_its_row_says(link):
    found = link_out(f"{link.namespace}:{link.example}", link.of[0] if link.of else "film")
    assert found is not None
    assert (found.site, found.address) == (link.site, link.address.format(id=link.example))
    assert found.address.startswith("https://")


def test_every_namespace_that_is_read_leads_somewhere():
    assert {one.namespace for one in LINKS} >= {name for name, *_ in NAMESPACES}
    assert {one.namespace for one in LINKS} >= KNOWN_PREFIXES - {"file"}


# The same number names different things at one site; the kind of the work tells which.
def test_a_bare_number_is_read_by_the_kind_of_the_work():
    assert link_out("tmdb:603", "film").address.endswith("/movie/603")
    assert link_out("tmdb:603", "series").address.endswith("/tv/603")
    assert link_out("tmdb:603", "episode") is None
    assert link_out("tvmaze:82", "season").address.endswith("/seasons/82")


@pytest.mark.parametrize(
    "identifier",
    ["", "imdb", "imdb:", "imdb:tt1", "file:7", "imdb:tt0111161/../x", "rt:m/a b", "odd:x",
     "letterboxd:a/b", "metacritic:movie/a?x", "wikidata:Q42\n"],
)  # fmt: skip
def test_what_has_no_known_form_leads_nowhere(identifier):
    assert link_out(identifier, "film") is None


def test_addresses_hold_nothing_that_html_or_a_header_knows():
    for link in LINKS:
        found = link_out(f"{link.namespace}:{link.example}", link.of[0] if link.of else "film")
        assert re.fullmatch(r"[\w:/.?=&!+-]+", found.address)
