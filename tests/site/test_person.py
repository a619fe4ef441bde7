"""The page of a person. Everybody and everything here is made up."""

from __future__ import annotations

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.accounts.models import Member
from clapometer.desk.stating import correct_fact, undo_fact
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.models import LedgerEntry, LedgerText
from clapometer.site.asking import text_of
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add
from tests.site.test_about import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def kit():
    """Somebody with a name, credits, and a book."""
    kit = person("Kit Made-up", other_names="K. Made; Kitty", identifiers="Q42; nm0000001")
    series = add("Made-up Hearts", "series", year=2024)
    season = add("Season 1", "season", parent=series, number=1, year=2024)
    film = add("An Older Film", year=2001)
    state("credit", season, person=f"p{kit}", role="cast", character="The Ferrywoman", when="2024")
    state("credit", season, person=f"p{kit}", role="written by", note="episode 3", when="2024")
    state("credit", film, person=f"p{kit}", role="music by", when="2001-05-01")
    state("source_work", series, type="graphic novel", title="Hearts on Paper", author=f"p{kit}")
    return kit


def test_works_with_roles_the_newest_first(reader, kit):
    page = reader.get(f"/person/{kit}/kit-made-up")
    assert page.status_code == 200
    shown = words(page)
    assert "Person Kit Made-up Also known as K. Made, Kitty" in shown
    assert "2024 Made-up Hearts: Season 1 Written by episode 3" in shown
    assert shown.index("Written by") < shown.index("Cast · as The Ferrywoman") < shown.index("2001")
    assert "An Older Film Music by" in shown
    assert "Source work the graphic novel “Hearts on Paper” · Made-up Hearts (2024)" in shown
    assert 'href="https://www.imdb.com/name/nm0000001/"' in page.content.decode()


def test_programs_are_told_who_it_is(reader, kit):
    found = re.search(
        r'ld\+json">(.*?)</script>', reader.get(f"/person/{kit}/kit-made-up").content.decode()
    )
    data = json.loads(found[1])
    assert (data["@type"], data["name"]) == ("Person", "Kit Made-up")
    assert data["sameAs"] == [
        "https://www.imdb.com/name/nm0000001/",
        "https://www.wikidata.org/wiki/Q42",
    ]


def test_there_is_one_address(reader, kit):
    for path in (f"/person/{kit}", f"/person/{kit}/", f"/person/{kit}/else?known=2030-01-01"):
        answer = reader.get(path)
        assert answer.status_code == 301
        assert answer.headers["Location"].startswith(f"/person/{kit}/kit-made-up")


@pytest.mark.parametrize("query", ["at=never", "known=2030-99-01"])
def test_what_cannot_be_read_is_refused(reader, kit, query):
    assert reader.get(f"/person/{kit}/kit-made-up?{query}").status_code == 400


def test_only_people_have_such_a_page(reader, kit):
    credit = LedgerEntry.objects.filter(kind="credit.added").first().seq
    for number in (credit, 999_999, 10**15 - 1):
        assert reader.get(f"/person/{number}/x").status_code == 404


def test_the_page_can_be_read_at_both_clocks(reader, kit):
    past = reader.get(f"/person/{kit}/kit-made-up?at=2001-06-01")
    assert "An Older Film" in words(past)
    assert "The Ferrywoman" not in words(past)
    # What is said without a time holds at any time.
    assert "the graphic novel “Hearts on Paper”" in words(past)
    last = text_of(LedgerEntry.objects.latest("seq").recorded_at)
    correct_fact(kit, {"name": "Ann Made-up"}, "test editor")
    assert reader.get(f"/person/{kit}/kit-made-up").status_code == 301
    before = reader.get(f"/person/{kit}/kit-made-up?known={last}")
    assert "Kit Made-up" in words(before)
    undo_fact(kit, "", "test editor")
    assert reader.get(f"/person/{kit}/ann-made-up").status_code == 404
    assert reader.get(f"/person/{kit}/kit-made-up?known={last}").status_code == 200


def test_an_erased_name_is_not_shown(reader, kit):
    LedgerText.objects.filter(seq=kit).delete()
    rebuild()
    page = reader.get(f"/person/{kit}/person")
    assert page.status_code == 200
    assert f"(name erased, person {kit})" in words(page)
    assert "Kit" not in words(page)


def test_the_number_of_queries_is_constant(reader, kit):
    def count():
        with CaptureQueriesContext(connection) as asked:
            assert reader.get(f"/person/{kit}/kit-made-up").status_code == 200
        return len(asked)

    count()
    before = count()
    for number in range(4):
        state("credit", add(f"Film {number}"), person=f"p{kit}", role="guest")
    assert count() == before


def test_somebody_called_like_a_form_has_a_page_all_the_same(reader):
    number = person("Correct!")
    assert reader.get(f"/person/{number}").headers["Location"] == f"/person/{number}/person-correct"
    assert reader.get(f"/person/{number}/person-correct").status_code == 200


def test_editors_find_the_form_and_visitors_do_not(reader, client, kit):
    editor = Member.objects.create(email="editor@made-up.example", role="editor")
    client.force_login(editor)
    form = f'href="/person/{kit}/correct?'
    path = f"/person/{kit}/kit-made-up"
    assert form in client.get(path, headers={"host": "localhost"}).content.decode()
    assert form not in reader.get(path).content.decode()
