"""Works added and corrected by forms. All of them are made up."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from clapometer.catalogue.models import Work
from clapometer.ledger.reading import head, read_some
from clapometer.site.addresses import work_address
from tests.catalogue.telling import add

from .test_reviews import hidden, text_of

pytestmark = pytest.mark.django_db
FILM = {
    "kind": "film", "title": "A Made-up Film (2022)", "released": "20 May 2022",
    "release": "limited", "identifiers": "imdb:tt0000001, https://www.wikidata.org/wiki/Q99999999",
}  # fmt: skip


@pytest.fixture
def adding(db):
    return reverse("work_add")


def test_a_film_is_added_with_everything_that_was_typed(editor, adding):
    token = hidden(editor.get(adding), "token")
    answer = editor.post(adding, FILM | {"token": token})
    work = Work.objects.get()
    assert answer.url == work_address(work)
    assert (work.title, work.year, work.release) == ("A Made-up Film", 2022, "limited")
    names = set(work.identifiers.values_list("value", flat=True))
    assert names == {"imdb:tt0000001", "wikidata:Q99999999"}
    entry = read_some([work.id])[work.id]
    assert (entry.kind, entry.actor[:7]) == ("work.added", "member:")
    assert entry.data["released"] == "2022-05-20T00:00:00Z"
    again = editor.post(adding, FILM | {"token": token})
    assert (again.url, Work.objects.count()) == (work_address(work), 1)


# Titles that fold alike, of about the same year, are shown before there are two.
@pytest.mark.parametrize(
    "typed", ["a made up FILM (2021)", "A Made-up Film", "Á Made-up Film (2023)"]
)
def test_a_work_like_one_that_is_there_is_asked_about(editor, adding, typed):
    first = add("A Made-up Film", year=2022)
    answer = editor.post(adding, {"kind": "film", "title": typed})
    assert "a work like it is there already" in text_of(answer)
    assert f"w{first}" in text_of(answer)
    assert re.findall(r"<(\w+)[^>]* autofocus", answer.content.decode()) == ["button"]
    assert Work.objects.count() == 1
    editor.post(adding, {"kind": "film", "title": typed, "sure": "yes"})
    assert Work.objects.count() == 2


def test_a_film_of_another_decade_is_not_asked_about(editor, adding):
    add("A Made-up Film", year=1962)
    editor.post(adding, FILM)
    assert Work.objects.count() == 2


def test_from_a_series_page_a_season_needs_its_number_only(editor, adding):
    series = add("Made-up Series", kind="series", year=2022)
    page = editor.get(work_address(Work.objects.get(id=series))).content.decode()
    link = re.search(r'href="(/works/add\?kind=season[^"]*)"', page)[1].replace("&amp;", "&")
    form = editor.get(link).content.decode()
    assert '<option value="season" selected>' in form
    assert re.search(r'name="number"[^>]* autofocus', form)
    editor.post(adding, {"kind": "season", "parent": f"w{series}", "number": "2"})
    season = Work.objects.get(kind="season")
    assert (season.label, season.number) == ("Made-up Series: Season 2", 2)
    again = editor.post(
        adding, {"kind": "season", "parent": "Made-up Series", "title": "Two", "number": "2"}
    )
    assert "a work like it is there already" in text_of(again)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"kind": "opera"}, "kind"),
        ({"year": "soon"}, "year"),
        ({"number": "two"}, "number"),
        ({"released": "3/4/2022"}, "released"),
        ({"release": "deep"}, "release"),
        ({"identifiers": "nonsense"}, "identifiers"),
        ({"identifiers": "imdb:tt7777777"}, "identifiers"),
        ({"parent": "w1"}, "parent"),
        ({"kind": "season"}, "parent"),
        ({"kind": "season", "parent": "nothing of the name"}, "parent"),
        ({"kind": "season", "parent": "Somebody Else"}, "parent"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field_and_stays_typed(
    editor, adding, changes, field
):
    add("Somebody Else", identifiers=("imdb:tt7777777",))
    before = head()
    answer = editor.post(adding, FILM | changes)
    assert (answer.status_code, head()) == (400, before)
    page = answer.content.decode()
    assert f'id="in-{field}-wrong"' in page
    assert (FILM | changes)["identifiers"].partition(",")[0] in page


@pytest.fixture
def film(db):
    return Work.objects.get(id=add("A Made-up Film", year=2022, identifiers=("imdb:tt0000001",)))


def test_a_correction_shows_before_and_after_and_is_taken_back(editor, film):
    address = reverse("work_correct", args=[film.id])
    typed = {"kind": "film", "title": "A Made-up Movie", "year": "2023",
             "identifiers": "imdb:tt0000002", "release": ""}  # fmt: skip
    preview = editor.post(address, typed | {"do": "preview"})
    assert (
        "<del>A Made-up Film</del></td><td><ins>A Made-up Movie</ins>" in preview.content.decode()
    )
    film.refresh_from_db()
    assert film.title == "A Made-up Film"
    saved = editor.post(address, typed, follow=True)
    assert "Title A Made-up Film A Made-up Movie" in text_of(saved)
    assert "Identifiers imdb:tt0000001 imdb:tt0000002" in text_of(saved)
    film.refresh_from_db()
    assert (film.title, film.year) == ("A Made-up Movie", 2023)
    undo = re.search(r'href="(/works/correction/\d+/undo)"', saved.content.decode())[1]
    editor.post(undo)
    film.refresh_from_db()
    assert (film.title, film.year) == ("A Made-up Film", 2022)
    assert list(film.identifiers.values_list("value", flat=True)) == ["imdb:tt0000001"]
    assert editor.post(undo).status_code == 400


def test_nothing_changed_writes_nothing(editor, film):
    address = reverse("work_correct", args=[film.id])
    before = head()
    typed = {"kind": "film", "title": film.title, "year": "2022", "identifiers": "imdb:tt0000001"}
    assert "Nothing is changed" in text_of(editor.post(address, typed))
    assert head() == before


def test_a_series_with_seasons_stays_a_series(editor, db):
    series = add("Made-up Series", kind="series")
    add("Season 1", kind="season", parent=series, number=1)
    typed = {"kind": "film", "title": "Made-up Series"}
    answer = editor.post(reverse("work_correct", args=[series]), typed)
    assert "It has parts" in text_of(answer)


def test_a_bare_work_is_taken_back_and_one_that_is_spoken_of_is_not(editor, db):
    series = add("Made-up Series", kind="series")
    season = add("Season 1", kind="season", parent=series, number=1)
    assert editor.post(reverse("work_take_back", args=[series])).status_code == 400
    for work in (season, series):
        assert (
            editor.post(reverse("work_take_back", args=[work]), {"reason": "x"}).status_code == 302
        )
    assert not Work.objects.exists()


def test_visitors_are_offered_nothing_to_change(client, film):
    page = client.get(work_address(film), headers={"host": "localhost"}).content.decode()
    for part in ("edit-links", "/correct", "/review/", "works/add"):
        assert part not in page
