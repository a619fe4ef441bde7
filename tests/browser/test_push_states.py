"""Messages in the browser: asked in two steps and never unasked, and how it stands, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

# Counts how often the browser's own question was put; it is answered as this browser answers it.
COUNTED = """
const ask = Notification.requestPermission.bind(Notification);
sessionStorage.asked ??= "0";
Notification.requestPermission = () => {
  sessionStorage.asked = String(Number(sessionStorage.asked) + 1);
  return ask();
};
"""
# What other browsers lack or say, by the state that the page has to find.
WITHOUT = {
    "insecure": "Object.defineProperty(window, 'isSecureContext', {value: false})",
    "unsupported": "delete window.PushManager",
    "home-screen": "delete window.PushManager;"
    " Object.defineProperty(navigator, 'standalone', {value: false})",
    "private": "delete Navigator.prototype.serviceWorker",
}
TITLES = {
    "insecure": "This site needs https first",
    "unsupported": "Not possible in this browser",
    "home-screen": "Add this site to the Home Screen first",
    "private": "Not in a private window",
}


@pytest.fixture
def page(browser, site) -> Iterator[object]:
    """A reader's page, which remembers what was asked of the browser."""
    context = browser.new_context()
    context.add_init_script(COUNTED)
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="module")
def own(browser, site) -> str:
    """The page of somebody who has just followed something, for tests that change nothing there:
    the site lets nobody become a new follower every few seconds."""
    context = browser.new_context()
    page = context.new_page()
    follow(page, site)
    address = page.url
    context.close()
    return address


def permit(page, site, setting: str) -> None:
    """Set what the browser says of messages from the site: granted, denied or prompt."""
    session = page.context.new_cdp_session(page)
    whose = session.send("Target.getTargetInfo")["targetInfo"]["browserContextId"]
    told = {"permission": {"name": "notifications"}, "setting": setting, "origin": site}
    session.send("Browser.setPermission", {**told, "browserContextId": whose})


def follow(page, site) -> None:
    """Follow the ferryman's film as a reader does; what comes next is the page of one's own."""
    page.goto(f"{site}/search?q=ferry")
    number = re.search(r"w(\d+)", page.locator("#results a").first.get_attribute("href"))
    assert number
    page.goto(f"{site}/follow/?key=work:{number[1]}")
    page.get_by_role("button", name="OK").click()
    page.wait_for_url(re.compile(r"/follow/with/"))


def state(page) -> str:
    """The name of the one state that is shown."""
    shown = page.locator("[data-is]:visible")
    shown.wait_for()
    return str(shown.get_attribute("data-is"))


def asked(page) -> int:
    return int(page.evaluate("sessionStorage.asked"))


def ask(page):
    return page.get_by_role("group", name="Shall this browser tell you?")


def test_the_panel_asks_after_follow_and_the_browser_only_after_ok(page, site):
    follow(page, site)
    assert state(page) == "off"
    ask(page).wait_for()
    assert asked(page) == 0
    assert "never advertising" in ask(page).inner_text()
    ask(page).get_by_role("button", name="OK").click()
    # This browser says no for its reader, as it does in private windows.
    page.get_by_text("Blocked by the browser").wait_for()
    assert asked(page) == 1


def test_nothing_is_asked_of_who_only_looks(page, site, own):
    page.goto(own.partition("?")[0])
    assert state(page) == "off"
    assert not ask(page).is_visible()
    page.goto(f"{site}/")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert asked(page) == 0


def test_not_now_is_remembered_here_and_by_the_site(page, site):
    follow(page, site)
    with page.expect_response(re.compile("/follow/push/decline")) as told:
        ask(page).get_by_role("button", name="Not now").click()
    assert told.value.json() == {"remembered": True}
    own = page.url
    for forgets in ("", "localStorage.clear()"):
        page.evaluate(forgets)
        page.goto(own)
        assert state(page) == "off"
        assert not ask(page).is_visible()
    assert asked(page) == 0
    # Who presses the button has not been asked unasked.
    page.get_by_role("button", name="Show messages in this browser").click()
    assert ask(page).is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-ask')")


def test_what_the_browser_refused_is_not_asked_again(page, site):
    follow(page, site)
    own = page.url
    ask(page).get_by_role("button", name="OK").click()
    page.get_by_text("Blocked by the browser").wait_for()
    # Had its reader closed the question, the browser would put it again.
    permit(page, site, "prompt")
    page.goto(own)
    assert state(page) == "off"
    assert page.get_by_text("You declined once").locator("visible=true").count() == 1
    assert not ask(page).is_visible()
    assert asked(page) == 1


def test_a_blocked_browser_is_told_how_to_be_opened(page, site, own):
    permit(page, site, "denied")
    page.goto(own)
    assert state(page) == "blocked"
    assert not ask(page).is_visible()
    ways = page.locator("[data-way]:visible dt")
    assert ways.all_inner_texts() == ["Chrome"]
    page.get_by_role("button", name="Another browser").click()
    assert ways.all_inner_texts() == [
        "Chrome", "Edge", "Firefox", "Safari", "Android", "iPhone, iPad",
    ]  # fmt: skip
    assert asked(page) == 0


@pytest.mark.parametrize(
    ("agent", "way"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0", "firefox"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/150.0 Safari/537 Edg/150", "edge"),
        ("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/150.0 Mobile", "android"),
        ("Mozilla/5.0 (Macintosh) AppleWebKit/605 Version/20.0 Safari/605", "safari"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 20_0) AppleWebKit/605 Mobile", "apple"),
    ],
)
def test_the_way_shown_is_that_of_the_browser_in_use(browser, site, own, agent, way):
    context = browser.new_context(user_agent=agent)
    page = context.new_page()
    permit(page, site, "denied")
    page.goto(own)
    assert state(page) == "blocked"
    assert page.locator("[data-way]:visible").get_attribute("data-way") == way
    context.close()


@pytest.mark.parametrize("name", WITHOUT)
def test_what_a_browser_cannot_do_is_told_with_what_to_do(page, site, own, name):
    page.context.add_init_script(WITHOUT[name])
    page.goto(own)
    assert state(page) == name
    assert TITLES[name] in page.locator("[data-is]:visible").inner_text()
    assert not ask(page).is_visible()
    if name == "home-screen":
        assert page.locator("[data-is]:visible li").count() == 3


def test_a_browser_whose_push_service_does_not_answer_says_so(page, site):
    """This one has none: its profile is not kept."""
    permit(page, site, "granted")
    follow(page, site)
    ask(page).get_by_role("button", name="OK").click()
    page.locator("[data-is=unreachable], [data-is=blocked]").locator("visible=true").wait_for()
    assert state(page) in {"unreachable", "blocked"}


def test_a_site_that_does_not_answer_is_told_in_words(page, site, own):
    page.goto(own)
    ask(page).wait_for()
    page.route("**/follow/push/decline", lambda route: route.abort())
    ask(page).get_by_role("button", name="Not now").click()
    page.get_by_text("The site did not answer").wait_for()


def test_without_scripts_the_other_ways_are_named(browser, site, own):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(own)
    assert "Messages in the browser need JavaScript" in page.locator("main").inner_text()
    assert not ask(page).is_visible()
    context.close()


@pytest.mark.parametrize("name", ["asking", "blocked", "home-screen"])
def test_axe_finds_nothing_and_it_fits_on_small_screens(page, site, own, name):
    if name == "blocked":
        permit(page, site, "denied")
    elif name != "asking":
        page.context.add_init_script(WITHOUT[name])
    page.goto(own)
    state(page)
    page.evaluate(Axe().axe_script)
    for width in (320, 1200):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_asking_moves_nothing_on_the_page(browser, site, own):
    """The shift of what is seen (Layout Instability) stays under what anybody notices, 0.02."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.add_init_script(
        """window.shift = 0;
        new PerformanceObserver(list => list.getEntries().forEach(one => { shift += one.value }))
          .observe({type: "layout-shift", buffered: true});"""
    )
    page = context.new_page()
    page.goto(own)
    state(page)
    page.wait_for_timeout(200)
    assert page.evaluate("shift") < 0.02
    context.close()
