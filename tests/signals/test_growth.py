"""Growth as announced: the two ways to say one thing, and the words that mean two things."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.signals.growth import (
    GrowthUnread,
    both_ways,
    read_growth,
    shown_per_cent,
    shown_times,
)


@pytest.mark.parametrize(
    ("text", "times", "other"),
    [
        ("+1,700 %", 18, None),
        ("+1700%", 18, None),
        ("1,700 %", 18, None),
        ("up 1,700 percent", 18, None),
        ("increase of 1,700 per cent", 18, None),
        ("1,700% increase", 18, None),
        ("1,700 % more", 18, None),
        ("1,700 % of the week before", 17, None),
        ("+552 %", "6.52", None),
        ("-30 %", "0.7", None),
        ("−30 %", "0.7", None),
        ("down 30 %", "0.7", None),
        ("30 % less", "0.7", None),
        ("18 times", 18, None),
        ("18 times as much", 18, None),
        ("18x", 18, None),
        ("×18", 18, None),
        ("x 2.5", "2.5", None),
        ("doubled", 2, None),
        ("Tripled.", 3, None),
        ("halved", "0.5", None),
        ("up 17 times", 17, 18),
        ("17 times more", 17, 18),
        ("17x increase", 17, 18),
        ("18-fold", 18, 19),
        ("18-fold increase", 18, 19),
        ("18fold", 18, 19),
    ],
)
def test_growth_is_read(text, times, other):
    growth = read_growth(text)
    assert growth.times == Fraction(times)
    assert growth.other == (None if other is None else Fraction(other))


def test_1700_per_cent_is_18_times_and_both_are_shown():
    assert both_ways(read_growth("+1,700 %")) == "+1,700 %, 18 times as much"
    assert both_ways(read_growth("18 times")) == "+1,700 %, 18 times as much"


def test_words_with_two_meanings_tell_both():
    assert both_ways(read_growth("up 17 times")) == (
        "+1,600 %, 17 times as much; the words may also mean 18 times (+1,700 %)"
    )


@pytest.mark.parametrize("text", ["", "a lot", "17", "-170 %", "% 17", "17 of 18", "+", "1e5 %"])
def test_what_announces_no_growth_is_refused_in_one_sentence(text):
    with pytest.raises(GrowthUnread) as unread:
        read_growth(text)
    assert str(unread.value).endswith("write it like +1,700 % or 18 times.")


# Growth by p per cent is 1 + p/100 times as much, and saying it the other way changes nothing.
@given(st.integers(0, 100_000))
def test_per_cent_and_times_are_one_thing(percent):
    growth = read_growth(f"+{percent:,} %")
    assert growth.times == 1 + Fraction(percent, 100)
    assert growth.per_cent == percent
    assert read_growth(shown_per_cent(growth.per_cent)).times == growth.times
    assert read_growth(f"{shown_times(growth.times)} times").times == growth.times


# Whatever the text: it is refused in one line, or read as a growth of nought or more.
@given(
    st.text(alphabet="0123456789.,+-%x× fold times up down more", max_size=30)
    | st.text(max_size=20)
)
def test_any_text_is_read_or_refused(text):
    try:
        growth = read_growth(text)
    except GrowthUnread as unread:
        assert "\n" not in str(unread)
    else:
        assert growth.times >= 0
        assert both_ways(growth)
