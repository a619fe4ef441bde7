"""Which addresses of services are taken, and that Apprise knows each kind of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from clapometer.alerts.channels.apprise.services import SERVICES, origin_of, read_service
from clapometer.alerts.following.refused import FollowRefused


@pytest.mark.parametrize("scheme", SERVICES)
def test_every_example_is_taken(scheme):
    example = SERVICES[scheme].example
    assert read_service(f" {example} ") == example
    assert origin_of(example).startswith("https://")


# One of Apprise's own modules, which none of these plugins needs, is out of date.
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_apprise_speaks_https_alone_with_every_service_of_the_table():
    """Each plugin says so itself: its scheme is its secure one and not its plain one."""
    from apprise.plugins import N_MGR

    for scheme in SERVICES:
        plugin = N_MGR[scheme]
        secure, plain = plugin.secure_protocol, plugin.protocol or ()
        assert scheme in ([secure] if isinstance(secure, str) else secure)
        assert scheme not in ([plain] if isinstance(plain, str) else plain)


@pytest.mark.parametrize(
    "address",
    ["", "https://ntfy.sh/films", "ntfy://ntfy.example/films", "json://10.0.0.1/", "jsons://a.example/",
     "dbus://", "syslog://", "file:///etc/passwd", "mailtos://a:b@c.example", "exec://x", "matrix://h/r",
     "ntfys://ntfy.example", "ntfys://ntfy.example/", "ntfys://ntfy.example/films?verify=no",
     "ntfys://ntfy.example/films?attach=file:///etc/passwd", "ntfys://ntfy.example/films#x",
     "discord://id/token?template=/etc/passwd", "ntfys://localhost/films", "ntfys://films/more",
     "ntfys://127.0.0.1/films", "ntfys://[::1]/films", "ntfys://10.0.0.1/films",
     "ntfys://ntfy.internal/films", "ntfys://ntfy.example:25/films", "gotifys://a b/token",
     "ntfys://ntfy.example/" + "x" * 500],
)  # fmt: skip
def test_others_are_refused_in_a_sentence(address):
    with pytest.raises(FollowRefused) as refused:
        read_service(address)
    assert str(refused.value).endswith(".")


def test_limits_are_kept_for_the_host_that_is_spoken_to():
    assert origin_of("ntfys://tk@Ntfy.Example:8443/films") == "https://ntfy.example:8443"
    assert origin_of("tgram://token/chat") == "https://api.telegram.org"


def test_apprise_is_not_loaded_before_it_is_used():
    code = (
        "import sys, django; django.setup(); "
        "from clapometer.alerts.channels.apprise.services import is_installed; "
        "assert is_installed(); print('apprise' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert done.stdout == "False\n", done.stderr
