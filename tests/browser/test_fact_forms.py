"""Facts entered by hand in a real browser: by keyboard, without scripts, on 320 pixels."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_access import told

pytestmark = pytest.mark.browser


def work_page(browser, served, **more):
    """The page of a work, opened by an editor."""
    context = browser.new_context(**more)
    context.set_default_timeout(10_000)
    cookie = {"name": "clapometer_session", "value": served.session, "url": served.address}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(f"{served.address}/search?q=ferry")
    page.locator(".works a").first.click()
    return page


def chosen(page, kind):
    """The form of a kind of fact, opened from the list on the work's page."""
    page.locator(".addable").get_by_role("link", name=kind, exact=True).click()
    return page


def test_a_fact_is_entered_corrected_and_undone_by_keyboard_without_scripts(
    browser, festival_served
):
    page = work_page(browser, festival_served, java_script_enabled=False,
                     viewport={"width": 320, "height": 700})  # fmt: skip
    work = page.url
    chosen(page, "Credit")
    expect(page.locator("#in-person")).to_be_focused()
    page.keyboard.type("Kit Made-up")
    page.keyboard.press("Tab")
    page.locator("#in-role").select_option("cast")
    page.locator("#in-when").fill("the other day")
    page.keyboard.press("Enter")
    expect(page.locator("#in-when")).to_be_focused()
    assert page.locator("#in-person").input_value() == "Kit Made-up"
    page.get_by_role("link", name="When it was said").click()
    page.locator("#in-when").fill("May 2022")
    page.keyboard.press("Enter")
    saved = page.locator(".saved")
    expect(saved).to_contain_text("Recorded.")
    assert page.url.startswith(work)
    saved.get_by_role("link").click()
    page.get_by_role("link", name="Correct", exact=True).click()
    page.locator("#in-character").fill("The Ferrywoman")
    page.keyboard.press("Enter")
    expect(page.locator(".differences")).to_contain_text("The Ferrywoman")
    expect(page.get_by_role("button", name="Save")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".saved")).to_contain_text("Corrected.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("dl.told").first).not_to_contain_text("The Ferrywoman")
    page.get_by_role("link", name="Take back", exact=True).click()
    page.keyboard.type("It was made up.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("no longer counts")).to_be_visible()
    page.context.close()


@pytest.mark.slow
def test_forms_and_pages_of_facts_are_for_everybody(browser, festival_served):
    page = work_page(browser, festival_served, reduced_motion="reduce")
    work = page.url
    # All forms are one template; these two have fields of every type.
    links = page.locator(".addable a").evaluate_all("links => links.map(one => one.href)")
    forms = [one for one in links if "/add/announcement" in one or "/add/source_work" in one]
    assert len(forms) == 2
    chosen(page, "Credit")
    page.locator("#in-person").fill("Bo Made-up")
    page.locator("#in-role").select_option("cast")
    page.get_by_role("button", name="Save").click()
    fact = page.locator(".saved a").evaluate("link => link.href")
    found, wide = [], []
    for path in (work, *forms, fact, f"{fact}/correct", f"{fact}/undo", "wrong"):
        if path == "wrong":
            page.goto(f"{fact}/correct")
            page.locator("#in-link").fill("no link")
            page.get_by_role("button", name="See what would change").click()
        else:
            page.goto(path)
        page.evaluate(Axe().axe_script)
        for width, scheme in ((320, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            results = page.evaluate("axe.run({resultTypes: ['violations']})")
            found += [(path, width, scheme, told(one)) for one in results["violations"]]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path, width))
    assert found == []
    assert wide == []
    page.context.close()
