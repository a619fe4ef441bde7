"""Every way in which nothing comes back has one sentence, for a person."""

from __future__ import annotations

import string

import pycurl
import pytest

from clapometer.fetching.links import read_link
from clapometer.fetching.problems import CAUSES, PROBLEMS, cause, sentence
from clapometer.fetching.refusals import REFUSALS, FetchRefused

PLACES = {
    "host": "push.test",
    "address": "10.0.0.1",
    "what": "a private address",
    "why": "it is not",
}


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_is_one_sentence_under_a_code_of_the_table_of_refusals(code: str) -> None:
    told = sentence(code, seconds=10, **PLACES)
    assert told.endswith(".")
    assert "{" not in told
    assert code in REFUSALS
    places = {name for _, name, _, _ in string.Formatter().parse(PROBLEMS[code]) if name}
    assert places <= {*PLACES, "seconds"}


@pytest.mark.parametrize("number", [*CAUSES, 0, 92, 9999])
def test_whatever_libcurl_says_has_a_sentence(number: int) -> None:
    code, _ = cause(number, "words of libcurl")
    assert code in PROBLEMS


def test_a_certificate_is_refused_in_the_words_of_who_judged_it() -> None:
    told = "SSL certificate OpenSSL verify result: certificate has expired"
    assert cause(pycurl.E_PEER_FAILED_VERIFICATION, told) == (
        "certificate",
        "certificate has expired",
    )
    assert cause(pycurl.E_COULDNT_RESOLVE_HOST, "") == ("unknown_host", "")


@pytest.mark.parametrize(
    "url", ["", "ftp://a.test", "https://a:b@c.test", "https://a.test:25", "x y"]
)
def test_what_is_refused_before_it_is_sent_has_a_sentence_too(url: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        read_link(url)
    assert sentence(caught.value.code).endswith(".")


def test_what_others_say_is_cut_to_one_printable_line() -> None:
    told = sentence("broken_off", host="push.test", why="bad\r\n\x1b[31m" + "x" * 500)
    assert len(told) < 250
    assert told.isprintable()
