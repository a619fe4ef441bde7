"""Reading an address of the web."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.fetching.links import follow, read_link
from clapometer.fetching.refusals import FetchRefused


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://site.test", "https://site.test/"),
        ("HTTPS://Site.Test/A?b=c#part", "https://site.test/A?b=c"),
        ("http://site.test:80/x", "http://site.test/x"),
        ("http://site.test:8080/x", "http://site.test:8080/x"),
        ("https://bücher.test/süß?q=ö", "https://xn--bcher-kva.test/s%C3%BC%C3%9F?q=%C3%B6"),
        ("https://site.test/a%20b", "https://site.test/a%20b"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/"),
    ],
)
def test_an_address_is_read(text: str, read: str) -> None:
    assert str(read_link(text)) == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_link"), ("site.test/page", "no_link"), ("//site.test", "no_link"),
        ("javascript:alert(1)", "scheme"), ("file:///etc/passwd", "scheme"),
        ("ftp://site.test/", "scheme"), ("data:text/plain,x", "scheme"),
        ("http://", "no_link"), ("http:///path", "no_link"), ("http://a b/", "no_link"),
        ("http://site.test/\r\nX: 1", "no_link"), ("http://site.test\\@evil.test/", "no_link"),
        ("http://site.test:99999/", "no_link"), ("http://site.test:x/", "no_link"),
        ("http://site.test:22/", "port"), ("http://me@site.test/", "secret"),
        ("http://me:word@site.test/", "secret"), ("http://" + "a" * 300 + ".test/", "no_link"),
        ("http://site.test/" + "a" * 5000, "no_link"), ("http://ex%61mple.test/", "no_link"),
        ("http://..test/", "no_link"),
    ],
)  # fmt: skip
def test_what_is_none_is_refused(text: str, code: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        read_link(text)
    assert caught.value.code == code


def test_a_relative_redirect_is_joined() -> None:
    link = read_link("https://site.test/a/b?c=d")
    assert str(follow(link, "../e")) == "https://site.test/e"
    assert str(follow(link, "//other.test/x")) == "https://other.test/x"


@given(st.text(max_size=60) | st.text(max_size=40).map(lambda text: f"http://{text}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """`read_link` returns a link that reads back to itself, or raises FetchRefused."""
    try:
        link = read_link(text)
    except FetchRefused:
        return
    assert link.path.startswith("/")
    assert str(link).isascii()
    assert read_link(str(link)) == link
