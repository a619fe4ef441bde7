"""Only the works whose names a text holds are looked up, with what is known of them."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.entering import enter_fact
from clapometer.desk.intake.knowing import MOST_KEYS, MOST_WORKS, known_works
from clapometer.facts.kinds import kind_named
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db


def add(*titles, kind="film"):
    with writing("test") as writer:
        for title in titles:
            writer.append_one(work_added(kind=kind, title=title))


def titles(text):
    return {one.title for one in known_works(text)}


def test_a_work_is_known_with_its_names_seasons_and_people(show):
    season = Work.objects.get(parent_id=show.id, number=2)
    title = {"text": "La Route du sel", "type": "translated"}
    enter_fact(kind_named("title"), show.id, title, "member:1")
    for about, person, role in ((show, "Ida Holm", "cast"), (season, "Jon Berg", "directed by")):
        typed = {"person": person, "role": role}
        enter_fact(kind_named("credit"), about.id, typed, "member:1")
    for text in ("They watched Salt Road twice.", "On a revu la Route du Sel, hier."):
        (one,) = known_works(text)
        assert (one.title, one.kind, one.year, one.id) == ("Salt Road", "series", 2023, show.id)
        assert (one.names, one.seasons) == (("La Route du sel",), 2)
        assert set(one.people) == {"Ida Holm", "Jon Berg"}


def test_titles_are_found_in_whatever_way_they_are_printed():
    add("Salt Road", "The Keeper’s Daughter: A Tale", "1917 Again", "Café Déjà Vu", "Low Water")
    text = (
        "“Salt Road” and THE KEEPER'S DAUGHTER: A TALE; 1917 Again, Cafe Deja Vu! But low water"
        " is no film."
    )
    assert titles(text) == {
        "Salt Road", "The Keeper’s Daughter: A Tale", "1917 Again", "Café Déjà Vu",
    }  # fmt: skip


def test_a_single_word_is_a_title_only_where_its_capital_says_so():
    add("Yesterday", "You")
    assert titles("Yesterday it rained. You know it.\nYou too") == set()
    assert titles("We saw Yesterday again.") == {"Yesterday"}
    assert titles("Then “You” came out.") == {"You"}


def test_what_is_looked_up_is_bounded(django_assert_max_num_queries):
    add(*(f"Film Number {n}" for n in range(MOST_WORKS + 20)))
    text = " ".join(f"Film Number {n} and" for n in range(MOST_WORKS + 20))
    assert len(known_works(text)) == MOST_WORKS
    with django_assert_max_num_queries(2 * (MOST_KEYS // 400 + 2) + 10):
        known_works(" ".join(f"Word{n} Other{n}" for n in range(60_000)))
