"""Dates: words that tell a time, resolved against the day of the story."""

from datetime import date

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.story import read_story

WEDNESDAY = date(2026, 3, 4)


def values(text: str, published: date | None = WEDNESDAY) -> list[str | None]:
    return [one.value for one in Document(read_story(text, published)).dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It premieres on Friday.", "2026-03-06"),
        ("It premiered on Friday.", "2026-02-27"),
        ("It premiered Wednesday.", "2026-03-04"),
        ("It returns next Tuesday.", "2026-03-10"),
        ("It opened last month.", "2026-02"),
        ("It opens next month.", "2026-04"),
        ("It comes later this year.", "2026"),
        ("It will air this summer.", "2026"),
        ("It aired last autumn.", "2025"),
        ("It starts in early 2027.", "2027"),
        ("It was announced on Dec. 5.", "2025-12-05"),
        ("It will premiere on Dec. 5.", "2026-12-05"),
        ("It will premiere on Thursday, June 18, at 9 p.m.", "2026-06-18"),
        ("It will premiere on 18 June.", "2026-06-18"),
        ("It will premiere on the 18th of June 2027.", "2027-06-18"),
        ("It ended in December.", "2025-12"),
        ("It ended two years ago.", "2024"),
        ("It ended three days ago.", "2026-03-01"),
        ("It begins in two weeks.", "2026-03"),
        ("It came out yesterday.", "2026-03-03"),
        ("It was released on Christmas Day.", "2025-12-25"),
        ("It was out over Halloween weekend.", "2025-10"),
        ("It is out on 2026-04-01.", "2026-04-01"),
        ("It previously said the show premiered on March 20.", "2026-03-20"),
        ("It will return in the spring.", "2026"),
        ("It was dropped in the autumn.", "2025"),
        ("It will be back for the fall.", "2026"),
        ("It will be out in the new year.", "2027"),
        ("It will be here by the end of the year.", "2026"),
        ("It has an April premiere.", "2026-04"),
        ("It opens on Thanksgiving.", "2026-11-26"),
        ("It opened on Easter 2025.", "2025-04-20"),
        ("It launched a fortnight ago.", "2026-02"),
        ("It is on Fri 13 March.", "2026-03-13"),
        ("It opens towards the end of May.", "2026-05"),
    ],
)
def test_a_time_is_resolved_by_its_story_and_its_verb(text: str, value: str) -> None:
    assert values(text) == [value]


def test_a_month_follows_the_day_told_before_it() -> None:
    text = "It opens on Nov. 22 and in Britain the following January."
    assert values(text) == ["2026-11-22", "2027-01"]


def test_a_stretch_has_one_year() -> None:
    assert values("It ran from 13 June to 8 August 2021.") == ["2021-06-13", "2021-08-08"]


def test_a_day_behind_a_month_is_no_month() -> None:
    assert values("It will move to Oct. 11 from Dec. 6.")[1] == "2026-12-06"


def test_two_years_share_a_month() -> None:
    assert values("Both came in July 2021 and 2022.") == ["2021-07", "2022-07"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It premieres on Dec. 11.", "--12-11"),
        ("It premiered in 2004.", "2004"),
        ("It premieres on Friday.", None),
        ("It opened last month.", None),
    ],
)
def test_a_story_without_a_day_leaves_the_year_open(text: str, value: str | None) -> None:
    assert values(text, None) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "It made $2025 in all.",
        "It is a drama of the 1970s.",
        "You may like it.",
        "It has 2,024 fans.",
        "They met on Feb. 31.",
        "“Salt 2049” and “The Ferry” are films; “Salt 2049” is long.",
    ],
)
def test_numbers_and_words_that_tell_no_time_are_none(text: str) -> None:
    assert [value for value in values(text) if value] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In November, the show returns.", "2026-11"),
        ("Last night it began.", "2026-03-03"),
        ("Two weeks ago it arrived.", "2026-02"),
        ("Next month it returns.", "2026-04"),
        ("This Friday it airs.", "2026-03-06"),
        ("Earlier this year it came.", "2026"),
        ("In the spring it will return.", "2026"),
        ("In May it was cut.", "2025-05"),
    ],
)
def test_a_time_may_open_a_sentence(text: str, value: str) -> None:
    assert values(text) == [value]
