"""Rules with a window of time and excluded periods. Every review here is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.instants import UTC, parse_instant, start_of_day
from clapometer.scoring.describe import describe
from clapometer.scoring.events import Event
from clapometer.scoring.frames import FrameRefused, history
from clapometer.scoring.moments import Asked, moments
from clapometer.scoring.rules import RuleRefused, canonical, own_rule, preset, score
from clapometer.scoring.settling import DAY
from clapometer.scoring.tally import EMPTY, Tally
from clapometer.scoring.timetable import steps_under
from clapometer.scoring.windows import EXPIRED

RECENT = """
based_on = "steam"
name = "recent"
title = "Recent (made up)"
dated = "2026"
minimum = 1
[window]
days = 30
"""
LATER = RECENT + "on_sale = 45\n"
BOMBED = """
based_on = "steam"
name = "without-the-bombing"
title = "Without the bombing (made up)"
dated = "2026"
minimum = 1
[[excluded]]
from = "1970-01-03"
until = "1970-01-04"
why = "About something else than the game."
"""


def event(seq, reviewer, day, positive=True, kind="posted", recorded=None):
    at = day * DAY
    return Event(seq, reviewer, None, kind, at, at if recorded is None else recorded * DAY,
                 positive=positive)  # fmt: skip


def tally_at(rule, events, day, known=None):
    steps = [step for step in steps_under(rule, events, known) if step.at <= day * DAY]
    return steps[-1].tally[:2] if steps else (0, 0)


def test_a_review_counts_for_thirty_days_after_its_posting():
    rule = own_rule(RECENT)
    events = [event(1, 1, 0), event(2, 2, 10, False), event(3, 1, 20, False, "revised")]
    days = (0, 10, 20, 29, 30, 39, 40)
    # Both are there from day 10, both against from day 20; on day 30 the first leaves, revised or
    # not, on day 40 the second.
    assert [tally_at(rule, events, day) for day in days] == [
        (1, 1), (2, 1), (2, 0), (2, 0), (1, 0), (1, 0), (0, 0),
    ]  # fmt: skip
    steps = steps_under(rule, events)
    assert [(step.at // DAY, step.event.kind) for step in steps[-2:]] == [
        (30, EXPIRED), (40, EXPIRED),
    ]  # fmt: skip
    assert [step.event.seq for step in steps[-2:]] == [1, 2], "the posting that left"


def test_nothing_said_after_it_brings_a_review_back():
    rule = own_rule(RECENT)
    events = [event(1, 1, 0), event(2, 1, 31, False, "revised"), event(3, 1, 32, kind="restored")]
    assert tally_at(rule, events, 33) == (0, 0)


def test_before_the_forty_fifth_day_on_sale_there_is_no_recent_score():
    rule = own_rule(LATER)
    events = [event(1, 1, 0), event(2, 2, 20), event(3, 3, 44, False), event(4, 4, 60)]
    # On day 45 those of day 20 and 44 are within thirty days, that of day 0 is not.
    days = (44, 45, 49, 50, 60, 74)
    assert [tally_at(rule, events, day) for day in days] == [
        (0, 0), (2, 1), (2, 1), (1, 0), (2, 1), (1, 1),
    ]  # fmt: skip


def test_a_period_of_reviews_about_something_else_is_left_out_as_a_whole():
    rule = own_rule(BOMBED)
    assert rule.window.excluded[0].since == start_of_day(parse_day("1970-01-03"), UTC) == 2 * DAY
    assert rule.window.excluded[0].until == 4 * DAY - 1
    events = [event(1, 1, 0), event(2, 2, 2, False), event(3, 3, 3.5, False), event(4, 4, 4, False)]
    events.append(event(5, 2, 9, True, "revised"))
    assert tally_at(rule, events, 20) == (2, 1), "also what they said later"
    (said,) = [sentence for label, sentence in describe(rule) if label == "When"]
    assert said.endswith("are left out: About something else than the game.")


def parse_day(text):
    from datetime import date

    return date.fromisoformat(text)


def test_a_window_is_part_of_the_digest_of_those_who_use_it_alone():
    digests = {own_rule(text).digest for text in (RECENT, LATER, BOMBED)}
    assert len(digests) == 3
    assert b"window" not in canonical(preset("steam"))
    assert parse_instant("1970-01-04", UTC) == 4 * DAY - 1


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("[window]\ndays = 0", "window.days must be a whole number from 1 to 3660, not “0”."),
        ('[[excluded]]\nfrom = "soon"\nuntil = "2019-01-01"\nwhy = ""',
         "excluded[1].from must be a date or an instant in quotes, such as “2019-03-15”"),
        ('[[excluded]]\nfrom = "2019-01-02"\nuntil = "2019-01-01"\nwhy = ""',
         "excluded[1].until must not lie before excluded[1].from."),
        ('[[excluded]]\nfrom = "2019-01-02"\nuntil = "2019-01-03"',
         "excluded[1].why is missing: it must be text in quotes."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_key(written, sentence):
    with pytest.raises(RuleRefused) as refused:
        own_rule(RECENT.partition("[window]")[0] + written)
    assert sentence in str(refused.value)


def test_tables_are_refused_in_one_sentence():
    with pytest.raises(FrameRefused, match="has a window of time or excluded periods"):
        history([], own_rule(RECENT))


def test_the_moments_of_a_window_know_reviews_that_leave():
    rule = own_rule(RECENT)
    events = [event(1, 1, 0, False), event(2, 2, 10), event(3, 3, 11)]
    told = moments(steps_under(rule, events), rule, Asked("w1", until=35 * DAY))
    (up,) = [one for one in told if one.kind == "crossed-up" and one.about == "75"]
    assert (up.happened_at, up.cause, up.after) == (30 * DAY, 1, 100)


# Invariant: at every instant the score equals that of the reviews posted within the thirty days
# before it and outside the periods, each with what its reviewer had last said by then.
ROWS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 80), st.booleans(), st.integers(0, 80)), max_size=14
)


@given(rows=ROWS, day=st.integers(0, 120), known=st.none() | st.integers(0, 90))
def test_the_window_equals_a_count_done_anew(rows, day, known):
    rule = own_rule(RECENT + BOMBED.partition("minimum = 1")[2].replace("01-03", "01-21"
                    ).replace("01-04", "01-25"))  # fmt: skip
    events, seen = [], set()
    for seq, (reviewer, when, positive, recorded) in enumerate(sorted(rows, key=lambda r: r[1]), 1):
        kind = "revised" if reviewer in seen else "posted"
        seen.add(reviewer)
        events.append(event(seq, reviewer, when, positive, kind, recorded=recorded))
    known_at = None if known is None else known * DAY
    counting = [one for one in events if known_at is None or one.recorded_at <= known_at]
    expected = EMPTY
    for reviewer in seen:
        own = [one for one in counting if one.reviewer == reviewer]
        first = own[0].happened_at if own else None
        if first is None or not first <= day * DAY < first + 30 * DAY or 20 <= first // DAY <= 24:
            continue
        last = [one for one in own if one.happened_at <= day * DAY][-1]
        expected += Tally.of(last)
    steps = [step for step in steps_under(rule, events, known_at) if step.at <= day * DAY]
    tally = steps[-1].tally if steps else EMPTY
    assert tally == expected
    assert score(rule, tally) == score(rule, expected)
