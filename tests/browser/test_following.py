"""From Follow on a page to Stop everything: without an account, by the keyboard alone."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_access import REACHABLE, told, walk

pytestmark = pytest.mark.browser


def tab_to(page, words: str) -> None:
    """Press the tabulator key until the focus is on what these words name."""
    for _ in range(150):
        page.keyboard.press("Tab")
        name = page.evaluate(
            """() => {
                const one = document.activeElement;
                const label = one.labels && one.labels[0];
                return one.getAttribute("aria-label") || (label ? label.innerText : one.innerText);
            }"""
        )
        if (name or "").strip() == words:
            return
    raise AssertionError(words)


def found(page, site: str, words: str) -> None:
    """Open the page that a search for the words finds first."""
    page.goto(f"{site}/search?q={words}")
    page.goto(site + page.locator("#results a").first.get_attribute("href"))


@pytest.fixture
def manage(browser, site):
    """The address of the page of somebody who follows a season and has done some things since."""
    page = browser.new_page()
    found(page, site, "season 2")
    page.get_by_role("link", name="Follow", exact=True).click()
    page.get_by_text("A mark of your own").click()
    page.get_by_label("When its score falls under").fill("90")
    page.get_by_role("button", name="OK").click()
    page.wait_for_url("**/follow/with/**")
    address = page.url.partition("?")[0]
    page.context.close()
    return address


def press(page, words: str, key: str = "Enter") -> None:
    """Reach what the words name by the tabulator key, and press a key on it."""
    tab_to(page, words)
    page.keyboard.press(key)


def test_a_season_is_followed_changed_and_stopped_by_the_keyboard_alone(browser, site):
    page = browser.new_page()
    found(page, site, "season 2")
    press(page, "Follow")
    page.wait_for_url("**/follow/?key=work*")
    title = page.locator("h1").inner_text().removeprefix("Follow ")
    press(page, "Badges", "Space")
    press(page, "OK")
    page.wait_for_url("**/follow/with/**")
    address = page.url.partition("?")[0]
    assert page.locator(".notice[role=status]").inner_text() == "It is followed from now on."
    row = page.locator("#follows ~ form li").first
    assert title in row.inner_text()
    assert "Scores, Announcements, Premieres · at once" in row.inner_text()

    press(page, f"Change {title}")
    page.wait_for_url("**change=work**")
    press(page, "Charts", "Space")
    press(page, "At once", "ArrowDown")
    press(page, "Save")
    page.wait_for_url("**done=changed**")
    assert "Premieres, Charts · once a day" in page.locator("#follows ~ form li").inner_text()
    keep_quiet(page)
    stop_elsewhere(browser, address)
    assert page.goto(address).status == 404
    page.get_by_role("link", name="What you follow").click()
    assert "Nothing is followed in this browser." in page.locator("main").inner_text()
    page.context.close()


def keep_quiet(page) -> None:
    """Set quiet hours on the page that manages everything."""
    page.get_by_label("Time zone").fill("Europe/Dublin")
    page.get_by_label("From").fill("22:00")
    page.get_by_label("Until").fill("07:30")
    page.get_by_label("Until").focus()
    press(page, "Save")
    page.wait_for_url("**done=hours**")
    assert page.get_by_label("Until").input_value() == "07:30"


def stop_elsewhere(browser, address: str) -> None:
    """Stop everything in another browser without scripts, which knows nothing but the address."""
    other = browser.new_context(java_script_enabled=False).new_page()
    other.goto(address)
    assert other.get_by_label("From").input_value() == "22:00"
    other.get_by_role("button", name="Stop everything").click()
    assert "Nothing is sent any more." in other.locator("main").inner_text()
    other.context.close()


def test_the_browser_comes_back_by_itself_and_tells_no_other_page(browser, site, manage):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(manage)
    page.get_by_role("button", name="Remember it in this browser").click()
    assert "This browser remembers it." in page.locator("main").inner_text()
    page.goto(f"{site}/follow/mine")
    assert page.url == manage
    sent = []
    page.on("request", lambda request: sent.append((request.url, request.all_headers())))
    page.locator("#follows ~ form a").first.click()
    page.wait_for_url("**/work/**")
    for url, headers in sent:
        assert "clapometer_follower" not in headers.get("cookie", ""), url
        assert manage.rpartition("/")[2] not in headers.get("referer", ""), url
    context.close()


def test_hours_are_those_of_the_browser_s_time_zone_from_the_beginning(browser, site):
    page = browser.new_context(timezone_id="Asia/Kolkata").new_page()
    found(page, site, "season 2")
    page.get_by_role("link", name="Follow", exact=True).click()
    page.get_by_text("Hours are read in the time zone").wait_for()
    assert "Asia/" in page.locator("[data-zone]").inner_text()
    page.get_by_role("button", name="OK").click()
    page.wait_for_url("**/follow/with/**")
    assert page.get_by_label("Time zone").input_value() in {"Asia/Kolkata", "Asia/Calcutta"}
    page.context.close()


@pytest.fixture
def addresses(browser, site, manage) -> dict[str, str]:
    """Every readers' page, by name."""
    page = browser.new_page()
    page.goto(manage)
    change = page.get_by_role("link", name="Change").first.get_attribute("href")
    found(page, site, "season 2")
    panel = site + page.get_by_role("link", name="Follow", exact=True).get_attribute("href")
    page.context.close()
    return {
        "panel": panel, "refused": f"{site}/follow/?key=work:999", "nothing": f"{site}/follow/",
        "mine": f"{site}/follow/mine", "manage": f"{manage}?done=followed",
        "change": f"{site}{change}", "gone": f"{site}/follow/with/1-{'x' * 32}",
    }  # fmt: skip


def opened(browser, address: str, width: int = 1280):
    page = browser.new_context(
        viewport={"width": width, "height": 900}, reduced_motion="reduce"
    ).new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return page


@pytest.mark.slow
def test_axe_finds_nothing_on_readers_pages(browser, addresses):
    wrong = []
    for name, address in addresses.items():
        page = opened(browser, address)
        page.evaluate(Axe().axe_script)
        for width, scheme in product((320, 1280), ("light", "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            results = page.evaluate("axe.run({resultTypes: ['violations']})")
            wrong += [(name, width, scheme, told(one)) for one in results["violations"]]
        page.context.close()
    assert wrong == []


def test_nothing_for_readers_is_wider_than_the_screen(browser, addresses):
    wide = []
    for name, address in addresses.items():
        page = opened(browser, address)
        for width in (320, 400, 768, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((name, width))
        page.context.close()
    assert wide == []


def test_the_keyboard_reaches_everything_for_readers_in_order(browser, addresses):
    for name in ("panel", "manage", "change"):
        page = opened(browser, addresses[name], width=320)
        expected = page.evaluate(
            f"""() => [...document.querySelectorAll("{REACHABLE}")]
                .filter(one => (one.type !== "radio" || one.checked) && one.checkVisibility())
                .map((one, place) => {{ one.dataset.place = place; return one.outerHTML; }})"""
        )
        assert walk(page, len(expected)) == list(range(len(expected))), (name, expected)
        page.context.close()
