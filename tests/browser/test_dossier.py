"""The page of a work as a dossier: read by keyboard, without scripts, on paper; nothing shifts."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
# Chromium tells of every shift of the layout, with how much of the screen moved how far.
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 400);
})"""


@pytest.fixture(scope="module")
def film(browser, site) -> str:
    """The address of the festival's film."""
    page = browser.new_page()
    page.goto(f"{site}/search?q=ferry")
    address = site + page.locator("#results a").first.get_attribute("href")
    page.close()
    return address


@pytest.mark.parametrize("width", [320, 1200])
def test_nothing_shifts_while_the_page_is_loaded_and_read(browser, site, film, width):
    for address in (film, f"{film}/timeline", f"{film}/reviews"):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(address)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert page.evaluate(SHIFTS) == 0, address
        context.close()


def test_the_contents_lead_to_their_sections(browser, film):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(film)
    page.locator(".contents").get_by_role("link", name="Timeline").click()
    heading = page.get_by_role("heading", name="Timeline")
    assert heading.bounding_box()["y"] < 300
    context.close()


def test_one_key_tells_where_a_fact_comes_from(browser, film):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(film)
    link = page.locator(".reviews").get_by_role("link", name="entry").first
    link.focus()
    page.keyboard.press("s")
    box = page.get_by_role("dialog")
    box.wait_for()
    told = box.inner_text()
    assert "Recorded" in told or "recorded" in told
    assert "2026" in told
    assert page.url == film
    page.keyboard.press("Escape")
    assert box.count() == 0
    assert link.evaluate("one => one === document.activeElement")
    # Elsewhere, and in a field, the key is a letter.
    page.get_by_label("Search works, critics and outlets").focus()
    page.keyboard.press("s")
    assert page.get_by_role("dialog").count() == 0
    assert complaints == []
    context.close()


def test_without_scripts_the_link_leads_there(browser, film):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(film)
    page.locator(".reviews").get_by_role("link", name="entry").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/entry/*")
    context.close()


def test_the_timeline_is_filtered_without_scripts(browser, film):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{film}/timeline")
    page.get_by_label("Moments of the score").check()
    page.get_by_label("With these words").fill("debut")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url("**/timeline?kind=moment&text=debut")
    assert page.locator(".timeline-list li").count() == 1
    context.close()


def test_on_paper_the_form_and_the_contents_are_left_out(browser, film):
    page = browser.new_page()
    page.goto(film)
    page.emulate_media(media="print")
    assert not page.locator(".contents").is_visible()
    assert page.locator(".timeline-list").is_visible()
    page.goto(f"{film}/timeline")
    assert not page.locator(".filters").is_visible()
    page.close()
