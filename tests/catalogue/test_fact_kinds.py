"""The catalogue's kinds of facts: each reads its own examples, and tells them in one line."""

from __future__ import annotations

from datetime import UTC

import pytest

from clapometer.catalogue.facts import KINDS
from clapometer.catalogue.facts.credits import PERSON
from clapometer.catalogue.facts.posters import LICENCES, POSTER
from clapometer.facts.fields import FieldRefused
from clapometer.facts.kinds import kind_named
from clapometer.facts.typed import FactRefused, read_typed, show_typed

LINES = {
    "title": "“Das erfundene Herz” (translated, German, Austria)",
    "release": "released United Kingdom (all at once, part 1, 8 episodes, Made-up Stream)",
    "carrier": "exclusively on Made-up Stream (streamer, Ireland, until 2027-12-31)",
    "synopsis": "“Two people who were made up for a test meet at a ferry.” (official, English)",
    "trailer": "trailer “Made-up Hearts: official trailer” (English)",
    "person": "Kit Made-up",
    "credit": "cast: p17 (as The Ferrywoman, episodes 1 to 3)",
    "source_work": "based on a graphic novel “Made-up Hearts” (Kit Made-up and Ann Invented,"
    " 5 volumes)",
    "poster": "poster, 780 × 1170 (CC BY 4.0, Photo: Kit Made-up)",
}


def examples(kind):
    return {field.name: field.example for field in kind.every_field} | {"when": "2026-03-04"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_reads_its_examples_and_tells_them(kind):
    assert kind_named(kind.name) is kind
    told = read_typed(kind, examples(kind), UTC)
    assert set(told.said) == {field.name for field in kind.every_field} | {"dated"}
    assert kind.line(told.said) == LINES[kind.name]
    assert read_typed(kind, show_typed(kind, told, UTC), UTC) == told


# Only what is required has to be there, and the line can do with that.
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_required_is_enough(kind):
    least = {field.name: field.example for field in kind.every_field if field.required}
    if kind is POSTER:
        least["licence"] = "CC0"
    told = read_typed(kind, least, UTC)
    line = kind.line(told.said)
    assert line == line.strip() != ""
    assert "()" not in line
    assert "None" not in line
    for name in least:
        with pytest.raises(FactRefused) as refused:
            read_typed(kind, {**least, name: ""}, UTC)
        assert [problem.field for problem in refused.value.problems] == [name]


# Fields share the names of columns with the kind, the work and the time, in files of facts.
def test_no_field_takes_a_name_that_files_need():
    for kind in KINDS:
        assert not {"kind", "about", "when"}.intersection(one.name for one in kind.every_field)


def test_what_says_who_a_person_is_lies_beside_the_ledger():
    assert PERSON.sealed == ("name", "other_names", "identifiers")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Q42", "wikidata:Q42"),
        ("https://www.imdb.com/name/nm0000001/; Q42;Q42 ;", "imdb:nm0000001; wikidata:Q42"),
    ],
)
def test_identifiers_of_people_are_read_from_addresses(text, read):
    assert PERSON.field("identifiers").read(text) == read


def test_what_identifies_no_person_is_refused():
    with pytest.raises(FieldRefused, match="“tt0111161” is no identifier of a person"):
        PERSON.field("identifiers").read("Q42; tt0111161")


def test_the_hash_of_a_picture_is_never_made_up_by_hand():
    with pytest.raises(FieldRefused, match="given by the site"):
        POSTER.field("picture").read("../../etc/passwd")


def test_every_licence_that_can_be_read_leads_to_its_text():
    for name, licence in LICENCES.items():
        assert licence.address.startswith("https://creativecommons.org/") == (
            name.startswith("CC") or name == "public domain"
        )
        assert licence.credit or name in {"CC0", "public domain", "own"}


def test_a_licence_that_asks_for_a_name_needs_a_credit():
    with pytest.raises(FactRefused, match="asks for a name") as refused:
        read_typed(POSTER, examples(POSTER) | {"credit": ""}, UTC)
    assert [problem.field for problem in refused.value.problems] == ["credit"]
