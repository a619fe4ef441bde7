"""Conditional requests: one query while nothing changes, and never an old page once it has."""

from __future__ import annotations

import pytest

from clapometer.site.addresses import work_address
from clapometer.site.freshness import SETTLED
from tests.site.festival import CRITICS, OUTLETS, post, said


@pytest.fixture
def pages(festival) -> list[str]:
    film = work_address(festival.works["film"])
    permanent = f"{film}?at=2026-03-12&known=2026-03-13&rule=clapometer"
    people = [
        f"/critic/{festival.critics[CRITICS[0]]}/ada-merriweather",
        f"/entry/{festival.reviews['hugo']}",
    ]
    plain = ["/", "/about", "/rules/", "/rules/clapometer", "/search?q=ferry"]
    return [film, f"{film}?at=2026-03-12", permanent, *people, *plain]


def test_a_conditional_request_costs_the_cursor_alone(reader, pages, django_assert_num_queries):
    for page in pages:
        first = reader.get(page)
        assert first.status_code == 200, page
        # The name beside who wrote an entry is not in the ledger, so that is asked for too.
        with django_assert_num_queries(2 if page.startswith("/entry/") else 1):
            again = reader.get(page, headers={"if-none-match": first.headers["ETag"]})
        assert again.status_code == 304, page
        assert not again.content
        for header in ("ETag", "Cache-Control", "Vary"):
            assert again.headers.get(header) == first.headers.get(header), (page, header)


def test_head_says_what_get_says(reader, pages):
    for page in pages:
        head, whole = reader.head(page), reader.get(page)
        assert not head.content
        assert head.headers["ETag"] == whole.headers["ETag"]
        held = {"if-none-match": f'"other", {whole.headers["ETag"]}'}
        assert reader.head(page, headers=held).status_code == 304


def test_a_new_entry_makes_every_page_new(reader, festival, pages):
    before = {page: reader.get(page).headers["ETag"] for page in pages}
    post(
        festival,
        festival.works["film"],
        "Lev Marsden",
        OUTLETS[1],
        said(False),
        "2026-04-01T00:00Z",
    )
    for page, tag in before.items():
        assert reader.get(page, headers={"if-none-match": tag}).status_code == 200


def test_tags_differ_by_address_and_query(reader, pages):
    tags = [reader.get(page).headers["ETag"] for page in pages]
    assert len(set(tags)) == len(tags)


def test_a_tag_of_nothing_is_not_honoured(reader, festival):
    film = work_address(festival.works["film"])
    none = film.replace(festival.works["film"].public_id, "w999999")
    assert reader.get(none, headers={"if-none-match": "*"}).status_code == 404
    assert reader.get("/", headers={"if-none-match": 'W/"0-0-c"'}).status_code == 200


def test_settled_pages_keep_their_caching_when_confirmed(reader, festival):
    film = work_address(festival.works["film"])
    page = f"{film}?at=2026-03-12&known=2026-03-13&rule=clapometer"
    tag = reader.get(page).headers["ETag"]
    confirmed = reader.get(page, headers={"if-none-match": tag})
    assert confirmed.headers["Cache-Control"] == SETTLED


@pytest.mark.django_db
def test_only_reading_is_possible(reader):
    for page in ("/", "/search", "/rules/", "/about", "/entry/1", "/robots.txt"):
        assert reader.post(page).status_code == 405, page
