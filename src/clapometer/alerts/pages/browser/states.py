"""How it stands with messages in a browser, in sign and words, and how a blocked one is opened."""

from __future__ import annotations

from typing import NamedTuple

from clapometer.alerts.marking import gettext_noop as _noop


class BrowserState(NamedTuple):
    """One state: its sign, what it is called, what it means, and the steps to take, if any."""

    name: str
    sign: str
    title: str
    means: str
    steps: tuple[str, ...] = ()


class Unblocking(NamedTuple):
    """How messages that a browser blocks are allowed again; `name`: what the script tells it by."""

    name: str
    title: str
    steps: str


STATES = (
    BrowserState(
        "off", "○", _noop("Off"),
        _noop("This browser shows no messages from here."),
    ),
    BrowserState(
        "on", "●", _noop("On"),
        _noop("Messages come to this browser, also while this page is closed."),
    ),
    BrowserState(
        "blocked", "⊘", _noop("Blocked by the browser"),
        _noop("The browser keeps messages from here away, as was once chosen or as it always does"
              " in a private window. Only you can allow them, in the browser itself:"),
    ),
    BrowserState(
        "home-screen", "＋", _noop("Add this site to the Home Screen first"),
        _noop("iPhones and iPads bring messages only from sites that stand on the Home Screen:"),
        (
            _noop("Press the Share button of the browser."),
            _noop("Choose “Add to Home Screen”, then Add."),
            _noop("Open this site by its new icon and press Follow there; you will be asked then."),
        ),
    ),
    BrowserState(
        "private", "—", _noop("Not in a private window"),
        _noop("Private windows forget everything when they are closed, so they bring no messages."
              " Open this page in a usual window."),
    ),
    BrowserState(
        "unsupported", "—", _noop("Not possible in this browser"),
        _noop("It cannot show messages of sites. Choose another way to be told, or open this page"
              " in another browser."),
    ),
    BrowserState(
        "insecure", "—", _noop("This site needs https first"),
        _noop("Browsers bring messages only from sites with https; whoever runs this site can turn"
              " it on. Choose another way to be told until then."),
    ),
    BrowserState(
        "unreachable", "!", _noop("The browser could not sign up"),
        _noop("Messages are allowed, but the browser's own push service did not answer, or is"
              " turned off in its settings. Nothing was changed; try again."),
    ),
)  # fmt: skip
"""Every state that the script can find; exactly one is shown."""

UNBLOCKING = (
    Unblocking(
        "chrome", "Chrome",
        _noop("Click the sign left of the address, then “Site settings”; set Notifications to"
              " “Allow” and load this page again."),
    ),
    Unblocking(
        "edge", "Edge",
        _noop("Click the lock left of the address, then “Permissions for this site”; set"
              " Notifications to “Allow” and load this page again."),
    ),
    Unblocking(
        "firefox", "Firefox",
        _noop("Click the sign left of the address; remove the block beside “Send notifications”"
              " and load this page again."),
    ),
    Unblocking(
        "safari", "Safari",
        _noop("In the menu Safari open Settings, then Websites, then Notifications; set this site"
              " to “Allow” and load this page again."),
    ),
    Unblocking(
        "android", "Android",
        _noop("Press the sign left of the address, then Permissions, then Notifications, and allow"
              " them. If they are greyed out, allow the browser itself to notify: Settings of the"
              " phone, Apps, the browser, Notifications."),
    ),
    Unblocking(
        "apple", "iPhone, iPad",
        _noop("Open Settings, then Notifications; choose this site in the list of apps and turn on"
              " “Allow Notifications”."),
    ),
)  # fmt: skip

MISSED = (
    _noop("Is “do not disturb”, a focus or a battery saver on? Then messages come without a"
          " sound."),
    _noop("In the settings of the computer or phone, notifications of this browser have to be"
          " allowed; the site cannot see that."),
    _noop("Some browsers bring messages only while they run: open it, and wait a minute."),
    _noop("On this page stands what was sent and how it went; if nothing was sent, whoever runs"
          " this site has to start its worker."),
)  # fmt: skip
"""What to look for when a test message does not come."""
