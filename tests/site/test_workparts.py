"""The pages beside a work's own: what does not fit on it is there, at the same instants."""

from __future__ import annotations

import gzip
import re

import pytest

from clapometer.site.addresses import work_address
from tests.site.festival import add_work, crowd
from tests.site.test_work import text


@pytest.fixture
def many(festival):
    work = add_work("Many (made up)")
    crowd(festival, work, 130)
    return work


def test_the_page_holds_the_newest_reviews_and_leads_to_all(reader, many):
    page = reader.get(work_address(many)).content.decode()
    assert page.count('<li class="review') == 20
    assert f'<a href="{work_address(many)}/reviews">All 130 reviews</a>' in page
    first = reader.get(f"{work_address(many)}/reviews").content.decode()
    second = reader.get(f"{work_address(many)}/reviews?page=2").content.decode()
    assert [one.count('<li class="review') for one in (first, second)] == [100, 30]
    entries = re.findall(r">entry (\d+)<", first + second)
    assert len(set(entries)) == 130
    on_page = re.findall(r">entry (\d+)<", page[page.index('id="reviews"') :])
    assert on_page == entries[:20]


def test_few_reviews_need_no_page_of_their_own(reader, festival):
    page = reader.get(work_address(festival.works["film"])).content.decode()
    assert "/reviews" not in page
    assert "/numbers" not in page


def test_the_other_pages_keep_the_instants(reader, festival):
    film = work_address(festival.works["film"])
    then = text(reader.get(f"{film}/reviews?at=2026-03-09"))
    assert "B+" in then
    assert "The score as it stood at the end of 9 March 2026" in then
    assert "6 of 7" in text(reader.get(f"{film}/numbers?at=2026-03-09"))
    moved = reader.get(f"{film}/reviews?at=2026-03-09&at_time=12:00&page=1")
    assert moved.headers["Location"] == f"{film}/reviews?at=2026-03-09T12:00Z&page=1"


@pytest.mark.parametrize("page", ["0", "3", "x", "-1", "٢", "9999999"])
def test_pages_that_are_not_there_are_not_found(reader, many, page):
    assert reader.get(f"{work_address(many)}/reviews", {"page": page}).status_code == 404


def test_all_numbers_stand_on_their_page(reader, festival):
    work = add_work("Long (made up)")
    crowd(festival, work, 60)
    page = text(reader.get(f"{work_address(work)}/numbers"))
    assert "Score Positive Mean grade" in page
    assert "48 of 60" in page


def test_pages_are_sent_compressed_to_those_who_can_read_it(reader, many):
    plain = reader.get(work_address(many))
    packed = reader.get(work_address(many), headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] == plain.headers["ETag"]
    assert len(packed.content) * 4 < len(plain.content)
