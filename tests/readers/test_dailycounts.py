"""Counts of days as two services answer, in their shapes; articles and numbers are made up."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.readers.sources.dailycounts import (
    DayCount,
    days_over,
    read_pageviews,
    read_tag,
)
from clapometer.readers.sources.problems import SourceRefused


def view(stamp, views, **more):
    told = {"project": "en.wikipedia", "article": "Salt_Road", "granularity": "daily"}
    return {
        **told,
        "timestamp": stamp,
        "access": "all-access",
        "agent": "user",
        "views": views,
    } | more


def body(value):
    return json.dumps(value).encode()


def test_page_views_are_read_day_by_day():
    told = read_pageviews(body({"items": [view("2026052000", 12), view("2026052100", 9)]}))
    assert told.days == (DayCount(date(2026, 5, 20), 12), DayCount(date(2026, 5, 21), 9))
    assert told.refusals == ()


def test_a_hashtag_has_uses_and_accounts_as_text():
    history = [
        {"day": "1779321600", "accounts": "3", "uses": "5"},
        {"day": "1779235200", "accounts": "1", "uses": "2"},
    ]
    told = read_tag(body({"name": "saltroad", "url": "https://x.example", "history": history}))
    assert told.days == (DayCount(date(2026, 5, 20), 2, 1), DayCount(date(2026, 5, 21), 5, 3))


def test_the_present_day_is_still_counted():
    days = (DayCount(date(2026, 5, 20), 1), DayCount(date(2026, 5, 21), 2))
    assert list(days_over(days, date(2026, 5, 21))) == [days[0]]


@pytest.mark.parametrize(
    "item",
    [view("2026130100", 1), view("20260520", -1), view(None, 1), view("2026052000", "many"),
     view("2026052000", None), view("2026052000", True), view("2026052000", 1.5), "no", None],
)  # fmt: skip
def test_a_day_that_cannot_be_read_is_left_out_and_told(item):
    told = read_pageviews(body({"items": [item, view("2026052100", 9)]}))
    assert [one.number for one in told.days] == [9]
    (refusal,) = told.refusals
    assert refusal.row == 1
    assert "\n" not in refusal.sentence


@pytest.mark.parametrize("told", [b"", b"null", b"<html>", b"[]", b'{"items": 5}', b'{"error": 1}'])
@pytest.mark.parametrize("read", [read_pageviews, read_tag])
def test_another_answer_is_refused_in_one_sentence(read, told):
    with pytest.raises(SourceRefused) as refused:
        read(told)
    assert "\n" not in refused.value.sentence


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["items", "history", "timestamp", "views", "day", "uses",
                                       "accounts"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


# Whatever the bytes or the JSON: days come out once and in order with whole numbers, or a refusal.
@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_answer_is_read_or_refused(answer):
    for read in (read_pageviews, read_tag):
        try:
            told = read(answer)
        except SourceRefused:
            continue
        days = [one.day for one in told.days]
        assert days == sorted(set(days))
        assert all(one.number >= 0 for one in told.days)
