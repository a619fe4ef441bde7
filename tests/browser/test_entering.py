"""An editor with many reviews to enter, by keyboard alone, with scripts and without."""

from __future__ import annotations

import re
import sys
import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_access import told

pytestmark = pytest.mark.browser
# What a person needs besides the waiting: Card, Moran and Newell's keystroke-level model (1980)
# gives a practised typist 0.2 s a key, and 1.35 s to make up one's mind before each step.
KEY, THINK = 0.2, 1.35
GOAL = 15


class Keyboard:
    """Presses keys on a page and counts them, with the seconds that the site lets one wait."""

    def __init__(self, page) -> None:
        self.page, self.keys, self.steps, self.waited = page, 0, 0, 0.0

    def paste(self, text: str) -> None:
        """Ctrl+V: two keys, however long the link is."""
        self.page.keyboard.insert_text(text)
        self.keys, self.steps = self.keys + 2, self.steps + 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys, self.steps = self.keys + len(text), self.steps + 1

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
        self.keys += len(names)

    def wait(self, until) -> None:
        began = time.perf_counter()
        until()
        self.waited += time.perf_counter() - began

    def told(self) -> str:
        seconds = self.keys * KEY + self.steps * THINK + self.waited
        assert seconds < GOAL
        return (
            f"{self.steps} steps × {THINK} s + {self.keys} keys × {KEY} s"
            f" + {self.waited:.2f} s waiting = {seconds:.1f} s"
        )


def opened(browser, served, work="ferry", **more):
    """The page that enters reviews of a work, opened by an editor."""
    context = browser.new_context(**more)
    context.set_default_timeout(10_000)
    cookie = {"name": "clapometer_session", "value": served.session, "url": served.address}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(f"{served.address}/search?q={work}")
    page.locator(".works a").first.click()
    page.get_by_role("link", name="Enter reviews").click()
    expect(page.locator("#in-link")).to_be_focused()
    return page


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent")


def test_a_pasted_link_and_a_grade_are_a_review_in_under_fifteen_seconds(
    browser, festival_served, capsys
):
    page = opened(browser, festival_served)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    # The outlet's host and its regular critic become known by two reviews.
    for number in range(2):
        page.keyboard.insert_text(f"https://www.kestrel-two.example/{number}")
        page.keyboard.press("Tab")
        page.keyboard.type("4/5")
        page.keyboard.press("Tab")
        page.keyboard.type("Wanda Invented")
        page.keyboard.press("Tab")
        page.keyboard.type("The Second Kestrel")
        page.keyboard.press("Enter")
        page.get_by_text("Saved.").wait_for()
        page = page if number else again(page, "Nobody Came")
    page = again(page, "Season 1")
    hands = Keyboard(page)
    assert focused(page) == "link"
    hands.paste("https://kestrel-two.example/a-third-one")
    guessed = expect(page.locator("#in-critic"))
    hands.wait(lambda: guessed.to_have_value("Wanda Invented"))
    hands.press("Tab")
    hands.type("B+")
    hands.wait(lambda: page.locator("#reading").get_by_text("B+ → 8.3/10").wait_for())
    assert "positive" in page.locator("#reading").inner_text()
    hands.press("Enter")
    hands.wait(lambda: page.get_by_text("Saved.").wait_for())
    assert focused(page) == "link"
    assert page.locator("#in-outlet").input_value() == ""
    sitting = page.locator(".sitting li").first.inner_text()
    assert "Wanda Invented, The Second Kestrel" in sitting
    # Undone with one key, from wherever the cursor stands.
    press_access_key(page, "z")
    page.get_by_text("Taken back by a counter-entry.").wait_for()
    assert focused(page) == "link"
    assert complaints == []
    with capsys.disabled():
        sys.stdout.write(f"\nA review by keyboard: {hands.told()}\n")
    page.context.close()


def press_access_key(page, letter: str) -> None:
    """Alt and a letter as a keyboard sends it; Playwright's own leaves out what browsers read."""
    device = page.context.new_cdp_session(page)
    code = {"code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
    key = {"modifiers": 1, "key": letter, "unmodifiedText": letter, "text": letter, **code}
    for kind in ("keyDown", "keyUp"):
        device.send("Input.dispatchKeyEvent", {"type": kind, **key})
    device.detach()


def again(page, work):
    """The form for another work, by search."""
    root = re.match(r"https?://[^/]+", page.url)[0]
    page.goto(f"{root}/search?q={work}")
    page.locator(".works a").first.click()
    page.get_by_role("link", name="Enter reviews").click()
    expect(page.locator("#in-link")).to_be_focused()
    return page


def test_what_a_person_typed_is_not_written_over_by_a_guess(browser, festival_served):
    page = opened(browser, festival_served)
    page.locator("#in-outlet").fill("My Own Outlet")
    page.locator("#in-link").fill("https://example.org/review/77")
    page.locator("#in-grade").fill("4/5")
    page.locator("#reading").get_by_text("4/5 → 8.0/10").wait_for()
    assert page.locator("#in-outlet").input_value() == "My Own Outlet"
    page.context.close()


def test_without_scripts_a_review_is_guessed_looked_at_and_saved(browser, festival_served):
    page = opened(browser, festival_served, "season 2", java_script_enabled=False)
    page.locator("#in-link").fill("https://example.org/review/55")
    page.keyboard.press("Tab")
    page.keyboard.type("2/5")
    page.keyboard.press("Enter")
    page.get_by_text("who wrote it was guessed").wait_for()
    assert page.locator("#in-outlet").input_value() != ""
    assert "2/5 → 4.0/10" in page.locator("#reading").inner_text()
    page.keyboard.press("Enter")
    page.get_by_text("Saved.").wait_for()
    page.get_by_role("button", name=re.compile("^Undo")).first.click()
    page.get_by_text("Taken back by a counter-entry.").wait_for()
    page.context.close()


@pytest.mark.slow
def test_the_editors_pages_are_for_everybody(browser, festival_served):
    page = opened(browser, festival_served, reduced_motion="reduce")
    adding = page.url
    work = page.locator(".kicker a").get_attribute("href")
    page.goto(festival_served.address + work)
    change = page.locator(".review .edit-links a")
    paths = [adding, adding.replace("/add", "/several"),
             festival_served.address + "/works/add?title=The Ferryman's Holiday (made up)",
             *(festival_served.address + change.nth(place).get_attribute("href")
               for place in range(3))]  # fmt: skip
    page.get_by_role("link", name="Correct this work").click()
    paths.append(page.url)
    found, wide = [], []
    for path in paths:
        page.goto(path)
        if path == adding:
            page.locator("#in-link").fill("no link")
            page.get_by_role("button", name="Preview").click()
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
