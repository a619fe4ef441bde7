"""Twenty links of reviews entered from the queue by keyboard alone; and the queue for everybody."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, Served
from tests.browser.reviewpages import UNKNOWN, twenty
from tests.browser.test_access import told

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SERVER = Path(__file__).with_name("serve_queue.py")
# What a person needs besides the waiting: Card, Moran and Newell's keystroke-level model (1980)
# gives a practised typist 0.2 s a key, and 1.35 s to make up one's mind; and to look a review over
# beside its source, which the model does not know, five seconds more are counted for each.
KEY, THINK, LOOK = 0.2, 1.35, 5.0
GOAL = 300
PICTURES = os.environ.get("PICTURES_OF_THE_QUEUE")
"""A folder into which pictures of the journey are drawn, for the documentation."""


@pytest.fixture(scope="module")
def evening(tmp_path_factory, chromium) -> Iterator[tuple[Served, list[str]]]:
    """A site with three films, and a host with twenty reviews of four."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["PYTHONPATH"] = str(ROOT)
    folder = tmp_path_factory.mktemp("evening")
    command = [sys.executable, str(SERVER), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().strip()
        assert address, "the site did not start"
        session, links = (server.stdout.readline().strip() for _ in range(2))
        yield Served(address, session, folder), links.split()
        server.terminate()


def opened(browser, served, **more):
    context = browser.new_context(**more)
    context.set_default_timeout(20_000)
    cookie = {"name": "clapometer_session", "value": served.session, "url": served.address}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(f"{served.address}/desk/queue?kind=review")
    return page


class Hands:
    """Presses keys and counts them, with the seconds that the site lets one wait."""

    def __init__(self, page) -> None:
        self.page, self.keys, self.thoughts, self.looks, self.waited = page, 0, 0, 0, 0.0

    def press(self, *names: str) -> None:
        for name in names:
            self.page.keyboard.press(name)
        self.keys += len(names)
        self.thoughts += 1

    def paste(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.keys, self.thoughts = self.keys + 2, self.thoughts + 1

    def wait(self, until) -> None:
        began = time.perf_counter()
        until()
        self.waited += time.perf_counter() - began

    def seconds(self) -> float:
        return self.keys * KEY + self.thoughts * THINK + self.looks * LOOK + self.waited

    def told(self) -> str:
        return (
            f"{self.looks} looks × {LOOK} s + {self.thoughts} decisions × {THINK} s"
            f" + {self.keys} keys × {KEY} s + {self.waited:.1f} s waiting = {self.seconds():.0f} s"
        )


def left(page) -> int:
    return int(page.locator(".queue-bar .left strong").inner_text())


def picture(page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def test_twenty_links_are_twenty_reviews_in_five_minutes_by_keyboard(browser, evening, capsys):
    served, links = evening[0], evening[1][:-1]
    page = opened(browser, served, viewport={"width": 1100, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    hands = Hands(page)
    hands.press("Enter")
    hands.wait(lambda: expect(page.locator("#in-text")).to_be_focused())
    hands.paste("\n".join(links))
    hands.press("Control+Enter")
    hands.wait(lambda: expect(page.locator("#to-queue")).to_be_focused())
    read = expect(page.locator("#read-told"))
    hands.wait(lambda: read.to_contain_text("All is read.", timeout=90_000))
    picture(page, "queue-taken")
    # The pages are read for claims too; this evening is for their reviews.
    hands.press("Tab", "Enter")
    hands.wait(lambda: page.locator(".proposal").wait_for())
    assert page.url.endswith("/desk/queue?kind=review")
    for count in range(len(links), 0, -1):
        assert left(page) == count
        hands.looks += 1
        if count == 19:
            picture(page, "queue-proposal")
        asked = page.locator("[data-key='1']").count()
        hands.press("1" if asked else "y")
        gone = page.locator(".queue-bar .left strong", has_text=re.compile(f"^{count - 1}$"))
        hands.wait(gone.wait_for)
    assert page.get_by_text("Nothing of this sort waits.").is_visible()
    page.goto(f"{served.address}/search?q={UNKNOWN[0]}")
    page.locator(".works a").first.click()
    assert page.locator(".review").count() == 5
    page.goto(f"{served.address}/desk/queue/decisions?what=accepted")
    shown = page.locator(".decisions").inner_text()
    assert all(one.critic in shown and one.grade in shown for one in twenty())
    assert complaints == []
    assert hands.seconds() < GOAL
    with capsys.disabled():
        sys.stdout.write(f"\nTwenty reviews by keyboard: {hands.told()}\n")
    page.context.close()


def test_the_queue_is_for_everybody(browser, evening):
    served, link = evening[0], evening[1][-1]
    page = opened(browser, served, java_script_enabled=False)
    page.goto(f"{served.address}/desk/take")
    page.get_by_label("Links, one a line").fill(link)
    page.get_by_role("button", name="Take in").click()
    page.get_by_role("button", name="Read the next one now").click()
    expect(page.locator(".progress")).to_contain_text("All is read.")
    page.get_by_role("link", name="Review: 1").click()
    page.get_by_role("link", name="Edit").click()
    one = page.url
    page.get_by_label("Grade").fill("1/5")
    page.get_by_role("button", name="Save, and look again").click()
    assert "1/5 → 2.0/10" in page.locator(".compared").inner_text()
    paths = [page.url, one, f"{served.address}/desk/take", f"{served.address}/desk/queue/decisions",
             f"{served.address}/desk/queue/rule?kind=review&sure=10&try=yes"]  # fmt: skip
    seen = opened(browser, served, reduced_motion="reduce")
    keys_do_what_they_say(seen)
    assert everywhere(seen, paths) == []
    seen.context.close()
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_text("Nothing of this sort waits.").wait_for()
    page.context.close()


def keys_do_what_they_say(page) -> None:
    """Edit and back, the list of keys, later and undo; and none of them once they are off."""
    expect(page.locator("[data-key='y']")).to_be_focused()
    page.keyboard.press("e")
    expect(page.locator("#in-work")).to_be_focused()
    page.keyboard.type("yn")
    page.keyboard.press("Escape")
    expect(page.locator("[data-key='y']")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_text("Keys off in this browser")).to_be_visible()
    page.keyboard.press("n")
    page.get_by_text("Nothing of this sort waits.").wait_for()
    page.keyboard.press("u")
    page.get_by_text("Undone; it waits here again.").wait_for()
    page.keyboard.press("?")
    page.get_by_label("Keys off in this browser").check()
    page.keyboard.press("n")
    page.reload()
    assert page.locator("[data-key='y']").is_visible()
    page.locator("summary", has_text="Keys").click()
    page.get_by_label("Keys off in this browser").uncheck()


def everywhere(page, paths) -> list[object]:
    """What axe finds, and what is wider than the window: on a phone in light, a screen in dark."""
    found: list[object] = []
    for path in paths:
        page.goto(path)
        page.evaluate(Axe().axe_script)
        for width, scheme in ((320, "light"), (1280, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            results = page.evaluate("axe.run({resultTypes: ['violations']})")
            found += [(path, width, scheme, told(one)) for one in results["violations"]]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((path, width, "too wide"))
    return found
