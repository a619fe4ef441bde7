"""The editors' outbox in a real browser: by keyboard, without scripts, on 320 pixels, with axe."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_access import told

pytestmark = pytest.mark.browser


def outbox(browser, served, **more):
    """The page, opened by an editor."""
    context = browser.new_context(**more)
    context.set_default_timeout(10_000)
    cookie = {"name": "clapometer_session", "value": served.session, "url": served.address}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(f"{served.address}/desk/outbox")
    return page


def test_everything_of_a_work_is_held_and_freed_by_keyboard(browser, festival_served):
    page = outbox(browser, festival_served, java_script_enabled=False,
                  viewport={"width": 320, "height": 700})  # fmt: skip
    page.get_by_label("Hold everything of this work").fill("No such thing")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("No such thing")
    page.get_by_label("Hold everything of this work").fill("The Ferryman's Holiday (made up)")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("held from now on")
    expect(page.get_by_role("table")).to_contain_text("Ed Invented")
    free = page.get_by_role("button", name="Hold no longer")
    free.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("told again")
    expect(free).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_everybody_can_read_it(browser, festival_served, width, scheme):
    page = outbox(browser, festival_served, viewport={"width": width, "height": 900},
                  color_scheme=scheme)  # fmt: skip
    found = Axe().run(page)
    assert [told(one) for one in found.response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.context.close()
