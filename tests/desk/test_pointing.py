"""Single numbers, told, corrected and taken back by hand. All of it is made up."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.pointing import FIELDS, take_point_back, tell_point
from clapometer.desk.stating import add_fact
from clapometer.facts.typed import FactRefused
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.signals.counters import counter_numbered
from clapometer.signals.facts import COUNTER

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(db):
    with writing("test") as writer:
        work = writer.append_one(work_added(kind="series", title="Salt Road")).seq
    typed = {"measure": "tiktok-hashtag-views", "of": "#saltroad"}
    return add_fact(COUNTER, work, typed, "member:1").seq


def told(counter):
    return [(one.as_of, one.digits, one.bound) for one in counter_numbered(counter).points]


def test_a_number_is_told_as_it_was_printed(counter):
    entry = tell_point(counter, {field.name: field.example for field in FIELDS}, "member:1")
    assert told(counter) == [("2026-05-20", 4_300_000_000, "≥")]
    assert (entry.kind, entry.actor) == ("points.told", "member:1")
    assert entry.data["source"] == "A Made-up Gazette"


def test_a_number_of_a_time_that_has_one_corrects_it_with_its_reason(counter):
    tell_point(counter, {"as_of": "2026-05-20", "value": "4.3 billion"}, "member:1")
    typed = {"as_of": "20 May 2026", "value": "over 4.3 billion", "reason": "the word was lost"}
    entry = tell_point(counter, typed, "member:2")
    assert told(counter) == [("2026-05-20", 4_300_000_000, "≥")]
    assert entry.data["before"] == [["2026-05-20", 4_300_000_000]]
    assert entry.data["reason"] == "the word was lost"


def test_the_same_number_again_writes_nothing(counter):
    typed = {"as_of": "2026-05-20", "value": "4.3 billion"}
    tell_point(counter, typed, "member:1")
    before = head()
    assert tell_point(counter, typed, "member:1") is None
    assert head() == before


def test_a_number_is_taken_back(counter):
    tell_point(counter, {"as_of": "2026-05-20T14:30Z", "value": "5"}, "member:1")
    take_point_back(counter, "2026-05-20T14:30:00Z", "of another hashtag", "member:1")
    assert told(counter) == []
    assert list(read_entries())[-1].data["reason"] == "of another hashtag"


def test_a_counter_by_hand_has_the_definitions_that_are_ready(counter):
    assert [one.stopped for one in counter_numbered(counter).measure.definitions] == [False, True]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "as_of"),
        ({"as_of": "someday", "value": "5"}, "as_of"),
        ({"as_of": "2026-05-20", "value": "many"}, "value"),
        ({"as_of": "2026-05-20", "value": "5", "link": "javascript:x"}, "link"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_field(counter, typed, field):
    with pytest.raises(FactRefused) as refused:
        tell_point(counter, typed, "member:1")
    assert field in {problem.field for problem in refused.value.problems}


def test_of_no_counter_nothing_is_told(counter):
    with pytest.raises(FactRefused, match="There is no counter"):
        tell_point(counter - 1, {"as_of": "2026-05-20", "value": "5"}, "member:1")
    with pytest.raises(FactRefused, match="no number as of"):
        take_point_back(counter, "2026-05-20", "", "member:1")
