"""Places on charts: whose, on which chart, and how they are stated. All made up."""

from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import charts
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour", "The Ferry"))


def _places(text: str) -> list[tuple[Any, ...]]:
    return [
        (claim.work, claim.value, claim.fields["unit"], claim.modality)
        for claim in charts.find(Document(Story(text), KNOWN))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Salt Road” opened at No. 1, “Tin Harbour” came in second, “The Ferry” fell to third.",
            [("Salt Road", 1), ("Tin Harbour", 2), ("The Ferry", 3)],
        ),
        ("Second place went to Lowtide's “Tin Harbour.”", [("Tin Harbour", 2)]),
        ("1. “Salt Road,” $31.1 million.", [("Salt Road", 1)]),
        ("“Salt Road” rose from fifth to third place.", [("Salt Road", 3), ("Salt Road", 5)]),
        (
            "Rounding out the top five were “Salt Road” and “Tin Harbour.”",
            [("Salt Road", 4), ("Tin Harbour", 5)],
        ),
        (
            "“Salt Road” and “Tin Harbour” rounded out the top five.",
            [("Salt Road", 4), ("Tin Harbour", 5)],
        ),
        ("Rounding out the top five, “Salt Road” sank to fourth place.", [("Salt Road", 4)]),
        ("“Salt Road” tumbled 68% to a fourth-place finish.", [("Salt Road", 4)]),
    ],
)
def test_a_place_has_its_work(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(work, value) for work, value, _, _ in _places(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road” took the top spot from “Tin Harbour.”",
        "“Salt Road” knocked “Tin Harbour” off the top spot.",
        "“Salt Road” claimed the No. 1 spot, dethroning “Tin Harbour.”",
    ],
)
def test_who_is_ousted_was_first(text: str) -> None:
    assert ("Salt Road", 1, "rank", "reported") in _places(text)
    assert ("Tin Harbour", 1, "rank", "former") in _places(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road” is one of the biggest openings of the year.",
        "“Salt Road” is the biggest opening of her career.",
        "She is the No. 1 fan of “Salt Road.”",
        "“Salt Road” is back for season 2, part one.",
    ],
)
def test_what_is_no_place_is_not_read(text: str) -> None:
    assert _places(text) == []


@pytest.mark.parametrize(
    ("text", "chart", "platform"),
    [
        ("“Salt Road” topped the domestic box office.", "North American box office", None),
        ("“Salt Road” is number one on Netflix.", "Netflix Top 10", "Netflix"),
        ("“Salt Road” came in second on Nielsen's streaming chart.", "Nielsen streaming", None),
        ("The song of “Salt Road” hit No. 1 on the Billboard Hot 100.", "Billboard Hot 100", None),
        ("“Salt Road” was No. 1 in 23 countries, according to FlixPatrol.", "FlixPatrol", None),
    ],
)
def test_a_place_is_on_a_chart(text: str, chart: str, platform: str | None) -> None:
    (claim,) = charts.find(Document(Story(text), KNOWN))
    assert (claim.fields["chart"], claim.fields.get("platform")) == (chart, platform)


def test_a_span_of_places_has_its_lowest() -> None:
    text = "“Salt Road” held fifth, sixth and seventh place on Netflix in its first weeks."
    (claim,) = charts.find(Document(Story(text), KNOWN))
    assert (claim.value, claim.fields["rank_max"]) == (5, 7)


def test_countries_are_counted() -> None:
    text = "“Salt Road” reached the Netflix Top Ten list in 54 countries."
    assert _places(text) == [("Salt Road", 54, "countries", "reported")]


def test_a_place_of_a_song_is_the_songs() -> None:
    text = (
        "“Salt Road” brought the song “Cold Tide” back. It is No. 1 on Spotify's list in the US, "
        "and No. 5 on the Billboard Hot 100."
    )
    found = [
        (claim.work, claim.value, claim.fields["chart"])
        for claim in charts.find(Document(Story(text), KNOWN))
    ]
    assert found == [("Cold Tide", 1, "Spotify"), ("Cold Tide", 5, "Billboard Hot 100")]


def test_a_list_tells_its_places_itself() -> None:
    text = "“Salt Road” came in second place.\n\n2. “Salt Road,” $17.9 million."
    (claim,) = charts.find(Document(Story(text), KNOWN))
    assert (claim.rule, claim.value) == ("chart: numbered list", 2)


def test_the_list_of_a_place_is_no_second_place() -> None:
    text = "“Salt Road” is No. 1 on Netflix's English top 10 list."
    assert _places(text) == [("Salt Road", 1, "rank", "reported")]
