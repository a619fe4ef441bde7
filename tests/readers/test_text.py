"""Texts fit to keep."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.text import (
    LIMITS,
    clean,
    clean_link,
    clean_name,
    clean_prose,
    clean_word,
    is_plain_link,
)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Made-Up", "Made-Up"),
        ("  two   blanks ", "two blanks"),
        ("tab\tline\r\nfeed\u2028and\u00a0more", "tab line feed and more"),
        ("nul\0 bell\x07 del\x7f", "nul bell del"),
        ("e\u0301", "é"),
        ("\ufeffmark\u200b and \u202eturned\u202c", "mark and turned"),
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),
        ("", ""),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


# Invariant: a cleaned text is in NFC, has single blanks, none at the ends, no control characters,
# and cleaning it again changes nothing.
@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_once_is_enough(text):
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in cleaned)
    assert clean(cleaned) == cleaned


def test_words_for_nothing_are_empty():
    assert {clean_word(word) for word in ("NaN", " null ", "\\N", "N/A", "-", "")} == {""}
    assert clean_word("Nan Made-Up") == "Nan Made-Up"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://a.example", "http://a.example"),
        (" HTTPS://Example.org/A ", "https://Example.org/A"),
        ("https://example.org/ä", "https://example.org/ä"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("", ""),
        ("NaN", ""),
        ("javascript:alert(1)", None),
        ("ftp://example.org", None),
        ("example.org/review", None),
        ("http://", None),
        ("https:///path", None),
        ("http:///path", None),
        ("https://example.org/two words", None),
        ("https://example.org/" + "x" * 2_000, None),
    ],
)
def test_only_addresses_of_the_web_are_links(text, link):
    assert clean_link(text) == link


# Invariant: what passes on the quick way is what the thorough way would keep unchanged.
@given(st.from_regex(r"\A(https?://)?[ -~]{0,12}\Z") | st.text())
def test_the_quick_way_agrees_with_the_thorough_one(text):
    assert not is_plain_link(text) or clean_link(text) == text


def test_the_limit_of_a_link_is_the_same_on_both_ways():
    longest = "https://example.org/".ljust(LIMITS["link"], "x")
    assert is_plain_link(longest)
    assert not is_plain_link(longest + "x")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Made up &amp; invented&#46;", "Made up & invented."),
        ("&#8220;Invented&#x201d;", "“Invented”"),
        ("AT&T; R&D, &copy=1, &, a&b", "AT&T; R&D, &copy=1, &, a&b"),
        ("&nosuchthing; stays", "&nosuchthing; stays"),
        ("nul&#0;bell&#7;", "nul\ufffdbell"),
        ("&amp;lt;", "&lt;"),
    ],
)
def test_what_web_pages_write_for_a_character_is_read_back(text, read):
    assert clean_prose(text) == read


def test_a_name_that_is_only_an_empty_word_is_none():
    assert (clean_name("N&#47;A"), clean_name("Smith &amp; Daughters")) == ("", "Smith & Daughters")


# Whatever the text, what is read back holds no control character and is in form NFC.
@given(st.text(st.sampled_from("&#;x0123456789abcdefglmpqtu \x00"), max_size=40))
def test_reading_back_lets_nothing_in(text):
    read = clean_prose(text)
    assert not any(unicodedata.category(letter) == "Cc" for letter in read)
    assert unicodedata.is_normalized("NFC", read)
