"""A reader's way: find a work, pick a day, see the old score, follow the review that changed it."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_home_to_the_review_that_changed_the_score(browser, site, scripts):
    context = browser.new_context(java_script_enabled=scripts, locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(site)
    page.get_by_label("Search works, critics and outlets").fill("ferry")
    if not scripts:
        page.get_by_role("button", name="Search").click()
        assert page.url == f"{site}/search?q=ferry"
    page.get_by_role("link", name="The Ferryman's Holiday").last.click()
    page.wait_for_url(re.compile(r"/w\d+/the-ferrymans-holiday-made-up$"))
    assert "6 of 8 critics, 75 %" in page.locator("main").inner_text()

    page.get_by_label("Day", exact=True).first.fill("2026-03-07")
    page.get_by_label("Time, if it matters").first.fill("12:00")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(r"\?at=2026-03-07T12:00Z$"))
    assert "5 of 6 critics, 83 %" in page.locator("main").inner_text()
    assert "7 March 2026, 12:00 UTC" in page.locator(".then").inner_text()

    page.locator(".changes").get_by_role("link", name="Farid Amberley").first.click()
    page.wait_for_url(re.compile(r"/entry/\d+$"))
    assert re.sub(r"\s+", " ", page.locator(".effect").inner_text()).strip() == "from 100 % to 83 %"
    assert complaints == []
    context.close()


def test_search_answers_while_typing(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/search")
    page.get_by_label("Search works, critics and outlets").press_sequentially("harbour")
    page.locator("#results").get_by_role("link", name="Season 2").wait_for()
    page.wait_for_url(f"{site}/search?q=harbour")
    page.get_by_label("Search works, critics and outlets").fill("")
    page.locator("#results > *").first.wait_for(state="detached")
    context.close()


def test_a_page_asks_only_its_own_site(browser, site):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/search?q=ferry", "/about"):
        page.goto(f"{site}{path}")
    assert asked
    assert [address for address in asked if not address.startswith(site)] == []
    assert context.cookies() == []
    context.close()
