"""A journalist's way: from the page of a film to a sentence on the clipboard."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser
FACT = (
    "“The Ferryman's Holiday (made up)” debuted at 100 percent from five reviews on March 4, 2026"
)


def way_to_the_sentences(page, site):
    page.goto(f"{site}/search?q=ferry")
    page.get_by_role("link", name="The Ferryman's Holiday").last.click()
    page.get_by_role("link", name="Facts to cite").click()
    page.get_by_label("House style").select_option("ap")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(r"style=ap"))
    return page.get_by_role("textbox", name="The debut")


def test_a_sentence_is_copied_by_its_button(browser, site):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    field = way_to_the_sentences(page, site)
    button = page.locator(".quote", has=field).get_by_role("button")
    assert button.inner_text() == "Copy"
    button.click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == field.input_value()
    assert field.input_value().startswith(FACT)
    assert complaints == []
    context.close()


def test_without_scripts_the_sentence_can_be_selected(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    field = way_to_the_sentences(page, site)
    assert field.input_value().startswith(FACT)
    assert not page.locator(".quote button").count()
    with page.expect_download() as taken:
        page.get_by_role("link", name="PNG", exact=True).click()
    assert taken.value.suggested_filename.endswith(".png")
    context.close()


@pytest.mark.parametrize("width", [320, 1200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_has_no_violations(browser, site, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    way_to_the_sentences(page, site)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    context.close()
