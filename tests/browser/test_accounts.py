"""From the link that `serve` prints to an editor with a passkey, in a real browser."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import time
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_access import REACHABLE, told, walk
from tests.cli.conftest import plain_environment

pytestmark = pytest.mark.browser
LINK = r"http://localhost:\d+/invitation/\S+"
# What a script could do that asks less of the device than the page did.
WEAKER = """() => {
    const make = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (asked) => {
        asked.publicKey.authenticatorSelection = {userVerification: "discouraged"};
        return make(asked);
    };
}"""
# A browser that offers no passkeys in fields: those have to be asked for by the button.
NO_OFFERS = "PublicKeyCredential.isConditionalMediationAvailable = async () => false"
CODE = r"^ {4}(\w{4}-\w{4})$"


class Served:
    """A site of its own that `clapometer serve` serves, and what it writes to its terminal."""

    def __init__(self, folder: Path) -> None:
        program = [sys.executable, "-m", "clapometer"]
        self.folder, environment = folder, plain_environment()
        subprocess.run(
            [*program, "init", "--yes", "--data", folder],
            env=environment, check=True, capture_output=True,
        )  # fmt: skip
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
        self.process = subprocess.Popen(
            [*program, "serve", "--data", folder, "--port", str(port)],
            env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.address = f"http://localhost:{port}"
        self.lines: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()
        assert self.process.stdout.readline()

    def _listen(self) -> None:
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def told(self, pattern: str) -> str:
        """The newest line of the terminal that fits, taken away; waits for one."""
        until = time.monotonic() + 20
        while time.monotonic() < until:
            for place in range(len(self.lines) - 1, -1, -1):
                if found := re.search(pattern, self.lines[place]):
                    del self.lines[: place + 1]
                    return found[found.lastindex or 0]
            time.sleep(0.05)
        raise AssertionError((pattern, self.lines))


@pytest.fixture(scope="module")
def served(tmp_path_factory, chromium):
    one = Served(tmp_path_factory.mktemp("people") / "site")
    yield one
    one.process.terminate()
    one.process.communicate(timeout=20)


@pytest.fixture(scope="module")
def admin(browser, served):
    """A browser in which the first admin came in by the link, with a device for passkeys."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(served.told(LINK))
    page.get_by_label("E-mail address").fill("first@made-up.example")
    page.get_by_label("Shown name").fill("First Invented")
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url(f"{served.address}/account")
    yield page
    context.close()


def with_device(page, *, verifies: bool = True):
    """Give the page a device that keeps passkeys; without `verifies` it cannot tell its owner."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": verifies, "isUserVerified": verifies,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return device


def test_a_passkey_is_made_and_signs_in_without_a_code(admin, served):
    page = admin
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    device = with_device(page)
    page.goto(f"{served.address}/account")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill("Laptop")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url(f"{served.address}/account")
    assert "Laptop" in page.locator(".kept").inner_text()
    assert served.told("A passkey was added at")

    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url(f"{served.address}/")
    # The field of the address offers the passkey; this device takes every offer at once.
    page.goto(f"{served.address}/members")
    page.wait_for_url(f"{served.address}/members")
    page.add_init_script(NO_OFFERS)
    page.goto(f"{served.address}/account")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url(f"{served.address}/")
    page.goto(f"{served.address}/members")
    assert "/sign-in?next=" in page.url
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{served.address}/members")
    assert "first@made-up.example" in page.locator("main").inner_text()
    assert "First Invented" in page.locator(".masthead").inner_text()
    assert complaints == []

    page.goto(f"{served.address}/account")
    page.get_by_role("button", name="Remove the passkey Laptop").click()
    page.get_by_role("button", name="Sign out everywhere").click()
    page.wait_for_url(f"{served.address}/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("This passkey does not fit here").wait_for()
    device.detach()

    page.goto(f"{served.address}/sign-in")
    page.get_by_label("E-mail address").fill("first@made-up.example")
    page.get_by_role("button", name="Ask for a code").click()
    page.get_by_label("Code").fill(served.told(CODE))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{served.address}/")


def test_a_device_that_cannot_tell_its_owner_is_not_taken(admin, served):
    """Browsers refuse by themselves; a script that asks less of the device is refused here."""
    page = admin
    device = with_device(page, verifies=False)
    page.goto(f"{served.address}/account/passkeys/add")
    page.evaluate(WEAKER)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("No passkey was made").wait_for()
    device.detach()
    page.goto(f"{served.address}/account")
    assert "None yet" in page.locator("main").inner_text()


def test_a_number_for_an_address_is_said_to_be_the_trouble(admin, served):
    page = admin
    number = served.address.replace("localhost", "127.0.0.1")
    page.goto(f"{number}/sign-in")
    notice = page.locator(".notice").inner_text()
    assert f"open {served.address}/sign-in instead" in notice
    assert page.get_by_role("button", name="Use a passkey").count() == 0


def test_without_scripts_an_invited_editor_comes_in_and_signs_in_again(browser, admin, served):
    admin.goto(f"{served.address}/members")
    admin.get_by_label("E-mail address").fill("ed@made-up.example")
    admin.get_by_role("button", name="Make a link").click()
    link = admin.locator(".address").inner_text()

    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(link)
    page.get_by_label("Shown name").fill("Ed Invented")
    page.get_by_role("button", name="Come in").click()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("E-mail address").fill("ed@made-up.example")
    page.get_by_role("button", name="Ask for a code").click()
    page.get_by_label("Code").fill(served.told(CODE))
    page.get_by_role("button", name="Sign in").click()
    assert "Ed Invented" in page.locator(".masthead").inner_text()
    assert page.goto(f"{served.address}/members").status == 403
    page.goto(f"{served.address}/account/delete")
    page.get_by_role("button", name="Delete").click()
    assert page.locator(".masthead").get_by_text("Ed Invented").count() == 0
    context.close()


PAGES = ("/sign-in", "/sign-in/code", "/account", "/account/passkeys/add", "/account/delete",
         "/members", "/invitation/none", "/", "/nowhere")  # fmt: skip


@pytest.fixture
def opened(browser, admin, served):
    """Opens a page as somebody it is for, with everything that can be folded out folded out."""
    stranger = browser.new_context(reduced_motion="reduce").new_page()
    link = None

    def open_page(path):
        nonlocal link
        page = stranger if path.startswith(("/sign-in", "/invitation")) else admin
        if path == "/sign-in/code":
            page.goto(f"{served.address}/sign-in")
            page.get_by_label("E-mail address").fill("somebody@made-up.example")
            page.get_by_role("button", name="Ask for a code").click()
        elif path == "an invitation":
            link = link or made_link(admin, served)
            page = stranger
            page.goto(link)
        else:
            page.goto(served.address + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        return page

    yield open_page
    stranger.context.close()
    admin.set_viewport_size({"width": 1280, "height": 720})


def made_link(admin, served) -> str:
    admin.goto(f"{served.address}/members")
    admin.get_by_label("E-mail address").fill("long.name.of.a.person@a-long-name.made-up.example")
    admin.get_by_role("button", name="Make a link").click()
    return str(admin.locator(".address").inner_text())


@pytest.mark.slow
def test_axe_finds_nothing_on_pages_about_people(opened):
    found = []
    for path in (*PAGES, "an invitation"):
        page = opened(path)
        page.evaluate(Axe().axe_script)
        for width, scheme in product((320, 1280), ("light", "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            results = page.evaluate("axe.run({resultTypes: ['violations']})")
            found += [(path, width, scheme, told(one)) for one in results["violations"]]
    assert found == []


def test_nothing_about_people_is_wider_than_the_screen(opened):
    wide = []
    for path in ("an invitation", *PAGES):
        page = opened(path)
        for width in (320, 400, 768, 1600):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path, width))
    assert wide == []


def test_the_keyboard_reaches_everything_about_people_in_order(opened):
    for path in ("/sign-in", "/sign-in/code", "/account", "/members", "an invitation"):
        page = opened(path)
        expected = page.evaluate(
            f"""() => [...document.querySelectorAll("{REACHABLE}, select")]
                .filter(one => one.type !== "radio" || one.checked)
                .map((one, place) => {{ one.dataset.place = place; return one.outerHTML; }})"""
        )
        assert walk(page, len(expected)) == list(range(len(expected))), (path, expected)
