"""Ways in which stories tell places on charts, and what only looks like one. All made up."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import charts
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = tuple(
    KnownWork(title=title) for title in ("Salt Road", "Tin Harbour", "The Ferry", "Cold Quay")
)


def _places(text: str) -> set[tuple[str | None, int, str]]:
    return {
        (claim.work, claim.value, claim.fields["unit"])
        for claim in charts.find(Document(Story(text), KNOWN))
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“Salt Road” topped Netflix's weekly English TV list for a third week running.", 1),
        ("“Salt Road” sits atop the streamer's US chart this morning.", 1),
        ("“Salt Road” ended the month at the summit of the UK chart.", 1),
        ("“Salt Road” opened top of the UK box office.", 1),
        ("The crown went to “Salt Road” with nine million views.", 1),
        ("“Salt Road” was the UK's third biggest show of the week.", 3),
        ("“Salt Road” is the service's fifth most-watched English-language film.", 5),
        ("“Salt Road” is now the third-biggest domestic release of 2025.", 3),
        ("“Salt Road” ranked as Monday's most-watched scripted program.", 1),
        ("“Salt Road” is the most successful co-production ever released in the US.", 1),
        ("“Salt Road” finished the week in fifth with 780 million minutes viewed.", 5),
        ("“Salt Road” drew 512 million minutes, good enough for eighth among original series.", 8),
        ("“Salt Road” had 5.6 million viewers, enough for 17th place in the ratings.", 17),
        ("“Salt Road” slid two spots to fifth on the chart.", 5),
        ("“Salt Road” got no higher than number seven in the UK chart.", 7),
        ("“Salt Road” failed to make it past No. 4 on the Netflix chart.", 4),
        ("Finishing second was “Salt Road” with 6.2 million views.", 2),
        ("Third was “Salt Road” with 4 million views.", 3),
        ("Landing at No. 2 was “Salt Road” with 4 million views.", 2),
        ("Taking the bronze at the box office was “Salt Road.”", 3),
        ("“Salt Road” (No. 4; 5.5M views) held steady.", 4),
        ("“Salt Road” was pushed into second by “Tin Harbour” on the Netflix chart.", 2),
    ],
)
def test_a_place_is_read(text: str, value: int) -> None:
    assert ("Salt Road", value, "rank") in _places(text)


def test_both_ends_of_a_climb_are_read() -> None:
    found = list(charts.find(Document(Story("“Salt Road” rose from No. 7 to third."), KNOWN)))
    assert [(one.value, one.modality) for one in found] == [(3, "reported"), (7, "former")]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("“Salt Road” is charting in 70 countries.", {70}),
        ("“Salt Road” is the No. 1 title in 14 international markets.", {14}),
        ("“Salt Road” is in the Top 10 in 61 countries and first in 19 of them.", {61, 19}),
        ("“Salt Road” was No. 1 in 47 countries and reached the top 10 in 88.", {47, 88}),
        ("Of 93 territories, “Salt Road” made the top 10 in 83 of them.", {83}),
        ("“Salt Road” was top of the charts in more than 60 countries.", {60}),
        ("“Salt Road” is in the Top 10 and will be released in 40 countries.", set()),
    ],
)
def test_countries_are_counted(text: str, countries: set[int]) -> None:
    found = {value for _, value, unit in _places(text) if unit == "countries"}
    assert found == countries


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road” went to number one, ending the three-week reign of thriller “Tin Harbour.”",
        "“Salt Road” went to number one, ending Tin Harbour's three-week reign.",
        "“Salt Road” took the chart's top spot by dislodging “Tin Harbour.”",
        "“Tin Harbour” was knocked off the top spot by “Salt Road.”",
        "“Tin Harbour” has been dethroned by “Salt Road” at the top of the chart.",
        "“Salt Road” replaced “Tin Harbour” at the top of the Netflix chart.",
    ],
)
def test_who_lost_the_first_place_and_who_took_it(text: str) -> None:
    found = {
        (claim.work, claim.value, claim.modality)
        for claim in charts.find(Document(Story(text), KNOWN))
    }
    assert found == {("Salt Road", 1, "reported"), ("Tin Harbour", 1, "former")}


def test_a_work_pushed_down_has_the_lower_place() -> None:
    text = "“Salt Road” knocked thriller “Tin Harbour” (£4.1m) into second place."
    assert ("Tin Harbour", 2, "rank") in _places(text)


def test_several_works_complete_the_first_five() -> None:
    text = "Drama “Salt Road” and the biopic “Tin Harbour” made up the rest of the top five."
    assert _places(text) == {("Salt Road", 5, "top_n"), ("Tin Harbour", 5, "top_n")}


def test_a_list_of_titles_is_read_without_its_figures() -> None:
    text = (
        "Here is how Netflix's Top 5 series in the U.S. looked.\n\n1. Salt Road\n\n2. Tin Harbour"
        "\n\n3. Marrow and Moth\n\n4. Cold Quay\n"
    )
    assert _places(text) == {
        ("Salt Road", 1, "rank"),
        ("Tin Harbour", 2, "rank"),
        ("Marrow and Moth", 3, "rank"),
        ("Cold Quay", 4, "rank"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road” is out.\n\nThe best shows of the year\n\n1. Salt Road\n\n2. Tin\n\n3. Cold",
        "“Salt Road” is out. She was ranked No. 4 in the world at tennis.",
        "“Salt Road” is out. Her mother was number two to the minister.",
        "“Salt Road” is out. The hero climbs from the seventh floor to the third.",
        "“Salt Road” is out. Its hero is second in command of the crew.",
        "“Salt Road” is out. No one tops the list of the guests.",
        "“Salt Road” was renewed for a second and third season.",
        "“Salt Road” will open in 40 countries.",
        "“Salt Road” had five million viewers as Cheryl Dunn topped the leaderboard.",
        "“Salt Road” drew the show's biggest audience ever.",
        "“Salt Road” drew its most-watched episode of the year.",
        "“Salt Road” is one of the year's most-watched shows.",
    ],
)
def test_what_is_no_place_is_not_read(text: str) -> None:
    assert _places(text) == set()


@pytest.mark.parametrize(
    ("text", "season"),
    [
        (
            "Season two of “Salt Road” is out, season 3 is due. It entered the chart in second.",
            2,
        ),
        ("“Salt Road” was renewed for a third season. “Salt Road” was No. 1 on Netflix.", 2),
        ("The fourth season of “Salt Road” ended on Monday. The drama was No. 1 on Hulu.", 4),
    ],
)
def test_a_place_is_of_a_season_that_was_shown(text: str, season: int) -> None:
    assert [claim.season for claim in charts.find(Document(Story(text), KNOWN))] == [season]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("“Salt Road” failed to crack the Top 10.", 10, "top_n"),
        ("“Salt Road” never made Nielsen's weekly Top 10.", 10, "top_n"),
        ("“Salt Road” did not reach number one on Netflix.", 1, "rank"),
    ],
)
def test_a_place_that_was_not_reached_is_denied(text: str, value: int, unit: str) -> None:
    (claim,) = charts.find(Document(Story(text), KNOWN))
    assert (claim.value, claim.fields["unit"], claim.modality) == (value, unit, "denied")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Salt Road” never rose higher than seventh on the chart.", {("Salt Road", 7, "rank")}),
        (
            "Back in the top ten are “Salt Road” at four and “Tin Harbour” at nine.",
            {("Salt Road", 4, "rank"), ("Tin Harbour", 9, "rank")},
        ),
        (
            "“Salt Road” made the list of the 10 most-watched streaming originals.",
            {("Salt Road", 10, "top_n")},
        ),
        (
            "“Salt Road” made the Top 10 in 87 countries; in 34 of those it is the most-watched.",
            {("Salt Road", 87, "countries"), ("Salt Road", 34, "countries")},
        ),
        ("“Salt Road” had the biggest overnight audience for a drama this year.",
         {("Salt Road", 1, "rank")}),
        ("“Salt Road” entered at seven with 3 million views.", {("Salt Road", 7, "rank")}),
    ],
)  # fmt: skip
def test_further_ways_to_tell_a_place(text: str, expected: set[tuple[str, int, str]]) -> None:
    found = {one for one in _places(text) if one[2] != "top_n" or one in expected}
    assert found == expected
