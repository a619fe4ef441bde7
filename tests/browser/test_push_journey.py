"""A message's whole way, with nothing of ours left out: from Follow to the page of the moment.

The site is served, Chromium subscribes by itself, the worker encrypts and posts over TLS to a push
service on loopback, Chromium's own push client gets it from there and decrypts it, our worker in
the browser shows it on a desktop of ours, and a click opens the page. Only Google's servers are
stood in for (pushservers.py), and the name of the host in the subscription is exchanged for theirs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
SENDER = Path(__file__).with_name("record_and_send.py")
# In what pages read of a subscription, the name of the push service's host.
ELSEWHERE = """
const moved = (text) => text.replace(/^https:\\/\\/[^/]+/, "ORIGIN");
const own = Object.getOwnPropertyDescriptor(PushSubscription.prototype, "endpoint").get;
const plain = PushSubscription.prototype.toJSON;
Object.defineProperty(PushSubscription.prototype, "endpoint", {
  get() { return moved(own.call(this)); },
});
PushSubscription.prototype.toJSON = function () {
  const told = plain.call(this);
  return { ...told, endpoint: moved(told.endpoint) };
};
"""


@pytest.fixture
def page(messaged, site):
    """A page of the browser, which lets the site show messages once it is asked."""
    messaged.context.add_init_script(ELSEWHERE.replace("ORIGIN", messaged.servers.origin))
    messaged.context.grant_permissions(["notifications"], origin=site)
    return messaged.context.new_page()


def follow(page, site) -> None:
    """Follow the ferryman's film, as it is offered."""
    page.goto(f"{site}/search?q=ferry")
    page.locator("#results a").first.click()
    page.get_by_role("link", name=re.compile("^Follow")).first.click()
    page.get_by_role("button", name="OK").click()


def turn_on(page) -> None:
    """Say OK on our own panel; the browser has said yes before."""
    page.get_by_role("group", name="Shall this browser tell you?").get_by_role(
        "button", name="OK"
    ).click()
    page.locator("[data-is=on]").wait_for()


def worked(messaged, served, *words: str) -> None:
    """Run the site's worker once, in the site's folder, as a process of its own."""
    settings = {"CLAPOMETER_DATA": str(served.folder), "CLAPOMETER_ADDRESS": served.address}
    environment = {**os.environ, **settings, "PYTHONPATH": str(ROOT)}
    environment.pop("DATABASE_URL", None)
    place = [str(messaged.servers.port), str(messaged.servers.certificate)]
    command = [sys.executable, str(SENDER), *place, *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def handed_on(messaged):
    """Give the browser the one message that the push service has, as it came; return it."""
    (posted,) = messaged.servers.posted
    messaged.servers.posted.clear()
    messaged.servers.deliver(posted.path.rpartition("/")[2], posted.body)
    return posted


@pytest.mark.slow
def test_from_follow_to_the_page_of_the_moment(messaged, page, site, festival_served):
    follow(page, site)
    turn_on(page)
    worked(messaged, festival_served, "record")
    posted = handed_on(messaged)
    assert posted.headers["content-encoding"] == "aes128gcm"
    assert posted.headers["authorization"].startswith("vapid t=")
    assert {"ttl", "urgency", "topic"} <= set(posted.headers)
    assert b"Ferryman" not in posted.body
    notification = messaged.shown("The Ferryman's Holiday (made up)")
    assert "Below 70 %: 67 % (6 of 9 reviews positive)." in notification.body
    with messaged.context.expect_page() as opened:
        messaged.desktop.click(notification)
    opened.value.wait_for_load_state()
    assert opened.value.url.removeprefix(site).split("/")[:2] == ["", "work"]
    assert "6 of 9 critics, 67 %" in opened.value.locator("main").inner_text()


@pytest.mark.slow
def test_a_test_message_comes_and_the_page_says_so_and_turning_off_ends_it(
    messaged, page, site, festival_served
):
    follow(page, site)
    turn_on(page)
    page.get_by_role("button", name="Send a test message").click()
    page.get_by_text("The test message is on its way").wait_for()
    page.get_by_text("If nothing comes, look for this:").wait_for()
    worked(messaged, festival_served)
    handed_on(messaged)
    messaged.shown("A test message")
    page.get_by_text("The test message has arrived in this browser").wait_for()
    page.get_by_role("button", name="Turn off").click()
    page.locator("[data-is=off]").wait_for()
    left = page.evaluate(
        """async () => [(await navigator.serviceWorker.getRegistrations()).length,
                        (await caches.keys()).length]"""
    )
    assert left == [0, 0]
    assert not page.get_by_role("group", name="Shall this browser tell you?").is_visible()
