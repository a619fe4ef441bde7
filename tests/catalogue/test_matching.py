"""Which work of the catalogue an incoming work is. All works here are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.catalogue.matching.forms import forms, mend, normal
from clapometer.catalogue.matching.points import AUTOMATIC, CLEAR_BY
from clapometer.catalogue.matching.shelf import Incoming, Known, Shelf
from clapometer.catalogue.matching.verdicts import Verdict, judge

WORDS = st.sampled_from(["The", "Ferry", "II", "2", "&", "and", "Night", "of", "Salt", "Zürich"])
TITLES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
YEARS = st.one_of(st.none(), st.integers(1990, 2000))
KNOWN = st.builds(
    lambda title, year, kind: (title, year, kind),
    TITLES,
    YEARS,
    st.sampled_from(["film", "series"]),
)


def film(work: int, title: str, year: int | None, *more: str, kind: str = "film") -> Known:
    return Known(work, (title, *more), year, kind)


def verdict(title: str, year: int | None, *known: Known, kind: str = "film") -> Verdict:
    return judge(Incoming((title,), year, kind), Shelf(known))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The Salt Ferry", "Salt Ferry"),
        ("Salt Ferry, The", "The Salt Ferry"),
        ("Salt & Ferry", "Salt and Ferry"),
        ("Salt vs. Ferry", "Salt Versus Ferry"),
        ("Salt Ferry II", "Salt Ferry 2"),
        ("Salt Ferry Part III", "Salt Ferry 3"),
        ("Salt Ferry Two", "Salt Ferry 2"),
        ("Twelve Ferries", "12 Ferries"),
        ("The Ferryman's Salt", "The Ferrymans Salt"),
        ("Salt-Ferry", "Saltferry"),
        ("Salt Ferry 2½: Home", "Salt Ferry 2 1/2: Home"),
        ("Die Fähre", "Die Fahre"),
        ("La nuit (The Salt Ferry)", "The Salt Ferry"),
        ("The Salt Ferry (Das Salzschiff) (2004 film)", "Das Salzschiff"),
        ("Salt: The Movie", "Salt"),
        ("Cafe\u0301 Salt", "Café Salt"),
        ("CafÃ© Salt", "Café Salt"),
        ("Caf√© Salt", "Café Salt"),
        ("Das Groesste Salzschiff", "Das Groesste Salzschif"),
    ],
)
def test_spellings_of_one_title_meet(ours: str, theirs: str) -> None:
    found = verdict(ours, 2004, film(1, theirs, 2004), film(2, "Something Else", 2004))
    assert (found.verdict, found.work) == ("same", 1)
    assert verdict(theirs, 2004, film(1, ours, 2004)).work == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Salt Ferry 2", "Salt Ferry 3"),
        ("Salt Ferry II: Home at Last", "Salt Ferry III: Home at Last"),
        ("Salt Ferry: Dawn", "Salt Ferry: Dusk"),
        ("Salt Ferry", "Salt Ferry 2"),
        ("Nine", "9"),
        ("Silt", "Salt"),
        ("You", "Yours"),
    ],
)
def test_different_works_do_not(ours: str, theirs: str) -> None:
    assert verdict(ours, 2004, film(1, theirs, 2004)).work is None
    assert verdict(theirs, 2004, film(1, ours, 2004)).work is None


def test_a_year_apart_is_the_same_where_no_other_work_has_the_title() -> None:
    near = film(1, "Salt Ferry", 2003)
    assert verdict("Salt Ferry", 2004, near).work == 1
    remade = verdict("Salt Ferry", 2004, near, film(2, "The Salt Ferry", 1956))
    assert remade.verdict == "unsure"
    assert "another work of that title" in remade.why


def test_remakes_of_neighbouring_years_are_for_a_person() -> None:
    found = verdict("Salt Ferry", 2004, film(1, "Salt Ferry", 2004), film(2, "Salt Ferry", 2005))
    assert found.verdict == "unsure"
    assert [one.work for one in found.likely] == [1, 2]
    assert found.likely[0].reasons[0] == "the title is the same"


def test_a_remake_decades_later_is_another_work() -> None:
    assert verdict("Salt Ferry", 2014, film(1, "Salt Ferry", 1974)).verdict == "new"


def test_a_subtitle_told_by_one_side_is_for_a_person() -> None:
    found = verdict("Salt Ferry: Home at Last", 2004, film(1, "Salt Ferry", 2004))
    assert (found.verdict, found.likely[0].work) == ("unsure", 1)


def test_an_unknown_year_is_for_a_person() -> None:
    assert verdict("Salt Ferry", None, film(1, "Salt Ferry", 2004)).verdict == "unsure"
    assert verdict("Salt Ferry", 2004, film(1, "Salt Ferry", None)).verdict == "unsure"


def test_another_kind_is_another_work() -> None:
    assert verdict("Salt Ferry", 2004, film(1, "Salt Ferry", 2004), kind="series").verdict == "new"


def test_other_titles_of_the_work_count() -> None:
    assert verdict("Das Salzschiff", 2004, film(1, "Salt Ferry", 2004, "Das Salzschiff")).work == 1


def test_an_identifier_decides_before_any_title() -> None:
    shelf = Shelf(
        [
            Known(1, ("Salt Ferry",), 2004, "film", frozenset({"imdb:tt0000001"})),
            Known(2, ("Another",), 1990, "film", frozenset({"imdb:tt0000002", "wikidata:Q1"})),
        ]
    )
    by_id = judge(Incoming(("Salt Ferry",), 2004, "film", frozenset({"imdb:tt0000002"})), shelf)
    assert (by_id.verdict, by_id.work) == ("same", 2)
    both = frozenset({"imdb:tt0000001", "wikidata:Q1"})
    assert judge(Incoming(("Salt Ferry",), 2004, "film", both), shelf).verdict == "unsure"


def test_another_identifier_of_the_same_source_is_another_work() -> None:
    known = Known(1, ("Salt Ferry",), 2004, "film", frozenset({"imdb:tt0000001"}))
    told = Incoming(("Salt Ferry",), 2004, "film", frozenset({"imdb:tt0000009"}))
    assert judge(told, Shelf([known])).verdict == "new"
    other_source = Incoming(("Salt Ferry",), 2004, "film", frozenset({"tvmaze:shows/9"}))
    assert judge(other_source, Shelf([known])).work == 1


@given(st.lists(KNOWN, max_size=8), TITLES, YEARS)
def test_an_automatic_match_is_sure_and_clear(
    known: list[tuple[str, int | None, str]], title: str, year: int | None
) -> None:
    """What is matched without a person has enough points, leads clearly, and is of the kind."""
    works = [film(place, *one[:2], kind=one[2]) for place, one in enumerate(known)]
    found = judge(Incoming((title,), year, "film"), Shelf(works))
    scores = [one.score for one in found.likely]
    assert scores == sorted(scores, reverse=True)
    assert (found.work is None) == (found.verdict != "same")
    if found.work is not None:
        assert works[found.work].kind == "film"
        assert found.likely[0].work == found.work
        assert scores[0] >= AUTOMATIC
        assert len(scores) == 1 or scores[0] - scores[1] >= CLEAR_BY


@given(st.lists(KNOWN, max_size=8), TITLES, YEARS, st.randoms())
def test_the_order_of_the_catalogue_says_nothing(
    known: list[tuple[str, int | None, str]], title: str, year: int | None, random
) -> None:
    """The verdict is the same however the works are put on the shelf."""
    works = [film(place, *one[:2], kind=one[2]) for place, one in enumerate(known)]
    incoming = Incoming((title,), year, "film")
    told = judge(incoming, Shelf(works))
    random.shuffle(works)
    assert judge(incoming, Shelf(works)) == told


@given(st.text(max_size=40))
def test_any_text_has_forms(title: str) -> None:
    """Forms are never empty texts, each key stands once, and mending twice changes nothing."""
    found = forms(title)
    assert all(form.key for form in found)
    assert len({form.key for form in found}) == len(found)
    assert isinstance(normal(title), str)
    if mend(title) == title:
        assert mend(mend(title)) == title
