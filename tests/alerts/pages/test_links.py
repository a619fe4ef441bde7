"""The way to the panel stands on every page of what can be followed, the same for everybody."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.site.addresses import work_address
from tests.alerts.pages.conftest import followed, text


def link_on(browser, path: str) -> str:
    """The address of the link to follow what a page is about."""
    page = browser.get(path, follow=True).content.decode()
    found = re.findall(r'<p class="follow"><a href="([^"]+)"', page)
    assert len(found) == 1, path
    return html.unescape(found[0])


@pytest.fixture
def pages(festival) -> dict[str, str]:
    """A page of everything that can be followed, by what stands on the panel it leads to."""
    film, season = festival.works["film"], festival.works["season 1"]
    ada, outlet = festival.critics["Ada Merriweather"], next(iter(festival.outlets.values()))
    return {
        str(film): work_address(film),
        str(season): work_address(season),
        "Ada Merriweather": f"/critic/{ada}/",
        "The Morning Lantern": f"/outlet/{outlet}/",
        "Biggest drop between seasons": "/queries/biggest-drop",
        "Biggest drop between seasons (reviews 5)": "/queries/biggest-drop?reviews=5&limit=20",
    }


def test_each_leads_to_the_panel_about_it(reader, pages):
    for title, path in pages.items():
        answer = reader.get(link_on(reader, path))
        assert answer.status_code == 200, path
        assert f"Follow {title} " in text(answer), path


def test_a_person_can_be_followed(reader, festival):
    from tests.catalogue.stating import person

    number = person("Kit Made-up")
    answer = reader.get(link_on(reader, f"/person/{number}/"))
    assert "Follow Kit Made-up " in text(answer)
    assert "New credits, and numbers counted of the person." in text(answer)


def test_where_facts_are_cited_corrections_are_offered(reader, festival):
    page = work_address(festival.works["film"], page="cite")
    assert "Tell me if this is corrected" in text(reader.get(page))
    panel = reader.get(link_on(reader, page)).content.decode()
    assert 'value="correction" checked' in panel
    assert 'value="score" checked' not in panel


def test_a_page_is_the_same_bytes_for_who_follows_and_who_does_not(reader, festival):
    path = work_address(festival.works["film"])
    before = reader.get(path)
    followed(reader, f"work:{festival.works['film'].id}")
    after = reader.get(path)
    assert after.content == before.content
    assert after.headers["ETag"] == before.headers["ETag"]
    assert "Cookie" not in after.headers.get("Vary", "")


def test_a_member_s_page_has_the_same_link(reader, festival):
    path = work_address(festival.works["film"])
    member = Client(headers={"host": "localhost"})
    member.force_login(Member.objects.create(email="m@made-up.example", role="member"))
    assert link_on(member, path) == link_on(reader, path)


def test_robots_stay_away(reader, db):
    assert "Disallow: /follow/" in reader.get("/robots.txt").content.decode()
