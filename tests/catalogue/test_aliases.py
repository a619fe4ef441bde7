"""Works are found by their other titles, alike on SQLite and PostgreSQL. All titles are made up."""

import pytest

from clapometer.catalogue.models import Alias
from clapometer.catalogue.search import WorkUnknown, find_works, resolve_work
from clapometer.desk.stating import correct_fact, restore_fact, undo_fact
from clapometer.desk.titles import also_titled_works
from clapometer.ledger.consumers import rebuild
from tests.catalogue.stating import state
from tests.catalogue.telling import add, correct, take_back

pytestmark = pytest.mark.django_db


def found(words, **options):
    return [work.id for work in find_works(words, **options)]


def test_a_work_is_found_by_another_title():
    work = add("Made-up Hearts", year=2024)
    state("title", work, text="Erfundene Herzen", type="translated", language="de")
    for words in ("erfundene herzen", "erfund", "Herzen 2024", "HERZEN"):
        assert found(words) == [work]
    assert resolve_work("Erfundene Herzen").id == resolve_work("Erfundene Herzen (2024)").id == work
    assert found("herzen 2023") == []


@pytest.mark.parametrize("words", ["z%", "'herzen'", '"herzen', "herzen*", "her_en", "key:herzen"])
def test_signs_are_taken_literally(words):
    work = add("Made-up Hearts")
    state("title", work, text="Erfundene Herzen", type="alias")
    assert found(words) == ([work] if "herzen" in words and "key" not in words else [])


# Own titles go before other titles; each work is found once.
def test_the_order_of_what_is_found():
    other = add("Something Else")
    state("title", other, text="Red Lanterns", type="alias")
    state("title", other, text="Red Lanterns Again", type="working")
    own = add("Red Lanterns")
    longer = add("Red Lanterns and More")
    assert found("red lanterns") == [own, other, longer]
    assert found("red lanterns", limit=2) == [own, other]


def test_a_title_of_its_own_goes_before_the_other_titles_of_others():
    own = add("Red Lanterns")
    other = add("Something Else")
    state("title", other, text="Red Lanterns", type="alias")
    assert resolve_work("red lanterns").id == own


def test_an_ambiguous_alias_names_nobody():
    works = [add("Something Else"), add("Another Thing")]
    for work in works:
        state("title", work, text="Red Lanterns", type="alias")
        state("title", work, text="red lanterns!", type="sort")
    with pytest.raises(WorkUnknown) as unknown:
        resolve_work("Red Lanterns")
    assert unknown.value.ambiguous
    assert [work.id for work in unknown.value.candidates] == works
    assert [one.work for one in also_titled_works(["red lanterns"])["red lanterns"]] == works


def test_an_alias_follows_its_fact():
    work = add("Made-up Hearts")
    fact = state("title", work, text="Erfundene Herzen", type="translated")
    correct_fact(fact, {"text": "Ausgedachte Herzen", "type": "translated"}, "test editor")
    assert (found("erfundene"), found("ausgedachte")) == ([], [work])
    undo_fact(fact, "made-up reason", "test editor")
    assert found("ausgedachte") == []
    restore_fact(fact, "", "test editor")
    assert found("ausgedachte") == [work]
    take_back(work)
    assert found("ausgedachte") == []


def test_a_part_is_found_under_its_series():
    series = add("Made-up Hearts", "series")
    season = add("Season 2", "season", parent=series, number=2)
    state("title", season, text="Staffel 2", type="translated", language="de")
    assert resolve_work("Made-up Hearts: Staffel 2").id == season
    correct(series, title="Invented Hearts")
    assert resolve_work("Invented Hearts: Staffel 2").id == season
    with pytest.raises(WorkUnknown):
        resolve_work("Made-up Hearts: Staffel 2")


def test_the_index_can_be_drawn_again():
    series = add("Made-up Hearts", "series")
    for work in (series, add("Season 2", "season", parent=series, number=2)):
        state("title", work, text="Staffel", type="alias")
    before = list(Alias.objects.order_by("fact").values_list())
    rebuild()
    assert list(Alias.objects.order_by("fact").values_list()) == before
    assert found("staffel") == [series, series + 1]
