"""Visitors' pages stay what they were, members' are private, and none is given to another."""

from __future__ import annotations

from collections import deque

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.accounts.roles import EDITOR, GIVEN, MEMBER, VISITOR
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import writing
from clapometer.site.addresses import work_address
from tests.site.festival import tell

from .conftest import new_client


@pytest.fixture
def pages(people) -> list[str]:
    """Public pages of all ways of caching: asked about each time, kept for an hour, for a week."""
    festival = tell()
    film = work_address(festival.works["film"])
    then = f"{film}?at=2026-03-12&known=2026-03-13"
    return ["/", "/about", "/search?q=ferry", film, then, f"{then}&rule=clapometer", "/entry/1"]


def test_a_visitor_gets_no_cookie_and_no_table_of_people_is_asked(pages):
    visitor = new_client()
    for page in pages:
        with CaptureQueriesContext(connection) as asked:
            answer = visitor.get(page)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "private" not in answer.headers["Cache-Control"]
        tables = " ".join(one["sql"] for one in asked.captured_queries)
        assert "session" not in tables
        assert "accounts_" not in tables


def test_only_pages_that_caches_hand_out_unasked_depend_on_the_cookie(pages):
    """All others are asked about each time, and the tag tells readers apart."""
    visitor = new_client()
    for page in pages:
        answer = visitor.get(page)
        kept = "max-age" in answer.headers["Cache-Control"]
        assert ("Cookie" in answer.headers.get("Vary", "")) == kept, page
        held = visitor.get(page, headers={"if-none-match": answer.headers["ETag"]})
        assert (held.status_code, held.headers.get("Vary")) == (304, answer.headers.get("Vary"))


def test_a_member_s_pages_are_private_and_have_tags_of_their_own(pages, people, signed_in):
    browsers = {role: signed_in(person) for role, person in people.items()}
    for page in pages:
        answers = {role: browser.get(page) for role, browser in browsers.items()}
        assert len({one.headers["ETag"] for one in answers.values()}) == len(people)
        for role in GIVEN:
            answer = answers[role]
            assert answer.headers["Cache-Control"] == "private, no-cache"
            assert "Cookie" in answer.headers["Vary"]
            assert f"{role} m" in answer.content.decode()
            held = browsers[role].get(page, headers={"if-none-match": answer.headers["ETag"]})
            assert held.status_code == 304
            assert held.headers["Cache-Control"] == "private, no-cache"
            assert "Cookie" in held.headers["Vary"]


def test_nobody_s_tag_serves_another(pages, people, signed_in):
    """A cache that held one reader's page and asked with its tag for another gets a whole page."""
    browsers = [signed_in(person) for person in people.values()]
    for page in pages:
        for place, browser in enumerate(browsers):
            tag = browser.get(page).headers["ETag"]
            for other in browsers[:place] + browsers[place + 1 :]:
                assert other.get(page, headers={"if-none-match": tag}).status_code == 200


def test_another_name_and_another_role_make_a_member_s_pages_new(pages, people, signed_in):
    browser, member = signed_in(people[MEMBER]), people[MEMBER]
    tags = [browser.get("/").headers["ETag"]]
    for change in ({"name": "Else"}, {"role": EDITOR}):
        type(member).objects.filter(pk=member.pk).update(**change)
        tags.append(browser.get("/", headers={"if-none-match": tags[-1]}).headers["ETag"])
    assert len(set(tags)) == 3


def test_a_cookie_that_is_no_session_s_gets_the_visitor_s_page_and_nobody_else_gets_that(
    pages, settings
):
    """The answer takes the cookie away: handed to others, it would sign them out."""
    visitor, stale = new_client(), new_client()
    for page in pages:
        stale.cookies[settings.SESSION_COOKIE_NAME] = "gone"
        plain, answer = visitor.get(page), stale.get(page)
        assert answer.content == plain.content
        assert answer.headers["Cache-Control"] == "private, no-cache"
        assert "Cookie" in answer.headers["Vary"]


@pytest.mark.parametrize("page", ["/nowhere", "/search?q=" + "x" * 201, "/work/w1/", "/robots.txt"])
def test_refusals_to_members_are_private_too(page, people, signed_in):
    answer = signed_in(people[MEMBER]).get(page)
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_pages_about_people_are_not_kept_at_all(people, signed_in):
    admin = signed_in(people["admin"])
    for page in ("/account", "/account/delete", "/account/passkeys/add", "/members"):
        assert "no-store" in admin.get(page).headers["Cache-Control"]
    for page in ("/sign-in", "/invitation/x"):
        assert "no-store" in new_client().get(page).headers["Cache-Control"]


class SharedCache:
    """A cache between many readers and the site, by RFC 9111 as far as this site's headers go."""

    def __init__(self):
        self.kept = {}

    def get(self, browser, page):
        """What the reader gets, and whether the cache had it."""
        sent = browser.cookies.output(header="", sep=";")
        for answer, cookies in self.kept.get(page, ()):
            if "Cookie" in answer.headers.get("Vary", "") and cookies != sent:
                continue
            if "max-age" in answer.headers["Cache-Control"]:
                return answer
            again = browser.get(page, headers={"if-none-match": answer.headers["ETag"]})
            return answer if again.status_code == 304 else self.keep(page, again, sent)
        return self.keep(page, browser.get(page), sent)

    def keep(self, page, answer, sent):
        how = answer.headers.get("Cache-Control", "")
        if "private" not in how and "no-store" not in how and "ETag" in answer.headers:
            self.kept.setdefault(page, deque()).appendleft((answer, sent))
        return answer


def test_a_shared_cache_gives_each_reader_their_own_page(pages, people, signed_in):
    """In whatever order they come: what one gets is what they would get from the site itself."""
    browsers = {role: signed_in(person) for role, person in people.items()}
    order = [VISITOR, EDITOR, MEMBER, VISITOR, EDITOR, VISITOR, "admin", MEMBER]
    for begin in range(len(order)):
        between = SharedCache()
        for role in order[begin:] + order[:begin]:
            for page in pages:
                text = between.get(browsers[role], page).content.decode()
                names = {one for one in GIVEN if f"{one} m</a>" in text}
                assert names == ({role} - {VISITOR}), (role, page)


def test_an_entry_shows_the_writer_s_name_until_it_is_erased(people, signed_in):
    """The ledger itself holds only the number, and its page is new as soon as the name is."""
    editor = people[EDITOR]
    with writing(editor.actor) as ledger:
        seq = ledger.append_one(Draft("made.up", "made:1", {})).seq
    visitor, page = new_client(), f"/entry/{seq}"
    before = visitor.get(page)
    assert f"editor m <code>{editor.actor}</code>" in before.content.decode()
    held = {"if-none-match": before.headers["ETag"]}
    assert visitor.get(page, headers=held).status_code == 304
    signed_in(editor).post("/account/name", {"name": ""})
    after = visitor.get(page, headers=held)
    assert after.status_code == 200
    assert "editor m" not in after.content.decode()
    assert editor.actor in after.content.decode()
