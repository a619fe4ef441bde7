"""The worker in the browser: what it shows, where it leads, what it keeps, and what it leaves be.

Messages are encrypted here as the site does, and Chromium's own push client decrypts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

import pytest

from clapometer.alerts.channels.webpush.encryption import Receiver, encrypt, receiver
from tests.browser.conftest import Messaged, messaged_browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NUMBERS = count(1)
UNREADABLE = "There is something new in what you follow."
SUBSCRIBE = """async () => {
  const registration = await navigator.serviceWorker.register("/sw.js");
  await navigator.serviceWorker.ready;
  const { key } = await (await fetch("/follow/push/key")).json();
  const options = { userVisibleOnly: true, applicationServerKey: key };
  return (await registration.pushManager.subscribe(options)).toJSON();
}"""


@pytest.fixture(scope="module")
def messaged(tmp_path_factory, chromium, site) -> Iterator[Messaged]:
    """One browser for all these tests."""
    with messaged_browser(tmp_path_factory.mktemp("browser"), chromium) as one:
        one.context.grant_permissions(["notifications"], origin=site)
        yield one


class Subscribed:
    """A page of the site, whose browser is subscribed."""

    def __init__(self, messaged: Messaged, site: str) -> None:
        self.messaged, self.site = messaged, site
        self.page = messaged.context.pages[0]
        self.page.goto(f"{site}/about")
        told = self.page.evaluate(SUBSCRIBE)
        self.name = told["endpoint"].rpartition("/")[2]
        self.whose: Receiver = receiver(told["keys"]["p256dh"], told["keys"]["auth"])

    @property
    def worker(self):
        """The worker as it runs now."""
        return self.messaged.context.service_workers[0]

    def send(self, text: bytes | None = None, **said: str) -> None:
        """Send the browser a message: a text as it is, or what is said with the usual besides."""
        usual = {"kind": "score", "body": "Made up.", "url": f"{self.site}/rules/", "tag": ""}
        usual["id"] = f"made-up-{next(NUMBERS)}"
        plain = json.dumps(usual | said).encode() if text is None else text
        self.messaged.servers.deliver(self.name, encrypt(plain, self.whose))

    def opened_by(self, title: str, action: str = "default") -> str:
        """The address that a click on the notification of that title opens."""
        with self.messaged.context.expect_page() as opened:
            self.messaged.desktop.click(self.messaged.shown(title), action)
        page = opened.value
        page.wait_for_load_state()
        address = page.url.removeprefix(self.site)
        page.close()
        return address


@pytest.fixture
def browser_(messaged, site) -> Iterator[Subscribed]:
    """The subscribed browser, with an empty screen."""
    one = Subscribed(messaged, site)
    yield one
    one.page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          for (const one of await registration.getNotifications()) one.close();
        }"""
    )
    messaged.wait(lambda: not messaged.desktop.shown)


def test_a_message_shows_what_it_says_and_leads_to_it(browser_):
    browser_.send(title="Down to 67 % (made up)", body="Below 70 %.")
    shown = browser_.messaged.shown("Down to 67 % (made up)")
    assert shown.body.endswith("Below 70 %.")
    assert "What you follow" in shown.actions
    assert browser_.opened_by(shown.title) == "/rules/"


def test_one_tap_leads_to_where_it_can_be_stopped(browser_):
    browser_.send(title="With a button (made up)")
    browser_.messaged.shown("With a button (made up)")
    assert browser_.opened_by("With a button (made up)", "0") == "/follow/mine"


@pytest.mark.parametrize("text", [b" ", b"{", b"\xff\x00", b"[1]", b"null", b'{"title": 7}', b"{}"])
def test_what_cannot_be_read_says_where_to_look(browser_, text):
    browser_.send(text)
    assert browser_.messaged.shown("Clapometer").body.endswith(UNREADABLE)
    assert browser_.opened_by("Clapometer") == "/follow/mine"


def test_a_message_that_holds_nothing_at_all_is_no_error(browser_):
    told = browser_.worker.evaluate("() => read(null)")
    assert told.pop("at") > 1_700_000_000_000
    assert told.pop("url").endswith("/follow/mine")
    assert told == {"id": "", "title": "Clapometer", "body": UNREADABLE, "tag": "", "kind": ""}


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "http://[", ""]
)
def test_no_message_leads_to_another_site(browser_, url):
    browser_.send(title="Elsewhere (made up)", url=url)
    assert browser_.opened_by("Elsewhere (made up)") == "/follow/mine"


def test_a_page_that_is_open_is_brought_to_the_front_and_no_second_one_is_opened(browser_, site):
    browser_.page.goto(f"{site}/rules/")
    browser_.send(title="Already open (made up)")
    shown = browser_.messaged.shown("Already open (made up)")
    browser_.messaged.desktop.click(shown)
    browser_.messaged.wait(lambda: shown not in browser_.messaged.desktop.shown)
    browser_.page.wait_for_timeout(300)
    assert len(browser_.messaged.context.pages) == 1


def test_a_newer_message_takes_the_place_of_an_older_one_of_its_tag(browser_):
    browser_.send(title="First (made up)", tag="film")
    first = browser_.messaged.shown("First (made up)")
    browser_.send(title="Second (made up)", tag="film")
    second = browser_.messaged.shown("Second (made up)")
    assert browser_.messaged.desktop.shown == [second]
    assert first not in browser_.messaged.desktop.shown


def test_what_comes_twice_changes_nothing_on_the_screen(browser_):
    """The push service may send a message again, also after a newer one (RFC 8030, section 6.1)."""
    browser_.send(title="Older (made up)", tag="film", id="twice")
    browser_.messaged.shown("Older (made up)")
    browser_.send(title="Newer (made up)", tag="film")
    browser_.messaged.shown("Newer (made up)")
    browser_.send(title="Older (made up)", tag="film", id="twice")
    browser_.send(title="After it (made up)", tag="other")
    browser_.messaged.shown("After it (made up)")
    titles = [one.title for one in browser_.messaged.desktop.shown]
    assert sorted(titles) == ["After it (made up)", "Newer (made up)"]


def test_ids_are_remembered_and_not_without_end(browser_):
    kept = browser_.worker.evaluate(
        """async () => {
          for (let number = 0; number < 230; number += 1) await remember(`old-${number}`);
          const keys = await (await caches.open(SHOWN)).keys();
          return [keys.length, await wasShown("old-229"), await wasShown("old-0")];
        }"""
    )
    assert kept == [200, True, False]


def test_a_correction_is_heard_again_and_a_message_that_repeats_is_not(browser_):
    def options(**said: str) -> dict[str, object]:
        return browser_.worker.evaluate(
            """async (said) => {
              const own = self.registration.showNotification;
              let seen;
              self.registration.showNotification = async (title, options) => { seen = options; };
              await show(read({ json: () => said }));
              self.registration.showNotification = own;
              return { renotify: seen.renotify, silent: seen.silent, timestamp: seen.timestamp };
            }""",
            {"id": f"heard-{next(NUMBERS)}", "title": "x", "tag": "t", "at": 5, **said},
        )

    usual = {"renotify": False, "silent": None, "timestamp": 5}
    assert options(kind="score") == usual
    assert options(kind="correction") == usual | {"renotify": True}
    assert options(kind="correction", tag="") == usual
    assert options(kind="correction", id="again")["renotify"]
    again = options(kind="correction", id="again")
    assert (again["renotify"], again["silent"]) == (False, True)


@pytest.fixture
def offline(browser_) -> Iterator[None]:
    """The network is gone while the test runs."""
    browser_.messaged.context.set_offline(True)
    yield
    browser_.messaged.context.set_offline(False)


def test_without_a_network_there_is_a_page_that_says_so(browser_, site, offline):
    page = browser_.page
    page.goto(f"{site}/rules/")
    assert page.get_by_role("heading").inner_text() == "There is no network"
    assert page.url == f"{site}/rules/"
    browser_.messaged.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    page.get_by_role("heading", name="Rules", exact=True).wait_for()


def test_no_page_is_kept_in_the_browser_but_that_one(browser_, site):
    browser_.page.goto(f"{site}/rules/")
    kept = browser_.page.evaluate(
        """async () => {
          const found = [];
          for (const name of await caches.keys()) {
            for (const one of await (await caches.open(name)).matchAll()) {
              if ((await one.text()).includes("<html")) found.push(one.url);
            }
          }
          return found;
        }"""
    )
    assert kept == [f"{site}/follow/offline"]


def test_a_subscription_that_was_changed_is_told_to_the_site_by_its_old_address(browser_, site):
    """No browser changes one on demand, so the worker's own answer to the event is called."""
    page = browser_.page
    page.goto(f"{site}/search?q=ferry")
    page.locator("#results a").first.click()
    page.get_by_role("link", name="Follow").first.click()
    page.get_by_role("button", name="OK").click()
    told = page.evaluate(
        """async () => {
          const { pushManager } = await navigator.serviceWorker.ready;
          const subscription = await pushManager.getSubscription();
          const old = "https://old.example/send/1";
          const call = (name, said) => fetch(`/follow/push/${name}`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(said),
          }).then((answer) => answer.json());
          await call("subscribe", { subscription: { ...subscription.toJSON(), endpoint: old } });
          return [old, subscription.endpoint];
        }"""
    )
    browser_.worker.evaluate("(old) => renew({ oldSubscription: { endpoint: old } })", told[0])
    states = page.evaluate(
        """(addresses) => Promise.all(addresses.map(async (endpoint) => {
          const answer = await fetch("/follow/push/state", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ endpoint }),
          });
          return (await answer.json()).state;
        }))""",
        told,
    )
    assert states == ["none", "on"]
    browser_.messaged.context.clear_cookies()
