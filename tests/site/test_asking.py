"""What an address asks, and the one address for it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.http import QueryDict
from hypothesis import example, given
from hypothesis import strategies as st

from clapometer.instants import from_datetime
from clapometer.scoring.rules import PRESETS
from clapometer.site.asking import AskRefused, is_canonical, read_asked, text_of
from clapometer.site.picker import Picker

pytestmark = pytest.mark.django_db

instants = st.datetimes(datetime(1850, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
dates = st.dates().map(lambda day: day.isoformat() if day.year >= 1000 else "")
clocks = st.one_of(st.just(""), dates, instants.map(lambda one: text_of(from_datetime(one))))


@given(at=clocks, known=clocks, rule=st.sampled_from(["", *PRESETS]))
def test_the_canonical_address_asks_the_same(at, known, rule):
    """Whatever was asked: asking by its canonical address asks for exactly that, and stays so."""
    given_query = QueryDict(mutable=True)
    given_query.update({"at": at, "known": known, "rule": rule})
    asked = read_asked(given_query)
    again = QueryDict(asked.query())
    assert read_asked(again) == asked
    assert is_canonical(asked, again)


@given(at=instants, known=instants)
def test_the_picker_asks_again_what_it_shows(at, known):
    """The form, sent back as it was filled in, asks for the same millisecond."""
    at, known = from_datetime(at) // 1000 * 1000, from_datetime(known) // 1000 * 1000
    query = QueryDict(mutable=True)
    query.update({"at": text_of(at), "known": text_of(known)})
    picker = Picker.of(read_asked(query))
    form = QueryDict(mutable=True)
    form.update({"at": picker.at, "at_time": picker.at_time})
    form.update({"known": picker.known, "known_time": picker.known_time})
    asked = read_asked(form)
    assert (asked.at, asked.known) == (at, known)


@given(text=st.text(max_size=40), name=st.sampled_from(["at", "known", "rule", "at_time"]))
@example(text="\x00", name="rule")
def test_any_text_is_read_or_refused_in_one_sentence(text, name):
    """No text is more than a refusal of one line."""
    query = QueryDict(mutable=True)
    query[name] = text
    try:
        asked = read_asked(query)
    except AskRefused as refusal:
        assert str(refusal).count("\n") <= text.count("\n")
        assert len(str(refusal)) < 200
    else:
        assert read_asked(QueryDict(asked.query())) == asked


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2023-08-04", "at=2023-08-04"),
        ("2023-08-04T12:00", "at=2023-08-04T12:00Z"),
        ("2023-08-04T12:00:00.000000Z", "at=2023-08-04T12:00Z"),
        ("2023-08-04T12:00:30Z", "at=2023-08-04T12:00:30Z"),
        ("2023-08-04T14:00 02:00", "at=2023-08-04T12:00Z"),
        ("2023-08-04 12:00", "at=2023-08-04T12:00Z"),
    ],
)
def test_spellings_of_an_instant(text, canonical):
    query = QueryDict(mutable=True)
    query["at"] = text
    assert read_asked(query).query() == canonical
