"""Where passkeys work, and what is said where they do not."""

from __future__ import annotations

import pytest

from clapometer.accounts.places import named, passkey_trouble


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("http://127.0.0.1:8000", "http://localhost:8000"),
        ("http://[::1]:8000", "http://localhost:8000"),
        ("http://127.0.0.1", "http://localhost"),
        ("http://192.0.2.7:8000", "http://192.0.2.7:8000"),
        ("https://reviews.example.org", "https://reviews.example.org"),
        ("http://localhost:8000", "http://localhost:8000"),
    ],
)
def test_this_machine_is_called_by_its_name(address, better):
    assert named(address) == better


@pytest.mark.parametrize(
    ("host", "secure", "said"),
    [
        ("localhost:8000", False, ""),
        ("reviews.example.org", True, ""),
        ("127.0.0.1:8000", False, "open http://localhost:8000/sign-in instead"),
        ("[::1]:8000", False, "open http://localhost:8000/sign-in instead"),
        ("192.0.2.7", True, "a name, not a number"),
        ("reviews.example.org", False, "need HTTPS"),
    ],
)
def test_the_page_says_why_passkeys_do_not_work(host, secure, said, rf, settings):
    settings.ALLOWED_HOSTS = ["*"]
    trouble = passkey_trouble(rf.get("/sign-in", secure=secure, headers={"host": host}))
    assert said in trouble
    assert bool(said) == bool(trouble)
