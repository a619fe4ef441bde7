"""Everybody can read it: with axe, with the keyboard alone, on 320 pixels."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PATHS = {
    "home": "/",
    "search": "/search?q=ha",
    "nothing found": "/search?q=zzz",
    "about": "/about",
    "questions": "/queries/",
    "question": "/queries/biggest-drop?reviews=5",
    "rules": "/rules/",
    "rule": "/rules/rotten-tomatoes-2020",
    "not found": "/nowhere",
    "refused": "/search?q=" + "x" * 201,
    "entry": "/entry/28",
    "excluded": "/entry/33",
}
# Followed from the search page, since their addresses hold numbers.
FOUND = {
    "film": "ferry",
    "series": "harbour lights made up",
    "season": "season 2",
    "many reviews": "nobody came",
    "critic": "merriweather",
    "outlet": "kestrel",
    "described": "painted quay",
    "person": "orla painted",
}
# What a keyboard has to reach, in the order of the page.
REACHABLE = "a[href], button, select, input:not([type=hidden]), summary, [tabindex='0']"


@pytest.fixture(scope="module")
def addresses(browser, site) -> dict[str, str]:
    """Every kind of page, by name; the film also as it stood."""
    page = browser.new_page()
    found = {name: f"{site}{path}" for name, path in PATHS.items()}
    for name, words in FOUND.items():
        page.goto(f"{site}/search?q={words}")
        found[name] = site + page.locator("#results a").first.get_attribute("href")
    found["timeline"] = f"{found['film']}/timeline"
    found["then"] = f"{found['film']}?at=2026-03-09&known=2026-03-10&rule=clapometer"
    page.close()
    return found


def opened(browser, address, *, width=1280, scheme="light"):
    """The page with everything that can be folded out folded out."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return page


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PATHS, *FOUND, "then", "timeline"])
def test_axe_finds_nothing(browser, addresses, name):
    page = opened(browser, addresses[name])
    page.evaluate(Axe().axe_script)
    for width, scheme in product((320, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        results = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [told(one) for one in results["violations"]] == [], (width, scheme)
    page.context.close()


def told(violation) -> tuple[str, list[str]]:
    return violation["id"], [node["html"][:200] for node in violation["nodes"]]


def test_nothing_is_wider_than_the_screen(browser, addresses):
    wide = []
    for name, address in addresses.items():
        page = opened(browser, address)
        for width in (320, 400, 600, 768, 1000, 1100, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((name, width))
        page.context.close()
    assert wide == []


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(browser, addresses):
    for name in ("home", "search", "then", "timeline", "series", "critic", "entry", "rule"):
        page = opened(browser, addresses[name], width=320)
        expected = page.evaluate(
            f"""() => [...document.querySelectorAll("{REACHABLE}")].map((one, place) => {{
                one.dataset.place = place;
                return one.outerHTML.slice(0, 80);
            }})"""
        )
        assert walk(page, len(expected)) == list(range(len(expected))), (name, expected)
        page.context.close()


def walk(page, count: int) -> list[int]:
    """The places the tabulator key stops at, in order; each must show that it has the focus.

    A date field is several stops; it is counted once.
    """
    stops: list[int] = []
    for _ in range(count * 5):
        page.keyboard.press("Tab")
        place, outline = page.evaluate(
            """() => [document.activeElement.dataset.place,
                      getComputedStyle(document.activeElement).outlineStyle]"""
        )
        if place is None:
            break
        if not stops or stops[-1] != int(place):
            stops.append(int(place))
            assert outline != "none", place
    return stops


def test_the_first_stop_leads_past_the_masthead(browser, addresses):
    page = opened(browser, addresses["film"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_forced_colours_and_print_keep_the_words(browser, addresses):
    page = opened(browser, addresses["film"])
    page.emulate_media(media="print", forced_colors="active")
    assert "6 of 8 critics, 75 %" in page.locator("main").inner_text()
    assert not page.locator(".picker").is_visible()
    page.context.close()
